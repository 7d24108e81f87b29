import { and, asc, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { assertMay } from "../kernel/permissions.ts";
import { notFound } from "../kernel/refusal.ts";
import type { Deps } from "../platform/env.ts";
import type { FeedbackList, FeedbackQuery, FeedbackView } from "./contract/feedback.ts";
import type { StatementView } from "./contract/statement.ts";
import { dueOn, lateBefore } from "./domain.ts";
import { feedback, statements } from "./tables.ts";
import { exportedMax, statementSlug } from "./terms.ts";

type Reading = Pick<Deps, "db" | "actor" | "now">;
type FeedbackRow = typeof feedback.$inferSelect;

/** The statement as it was approved last, with its head; null before anybody has. Open to all. */
export async function findStatement({ db }: Pick<Deps, "db">) {
  const [row] = await db.select().from(statements).where(eq(statements.slug, statementSlug));
  return row ?? null;
}

/** The approved statement, or the draft that the code brings along, with the version 0. */
export function statementView(
  row: Awaited<ReturnType<typeof findStatement>>,
  draft: Omit<StatementView, "version" | "firstApprovedAt" | "approvedAt">,
): StatementView {
  if (!row) return { ...draft, version: 0, firstApprovedAt: null, approvedAt: null };
  const { slug: _slug, hash: _hash, ...view } = row;
  return view;
}

/** A page of feedback in one state, and how much waits. Refuses with `forbidden`. */
export async function listFeedback(
  { db, actor, now }: Reading,
  { state, after, limit }: Pick<FeedbackQuery, "state"> & { after: string; limit: number },
): Promise<{ rows: FeedbackView[] } & Pick<FeedbackList, "waiting" | "late">> {
  assertMay(actor, "feedback.manage");
  const isOldestFirst = state === "new";
  const beyond = isOldestFirst ? gt(feedback.id, after) : lt(feedback.id, after);
  const [rows, [counted]] = await Promise.all([
    db
      .select()
      .from(feedback)
      .where(and(eq(feedback.state, state), after === "" ? undefined : beyond))
      .orderBy(isOldestFirst ? asc(feedback.id) : desc(feedback.id))
      .limit(limit),
    db
      .select({
        waiting: sql<number>`count(*)`,
        late: sql<number>`coalesce(sum(${feedback.receivedAt} < ${lateBefore(now)}), 0)`,
      })
      .from(feedback)
      .where(isWaiting),
  ]);
  const { waiting = 0, late = 0 } = counted ?? {};
  return { rows: rows.map((row) => feedbackView(row, now)), waiting, late };
}

const isWaiting = and(eq(feedback.state, "new"), isNull(feedback.erasedAt));

/** How much waits for an answer. Reads a row for each, at most `waitingMax`. */
export async function countWaiting({ db }: Pick<Deps, "db">): Promise<number> {
  const [row] = await db
    .select({ waiting: sql<number>`count(*)` })
    .from(feedback)
    .where(isWaiting);
  return row?.waiting ?? 0;
}

/** The newest feedback of all states, at most `exportedMax`. Refuses with `forbidden`. */
export async function allFeedback({ db, actor, now }: Reading): Promise<FeedbackView[]> {
  assertMay(actor, "feedback.manage");
  const rows = await db.select().from(feedback).orderBy(desc(feedback.id)).limit(exportedMax);
  return rows.map((row) => feedbackView(row, now));
}

/** One row with its head. Refuses with `forbidden` and `not_found`. */
export async function loadFeedback({ db, actor }: Reading, id: string): Promise<FeedbackRow> {
  assertMay(actor, "feedback.manage");
  const [row] = await db.select().from(feedback).where(eq(feedback.id, id));
  if (!row) throw notFound();
  return row;
}

/** A row as the administrator sees it, with the date by which it is to be answered. */
export function feedbackView({ hash: _hash, ...row }: FeedbackRow, now: string): FeedbackView {
  const isLate = row.state === "new" && row.erasedAt === null && row.receivedAt < lateBefore(now);
  return { ...row, dueOn: dueOn(row.receivedAt), isLate };
}
