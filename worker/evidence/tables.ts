import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { projects } from "../projects/tables.ts";
import { EVIDENCE_KINDS } from "../projects/terms.ts";
import type { EvidenceRecord } from "./contract.ts";
import { EVIDENCE_STATES } from "./terms.ts";

/** A stored file, once whatever the number of items that show it. Its bytes are in R2. */
export const files = sqliteTable("files", {
  digest: text().primaryKey(),
  size: integer().notNull(),
  mediaType: text().notNull(),
  storedAt: text().notNull(),
});

/** What shows that a milestone is where people say, in some municipalities or in all the project. */
export const evidence = sqliteTable(
  "evidence",
  {
    id: text().primaryKey(),
    project: text()
      .notNull()
      .references(() => projects.slug),
    milestone: integer().notNull(),
    municipalities: text({ mode: "json" }).$type<string[]>().notNull(),
    kind: text({ enum: EVIDENCE_KINDS }).notNull(),
    title: text().notNull(),
    note: text().notNull(),
    url: text(),
    digest: text().references(() => files.digest),
    fileName: text(),
    mediaType: text(),
    size: integer(),
    record: text({ mode: "json" }).$type<EvidenceRecord>(),
    state: text({ enum: EVIDENCE_STATES }).notNull(),
    review: text().notNull(),
    addedBy: text().notNull(),
    addedAt: text().notNull(),
    reviewedBy: text(),
    reviewedAt: text(),
    version: integer().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index("evidence_of_milestone").on(t.project, t.milestone),
    index("evidence_of_file").on(t.digest),
  ],
);
