import { assertMay } from "../kernel/permissions.ts";
import type { Deps } from "../platform/env.ts";
import { loadMatrixWithTexts, summaryOf } from "../progress/queries.ts";
import { loadWithProgramme } from "../projects/queries.ts";
import type { StatusExport } from "./contract.ts";
import { type Filters, filterMatrix, statusExport } from "./domain.ts";

/**
 * The status of a project, now or as of a moment, filtered: what all formats are written from.
 * Refuses with `not_found` and `forbidden`. Costs the project's cells.
 */
export async function loadStatusExport(
  deps: Deps,
  slug: string,
  { filters, asOf, schema }: { filters: Filters; asOf: string | null; schema: string },
): Promise<StatusExport> {
  const { project, programme } = await loadWithProgramme(deps, slug, asOf);
  assertMay(deps.actor, "report.export", { project: slug });
  const { matrix: whole, texts } = await loadMatrixWithTexts(deps, slug, asOf);
  const matrix = filterMatrix(whole, filters);
  const summary = summaryOf(deps, matrix, asOf);
  const { language } = deps;
  return statusExport({ matrix, summary, texts, project, programme, filters, language, schema });
}
