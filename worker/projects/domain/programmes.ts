import { given } from "../../kernel/given.ts";
import { type Problem, refuseProblems } from "../../kernel/refusal.ts";
import type { ChangeProgramme, CreateProgramme } from "../contract/programmes.ts";
import { emptyProblems, problem } from "./problems.ts";

/** A new programme. Refuses report periods that end before they start. */
export function planProgramme(input: CreateProgramme): CreateProgramme {
  refuseProblems(reportPeriodProblems(input));
  return input;
}

/** A programme with a change made. */
export function changeProgramme(before: CreateProgramme, change: ChangeProgramme): CreateProgramme {
  const after = { ...before, ...given(change) };
  refuseProblems([...emptyProblems(change), ...reportPeriodProblems(after)]);
  return after;
}

function reportPeriodProblems({ reportPeriods }: CreateProgramme): Problem[] {
  return reportPeriods.flatMap((period, index) =>
    period.endsOn < period.startsOn
      ? [problem(`reportPeriods.${index}.endsOn`, (say) => say.periodReversed())]
      : [],
  );
}
