import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { assertMay } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Database } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import type { PersonView } from "../contract/account.ts";
import type { HeldRow } from "../contract/held.ts";
import { memberships, people } from "../tables.ts";

type PersonRow = typeof people.$inferSelect;
type Reading = Pick<Deps, "db" | "actor">;
type Page = { readonly after: string; readonly limit: number };

export async function findPerson(db: Database, id: string): Promise<PersonRow | null> {
  const [found] = await db.select().from(people).where(eq(people.id, id)).limit(1);
  return found ?? null;
}

/** A condition for a batch: this person was erased. */
export const isErased = (id: string) =>
  sql`EXISTS (SELECT 1 FROM ${people} WHERE id = ${id} AND erased_at IS NOT NULL)`;

/** Every role that these people hold or have held, newest first. */
export async function rolesOf(db: Database, ids: readonly string[]) {
  const rows = await db
    .select()
    .from(memberships)
    .where(inArray(memberships.person, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`))
    .orderBy(desc(memberships.since));
  return rows.map(({ hash: _hash, ...role }) => role);
}

/** One role with the head of its facts, also when it has ended; or null. */
export async function findHeld(
  { db }: Pick<Deps, "db">,
  { person, project, role }: Pick<HeldRow, "person" | "project" | "role">,
): Promise<HeldRow | null> {
  const [found] = await db
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.person, person),
        eq(memberships.project, project),
        eq(memberships.role, role),
      ),
    );
  return found ?? null;
}

/** The roles that are held in a project now, or in the county. Bounded by `membersMax`. */
export async function heldIn({ db }: Pick<Deps, "db">, project: string) {
  return db
    .select({ held: memberships, person: people })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.person))
    .where(and(eq(memberships.project, project), isNull(memberships.endedAt)))
    .orderBy(asc(people.name), asc(people.id));
}

/** What people are called, by pseudonym. One who was erased has no name. */
export async function namesOfPeople(db: Database, ids: readonly string[]) {
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type Roles = Awaited<ReturnType<typeof rolesOf>>;

export const withoutPerson = ({ person: _person, ...role }: Roles[number]) => role;

/** A page of everybody, by pseudonym, for the administrator. */
export async function listPeople(
  { db, actor }: Reading,
  { q, after, limit }: Page & { readonly q: string | undefined },
): Promise<PersonView[]> {
  assertMay(actor, "person.manage");
  const rows = await db
    .select()
    .from(people)
    .where(
      and(
        gt(people.id, after),
        q === undefined ? undefined : or(...searched.map((column) => contains(column, q))),
      ),
    )
    .orderBy(asc(people.id))
    .limit(limit);
  const roles = await rolesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) =>
    personView(
      row,
      roles.filter(({ person }) => person === row.id),
    ),
  );
}

const searched = [people.name, people.organisation, people.email];

/** Not LIKE: D1 takes at most 50 bytes of a pattern. SQLite knows the case of ASCII alone. */
const contains = (column: (typeof searched)[number], text: string) =>
  sql`instr(lower(replace(replace(replace(${column}, 'Å', 'å'), 'Ä', 'ä'), 'Ö', 'ö')),
    ${text.toLowerCase()}) > 0`;

/** Refuses with `not_found`. */
export async function loadPerson({ db, actor }: Reading, id: string): Promise<PersonView> {
  assertMay(actor, "person.manage");
  const [row, roles] = await Promise.all([findPerson(db, id), rolesOf(db, [id])]);
  if (!row) throw notFound();
  return personView(row, roles);
}

function personView(row: PersonRow, roles: Roles): PersonView {
  const { emailVerified: _verified, updatedAt: _at, ...person } = row;
  return {
    ...person,
    admin: roles.some(({ role, endedAt }) => role === "admin" && endedAt === null),
    roles: roles.map(withoutPerson),
  };
}
