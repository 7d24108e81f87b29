import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { projects } from "../projects/tables.ts";
import { REPORT_STATES } from "./terms.ts";

/** Status reports to the funder. Submitting fixes the moment that their figures are of. */
export const reports = sqliteTable(
  "reports",
  {
    project: text()
      .notNull()
      .references(() => projects.slug),
    number: integer().notNull(),
    name: text().notNull(),
    message: text().notNull(),
    state: text({ enum: REPORT_STATES }).notNull(),
    /** The moment of the figures; null as long as it is a draft. */
    asOf: text(),
    createdAt: text().notNull(),
    version: integer().notNull(),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.project, t.number] })],
);
