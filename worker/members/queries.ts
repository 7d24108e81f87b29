import { and, asc, count, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { ownComments } from "../comments/queries/mentions.ts";
import { factsInScope, stateAsOf } from "../history/queries.ts";
import { membersScope } from "../history/terms.ts";
import type { Held } from "../identity/contract/held.ts";
import { loadOwnRecord } from "../identity/queries/account.ts";
import { heldIn, namesOfPeople } from "../identity/queries/people.ts";
import { people } from "../identity/tables.ts";
import { digest } from "../kernel/digest.ts";
import { assertMay, assertPerson } from "../kernel/permissions.ts";
import { notFound } from "../kernel/refusal.ts";
import { namesOf } from "../municipalities/queries.ts";
import type { Deps } from "../platform/env.ts";
import { loadProject } from "../projects/queries/projects.ts";
import type {
  AccessRequestView,
  AskedAccess,
  InvitationView,
  MemberHistory,
  MemberList,
  MemberView,
  OwnData,
} from "./contract.ts";
import { stateOf, uncovered } from "./domain.ts";
import { accessRequests, invitations } from "./tables.ts";
import { openInvitationsMax } from "./terms.ts";

type Reading = Pick<Deps, "db" | "actor">;
type InvitationRow = typeof invitations.$inferSelect;
type RequestRow = typeof accessRequests.$inferSelect;

/** Who has which role in a project, and which of its municipalities nobody speaks for. */
export async function listMembers(reading: Reading, slug: string): Promise<MemberList> {
  const project = await loadProject(reading, slug);
  assertMay(reading.actor, "member.view", { project: slug });
  const items = (await heldIn(reading, slug)).flatMap(memberView);
  const names = await namesOf(reading.db, uncovered(project.municipalities, items));
  return {
    items,
    withoutContact: names.map(({ code, nameFi, nameSv }) => ({
      code,
      name: { fi: nameFi, sv: nameSv },
    })),
  };
}

/**
 * The participating municipalities of a project that nobody speaks for, now or at a moment. The
 * caller has asked whether the actor may know.
 */
export async function withoutContactIn(
  { db }: Pick<Deps, "db">,
  { project, participants }: { readonly project: string; readonly participants: readonly string[] },
  asOf: string | null,
): Promise<string[]> {
  if (asOf === null) {
    const members = await heldIn({ db }, project);
    return uncovered(
      participants,
      members.map(({ held }) => held),
    );
  }
  const facts = await stateAsOf(db, membersScope(project), { at: asOf });
  const then = facts.map(({ detail }) => detailOf(detail).after);
  return uncovered(
    participants,
    then.filter(({ endedAt }) => endedAt === null),
  );
}

export function memberView({
  held,
  person,
}: Awaited<ReturnType<typeof heldIn>>[number]): MemberView[] {
  const { role, municipalities, deputyFor, since, version } = held;
  if (role === "admin") return [];
  const { id, name, title, organisation, email } = person;
  return [
    {
      person: id,
      name,
      title,
      organisation,
      email,
      role,
      municipalities,
      deputyFor,
      since,
      version,
    },
  ];
}

/** A page of what has happened to the roles of a project, newest first. */
export async function listMemberHistory(
  reading: Reading,
  slug: string,
  page: { readonly below: number; readonly limit: number },
): Promise<(MemberHistory["items"][number] & { readonly seq: number })[]> {
  await loadProject(reading, slug);
  assertMay(reading.actor, "member.view", { project: slug });
  const facts = await factsInScope(reading.db, membersScope(slug), page);
  const told = facts.map((fact) => ({ fact, ...detailOf(fact.detail) }));
  const names = await namesOfPeople(
    reading.db,
    told.flatMap(({ fact, after }) => [fact.actor, after.person]),
  );
  return told.flatMap(({ fact, after, reason }) =>
    after.role === "admin"
      ? []
      : [
          {
            seq: fact.seq,
            at: fact.at,
            kind: fact.kind,
            person: after.person,
            personName: names.get(after.person) ?? "",
            by: fact.actor,
            byName: names.get(fact.actor) ?? "",
            role: after.role,
            municipalities: [...after.municipalities],
            deputyFor: [...after.deputyFor],
            reason,
          },
        ],
  );
}

/** Facts of roles are written by `membershipHappened` alone, with this shape. */
const detailOf = (detail: string) =>
  JSON.parse(detail) as { readonly after: Held; readonly reason: string | null };

/** The invitations to a project that were not accepted, and those of the last while; newest first. */
export async function listInvitations(
  reading: Pick<Deps, "db" | "actor" | "now">,
  slug: string,
): Promise<InvitationView[]> {
  await loadProject(reading, slug);
  assertMay(reading.actor, "member.manage", { project: slug });
  const rows = await reading.db
    .select()
    .from(invitations)
    .where(eq(invitations.project, slug))
    // What can still be accepted comes first: it must be possible to take it back.
    .orderBy(
      sql`${invitations.acceptedAt} IS NOT NULL OR ${invitations.revokedAt} IS NOT NULL`,
      desc(invitations.createdAt),
      desc(invitations.id),
    )
    .limit(openInvitationsMax);
  return rows.map((row) => invitationView(row, reading.now));
}

export function invitationView(row: InvitationRow, now: string): InvitationView {
  const { tokenHash: _hash, revokedAt, acceptedBy: _by, language: _language, ...view } = row;
  return { ...view, state: stateOf({ ...view, revokedAt }, now) };
}

/** One invitation to a project, for those who manage its members. Refuses with `not_found`. */
export async function loadInvitation(reading: Reading, slug: string, id: string) {
  await loadProject(reading, slug);
  const role = assertMay(reading.actor, "member.manage", { project: slug });
  const [row] = await reading.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.project, slug), eq(invitations.id, id)));
  if (!row) throw notFound();
  return { row, role };
}

