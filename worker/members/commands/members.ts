import { and, eq, isNull, sql } from "drizzle-orm";
import { allHappened, record } from "../../history/record.ts";
import type { Held, HeldRow } from "../../identity/contract/held.ts";
import { findHeld, findPerson, heldIn, isErased } from "../../identity/queries/people.ts";
import { membershipHappened, writeMembership } from "../../identity/record.ts";
import { memberships, sessions, tokens } from "../../identity/tables.ts";
import { given } from "../../kernel/given.ts";
import { assertMay, may, type ProjectRole, type Role } from "../../kernel/permissions.ts";
import { notFound, Refusal, refuseProblems } from "../../kernel/refusal.ts";
import { retrying, type Statement } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit, failsWhere, forgetAnswersTo } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import { loadProject } from "../../projects/queries/projects.ts";
import type { ChangeMember, MemberLeft, MemberView } from "../contract.ts";
import { handOver, offerProblems, withMore } from "../domain.ts";
import { memberView } from "../queries.ts";
import { invitations } from "../tables.ts";
import { membersMax } from "../terms.ts";

export type MemberPlace = {
  readonly project: string;
  readonly person: string;
  readonly role: ProjectRole;
};

/**
 * Changes for which municipalities a contact speaks and stands in. Refuses with `not_found`,
 * `forbidden`, `stale` and `invalid`.
 */
export async function changeMember(
  deps: Deps,
  place: MemberPlace,
  expected: number,
  change: ChangeMember,
): Promise<Answer<MemberView>> {
  return retrying(async () => {
    const project = await loadProject(deps, place.project);
    const role = assertMay(deps.actor, "member.manage", { project: place.project });
    const { before, view } = await loadMember(deps, place);
    assertVersion(view, expected);
    const after = { ...before, ...given(change) };
    if (Object.keys(given(change)).length === 0) {
      throw new Refusal("invalid", (say) => say.nothingChanged());
    }
    refuseProblems(offerProblems(after, project.municipalities));
    const changes = [{ before, after: withoutHead(after), role }];
    const body = { ...view, ...given(change), version: before.version + 1 };
    return commit(deps, { status: 200, body, version: body.version }, [
      ...(await roleStatements(deps, changes)),
    ]);
  });
}

/**
 * Ends a role: those who manage members anybody's, everybody their own. What a contact spoke for
 * goes to who stands in for it, and the sessions of who leaves end at once. Refuses with
 * `not_found`, `forbidden`, `stale` and, for the last lead, `locked`.
 */
export async function removeMember(
  deps: Deps,
  place: MemberPlace,
  expected: number,
): Promise<Answer<MemberLeft>> {
  return retrying(async () => {
    const { actor, now, db } = deps;
    await loadProject(deps, place.project);
    const isOwn = place.person === actor.id;
    const manages = may(actor, "member.manage", { project: place.project });
    const role = assertMay(actor, isOwn && !manages ? "member.leave" : "member.manage", {
      project: place.project,
    });
    const { before, view } = await loadMember(deps, place);
    assertVersion(view, expected);
    const { left, changes } = await ending(deps, before, { role });
    const body = { person: place.person, role: place.role, endedAt: now, ...left };
    // Who gives up what is theirs needs no role to stand.
    const { guard, ...free } = deps;
    return commit(guard && !isOwn ? deps : free, { status: 200, body, version: null }, [
      ...(await roleStatements(deps, changes)),
      ...aftermath(deps, before),
      db.delete(sessions).where(eq(sessions.person, place.person)),
      db
        .update(tokens)
        .set({ revokedAt: now })
        .where(
          and(
            eq(tokens.person, place.person),
            eq(tokens.project, place.project),
            isNull(tokens.revokedAt),
          ),
        ),
      forgetAnswersTo(place.person),
    ]);
  });
}

