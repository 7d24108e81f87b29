import type { Held } from "../identity/contract/held.ts";
import type { Problem } from "../kernel/refusal.ts";
import type { InvitationState } from "./terms.ts";

type Parts = { readonly municipalities: readonly string[]; readonly deputyFor: readonly string[] };
type Offer = Parts & { readonly role: string };

/**
 * What is wrong with a role that is offered, asked for or changed: a contact speaks for or stands in
 * for at least one municipality of the project, no municipality is named twice, and the other roles
 * name none.
 */
export function offerProblems(
  { role, municipalities, deputyFor }: Offer,
  participants: readonly string[],
): Problem[] {
  const lists = { municipalities, deputyFor };
  if (role !== "contact") {
    return Object.entries(lists)
      .filter(([, codes]) => codes.length > 0)
      .map(([path]) => ({ path, message: (say) => say.municipalitiesOnlyContact() }));
  }
  if (municipalities.length + deputyFor.length === 0) {
    return [{ path: "municipalities", message: (say) => say.contactWithoutMunicipality() }];
  }
  const named: string[] = [];
  return Object.entries(lists).flatMap(([list, codes]) =>
    codes.flatMap((code, index): Problem[] => {
      const path = `${list}.${index}`;
      const isTwice = named.includes(code);
      named.push(code);
      if (isTwice) return [{ path, message: (say) => say.municipalityTwice(code) }];
      return participants.includes(code)
        ? []
        : [{ path, message: (say) => say.dueForStranger(code) }];
    }),
  );
}

/** A role with what is added to it: one who speaks for a municipality does not stand in for it. */
export function withMore<Role extends Parts>(held: Role, more: Parts): Role {
  const municipalities = joined(held.municipalities, more.municipalities);
  const deputyFor = joined(held.deputyFor, more.deputyFor).filter(
    (code) => !municipalities.includes(code),
  );
  return { ...held, municipalities, deputyFor };
}

const joined = (some: readonly string[], more: readonly string[]) =>
  [...new Set([...some, ...more])].toSorted();

/**
 * Who takes over when a contact leaves: of each municipality that nobody else speaks for, the first
 * who stands in for it. What nobody stands in for is left without a contact.
 */
export function handOver(leaving: Held, others: readonly Held[]) {
  const staying = others.filter(
    ({ role, person }) => role === "contact" && person !== leaving.person,
  );
  const open = leaving.municipalities.filter(
    (code) => !staying.some(({ municipalities }) => municipalities.includes(code)),
  );
  const takers = open.map((municipality) => ({
    municipality,
    to: staying.find(({ deputyFor }) => deputyFor.includes(municipality)) ?? null,
  }));
  const takeovers = staying.flatMap((held) => {
    const taken = takers.flatMap(({ municipality, to }) => (to === held ? [municipality] : []));
    const after = withMore(held, { municipalities: taken, deputyFor: [] });
    return taken.length === 0 ? [] : [{ before: held, after }];
  });
  return {
    takeovers,
    handedOver: takers.flatMap(({ municipality, to }) =>
      to === null ? [] : [{ municipality, to: to.person }],
    ),
    withoutContact: takers.flatMap(({ municipality, to }) => (to === null ? [municipality] : [])),
  };
}

/** The participating municipalities that nobody speaks for; a deputy is there for when somebody is away. */
export function uncovered(
  participants: readonly string[],
  members: readonly (Parts & { readonly role: string })[],
): string[] {
  const spokenFor = new Set(
    members.flatMap(({ role, municipalities }) => (role === "contact" ? municipalities : [])),
  );
  return participants.filter((code) => !spokenFor.has(code));
}

type Invitation = {
  readonly acceptedAt: string | null;
  readonly revokedAt: string | null;
  readonly expiresAt: string;
};

export function stateOf(
  { acceptedAt, revokedAt, expiresAt }: Invitation,
  now: string,
): InvitationState {
  if (acceptedAt !== null) return "accepted";
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}
