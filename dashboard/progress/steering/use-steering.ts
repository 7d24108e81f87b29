import type { AttentionView } from "../../../worker/progress/contract/attention.ts";
import type { ChangesView } from "../../../worker/progress/contract/changes.ts";
import type { MatrixView, SummaryView } from "../../../worker/progress/contract/progress.ts";
import type { ReportView } from "../../../worker/reporting/contract/reports.ts";
import type { Problem } from "../../shared/api.ts";
import { dayOf, today } from "../../shared/i18n.ts";
import { useRead } from "../../shared/query.ts";
import { daysAfter } from "./figures.ts";

type Read<View> = { readonly data: View | undefined; readonly error: Problem | null };

/** The status of a project at a moment, as a steering group goes through it. */
export type Standing = {
  readonly matrix: MatrixView;
  readonly summary: SummaryView;
  readonly attention: AttentionView;
  /** The date that the figures hold for. */
  readonly day: string;
};

/** What has moved since a moment, and the reports that it can be counted from. */
export type Since = {
  readonly since: string;
  readonly changes: Read<ChangesView>;
  readonly reports: readonly ReportView[];
};

/** Cells of which it is told how they moved. */
const movesMax = 500;
/** Without a report, a meeting looks back a month. */
const looksBackDays = 30;

/** The status of now or of a moment, with so many rows of what needs a look. */
export function useStanding(project: string, asOf: string | null, rows: number): Read<Standing> {
  const at = asOf === null ? "" : `&asOf=${asOf}`;
  const home = `/api/projects/${project}`;
  const first = at.replace("&", "?");
  const matrix = useRead<MatrixView>(`${home}/progress${first}`, true);
  const summary = useRead<SummaryView>(`${home}/summary${first}`, true);
  const attention = useRead<AttentionView>(`${home}/attention?limit=${rows}${at}`, true);
  const error = matrix.error ?? summary.error ?? attention.error;
  if (!matrix.data || !summary.data || !attention.data) return { data: undefined, error };
  const day = dayOf(asOf ?? today());
  return {
    data: { matrix: matrix.data, summary: summary.data, attention: attention.data, day },
    error: null,
  };
}

/**
 * What has moved between a moment and the one that is shown. Where no moment is asked for, since
 * the newest report before the one that is shown, else for a month.
 */
export function useSince(project: string, asOf: string | null, asked: string | null): Since {
  const home = `/api/projects/${project}`;
  const listed = useRead<{ items: ReportView[] }>(`${home}/reports?limit=20`);
  const until = asOf ?? new Date().toISOString();
  const reports = (listed.data?.items ?? []).filter(
    ({ asOf: at }) => at !== null && dayOf(at) < dayOf(until),
  );
  const newest = reports.reduce<string | null>(
    (last, { asOf: at }) => (at !== null && (last === null || at > last) ? at : last),
    null,
  );
  const chosen = asked !== null && isBefore(asked, until) ? asked : null;
  const since = chosen ?? newest ?? daysAfter(dayOf(until), -looksBackDays);
  const isKnown = chosen !== null || listed.data !== undefined || listed.error !== null;
  const at = asOf === null ? "" : `&until=${asOf}`;
  const changes = useRead<ChangesView>(
    isKnown ? `${home}/changes?since=${since}${at}&limit=${movesMax}` : null,
    true,
  );
  return { since, changes, reports };
}

/** Whether a date or an instant lies before another; two of the same day do not, but as instants. */
function isBefore(moment: string, other: string): boolean {
  const areInstants = moment.length > 10 && other.length > 10;
  return areInstants ? moment < other : dayOf(moment) < dayOf(other);
}
