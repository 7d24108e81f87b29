import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { projects } from "../projects/tables.ts";
import type { CellLink } from "./contract.ts";
import { DEVIATION_STATES, type Level, RISK_STATES } from "./terms.ts";

const project = text()
  .notNull()
  .references(() => projects.slug);
const links = text({ mode: "json" }).$type<CellLink[]>().notNull();
const written = {
  createdAt: text().notNull(),
  changedAt: text().notNull(),
  version: integer().notNull(),
  hash: text().notNull(),
};

/** What could go wrong: the four parts that Decree 547/2024 asks for, and when it was looked at. */
export const risks = sqliteTable(
  "risks",
  {
    project,
    number: integer().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    likelihood: integer().$type<Level>().notNull(),
    significance: integer().$type<Level>().notNull(),
    mitigation: text().notNull(),
    owner: text().notNull(),
    reviewedOn: text().notNull(),
    state: text({ enum: RISK_STATES }).notNull(),
    closedBecause: text(),
    links,
    ...written,
  },
  (t) => [primaryKey({ columns: [t.project, t.number] })],
);

/** What went otherwise than planned, and what is done about it. */
export const deviations = sqliteTable(
  "deviations",
  {
    project,
    number: integer().notNull(),
    title: text().notNull(),
    cause: text().notNull(),
    effect: text().notNull(),
    correctiveAction: text().notNull(),
    owner: text().notNull(),
    noticedOn: text().notNull(),
    resolvedOn: text(),
    state: text({ enum: DEVIATION_STATES }).notNull(),
    /** The number of the risk that came true, where it was seen coming. */
    risk: integer(),
    links,
    ...written,
  },
  (t) => [primaryKey({ columns: [t.project, t.number] })],
);
