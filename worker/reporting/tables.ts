import { foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { projects } from "../projects/tables.ts";
import type { Correction, ReportState } from "./contract/reports.ts";
import { REPORT_FORMATS, REPORT_STATES } from "./terms.ts";

const project = text()
  .notNull()
  .references(() => projects.slug);

/** Reports to the funder. Each submission of one is an edition, which fixes text and figures. */
export const reports = sqliteTable(
  "reports",
  {
    project,
    number: integer().notNull(),
    name: text().notNull(),
    message: text().notNull(),
    budget: text({ mode: "json" }).$type<ReportState["budget"]>(),
    period: text({ mode: "json" }).$type<ReportState["period"]>(),
    sections: text({ mode: "json" }).$type<ReportState["sections"]>().notNull().default([]),
    state: text({ enum: REPORT_STATES }).notNull(),
    /** Of the newest submission; 0 before the first. */
    edition: integer().notNull().default(0),
    /** The moment of the newest edition's figures; null before the first. */
    asOf: text(),
    correction: text({ mode: "json" }).$type<Correction>(),
    decision: text({ mode: "json" }).$type<ReportState["decision"]>(),
    /** The edition that is in force. */
    accepted: text({ mode: "json" }).$type<ReportState["accepted"]>(),
    /** Of the newest edition, as its own row has it. */
    fingerprint: text(),
    size: integer(),
    createdAt: text().notNull(),
    version: integer().notNull(),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.project, t.number] })],
);

const ofReport = { project: text().notNull(), report: integer().notNull() };

/** What the team has written in a section of a report. */
export const reportTexts = sqliteTable(
  "report_texts",
  {
    ...ofReport,
    section: text().notNull(),
    text: text().notNull(),
    version: integer().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.project, t.report, t.section] }),
    foreignKey({
      columns: [t.project, t.report],
      foreignColumns: [reports.project, reports.number],
    }),
  ],
);

/**
 * What was submitted, written once: its canonical JSON lies among the files under its fingerprint.
 * `version` is that of the report's fact that submitted it.
 */
export const reportEditions = sqliteTable(
  "report_editions",
  {
    ...ofReport,
    edition: integer().notNull(),
    name: text().notNull(),
    message: text().notNull(),
    asOf: text().notNull(),
    fingerprint: text().notNull(),
    size: integer().notNull(),
    correction: text({ mode: "json" }).$type<Correction>(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.project, t.report, t.edition] }),
    index("report_editions_fingerprint").on(t.fingerprint),
    foreignKey({
      columns: [t.project, t.report],
      foreignColumns: [reports.project, reports.number],
    }),
  ],
);

/** The files of editions as they were made first, and are given out ever after. */
export const reportFiles = sqliteTable(
  "report_files",
  {
    ...ofReport,
    edition: integer().notNull(),
    format: text({ enum: REPORT_FORMATS }).notNull(),
    language: text().notNull(),
    digest: text().notNull(),
    size: integer().notNull(),
    madeAt: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.project, t.report, t.edition, t.format, t.language] }),
    index("report_files_digest").on(t.digest),
    foreignKey({
      columns: [t.project, t.report, t.edition],
      foreignColumns: [reportEditions.project, reportEditions.report, reportEditions.edition],
    }),
  ],
);
