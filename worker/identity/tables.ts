import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ROLES } from "../kernel/permissions.ts";

/** Pseudonyms only. */
export const people = sqliteTable("people", {
  id: text().primaryKey(),
  admin: integer({ mode: "boolean" }).notNull().default(false),
  /** A person of the demonstration, whom anyone may become where demonstration is on. */
  demo: integer({ mode: "boolean" }).notNull().default(false),
});

/** Who has which role in which project. `project` is a slug without a foreign key: projects
 * stand above identity in the rank of contexts. */
export const memberships = sqliteTable(
  "memberships",
  {
    person: text()
      .notNull()
      .references(() => people.id),
    project: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    municipalities: text({ mode: "json" }).$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.project, t.role] })],
);

/** Open sessions, found by the SHA-256 of the cookie's token. */
export const sessions = sqliteTable("sessions", {
  tokenHash: text().primaryKey(),
  person: text()
    .notNull()
    .references(() => people.id),
  createdAt: text().notNull(),
  expiresAt: text().notNull(),
});
