import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { people } from "../identity/tables.ts";
import { ROLES } from "../kernel/permissions.ts";
import { projects } from "../projects/tables.ts";
import { COMMENT_STATES } from "./terms.ts";

/** What people say to each other of a milestone: everything but the words. */
export const comments = sqliteTable(
  "comments",
  {
    id: text().primaryKey(),
    project: text()
      .notNull()
      .references(() => projects.slug),
    milestone: integer().notNull(),
    /** Null: of the milestone as a whole. */
    municipality: text(),
    /** The comment that this one answers; null: it begins a thread. */
    thread: text(),
    textDigest: text().notNull(),
    mentions: text({ mode: "json" }).$type<string[]>().notNull(),
    author: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    writtenAt: text().notNull(),
    editedAt: text(),
    state: text({ enum: COMMENT_STATES }).notNull(),
    removedBecause: text(),
    resolvedAt: text(),
    resolvedBy: text(),
    version: integer().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index("comments_of_milestone").on(t.project, t.milestone, t.thread),
    index("comments_of_thread").on(t.thread),
    index("comments_of_author").on(t.author),
  ],
);

/**
 * The words, apart from facts, so that they can be taken away for good. The salt goes with them:
 * without it nobody can try which words a fact's digest stands for.
 */
export const commentTexts = sqliteTable(
  "comment_texts",
  {
    comment: text()
      .notNull()
      .references(() => comments.id),
    /** The version of the comment that it came with. */
    version: integer().notNull(),
    at: text().notNull(),
    salt: text().notNull(),
    text: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.comment, t.version] })],
);

/** Who is named in a comment, and whether they have looked. */
export const mentions = sqliteTable(
  "mentions",
  {
    person: text()
      .notNull()
      .references(() => people.id),
    comment: text()
      .notNull()
      .references(() => comments.id),
    project: text().notNull(),
    at: text().notNull(),
    seenAt: text(),
  },
  (t) => [
    primaryKey({ columns: [t.person, t.comment] }),
    index("mentions_of_comment").on(t.comment),
  ],
);
