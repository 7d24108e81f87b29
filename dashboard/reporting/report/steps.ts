import type { ReportState } from "../../../worker/reporting/terms.ts";

type Step = {
  readonly state: ReportState;
  readonly at: "done" | "now" | "ahead";
};

type Standing = { readonly state: ReportState; readonly correction: object | null };

/** The way of a report up to acceptance, with where it is: a correction begins at the accepted one. */
export function stepsOf({ state, correction }: Standing): readonly Step[] {
  const before: readonly ReportState[] = correction ? ["accepted", "correcting"] : ["draft"];
  const way: readonly ReportState[] = [
    ...before,
    ...(state === "returned" ? (["returned"] as const) : []),
    "submitted",
    "accepted",
  ];
  // An accepted report stands at the end of its way, and not where its correction began.
  const now = way.lastIndexOf(state);
  return way.map((one, index) => ({
    state: one,
    at: index < now ? "done" : index === now ? "now" : "ahead",
  }));
}
