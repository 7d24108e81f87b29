import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { LANGUAGES } from "../kernel/language.ts";
import type { ApproveStatement } from "./contract/statement.ts";
import { CATEGORIES, CONFORMANCES, FEEDBACK_STATES } from "./terms.ts";

/** Version and hash of the newest fact: a trigger lets a row change only together with it. */
const head = { version: integer().notNull(), hash: text().notNull() };

/** The accessibility statement as it was approved last. */
export const statements = sqliteTable("statements", {
  slug: text().primaryKey(),
  serviceName: text({ mode: "json" }).$type<ApproveStatement["serviceName"]>().notNull(),
  conformance: text({ enum: CONFORMANCES }).notNull(),
  assessedOn: text().notNull(),
  assessedHow: text({ mode: "json" }).$type<ApproveStatement["assessedHow"]>().notNull(),
  shortcomings: text({ mode: "json" }).$type<ApproveStatement["shortcomings"]>().notNull(),
  otherwise: text({ mode: "json" }).$type<ApproveStatement["otherwise"]>().notNull(),
  contactEmail: text().notNull(),
  authority: text({ mode: "json" }).$type<ApproveStatement["authority"]>().notNull(),
  firstApprovedAt: text().notNull(),
  approvedAt: text().notNull(),
  ...head,
});

/**
 * What people wrote to the county about the service. The version is 0 until somebody handles it:
 * a stranger's letter makes no fact. Texts and address are emptied when they have been kept long
 * enough.
 */
export const feedback = sqliteTable(
  "feedback",
  {
    id: text().primaryKey(),
    category: text({ enum: CATEGORIES }).notNull(),
    text: text().notNull(),
    page: text().notNull(),
    email: text(),
    language: text({ enum: LANGUAGES }).notNull(),
    state: text({ enum: FEEDBACK_STATES }).notNull(),
    receivedAt: text().notNull(),
    answer: text().notNull(),
    answeredAt: text(),
    answeredBy: text(),
    mailedAt: text(),
    closedAt: text(),
    closedBy: text(),
    closedBecause: text().notNull(),
    erasedAt: text(),
    ...head,
  },
  (t) => [index("feedback_state").on(t.state, t.id), index("feedback_email").on(t.email)],
);
