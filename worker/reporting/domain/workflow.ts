import { Refusal } from "../../kernel/refusal.ts";
import type { Decision, ReportState } from "../contract/reports.ts";
import { editionsMax, REPORT_MOVES, type ReportMove, WRITABLE_STATES } from "../terms.ts";

/** Refuses with `locked`, and the sentence that says who can open it, where a move is not due. */
export function assertMove({ state }: Pick<ReportState, "state">, move: ReportMove): void {
  if (REPORT_MOVES[move].from.some((one) => one === state)) return;
  throw new Refusal("locked", (say) =>
    move === "submit" || move === "correct" ? say.reportLocked(state) : say.reportNotDecided(state),
  );
}

/** Refuses with `locked` where text and figures are fixed. */
export function assertWritable({ state }: Pick<ReportState, "state">): void {
  if (WRITABLE_STATES.some((one) => one === state)) return;
  throw new Refusal("locked", (say) => say.reportLocked(state));
}

/** The next edition, frozen at a moment. Refuses with `locked` after the last there can be. */
export function submitted(
  before: ReportState,
  frozen: { readonly asOf: string; readonly fingerprint: string; readonly size: number },
): ReportState {
  assertMove(before, "submit");
  if (before.edition >= editionsMax) {
    throw new Refusal("locked", (say) => say.editionsFull(editionsMax));
  }
  return { ...before, ...frozen, state: "submitted", edition: before.edition + 1 };
}

type Said = Pick<Decision, "note" | "sections" | "at">;

/**
 * What the funder decided of the newest edition; accepted, it is in force, and the correction that
 * it may have been is done. Refuses with `locked` where none waits.
 */
export function decided(before: ReportState, move: "return" | "accept", said: Said): ReportState {
  assertMove(before, move);
  const { edition, asOf } = before;
  const isAccepted = move === "accept" && asOf !== null;
  const outcome = isAccepted ? "accepted" : "returned";
  const after: ReportState = {
    ...before,
    state: REPORT_MOVES[move].to,
    decision: { ...said, outcome, edition },
  };
  return isAccepted
    ? { ...after, correction: null, accepted: { edition, asOf, at: said.at } }
    : after;
}

/**
 * An accepted report whose next edition is begun: a correction with a number of its own. Refuses
 * with `locked` where it is not accepted or a newer edition has replaced the one that is named, and
 * with `not_found` where there is no such edition.
 */
export function corrected(
  before: ReportState,
  { edition, reason, number, at }: { edition: number; reason: string; number: number; at: string },
): ReportState {
  if (edition < before.edition) {
    throw new Refusal("locked", (say) => say.editionSuperseded(edition, before.edition));
  }
  if (edition !== before.edition) throw new Refusal("not_found", (say) => say.notFound());
  assertMove(before, "correct");
  return { ...before, state: "correcting", correction: { number, edition, reason, at } };
}
