import type { AttemptProblem } from "../terms.ts";
import { attemptsMax, failuresMax, WAITS } from "../terms.ts";

/** What an attempt came to. `status` is null where nothing was answered in time. */
export type Attempted = {
  readonly status: number | null;
  readonly milliseconds: number;
  readonly problem: AttemptProblem | null;
};

/** What an answer's status means: only 2xx is a success, and no redirect is followed. */
export function problemOf(status: number): AttemptProblem | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "redirect" : "status";
}

/**
 * How many seconds to wait after so many attempts failed; null where it was the last. The first
 * waits are short, because most targets are only being started anew.
 */
export function waitAfter(attempts: number): number | null {
  return attempts >= attemptsMax ? null : (WAITS[attempts - 1] ?? null);
}

/** Whether so many failures in a row are enough to stop sending. */
export const givesUp = (failures: number) => failures >= failuresMax;
