import { subMonths } from "date-fns";
import { sql } from "drizzle-orm";
import { Refusal } from "../../kernel/refusal.ts";
import { SAY } from "../../kernel/sentences/say.ts";
import { retrying } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { mailCause } from "../../platform/mail.ts";
import { neighbourhoodOf } from "../../platform/network.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import type { FeedbackReceived, SendFeedback } from "../contract/feedback.ts";
import { dueOn, referenceAt } from "../domain.ts";
import { countWaiting } from "../queries.ts";
import { feedback } from "../tables.ts";
import { answerDays, keptMonths, keptUnansweredMonths, waitingMax } from "../terms.ts";

const empty = {
  answer: "",
  answeredAt: null,
  answeredBy: null,
  mailedAt: null,
  closedAt: null,
  closedBy: null,
  closedBecause: "",
  erasedAt: null,
  version: 0,
  hash: "",
} as const;

/**
 * Takes feedback from anybody, and confirms it at once, by letter where an address was given. Who
 * sent it is not kept. The letter holds nothing of what was written: it may go to a stranger.
 * Refuses with `rate_limited` and `locked` (too much waits).
 */
export async function sendFeedback(
  deps: AskedDeps,
  { leaveEmpty: _leaveEmpty, ...input }: SendFeedback,
): Promise<Answer<FeedbackReceived>> {
  const { db, now, language, address } = deps;
  const neighbourhood = neighbourhoodOf(address);
  await countTowards(deps, "feedbackSent", neighbourhood);
  if (input.email !== null) {
    await countTowards(deps, "feedbackMailed", `${neighbourhood} ${input.email}`);
  }
  if ((await countWaiting(deps)) >= waitingMax) {
    throw new Refusal("locked", (say) => say.feedbackFull());
  }
  // Anybody may: a role that ends meanwhile takes nothing away.
  const { guard: _guard, ...free } = deps;
  const answer = await retrying(async () => {
    const id = referenceAt(now, crypto.getRandomValues(new Uint8Array(4)));
    const row = { ...input, ...empty, id, language, state: "new" as const, receivedAt: now };
    // Told again as if the letter had gone out, which is known only after it is written.
    const isMailed = input.email !== null && deps.mailer !== null;
    const body = { id, receivedAt: now, dueOn: dueOn(now), isMailed };
    return commit<FeedbackReceived>(free, { status: 201, body, version: null }, [
      db.insert(feedback).values(row),
    ]);
  });
  const isMailed = input.email !== null && (await confirm(deps, input.email, answer.body.id));
  return { ...answer, body: { ...answer.body, isMailed } };
}

async function confirm({ mailer, language }: AskedDeps, to: string, id: string) {
  if (mailer === null) return false;
  const say = SAY[language];
  const letter = { to, subject: say.feedbackSubject(id), body: say.feedbackBody(id, answerDays) };
  return mailer(letter).then(
    () => true,
    (cause: unknown) => {
      console.error(JSON.stringify({ message: "feedback not confirmed", cause: mailCause(cause) }));
      return false;
    },
  );
}

/**
 * Empties the texts and the address of what was answered or closed a year ago, and of what nobody
 * has answered in two. Reference, state and moments stay.
 */
export async function forgetFeedback({ db, now }: Pick<AskedDeps, "db" | "now">): Promise<void> {
  const handledBefore = subMonths(now, keptMonths).toISOString();
  const receivedBefore = subMonths(now, keptUnansweredMonths).toISOString();
  await db
    .update(feedback)
    .set({ text: "", page: "", email: null, answer: "", closedBecause: "", erasedAt: now })
    .where(
      sql`${feedback.erasedAt} IS NULL AND (${feedback.receivedAt} < ${receivedBefore}
        OR coalesce(${feedback.closedAt}, ${feedback.answeredAt}) < ${handledBefore})`,
    );
}
