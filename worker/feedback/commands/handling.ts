import { eq } from "drizzle-orm";
import { happened, record } from "../../history/record.ts";
import { COUNTY_SCOPE } from "../../history/terms.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { SAY } from "../../kernel/sentences/say.ts";
import { retrying, runBatch } from "../../platform/database.ts";
import type { AskedDeps, Deps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { mailCause } from "../../platform/mail.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import { logged } from "../../use-log/record.ts";
import type { AnswerFeedback, CloseFeedback, FeedbackView } from "../contract/feedback.ts";
import { assertAnswerable, assertOpen } from "../domain.ts";
import { allFeedback, feedbackView, loadFeedback } from "../queries.ts";
import { handlingOf, writeHandling } from "../record.ts";
import { feedback } from "../tables.ts";

type FeedbackRow = typeof feedback.$inferSelect;
type Handling = {
  readonly kind: "feedback.answered" | "feedback.closed";
  readonly before: FeedbackRow;
  readonly after: FeedbackRow;
};

/**
 * Answers feedback: the answer is kept, and goes out as a letter where an address was given. One
 * whose letter did not go out is answered again. Refuses with `forbidden`, `not_found`, `stale` and
 * `locked`.
 */
export async function answerFeedback(
  deps: AskedDeps,
  id: string,
  expected: number,
  { answer }: AnswerFeedback,
): Promise<Answer<FeedbackView>> {
  const written = await retrying(async () => {
    const before = await loadFeedback(deps, id);
    assertStands(deps, before, expected);
    assertAnswerable(before);
    const by = { answeredAt: deps.now, answeredBy: deps.actor.id };
    const after = { ...before, ...by, answer, state: "answered" as const };
    return handle(deps, { kind: "feedback.answered", before, after });
  });
  const { email, language } = written.body;
  if (email === null || !(await mailAnswer(deps, { to: email, id, answer, language }))) {
    return written;
  }
  await deps.db.update(feedback).set({ mailedAt: deps.now }).where(eq(feedback.id, id));
  return { ...written, body: { ...written.body, mailedAt: deps.now } };
}

/** Closes feedback, answered or not, with a reason. Refuses as `answerFeedback` does. */
export async function closeFeedback(
  deps: Deps,
  id: string,
  expected: number,
  { because }: CloseFeedback,
): Promise<Answer<FeedbackView>> {
  return retrying(async () => {
    const before = await loadFeedback(deps, id);
    assertStands(deps, before, expected);
    assertOpen(before);
    const by = { closedAt: deps.now, closedBy: deps.actor.id };
    const after = { ...before, ...by, closedBecause: because, state: "closed" as const };
    return handle(deps, { kind: "feedback.closed", before, after });
  });
}

/** Refuses with `stale`, and with the whole of what it is now. */
function assertStands({ now }: Pick<Deps, "now">, row: FeedbackRow, expected: number): void {
  assertVersion(feedbackView(row, now), expected);
}

async function handle(deps: Deps, { kind, before, after }: Handling) {
  const fact = await happened(deps, before.version === 0 ? null : before, {
    scope: COUNTY_SCOPE,
    subject: `feedback:${before.id}`,
    kind,
    role: assertMay(deps.actor, "feedback.manage"),
    before: handlingOf(before),
    after: handlingOf(after),
  });
  const body = feedbackView({ ...after, version: fact.version }, deps.now);
  // A kept answer holds neither the texts nor the address: those have a time of their own.
  const kept = { ...body, text: "", page: "", email: null, answer: "", closedBecause: "" };
  const answer = { status: 200, body, kept, version: fact.version } as const;
  return commit<FeedbackView>(deps, answer, [
    ...record([fact]),
    writeHandling(deps.db, after, fact),
  ]);
}

type AnswerLetter = Pick<FeedbackView, "id" | "answer" | "language"> & { readonly to: string };

/** Whether the letter went out. */
async function mailAnswer(
  { mailer, settings }: AskedDeps,
  { to, id, answer, language }: AnswerLetter,
): Promise<boolean> {
  if (mailer === null) return false;
  const say = SAY[language];
  const body = say.answerBody(id, answer, `${settings.origin}/accessibility`);
  return mailer({ to, subject: say.answerSubject(id), body }).then(
    () => true,
    (cause: unknown) => {
      console.error(JSON.stringify({ message: "answer not sent", cause: mailCause(cause) }));
      return false;
    },
  );
}

/** All feedback for a file, and the line in the log that says who took it. */
export async function takeFeedback(deps: AskedDeps): Promise<FeedbackView[]> {
  assertMay(deps.actor, "feedback.manage");
  await countTowards(deps, "exported", deps.actor.id);
  const all = await allFeedback(deps);
  await runBatch(deps.db, [logged(deps, { kind: "exported", detail: "feedback csv" })]);
  return all;
}
