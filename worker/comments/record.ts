import { and, eq, sql } from "drizzle-orm";
import type { Fact } from "../history/record.ts";
import type { Database, Statement } from "../platform/database.ts";
import { requests } from "../platform/requests.ts";
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

/** The statements that keep who is named in a comment: nobody for what is no longer shown. */
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
    ...named.map((person) =>
      db
        .insert(mentions)
        .values({ person, comment: said.id, project: said.project, at })
        .onConflictDoNothing(),
    ),
  ];
}

/** The statements that take a comment's words away for good, also from answers that are kept. */
export function forgetTexts(db: Database, id: string): Statement[] {
  return [
    db.delete(commentTexts).where(eq(commentTexts.comment, id)),
    sql`DELETE FROM ${requests} WHERE instr(${requests.answer}, ${JSON.stringify(id)}) > 0`,
  ];
}

/** The same for all that a person has written, and who named them. */
export function forgetCommentsOf(db: Database, person: string): Statement[] {
  const own = sql`(SELECT ${comments.id} FROM ${comments} WHERE ${comments.author} = ${person})`;
  const kept = `"author":${JSON.stringify(person)}`;
  return [
    db.delete(commentTexts).where(sql`${commentTexts.comment} IN ${own}`),
    db.delete(mentions).where(eq(mentions.person, person)),
    sql`DELETE FROM ${requests} WHERE instr(${requests.answer}, ${kept}) > 0`,
  ];
}
