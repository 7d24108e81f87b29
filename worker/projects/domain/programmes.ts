import { given } from "../../kernel/given.ts";
import { type Problem, refuseProblems } from "../../kernel/refusal.ts";
import type { ChangeProgramme, CreateProgramme } from "../contract/programmes.ts";
import { emptyProblems, problem } from "./problems.ts";

/** A new programme. Refuses report periods that end before they start. */
export function planProgramme(input: CreateProgramme): CreateProgramme {
  refuseProblems(reportPeriodProblems(input));
  return input;
}

/**
 * A programme with a change made. Once a report was submitted, what it stands on is kept at least
 * as long as was said then: an earlier end, or none, is refused.
 */
export function changeProgramme(
  before: CreateProgramme,
  change: ChangeProgramme,
  { isReported }: { readonly isReported: boolean },
): CreateProgramme {
  const after = { ...before, ...given(change) };
  const { retainUntil } = before;
  const shortened =
    isReported && retainUntil !== null && isShortened(before, after)
      ? [problem("retainUntil", (say) => say.retentionShortened(retainUntil))]
      : [];
  refuseProblems([...emptyProblems(change), ...reportPeriodProblems(after), ...shortened]);
  return after;
}

type Retained = Pick<CreateProgramme, "retainUntil">;

/** Whether the time for which things are kept would end sooner, or be left open. */
export function isShortened(before: Retained, after: Retained): boolean {
  if (before.retainUntil === null) return false;
  return after.retainUntil === null || after.retainUntil < before.retainUntil;
}

function reportPeriodProblems({ reportPeriods }: CreateProgramme): Problem[] {
  return reportPeriods.flatMap((period, index) =>
    period.endsOn < period.startsOn
      ? [problem(`reportPeriods.${index}.endsOn`, (say) => say.periodReversed())]
      : [],
  );
}
