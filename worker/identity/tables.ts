import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { LANGUAGES } from "../kernel/language.ts";
import { ROLES, TOKEN_SCOPES } from "../kernel/permissions.ts";
import { NOTICES, SIGN_IN_METHODS } from "./terms.ts";

/**
 * Work contacts: what the work needs to know of a person and no more. Facts carry the pseudonym
 * `id` alone, so erasing a person empties this row and leaves every hash as it was.
 */
export const people = sqliteTable("people", {
  id: text().primaryKey(),
  name: text().notNull().default(""),
  title: text().notNull().default(""),
  organisation: text().notNull().default(""),
  /** In lower case; null for one who was erased. */
  email: text().unique(),
  emailVerified: integer({ mode: "boolean" }).notNull().default(false),
  language: text({ enum: LANGUAGES }).notNull().default("fi"),
  notices: text({ enum: NOTICES }).notNull().default("digest"),
  /** A person of the demonstration, whom anyone may become where demonstration is on. */
  demo: integer({ mode: "boolean" }).notNull().default(false),
  version: integer().notNull().default(1),
  createdAt: text().notNull().default(""),
  updatedAt: text().notNull().default(""),
  erasedAt: text(),
});

const person = text()
  .notNull()
  .references(() => people.id);

/**
 * Who has, or had, which role where: a project's slug, or the whole county. Without a foreign key:
 * projects stand above identity in the rank of contexts. A role that has ended keeps its row.
 */
export const memberships = sqliteTable(
  "memberships",
  {
    person,
    project: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    municipalities: text({ mode: "json" }).$type<string[]>().notNull(),
    deputyFor: text({ mode: "json" }).$type<string[]>().notNull().default([]),
    since: text().notNull().default(""),
    endedAt: text(),
    version: integer().notNull().default(0),
    hash: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.person, t.project, t.role] }),
    index("memberships_project").on(t.project),
  ],
);

/** Open sessions, found by the SHA-256 of the cookie's token. */
export const sessions = sqliteTable(
  "sessions",
  {
    tokenHash: text().primaryKey(),
    person,
    /** What the session is called towards its owner. */
    id: text().notNull().default(""),
    method: text({ enum: SIGN_IN_METHODS }).notNull().default("demo"),
    device: text().notNull().default(""),
    createdAt: text().notNull(),
    usedAt: text().notNull().default(""),
    expiresAt: text().notNull(),
  },
  (t) => [index("sessions_person").on(t.person)],
);

/** Who somebody is at the county's sign-in: its issuer and its subject. No tokens are kept. */
export const accounts = sqliteTable(
  "accounts",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => people.id),
    providerId: text().notNull(),
    accountId: text().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (t) => [
    uniqueIndex("accounts_account").on(t.providerId, t.accountId),
    index("accounts_person").on(t.userId),
  ],
);

/** Sign-ins under way: codes and states, by hashes. */
export const verifications = sqliteTable(
  "verifications",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: text().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (t) => [index("verifications_identifier").on(t.identifier)],
);

/** API tokens, found by their SHA-256. */
export const tokens = sqliteTable(
  "tokens",
  {
    id: text().primaryKey(),
    person,
    name: text().notNull(),
    tokenHash: text().notNull().unique(),
    scope: text({ enum: TOKEN_SCOPES }).notNull(),
    /** The one project it is for, or null for all of its owner's. */
    project: text(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    usedAt: text(),
    revokedAt: text(),
  },
  (t) => [index("tokens_person").on(t.person)],
);

/** Addresses of the dashboard that a person keeps, under names of their own. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: text().primaryKey(),
    person,
    name: text().notNull(),
    path: text().notNull(),
    version: integer().notNull(),
    createdAt: text().notNull(),
    changedAt: text().notNull(),
  },
  (t) => [uniqueIndex("saved_views_name").on(t.person, t.name)],
);
