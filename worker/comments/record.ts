import { and, eq, sql } from "drizzle-orm";
import type { Fact } from "../history/record.ts";
import { memberships } from "../identity/tables.ts";
import type { Database, Statement } from "../platform/database.ts";
import type { CommentSaid } from "./contract.ts";
import { comments, commentTexts, mentions } from "./tables.ts";

/** The statement that makes a comment's row what its fact says. */
export function writeComment(
  db: Database,
  said: CommentSaid,
  { version, hash }: Pick<Fact, "version" | "hash">,
): Statement {
  const row = { ...said, version, hash };
  return version === 1
    ? db.insert(comments).values(row)
    : db.update(comments).set(row).where(eq(comments.id, said.id));
}

/**
 * The statements that keep who is named in a comment: nobody for what is no longer shown, and none
 * anew who is no member by then. A text may name people who have left or were erased since.
 */
export function writeMentions(db: Database, said: CommentSaid, at: string): Statement[] {
  const named = said.state === "shown" ? said.mentions.filter((one) => one !== said.author) : [];
  const people = JSON.stringify(named);
  return [
    db
      .delete(mentions)
      .where(
        and(
          eq(mentions.comment, said.id),
          sql`${mentions.person} NOT IN (SELECT value FROM json_each(${people}))`,
        ),
      ),
    sql`INSERT INTO ${mentions} (person, comment, project, at)
      SELECT named.value, ${said.id}, ${said.project}, ${at} FROM json_each(${people}) named
      WHERE EXISTS (SELECT 1 FROM ${memberships}
        WHERE person = named.value AND project = ${said.project} AND ended_at IS NULL)
      ON CONFLICT DO NOTHING`,
  ];
}

/** The statement that takes a comment's words away for good: no kept answer holds them. */
export function forgetTexts(db: Database, id: string): Statement {
  return db.delete(commentTexts).where(eq(commentTexts.comment, id));
}

/** The statements that do so for all that a person has written, and that forget who named them. */
export function forgetCommentsOf(db: Database, person: string): Statement[] {
  const own = sql`(SELECT ${comments.id} FROM ${comments} WHERE ${comments.author} = ${person})`;
  return [
    db.delete(commentTexts).where(sql`${commentTexts.comment} IN ${own}`),
    db.delete(mentions).where(eq(mentions.person, person)),
  ];
}
