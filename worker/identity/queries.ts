import { and, eq, gt } from "drizzle-orm";
import { digest } from "../kernel/digest.ts";
import type { Actor, Membership } from "../kernel/permissions.ts";
import type { Database } from "../platform/database.ts";
import { memberships, people, sessions } from "./tables.ts";
import type { DemoPerson } from "./terms.ts";

/** Whose session this token opens at this moment, with their roles as they are now; or null. */
export async function findActor(db: Database, token: string, now: string): Promise<Actor | null> {
  const rows = await db
    .select({ person: people, membership: memberships })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.person))
    .leftJoin(memberships, eq(memberships.person, people.id))
    .where(and(eq(sessions.tokenHash, await digest(token)), gt(sessions.expiresAt, now)));
  const person = rows[0]?.person;
  if (!person) return null;
  const held = rows.flatMap(({ membership }) => membership ?? []);
  return { id: person.id, admin: person.admin, memberships: held.flatMap(asMembership) };
}

function asMembership(row: typeof memberships.$inferSelect): Membership[] {
  const { project, role, municipalities } = row;
  return role === "admin" ? [] : [{ project, role, municipalities }];
}

/** The seeded person who plays this part, or null where the seeds were not played. */
export async function findDemoPerson(db: Database, person: DemoPerson, municipality: string) {
  const id = person === "contact" ? `contact-${municipality}` : person;
  const [found] = await db
    .select()
    .from(people)
    .where(and(eq(people.id, id), eq(people.demo, true)));
  return found ?? null;
}
