import { foreignKey, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { milestones } from "../projects/tables.ts";
import { DECLARED } from "./terms.ts";

/** What was last said of a milestone in a municipality (or `all`). No row: no data. */
export const cells = sqliteTable(
  "cells",
  {
    project: text().notNull(),
    milestone: integer().notNull(),
    municipality: text().notNull(),
    declared: text({ enum: DECLARED }).notNull(),
    value: real(),
    forecastOn: text(),
    doneOn: text(),
    reason: text(),
    unblock: text(),
    note: text(),
    confirmedAt: text(),
    version: integer().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.project, t.milestone, t.municipality] }),
    foreignKey({
      columns: [t.project, t.milestone],
      foreignColumns: [milestones.project, milestones.number],
    }),
  ],
);
