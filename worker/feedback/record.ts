import { eq } from "drizzle-orm";
import type { Fact, Head } from "../history/record.ts";
import type { Database, Statement } from "../platform/database.ts";
import type { ApproveStatement } from "./contract/statement.ts";
import { feedback, statements } from "./tables.ts";
import { statementSlug } from "./terms.ts";

type FeedbackRow = typeof feedback.$inferSelect;

/** The statement of the database that makes the accessibility statement what its fact says. */
export function writeStatement(
  db: Database,
  after: ApproveStatement,
  { version, hash, at }: Pick<Fact, "version" | "hash" | "at">,
): Statement {
  const row = { ...after, version, hash, approvedAt: at };
  return version === 1
    ? db.insert(statements).values({ ...row, slug: statementSlug, firstApprovedAt: at })
    : db.update(statements).set(row).where(eq(statements.slug, statementSlug));
}

/** What a fact says of feedback: its reference, state and moments, and nothing that was written. */
export function handlingOf({ id, state, receivedAt, answeredAt, closedAt }: FeedbackRow) {
  return { id, state, receivedAt, answeredAt, closedAt };
}

/** The statement that makes the handled row what its fact and the handler say. */
export function writeHandling(
  db: Database,
  { id, version: _version, hash: _hash, ...after }: FeedbackRow,
  { version, hash }: Head,
): Statement {
  return db
    .update(feedback)
    .set({ ...after, version, hash })
    .where(eq(feedback.id, id));
}
