import type { ReportDetail } from "../../../worker/reporting/contract/reports.ts";
import { stepsOf } from "./steps.ts";
import { words } from "./words.ts";

const SAID = { done: "stepDone", now: "stepNow", ahead: "stepAhead" } as const;

/** Where the report is on its way. */
export function Stepper({ report }: { report: ReportDetail }) {
  const say = words.value;
  return (
    <ol class="report-steps" aria-label={say.steps}>
      {stepsOf(report).map(({ state, at }, index) => (
        <li
          key={`${at} ${state}`}
          class={`${at} ${state}`}
          aria-current={at === "now" ? "step" : undefined}
        >
          <span class="report-step-mark" aria-hidden="true">
            {at === "done" ? "✓" : index + 1}
          </span>
          <span>
            {say.step[state]}
            <span class="hidden-visually"> ({say[SAID[at]]})</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
