import { and, desc, eq, lte } from "drizzle-orm";
import { findFact, type Past } from "../../history/queries.ts";
import { assertMay, may } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { loadMatrixWithTexts, summaryOf } from "../../progress/queries/progress.ts";
import { amendmentsWithTitles } from "../../projects/queries/plan.ts";
import { loadProject, loadWithProgramme } from "../../projects/queries/projects.ts";
import { loadRegister } from "../../risks/queries/register.ts";
import type { StatusExport } from "../contract/exports.ts";
import { type Filters, filterMatrix, statusExport } from "../domain/exports.ts";
import { reportEditions } from "../tables.ts";
import { subjectOf } from "../terms.ts";

type Reading = Pick<Deps, "db" | "actor">;

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
    .select()
    .from(reportEditions)
    .where(and(eq(reportEditions.project, slug), lte(reportEditions.asOf, moment)))
    .orderBy(desc(reportEditions.asOf), desc(reportEditions.report))
    .limit(1);
  if (!found) throw notFound();
  const fact = await findFact(
    db,
    subjectOf({ project: slug, number: found.report }),
    found.version,
  );
  return { at: found.asOf, seq: fact?.seq ?? null };
}
