import { addDays } from "date-fns";
import { eq, sql } from "drizzle-orm";
import { COUNTY_SCOPE } from "../../history/terms.ts";
import { findPerson } from "../../identity/queries/people.ts";
import { memberships, people } from "../../identity/tables.ts";
import { digest } from "../../kernel/digest.ts";
import type { Language } from "../../kernel/language.ts";
import { assertMay, assertPerson } from "../../kernel/permissions.ts";
import { Refusal, refuseProblems } from "../../kernel/refusal.ts";
import { SAY } from "../../kernel/sentences/say.ts";
import { retrying, runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { mailCause } from "../../platform/mail.ts";
import { neighbourhoodOf } from "../../platform/network.ts";
import { type Answer, commit, failsWhere } from "../../platform/requests.ts";
import { randomId, randomToken } from "../../platform/secrets.ts";
import { loadProject, projectName } from "../../projects/queries/projects.ts";
import type {
  Accepted,
  InvitationMade,
  InvitationOffer,
  InvitationToken,
  Invite,
} from "../contract.ts";
import { offerProblems, stateOf } from "../domain.ts";
import {
  countOpenInvitations,
  findInvitation,
  invitationView,
  loadInvitation,
} from "../queries.ts";
import { invitations } from "../tables.ts";
import { invitationDays, openInvitationsMax } from "../terms.ts";
import { giveRole } from "./members.ts";

type InvitationRow = typeof invitations.$inferSelect;

/**
 * Offers somebody a role by e-mail. The link's token is in the mail and in this one answer, and kept
 * as a hash; a mail that does not go out leaves an invitation whose link can be passed on or sent
 * again. Refuses with `not_found`, `forbidden`, `invalid`, `locked` (too many wait) and
 * `rate_limited`.
 */
export async function invite(
  deps: AskedDeps,
  slug: string,
  input: Invite,
): Promise<Answer<InvitationMade>> {
  const { db, actor, now } = deps;
  const project = await loadProject(deps, slug);
  assertMay(actor, "member.manage", { project: slug });
  refuseProblems(offerProblems(input, project.municipalities));
  if ((await countOpenInvitations(deps, slug)) >= openInvitationsMax) {
    throw new Refusal("locked", (say) => say.invitationsFull(openInvitationsMax));
  }
  await countTowards(deps, "invited", actor.id);
  const token = randomToken();
  const row: InvitationRow = {
    ...input,
    id: randomId("i"),
    project: slug,
    tokenHash: await digest(token),
    invitedBy: actor.id,
    createdAt: now,
    expiresAt: expiryFrom(now),
    mailedAt: null,
    acceptedAt: null,
    acceptedBy: null,
    revokedAt: null,
  };
  const link = linkOf(deps, token);
  const kept = { ...invitationView(row, now), link: null };
  const answer = { status: 201, body: { ...kept, link }, kept, version: null } as const;
  await commit<InvitationMade>(deps, answer, [db.insert(invitations).values(row)]);
  const mailedAt = await mailInvitation(deps, { row, name: project.name, link });
  return { ...answer, body: { ...answer.body, mailedAt } };
}

/** Sends an invitation again, with a new link: the one before opens nothing any more. */
export async function sendInvitation(
  deps: AskedDeps,
  slug: string,
  id: string,
): Promise<Answer<InvitationMade>> {
  const { db, actor, now } = deps;
  const { row: before } = await loadInvitation(deps, slug, id);
  assertUnspent(before, now, ["open", "expired"]);
  await countTowards(deps, "invited", actor.id);
  const token = randomToken();
  const link = linkOf(deps, token);
  const set = { tokenHash: await digest(token), expiresAt: expiryFrom(now), mailedAt: null };
  const row = { ...before, ...set };
  const kept = { ...invitationView(row, now), link: null };
  const answer = { status: 200, body: { ...kept, link }, kept, version: null } as const;
  await commit<InvitationMade>(deps, answer, [
    db.update(invitations).set(set).where(eq(invitations.id, id)),
  ]);
  const { name } = await loadProject(deps, slug);
  const mailedAt = await mailInvitation(deps, { row, name, link });
  return { ...answer, body: { ...answer.body, mailedAt } };
}

const expiryFrom = (now: string) => addDays(now, invitationDays).toISOString();

/** The token stands after `#`: no server, log or referrer ever sees it. */
const linkOf = ({ settings }: Pick<AskedDeps, "settings">, token: string) =>
  `${settings.origin}/invitation#${token}`;

type Mailing = { readonly row: InvitationRow; readonly name: string; readonly link: string };

/** When the mail went out, or null where it could not: the invitation stands either way. */
async function mailInvitation(
  { mailer, db, now }: AskedDeps,
  { row, name, link }: Mailing,
): Promise<string | null> {
  if (mailer === null || row.email === null) return null;
  const say = SAY[row.language satisfies Language];
  const body = say.invitationBody(name, say.role(row.role), link, invitationDays);
  try {
    await mailer({ to: row.email, subject: say.invitationSubject(name), body });
  } catch (cause) {
    console.error(JSON.stringify({ message: "invitation not sent", cause: mailCause(cause) }));
    return null;
  }
  await db.update(invitations).set({ mailedAt: now }).where(eq(invitations.id, row.id));
  return now;
}

/** Takes an invitation back. Refuses with `not_found` and, once it is spent, `locked`. */
export async function revokeInvitation(deps: AskedDeps, slug: string, id: string): Promise<void> {
  await retrying(async () => {
    const { row } = await loadInvitation(deps, slug, id);
    assertUnspent(row, deps.now, ["open", "expired"]);
    await runBatch(deps.db, [
      ...(deps.guard ? [deps.guard] : []),
      deps.db.update(invitations).set({ revokedAt: deps.now }).where(eq(invitations.id, id)),
    ]);
  });
}

function assertUnspent(
  row: InvitationRow,
  now: string,
  allowed: readonly ReturnType<typeof stateOf>[],
): void {
  const state = stateOf(row, now);
  if (!allowed.includes(state)) throw new Refusal("locked", (say) => say.invitationSpent(state));
}

/**
 * What the holder of a link is offered. An unknown token is `not_found`; one that was spent, taken
 * back or has run out is `locked`, with the reason.
 */
export async function lookAtInvitation(
  deps: AskedDeps,
  { token }: InvitationToken,
): Promise<InvitationOffer> {
  await countTowards(deps, "invitationTried", neighbourhoodOf(deps.address));
  const row = await openInvitation(deps, token);
  const { project, role, municipalities, deputyFor, email, expiresAt } = row;
  const name = await projectName(deps, project);
  return { project, projectName: name, role, municipalities, deputyFor, email, expiresAt };
}

async function openInvitation(deps: AskedDeps, token: string) {
  const row = await findInvitation(deps, token);
  if (row?.email === undefined || row.email === null) {
    throw new Refusal("not_found", (say) => say.invitationUnknown());
  }
  assertUnspent(row, deps.now, ["open"]);
  if (!(await isStillOffered(deps, row))) {
    throw new Refusal("locked", (say) => say.invitationSpent("revoked"));
  }
  return { ...row, email: row.email };
}

/** What was offered falls with the role that offered it. */
async function isStillOffered({ db }: AskedDeps, row: InvitationRow): Promise<boolean> {
  const [found] = await db
    .select({ stands: offererStands(row) })
    .from(people)
    .limit(1);
  return found?.stands === 1;
}

const offererStands = ({ invitedBy, project }: InvitationRow) => sql<number>`EXISTS (
  SELECT 1 FROM ${memberships} WHERE person = ${invitedBy} AND ended_at IS NULL AND (
    (role = 'lead' AND project = ${project}) OR (role = 'admin' AND project = ${COUNTY_SCOPE})))`;

/**
 * Takes the role that was offered, once. Only who signs in with the address that was invited can:
 * a link that was passed on or stolen gives nobody else a role. Refuses with `not_found`,
 * `forbidden` and `locked`.
 */
export async function acceptInvitation(
  deps: AskedDeps,
  { token }: InvitationToken,
): Promise<Answer<Accepted>> {
  return retrying(async () => {
    const { db, actor, now } = deps;
    assertPerson(actor, "invitation.accept");
    const row = await openInvitation(deps, token);
    const person = await findPerson(db, actor.id);
    if (!person?.emailVerified || person.email !== row.email) {
      throw new Refusal("forbidden", (say) => say.invitationForAnother());
    }
    const { project, role, municipalities, deputyFor } = row;
    const offer = { person: actor.id, project, role, municipalities, deputyFor };
    const { statements } = await giveRole(deps, offer, { role, reason: "invitation" });
    const body = { project, role, municipalities, deputyFor };
    // Who is given a role needs none to stand.
    const { guard: _guard, ...free } = deps;
    return commit(free, { status: 200, body, version: null }, [
      failsWhere(sql`NOT ${offererStands(row)}`),
      ...statements,
      db
        .update(invitations)
        .set({ acceptedAt: now, acceptedBy: actor.id })
        .where(eq(invitations.id, row.id)),
    ]);
  });
}