/** What ends a role and hands over what it spoke for. Refuses to leave a project without a lead. */
export async function ending(
  deps: Deps,
  before: HeldRow,
  said: { readonly role: Role; readonly reason?: string },
) {
  const others = (await heldIn(deps, before.project))
    .map(({ held }) => held)
    .filter(({ person, role }) => person !== before.person || role !== before.role);
  if (before.role === "lead" && !others.some(({ role }) => role === "lead")) {
    throw new Refusal("locked", (say) => say.lastLead());
  }
  const { takeovers, handedOver, withoutContact } = handOver(before, others);
  const ended = { ...withoutHead(before), endedAt: deps.now };
  const changes: RoleChange[] = [
    { before, after: ended, ...said },
    ...takeovers.flatMap(({ before: taker, after }) => {
      const row = others.find((one) => one === taker);
      return row
        ? [{ before: row, after: withoutHead(after), role: said.role, reason: "handover" }]
        : [];
    }),
  ];
  return { left: { handedOver, withoutContact }, changes };
}

export type RoleChange = {
  readonly before: HeldRow | null;
  readonly after: Held;
  readonly role: Role;
  readonly reason?: string;
};

/**
 * What goes with the end of a role: two who leave at once may not leave a project without a lead, or
 * the county without an administrator, and what a lead offered is taken back.
 */
export function aftermath({ db, now }: Pick<Deps, "db" | "now">, ended: HeldRow): Statement[] {
  if (ended.role !== "lead" && ended.role !== "admin") return [];
  return [
    failsWhere(sql`NOT EXISTS (SELECT 1 FROM ${memberships}
      WHERE project = ${ended.project} AND role = ${ended.role} AND ended_at IS NULL)`),
    db
      .update(invitations)
      .set({ revokedAt: now })
      .where(
        and(
          eq(invitations.project, ended.project),
          eq(invitations.invitedBy, ended.person),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      ),
  ];
}

/** The facts of these changes first, then the rows. */
export async function roleStatements(
  deps: Deps,
  changes: readonly RoleChange[],
): Promise<Statement[]> {
  const facts = await allHappened(
    deps,
    changes.map(({ before, after, ...said }) => membershipHappened(before, after, said)),
  );
  return [
    ...record(facts),
    ...changes.flatMap(({ after }, index) => {
      const fact = facts[index];
      return fact ? [writeMembership(deps.db, after, fact)] : [];
    }),
  ];
}

/**
 * What gives a person a role, or more municipalities in one that they hold. Refuses with `locked`
 * when the project is full.
 */
export async function giveRole(
  deps: Deps,
  offer: Pick<Held, "project" | "person" | "role" | "municipalities" | "deputyFor">,
  said: { readonly role: Role; readonly reason: string },
) {
  const before = await findHeld(deps, offer);
  const holds = before !== null && before.endedAt === null;
  if (!holds && (await heldIn(deps, offer.project)).length >= membersMax) {
    throw new Refusal("locked", (say) => say.membersFull(membersMax));
  }
  const { person, project, role } = offer;
  const fresh: Held = {
    person,
    project,
    role,
    municipalities: [],
    deputyFor: [],
    since: deps.now,
    endedAt: null,
  };
  const after = withMore(holds ? withoutHead(before) : fresh, offer);
  return {
    after,
    statements: [
      failsWhere(isErased(person)),
      ...(await roleStatements(deps, [{ before, after, ...said }])),
    ],
  };
}

async function loadMember(deps: Deps, place: MemberPlace) {
  const [before, person] = await Promise.all([
    findHeld(deps, place),
    findPerson(deps.db, place.person),
  ]);
  if (!before || before.endedAt !== null || !person) throw notFound();
  const [view] = memberView({ held: heldRow(before), person });
  if (!view) throw notFound();
  return { before, view };
}

const heldRow = (row: HeldRow) => ({
  ...row,
  municipalities: [...row.municipalities],
  deputyFor: [...row.deputyFor],
});

function withoutHead(row: Held & { version?: number; hash?: string }): Held {
  const { version: _version, hash: _hash, ...held } = row;
  return held;
}
