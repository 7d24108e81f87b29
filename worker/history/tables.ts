import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Everything that ever happened, in order. Triggers refuse to change or remove a row. */
export const facts = sqliteTable(
  "facts",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    scope: text().notNull(),
    subject: text().notNull(),
    version: integer().notNull(),
    kind: text().notNull(),
    actor: text().notNull(),
    role: text().notNull(),
    at: text().notNull(),
    key: text().notNull().unique(),
    detail: text().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull().unique(),
  },
  (t) => [
    uniqueIndex("facts_subject_version").on(t.subject, t.version),
    index("facts_scope_at").on(t.scope, t.at),
  ],
);