/** The invitation that a token opens, whatever its state; or null. */
export async function findInvitation({ db }: Pick<Deps, "db">, token: string) {
  const [row] = await db
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, await digest(token)));
  return row ?? null;
}

/** How many invitations to a project wait to be accepted. */
export async function countOpenInvitations({ db, now }: Pick<Deps, "db" | "now">, slug: string) {
  const [row] = await db
    .select({ open: count() })
    .from(invitations)
    .where(
      and(
        eq(invitations.project, slug),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    );
  return row?.open ?? 0;
}

const requestsShownMax = 100;

/** What one has asked for oneself, newest first. */
export async function listOwnRequests({ db, actor }: Reading): Promise<AccessRequestView[]> {
  assertPerson(actor, "access.request");
  const rows = await db
    .select()
    .from(accessRequests)
    .where(eq(accessRequests.person, actor.id))
    .orderBy(desc(accessRequests.createdAt))
    .limit(requestsShownMax);
  return rows.map(requestView);
}

export function requestView(row: RequestRow): AccessRequestView {
  const { person: _person, decidedBy: _by, ...view } = row;
  return view;
}

const joined = { request: accessRequests, person: people };

/** What people ask for in a project and nobody has decided yet, oldest first. */
export async function listAskedAccess(reading: Reading, slug: string): Promise<AskedAccess[]> {
  await loadProject(reading, slug);
  assertMay(reading.actor, "member.manage", { project: slug });
  const rows = await reading.db
    .select(joined)
    .from(accessRequests)
    .innerJoin(people, eq(people.id, accessRequests.person))
    .where(and(eq(accessRequests.project, slug), isNull(accessRequests.decision)))
    .orderBy(asc(accessRequests.createdAt))
    .limit(requestsShownMax);
  return rows.map(askedView);
}

export function askedView({
  request,
  person: { id, name, organisation, email },
}: {
  readonly request: RequestRow;
  readonly person: Pick<typeof people.$inferSelect, "id" | "name" | "organisation" | "email">;
}): AskedAccess {
  return { ...requestView(request), person: id, name, organisation, email };
}

/** One request in a project, for those who decide it. Refuses with `not_found`. */
export async function loadAskedAccess(reading: Reading, slug: string, id: string) {
  const project = await loadProject(reading, slug);
  const role = assertMay(reading.actor, "member.manage", { project: slug });
  const [found] = await reading.db
    .select(joined)
    .from(accessRequests)
    .innerJoin(people, eq(people.id, accessRequests.person))
    .where(and(eq(accessRequests.project, slug), eq(accessRequests.id, id)));
  if (!found) throw notFound();
  return { ...found, project, role };
}

/** Everything that is stored on the one who asks (GDPR art. 15 and 20). */
export async function loadOwnData(deps: Pick<Deps, "db" | "actor" | "now">): Promise<OwnData> {
  const record = await loadOwnRecord(deps);
  const { email } = record.account;
  const [invited, asked, discussed] = await Promise.all([
    email === null ? [] : deps.db.select().from(invitations).where(eq(invitations.email, email)),
    listOwnRequests(deps),
    ownComments(deps),
  ]);
  return {
    takenAt: deps.now,
    ...record,
    invitations: invited.map(({ project, role, createdAt }) => ({ project, role, createdAt })),
    accessRequests: asked,
    ...discussed,
  };
}
