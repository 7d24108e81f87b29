import type { ReportPeriod } from "../../projects/contract/programmes.ts";
import { REPORT_KINDS } from "../../projects/terms.ts";
import type { CalendarAsked, DueReport, ReportState } from "../contract/reports.ts";
import { turnOf } from "../terms.ts";

/** A report of the project, as far as the calendar knows it. */
export type CalendarReport = Pick<
  ReportState,
  "number" | "state" | "edition" | "period" | "correction"
> & {
  /** The date in Helsinki of the newest submission. */
  readonly submittedOn: string | null;
};

export type CalendarProject = {
  readonly project: string;
  readonly projectName: string;
  readonly programme: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly periods: readonly ReportPeriod[];
  readonly reports: readonly CalendarReport[];
  /** Whether drafts and what is being corrected are kept from who asks. */
  readonly isForFunder: boolean;
};

/**
 * What the programme's calendar asks of a project, by due date: each interim report whose period
 * and the project overlap, and the final one. A report is late while the team has to do something
 * after the due date (`today` and all dates in Helsinki); a correction of what was accepted is not.
 */
export function dueReports(
  { periods, reports, startsOn, endsOn, ...of }: CalendarProject,
  today: string,
): DueReport[] {
  return periods
    .filter(
      (period) =>
        period.kind === "final" || (period.startsOn <= endsOn && period.endsOn >= startsOn),
    )
    .map((period): DueReport => {
      const found = reports.findLast((report) => isOf(report, period)) ?? null;
      const state = found === null ? "missing" : seenState(found, of.isForFunder);
      const isKnown = state !== "missing" && found !== null;
      const turn = state === "missing" ? "team" : turnOf(state);
      return {
        project: of.project,
        projectName: of.projectName,
        programme: of.programme,
        period: period.name,
        kind: period.kind,
        startsOn: period.startsOn,
        endsOn: period.endsOn,
        dueOn: period.dueOn,
        state,
        turn,
        number: isKnown ? found.number : null,
        submittedOn: isKnown ? found.submittedOn : null,
        late: turn === "team" && !found?.correction && period.dueOn < today,
      };
    })
    .toSorted(byDueDate);
}

/** By due date, then project, then period; an interim report before the final one. */
export function byDueDate(one: DueReport, other: DueReport): number {
  const [a, b] = [one, other].map(({ dueOn, project, startsOn, kind }) =>
    [dueOn, project, REPORT_KINDS.indexOf(kind), startsOn].join(" "),
  );
  return (a ?? "") < (b ?? "") ? -1 : 1;
}

/** Whether a due report is asked for: by whose turn it is, and by being late. */
export function isAsked(
  report: DueReport,
  { turn, late }: Pick<CalendarAsked, "turn" | "late">,
): boolean {
  return (
    (turn === undefined || (turn === "open" ? report.turn !== "nobody" : report.turn === turn)) &&
    (late === undefined || report.late === (late === "true"))
  );
}

const isOf = ({ period }: CalendarReport, { kind, startsOn, endsOn }: ReportPeriod) =>
  period?.kind === kind && period.startsOn === startsOn && period.endsOn === endsOn;

/** A funder is told of what was submitted to them, never that somebody has begun to write. */
function seenState({ state, edition }: CalendarReport, isForFunder: boolean): DueReport["state"] {
  if (!isForFunder) return state;
  if (edition === 0) return "missing";
  return state === "correcting" ? "accepted" : state;
}
