import { and, eq, isNull, sql } from "drizzle-orm";
import { COUNTY_SCOPE } from "../../history/terms.ts";
import { digest } from "../../kernel/digest.ts";
import type { Actor, Membership, TokenScope } from "../../kernel/permissions.ts";
import type { Database, Statement } from "../../platform/database.ts";
import { isAlive, isWornDown, weakened } from "../domain.ts";
import { memberships, people, sessions, tokens } from "../tables.ts";
import type { DemoPerson } from "../terms.ts";
import { isErased } from "./people.ts";

type PersonRow = typeof people.$inferSelect;

const held = and(eq(memberships.person, people.id), isNull(memberships.endedAt));

type Asked = {
  readonly token: string;
  readonly now: string;
  /** Whether a code by e-mail is not enough to lead or to administer. */
  readonly isProviderRequired: boolean;
};

/** Whose open session this token is, with their roles as they are now; or null. */
export async function findActor(db: Database, { token, now, isProviderRequired }: Asked) {
  const rows = await db
    .select({ session: sessions, person: people, membership: memberships })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.person))
    .leftJoin(memberships, held)
    .where(and(eq(sessions.tokenHash, await digest(token)), isNull(people.erasedAt)));
  const [first] = rows;
  if (!first) return null;
  const { session, person } = first;
  const actor = actorOf(person, rows);
  if (!isAlive(session, actor, now)) return null;
  const isWeak = isProviderRequired && session.method === "code";
  return {
    actor: isWeak ? weakened(actor) : actor,
    sessionId: session.id,
    isWorn: isWornDown(session.usedAt, now),
    guard: standing(person.id, rows),
  };
}

/** Whose API token this is, reduced to what the token is for; or null. Never an administrator. */
export async function findTokenActor(db: Database, token: string, now: string) {
  const rows = await db
    .select({ token: tokens, person: people, membership: memberships })
    .from(tokens)
    .innerJoin(people, eq(people.id, tokens.person))
    .leftJoin(memberships, held)
    .where(
      and(
        eq(tokens.tokenHash, await digest(token)),
        isNull(tokens.revokedAt),
        isNull(people.erasedAt),
      ),
    );
  const [first] = rows;
  if (!first || first.token.expiresAt <= now) return null;
  const { id, usedAt, scope, project } = first.token;
  const { memberships: all, ...actor } = actorOf(first.person, rows);
  const reached = all.filter((one) => project === null || one.project === project);
  return {
    id,
    isWorn: isWornDown(usedAt, now),
    guard: standing(first.person.id, rows),
    actor: { ...actor, admin: false, scope, memberships: reached } satisfies Actor & {
      scope: TokenScope;
    },
  };
}

type Rows = readonly { readonly membership: MembershipRow | null }[];

/**
 * Fails a batch unless every role that was read still stands as it was: who loses a role while
 * their request is under way writes nothing with it.
 */
function standing(id: string, rows: Rows): Statement {
  const roles = rows.flatMap(({ membership }) =>
    membership ? [[membership.project, membership.role, membership.version]] : [],
  );
  const read = JSON.stringify(roles);
  return sql`
    INSERT INTO guards (stands, holds) SELECT NULL, 1 WHERE (
      SELECT count(*) FROM ${memberships}
      WHERE person = ${id} AND ended_at IS NULL AND (project, role, version) IN
        (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${read}))
    ) < json_array_length(${read}) OR ${isErased(id)}`;
}

type MembershipRow = typeof memberships.$inferSelect;

function actorOf(
  { id }: PersonRow,
  rows: readonly { readonly membership: MembershipRow | null }[],
): Actor {
  const all = rows.flatMap(({ membership }) => membership ?? []);
  return {
    id,
    admin: all.some(({ role, project }) => role === "admin" && project === COUNTY_SCOPE),
    memberships: all.flatMap(asMembership),
  };
}

function asMembership({ project, role, municipalities, deputyFor }: MembershipRow): Membership[] {
  return role === "admin" ? [] : [{ project, role, municipalities, deputyFor }];
}

/** The seeded person who plays this part, or null where the seeds were not played. */
export async function findDemoPerson(db: Database, person: DemoPerson, municipality: string) {
  const id = person === "contact" ? `contact-${municipality}` : person;
  const [found] = await db
    .select()
    .from(people)
    .where(and(eq(people.id, id), eq(people.demo, true), isNull(people.erasedAt)));
  return found ?? null;
}
