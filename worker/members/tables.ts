import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { people } from "../identity/tables.ts";
import { LANGUAGES } from "../kernel/language.ts";
import { PROJECT_ROLES } from "../kernel/permissions.ts";
import { projects } from "../projects/tables.ts";
import { DECISIONS } from "./terms.ts";

const project = text()
  .notNull()
  .references(() => projects.slug);
const aPerson = () =>
  text()
    .notNull()
    .references(() => people.id);
const offered = {
  role: text({ enum: PROJECT_ROLES }).notNull(),
  municipalities: text({ mode: "json" }).$type<string[]>().notNull(),
  deputyFor: text({ mode: "json" }).$type<string[]>().notNull(),
};

/** Roles offered by e-mail. The link's token is kept only as a hash. */
export const invitations = sqliteTable(
  "invitations",
  {
    id: text().primaryKey(),
    project,
    ...offered,
    /** Null once the person was erased. */
    email: text(),
    language: text({ enum: LANGUAGES }).notNull(),
    tokenHash: text().notNull().unique(),
    invitedBy: aPerson(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    /** When a mail with the link went out; null where it did not. */
    mailedAt: text(),
    acceptedAt: text(),
    acceptedBy: text().references(() => people.id),
    revokedAt: text(),
  },
  (t) => [index("invitations_project").on(t.project, t.createdAt)],
);

/**
 * Roles that people ask for. `project` is what the person wrote, with no foreign key: a request for
 * a project that is not there looks to its writer like any other.
 */
export const accessRequests = sqliteTable(
  "access_requests",
  {
    id: text().primaryKey(),
    person: aPerson(),
    project: text().notNull(),
    ...offered,
    message: text().notNull(),
    createdAt: text().notNull(),
    decision: text({ enum: DECISIONS }),
    decidedAt: text(),
    decidedBy: text().references(() => people.id),
    answer: text().notNull(),
  },
  (t) => [
    index("access_requests_project").on(t.project, t.createdAt),
    index("access_requests_person").on(t.person),
  ],
);
