import { given } from "../../kernel/given.ts";
import { type Problem, refuseProblems } from "../../kernel/refusal.ts";
import type { ChangeProgramme, CreateProgramme, ReportPeriod } from "../contract/programmes.ts";
import { REPORT_KINDS } from "../terms.ts";
import { emptyProblems, problem } from "./problems.ts";

type Asked = Pick<ChangeProgramme, "reportPeriods" | "reportSections">;

/**
 * A new programme, its report periods in the order of their due dates. Refuses periods that end
 * before they start, are due before they start or are there twice, and sections with the same key
 * or of no known kind without a title.
 */
export function planProgramme(input: CreateProgramme): CreateProgramme {
  refuseProblems(reportProblems(input));
  return { ...input, reportPeriods: inOrder(input.reportPeriods) };
}

/**
 * A programme with a change made. Refuses what a new one is refused for, and an empty change. Once
 * a report was submitted, what it stands on is kept at least as long as was said then: an earlier
 * end, or none, is refused.
 */
export function changeProgramme(
  before: CreateProgramme,
  change: ChangeProgramme,
  { isReported }: { readonly isReported: boolean } = { isReported: false },
): CreateProgramme {
  const after = { ...before, ...given(change) };
  const { retainUntil } = before;
  const shortened =
    isReported && retainUntil !== null && isShortened(before, after)
      ? [problem("retainUntil", (say) => say.retentionShortened(retainUntil))]
      : [];
  refuseProblems([...emptyProblems(change), ...reportProblems(change), ...shortened]);
  return change.reportPeriods === undefined
    ? after
    : { ...after, reportPeriods: inOrder(change.reportPeriods) };
}

type Retained = Pick<CreateProgramme, "retainUntil">;

/** Whether the time for which things are kept would end sooner, or be left open. */
export function isShortened(before: Retained, after: Retained): boolean {
  if (before.retainUntil === null) return false;
  return after.retainUntil === null || after.retainUntil < before.retainUntil;
}

function reportProblems({ reportPeriods = [], reportSections = [] }: Asked): Problem[] {
  return [...periodProblems(reportPeriods), ...sectionProblems(reportSections)];
}

/** What makes two periods the same: a report is known by it. */
const datesOf = ({ kind, startsOn, endsOn }: ReportPeriod) => `${kind} ${startsOn} ${endsOn}`;

function periodProblems(periods: readonly ReportPeriod[]): Problem[] {
  const known = new Set<string>();
  return periods.flatMap((period, index) => {
    const path = `reportPeriods.${index}`;
    const isTwice = known.has(datesOf(period));
    known.add(datesOf(period));
    return [
      ...(period.endsOn < period.startsOn
        ? [problem(`${path}.endsOn`, (say) => say.periodReversed())]
        : []),
      ...(period.dueOn < period.startsOn
        ? [problem(`${path}.dueOn`, (say) => say.periodDueEarly())]
        : []),
      ...(isTwice ? [problem(`${path}.startsOn`, (say) => say.periodTwice())] : []),
    ];
  });
}

function sectionProblems(sections: NonNullable<Asked["reportSections"]>): Problem[] {
  const known = new Set<string>();
  return sections.flatMap(({ key, kind, title }, index) => {
    const path = `reportSections.${index}`;
    const isTwice = known.has(key);
    known.add(key);
    return [
      ...(isTwice ? [problem(`${path}.key`, (say) => say.sectionTwice(key))] : []),
      ...(kind === "other" && title === null
        ? [problem(`${path}.title`, (say) => say.sectionUntitled())]
        : []),
    ];
  });
}

const inOrder = (periods: readonly ReportPeriod[]): ReportPeriod[] =>
  periods.toSorted((one, other) => {
    const [a, b] = [one, other].map(({ dueOn, kind, startsOn, endsOn }) =>
      [dueOn, REPORT_KINDS.indexOf(kind), startsOn, endsOn].join(" "),
    );
    return (a ?? "") < (b ?? "") ? -1 : 1;
  });
