import { and, eq, sql } from "drizzle-orm";
import type { Fact } from "../history/record.ts";
import type { Database, Statement } from "../platform/database.ts";
import { boards } from "../projects/tables.ts";
import { WHOLE_PROJECT } from "../projects/terms.ts";
import type { ReportState } from "./contract/reports.ts";
import { reportEditions, reports, reportTexts } from "./tables.ts";

type Written = Pick<Fact, "version" | "hash">;

/** What a report had not yet in older facts. */
export const OLDER_REPORT = {
  budget: null,
  period: null,
  sections: [],
  edition: 0,
  correction: null,
  decision: null,
  accepted: null,
  fingerprint: null,
  size: null,
} as const;

/**
 * The statements that make a report's row what its fact says. One that is submitted becomes an
 * edition, and leaves in the board what it said of the dates, so that the views show them without
 * reading its moment again.
 */
export function writeReport(
  db: Database,
  state: ReportState,
  { version, hash }: Written,
): Statement[] {
  const row = { ...state, version, hash };
  return [
    version === 1
      ? db.insert(reports).values(row)
      : db
          .update(reports)
          .set(row)
          .where(and(eq(reports.project, state.project), eq(reports.number, state.number))),
    ...(state.state === "submitted"
      ? [...writeEdition(db, state, version), writeReportedDates(state)]
      : []),
  ];
}

function writeEdition(db: Database, state: ReportState, version: number): Statement[] {
  const { project, number, name, message, edition, asOf, fingerprint, size, correction } = state;
  if (asOf === null || fingerprint === null || size === null) return [];
  const row = { project, edition, name, message, asOf, fingerprint, size, correction, version };
  return [db.insert(reportEditions).values({ ...row, report: number })];
}

/** What a person wrote in a section, as facts carry it. */
export type SectionState = {
  readonly project: string;
  readonly report: number;
  readonly section: string;
  readonly text: string;
};

/** The statement that makes a section's text what its fact says. */
export function writeSection(db: Database, state: SectionState, written: Written): Statement {
  const { version, hash } = written;
  const row = { ...state, version, hash };
  return version === 1
    ? db.insert(reportTexts).values(row)
    : db
        .update(reportTexts)
        .set(row)
        .where(
          and(
            eq(reportTexts.project, state.project),
            eq(reportTexts.report, state.report),
            eq(reportTexts.section, state.section),
          ),
        );
}

/** Of every cell of the plan: when it was done, else its forecast, else its due date. */
function writeReportedDates({ project, number, asOf }: ReportState): Statement {
  return sql`
    UPDATE ${boards} SET reported = (
      SELECT json_object('number', ${number} + 0, 'at', ${asOf}, 'dates',
        json_group_object(key, date) FILTER (WHERE date IS NOT NULL))
      FROM (
        SELECT m.number || '/' || p.place AS key,
          coalesce(c.done_on, c.forecast_on, m.due_on_by_municipality ->> p.place, m.due_on) AS date
        FROM milestones m
        JOIN (
          SELECT municipality AS place, 'municipality' AS scope
          FROM participations WHERE project = ${project}
          UNION ALL SELECT ${WHOLE_PROJECT}, 'project'
        ) p ON p.scope = m.scope
        LEFT JOIN cells c
          ON c.project = m.project AND c.milestone = m.number AND c.municipality = p.place
        WHERE m.project = ${project} AND m.state = 'active'
        ORDER BY m.number, p.place))
    WHERE project = ${project}`;
}
