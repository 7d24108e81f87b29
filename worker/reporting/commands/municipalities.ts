import { runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import type { StandingView } from "../../progress/contract/standing.ts";
import { loadStanding } from "../../progress/queries/standing.ts";
import { logged } from "../../use-log/record.ts";

/**
 * Takes the cells of a municipality in all projects that the actor may see along as a file, and
 * leaves a line in the log of disclosures for each project. Refuses with `not_found` and
 * `rate_limited`.
 */
export async function takeMunicipalityExport(
  deps: AskedDeps,
  code: string,
  asOf: string | null,
): Promise<StandingView> {
  await countTowards(deps, "exported", deps.actor.id);
  const view = await loadStanding(deps, { code, project: undefined }, asOf);
  const detail = `municipality ${code} csv`;
  const lines = view.projects.map(({ project }) =>
    logged(deps, { kind: "exported", project: project.slug, detail }),
  );
  if (lines.length > 0) await runBatch(deps.db, lines);
  return view;
}
