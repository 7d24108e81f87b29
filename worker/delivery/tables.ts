import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { projects } from "../projects/tables.ts";
import type { ReportFormat } from "../reporting/terms.ts";
import {
  ATTEMPT_PROBLEMS,
  DELIVERY_STATES,
  NOTICE_STATES,
  REPORT_EVENTS,
  type ReportEvent,
} from "./terms.ts";

const project = text()
  .notNull()
  .references(() => projects.slug);
/** Version and hash of the newest fact: a trigger lets what was decided change only with it. */
const head = { version: integer().notNull(), hash: text().notNull() };

/** A link that opens one report to whoever has it. Its token is known by its SHA-256 alone. */
export const reportLinks = sqliteTable(
  "report_links",
  {
    id: text().primaryKey(),
    project,
    report: integer().notNull(),
    /** Null: the newest that was submitted. */
    edition: integer(),
    formats: text({ mode: "json" }).$type<readonly ReportFormat[]>().notNull(),
    /** Whom it is for, as its maker calls them; in no fact. */
    name: text().notNull(),
    tokenHash: text().notNull().unique(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    revokedAt: text(),
    /** Files that were taken with it, and when last. */
    times: integer().notNull().default(0),
    usedAt: text(),
    ...head,
  },
  (t) => [index("report_links_project").on(t.project, t.createdAt)],
);

/** Where a project's events are sent. What signs them is worked out, and kept nowhere. */
export const webhooks = sqliteTable(
  "webhooks",
  {
    id: text().primaryKey(),
    project,
    url: text().notNull(),
    events: text({ mode: "json" }).$type<readonly ReportEvent[]>().notNull(),
    isEnabled: integer({ mode: "boolean" }).notNull(),
    /** Attempts that failed since the last that did not. */
    failures: integer().notNull().default(0),
    /** When the service gave up on it by itself; null where it has not. */
    gaveUpAt: text(),
    createdAt: text().notNull(),
    removedAt: text(),
    ...head,
  },
  (t) => [index("webhooks_project").on(t.project)],
);

/** An event on its way to a webhook, once for each fact. */
export const deliveries = sqliteTable(
  "deliveries",
  {
    id: text().primaryKey(),
    webhook: text()
      .notNull()
      .references(() => webhooks.id),
    /** The running number of the fact that it tells of. */
    fact: integer().notNull(),
    event: text({ enum: REPORT_EVENTS }).notNull(),
    payload: text().notNull(),
    state: text({ enum: DELIVERY_STATES }).notNull(),
    /** Since it was first sent, or sent again by hand. */
    attempts: integer().notNull(),
    /** When it is due; while an attempt is under way, when somebody else may take it up. */
    nextAt: text().notNull(),
    createdAt: text().notNull(),
  },
  (t) => [
    uniqueIndex("deliveries_once").on(t.webhook, t.fact),
    index("deliveries_due").on(t.state, t.nextAt),
    index("deliveries_age").on(t.createdAt),
  ],
);

/** One attempt, without anything of what was answered. */
export const deliveryAttempts = sqliteTable(
  "delivery_attempts",
  {
    delivery: text()
      .notNull()
      .references(() => deliveries.id),
    at: text().notNull(),
    /** Null where nothing was answered. */
    status: integer(),
    milliseconds: integer().notNull(),
    /** Null where it was taken. */
    problem: text({ enum: ATTEMPT_PROBLEMS }),
  },
  (t) => [primaryKey({ columns: [t.delivery, t.at] })],
);

/** A letter to one person on one submission, once for each; sent together with others that wait. */
export const reportNotices = sqliteTable(
  "report_notices",
  {
    fact: integer().notNull(),
    person: text().notNull(),
    project,
    report: integer().notNull(),
    edition: integer().notNull(),
    state: text({ enum: NOTICE_STATES }).notNull(),
    /** At once, or when the week's digest goes out. */
    dueAt: text().notNull(),
    tries: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fact, t.person] }),
    index("report_notices_due").on(t.state, t.dueAt),
    index("report_notices_person").on(t.person),
  ],
);

/** Up to which fact the deliverer has read. One row, `facts`. */
export const deliveryCursors = sqliteTable("delivery_cursors", {
  name: text().primaryKey(),
  seq: integer().notNull(),
});
