import type { Sentences } from "./sentences/fi.ts";

/** The closed list of reasons for a no. It is part of the HTTP contract. */
export const REFUSAL_CODES = [
  "invalid",
  "signed_out",
  "forbidden",
  "not_found",
  "conflict",
  "stale",
  "precondition_required",
  "locked",
  "too_large",
  "unsupported_media_type",
  "rate_limited",
  "unavailable",
  "internal",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A sentence in whichever language the reader has: `(say) => say.dateMissing()`. */
export type Sentence = (say: Sentences) => string;

/** One thing wrong with the input. `path` is dotted: `phases.1.startsOn`. */
export type Problem = { readonly path: string; readonly message: Sentence };

/** An expected no. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly sentence: Sentence;
  readonly problems: readonly Problem[];
  /** What the thing is now, for `stale`, so that both sides can be shown. */
  readonly current: unknown;
  /** Seconds to wait, for `rate_limited`. */
  readonly retryAfter: number | null;
  /** Whether somebody reached for what their role does not show them; that is logged. */
  readonly isAttempt: boolean;

  constructor(
    code: RefusalCode,
    sentence: Sentence,
    more: {
      readonly problems?: readonly Problem[];
      readonly current?: unknown;
      readonly retryAfter?: number;
      readonly isAttempt?: boolean;
    } = {},
  ) {
    super(code);
    this.code = code;
    this.sentence = sentence;
    this.problems = more.problems ?? [];
    this.current = more.current;
    this.retryAfter = more.retryAfter ?? null;
    this.isAttempt = more.isAttempt ?? code === "forbidden";
  }
}

/** Refuses the input with every problem found, or does nothing when there is none. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal("invalid", (say) => say.invalid(), { problems });
}

export function notFound(): Refusal {
  return new Refusal("not_found", (say) => say.notFound());
}

/** The same answer where the actor may not know whether the thing is there. */
export function notSeen(): Refusal {
  return new Refusal("not_found", (say) => say.notFound(), { isAttempt: true });
}
