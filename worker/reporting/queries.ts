import { and, desc, eq, lt, lte, max } from "drizzle-orm";
import { type Past, seqOf } from "../history/queries.ts";
import { assertMay, may } from "../kernel/permissions.ts";
import { notFound } from "../kernel/refusal.ts";
import type { Deps } from "../platform/env.ts";
import { loadMatrixWithTexts, summaryOf } from "../progress/queries/progress.ts";
import { amendmentsWithTitles } from "../projects/queries/plan.ts";
import { loadProject, loadWithProgramme } from "../projects/queries/projects.ts";
import { loadRegister } from "../risks/queries/register.ts";
import type { StatusExport } from "./contract/exports.ts";
import type { ReportView } from "./contract/reports.ts";
import { type Filters, filterMatrix, statusExport } from "./domain.ts";
import { reports } from "./tables.ts";

type Reading = Pick<Deps, "db" | "actor">;
type ReportPlace = { readonly project: string; readonly number: number };

/**
 * The status of a project, now or as of a moment, filtered: what all formats are written from.
 * A funder is given the newest report that was submitted up to that moment, and nothing younger.
 * Refuses with `not_found` (also where nothing was submitted yet) and `forbidden`. Costs the
 * project's cells, risks and deviations.
 */
export async function loadStatusExport(
  deps: Deps,
  slug: string,
  { filters, asOf: asked, schema }: { filters: Filters; asOf: string | null; schema: string },
): Promise<StatusExport> {
  await loadProject(deps, slug);
  assertMay(deps.actor, "report.receive", { project: slug });
  const past = may(deps.actor, "report.export", { project: slug })
    ? asked === null
      ? null
      : { at: asked }
    : await submittedBy(deps, slug, asked ?? deps.now);
  return exportAsOf(deps, slug, { filters, past, schema });
}

/**
 * The figures of a report, as they were when it was submitted: of its moment, and of no fact that
 * came after the one that submitted it. Refuses with `not_found`.
 */
export async function loadReportExport(
  deps: Deps,
  at: ReportPlace,
  schema: string,
): Promise<StatusExport> {
  const { asOf, hash } = await loadReport(deps, at);
  assertMay(deps.actor, "report.receive", { project: at.project });
  const past = asOf === null ? null : { at: asOf, seq: await seqOf(deps.db, hash) };
  return exportAsOf(deps, at.project, { filters: {}, past, schema });
}

async function exportAsOf(
  deps: Deps,
  slug: string,
  { filters, past, schema }: { filters: Filters; past: Past | null; schema: string },
): Promise<StatusExport> {
  const { project, programme } = await loadWithProgramme(deps, slug, past);
  const { matrix: whole, texts } = await loadMatrixWithTexts(deps, slug, past);
  const matrix = filterMatrix(whole, filters);
  const register = await loadRegister(deps, slug, past);
  const summary = summaryOf(deps, matrix, past && past.at);
  const amendments = await amendmentsWithTitles(deps, slug, past);
  const { language } = deps;
  const parts = { matrix, summary, texts, register, project, programme, amendments };
  return statusExport({ ...parts, filters, language, schema });
}

/** When the newest report up to a moment was submitted. Refuses with `not_found`. */
async function submittedBy({ db }: Reading, slug: string, moment: string): Promise<Past> {
  const [found] = await db
    .select({ at: reports.asOf, hash: reports.hash })
    .from(reports)
    .where(
      and(eq(reports.project, slug), eq(reports.state, "submitted"), lte(reports.asOf, moment)),
    )
    .orderBy(desc(reports.asOf), desc(reports.number))
    .limit(1);
  if (!found || found.at === null) throw notFound();
  return { at: found.at, seq: await seqOf(db, found.hash) };
}

/** A page of the reports of a project, newest first; drafts only for those who see the figures. */
export async function listReports(
  reading: Reading,
  slug: string,
  { below, limit }: { readonly below: number; readonly limit: number },
): Promise<ReportView[]> {
  await loadProject(reading, slug);
  assertMay(reading.actor, "report.view", { project: slug });
  const rows = await reading.db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.project, slug),
        lt(reports.number, below),
        seesDrafts(reading, slug) ? undefined : eq(reports.state, "submitted"),
      ),
    )
    .orderBy(desc(reports.number))
    .limit(limit);
  return rows.map(({ hash: _hash, ...view }) => view);
}

const seesDrafts = ({ actor }: Reading, project: string) =>
  may(actor, "report.export", { project });

/** A report with its head. Refuses with `not_found`, also a draft that is not for the actor. */
export async function loadReport(reading: Reading, { project, number }: ReportPlace) {
  await loadProject(reading, project);
  assertMay(reading.actor, "report.view", { project });
  const [row] = await reading.db
    .select()
    .from(reports)
    .where(and(eq(reports.project, project), eq(reports.number, number)));
  if (!row || (row.state === "draft" && !seesDrafts(reading, project))) throw notFound();
  return row;
}

/** The highest number so far, 0 where there is none. */
export async function lastReportNumber({ db }: Reading, slug: string): Promise<number> {
  const [row] = await db
    .select({ last: max(reports.number) })
    .from(reports)
    .where(eq(reports.project, slug));
  return row?.last ?? 0;
}
