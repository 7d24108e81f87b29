import { dateInHelsinki, daysAfter, startOfDateInHelsinki } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { FeedbackState } from "./terms.ts";
import { answerDays } from "./terms.ts";

/** Letters and digits in the order in which they sort, without those that look alike. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const begin = Date.parse("2020-01-01T00:00:00.000Z");
const timeLength = 7;
const chanceLength = 4;

/**
 * A reference that can be said on the telephone, `0p3w7kd-4f7m`: the second it came, so that
 * references sort by time, and four letters by chance. `bytes` are at least four.
 */
export function referenceAt(now: string, bytes: Uint8Array): string {
  let [seconds, time] = [Math.floor((Date.parse(now) - begin) / 1000), ""];
  for (let place = 0; place < timeLength; place += 1) {
    time = `${ALPHABET[seconds % ALPHABET.length]}${time}`;
    seconds = Math.floor(seconds / ALPHABET.length);
  }
  const chance = Array.from(bytes.slice(0, chanceLength), (byte) => ALPHABET[byte % 32]).join("");
  return `${time}-${chance}`;
}

/** The date by which an answer is given. */
export function dueOn(receivedAt: string): string {
  return daysAfter(dateInHelsinki(receivedAt), answerDays);
}

/** What came before this instant and is not answered is late: its date has passed in Helsinki. */
export function lateBefore(now: string): string {
  return startOfDateInHelsinki(daysAfter(dateInHelsinki(now), -answerDays));
}

type Standing = {
  readonly state: FeedbackState;
  readonly email: string | null;
  readonly mailedAt: string | null;
  readonly erasedAt: string | null;
};

/**
 * Refuses with `locked` what is closed or erased, and what was answered already; an answer whose
 * letter did not go out can be given again.
 */
export function assertAnswerable({ state, email, mailedAt, erasedAt }: Standing): void {
  if (erasedAt !== null) throw new Refusal("locked", (say) => say.feedbackErased());
  if (state === "closed") throw new Refusal("locked", (say) => say.feedbackClosed());
  const isUnsent = email !== null && mailedAt === null;
  if (state === "answered" && !isUnsent) {
    throw new Refusal("locked", (say) => say.feedbackAnswered());
  }
}

/** Refuses with `locked` what is closed already, or erased. */
export function assertOpen({ state, erasedAt }: Standing): void {
  if (erasedAt !== null) throw new Refusal("locked", (say) => say.feedbackErased());
  if (state === "closed") throw new Refusal("locked", (say) => say.feedbackClosed());
}
