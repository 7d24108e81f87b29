import { given } from "../../kernel/given.ts";
import type { Problem, Sentence } from "../../kernel/refusal.ts";

export const problem = (path: string, message: Sentence): Problem => ({ path, message });

/** A change has to change something. */
export function emptyProblems(change: object): Problem[] {
  const empty = Object.keys(given(change)).length === 0;
  return empty ? [problem("", (say) => say.nothingChanged())] : [];
}
