import { sql } from "drizzle-orm";
import { facts } from "../../history/tables.ts";
import { notFound } from "../../kernel/refusal.ts";
import { findMunicipality } from "../../municipalities/queries.ts";
import type { Deps } from "../../platform/env.ts";
import { loadBoards } from "../../projects/queries/projects.ts";
import { loadLinked } from "../../risks/queries/linked.ts";
import { loadRegister } from "../../risks/queries/register.ts";
import type { MatrixView } from "../contract/progress.ts";
import type { StandingsView, StandingView } from "../contract/standing.ts";
import { subjectOf } from "../domain/board.ts";
import { matrixOf } from "../domain/matrix.ts";
import { hasBegun, nextOf, partOf } from "../domain/part.ts";
import { placesOf, standingOf, talliesOf } from "../domain/standing.ts";
import { projectsMax, sayingsMax } from "../terms.ts";
import { type AsOf, boardOf, pastBoard, readBoard, readingOf } from "./board.ts";
import { absentThen } from "./progress.ts";

/**
 * Where every municipality stands over all projects whose progress the actor may see, now or as of
 * a moment. Now it costs one row a project.
 */
export async function loadStandings(deps: Deps, asOf: AsOf): Promise<StandingsView> {
  const reading = readingOf(deps, asOf);
  const { matrices, hasMore } = await matricesOf(deps, asOf);
  const { places, medians } = placesOf(matrices, reading);
  return { asOf: reading.asOf, medians, places, hasMore, projects: matrices.length };
}

/**
 * Where one municipality stands in all projects that the actor may see, or in the one named, now or
 * as of a moment. Refuses with `not_found` and `forbidden`. Now it costs a row for the municipality
 * and one for each project, the risks and deviations of those it takes part in, and for each cell
 * that has begun what was said of it before.
 */
export async function loadStanding(
  deps: Deps,
  { code, project }: { readonly code: string; readonly project: string | undefined },
  asOf: AsOf,
): Promise<StandingView> {
  const reading = readingOf(deps, asOf);
  const [municipality, { matrices, hasMore }] = await Promise.all([
    findMunicipality(deps.db, code),
    matricesOf(deps, asOf, project),
  ]);
  if (!municipality) throw notFound();
  const own = matrices.filter(({ municipalities }) =>
    municipalities.some((one) => one.code === code),
  );
  const [saidAt, registers] = await Promise.all([
    firstSaid(deps, own, { code, asOf }),
    registersOf(deps, own, { code, asOf }),
  ]);
  const parts = own.map((matrix) => {
    const { slug } = matrix.project;
    const register = registers.get(slug) ?? { risks: [], deviations: [] };
    return partOf(matrix, code, {
      ...reading,
      register,
      saidAt: (cell) => saidAt.get(subjectOf({ project: slug, ...cell })),
    });
  });
  const { places, medians } = placesOf(matrices, reading);
  const { nameFi, nameSv } = municipality;
  return {
    asOf: reading.asOf,
    municipality: { ...municipality, name: reading.language === "sv" ? nameSv : nameFi },
    standing: standingOf(own.flatMap((matrix) => talliesOf(matrix, reading).get(code) ?? [])),
    medians,
    places,
    projects: parts,
    next: nextOf(parts, reading.today),
    hasMore,
  };
}

/** The matrices of the first hundred projects whose progress the actor may see, or of the one named. */
async function matricesOf(
  deps: Deps,
  asOf: AsOf,
  project?: string,
): Promise<{ readonly matrices: readonly MatrixView[]; readonly hasMore: boolean }> {
  const reading = readingOf(deps, asOf);
  if (project !== undefined) {
    const matrix = matrixOf(await boardOf(deps, project, asOf), reading);
    return { matrices: [matrix], hasMore: false };
  }
  const rows = await loadBoards(deps, { after: "", limit: projectsMax + 1 });
  const boards = await Promise.all(
    rows
      .slice(0, projectsMax)
      .map(async (row) =>
        asOf === null
          ? readBoard(row)
          : await pastBoard(deps, row.plan.project.slug, asOf).catch(absentThen),
      ),
  );
  return {
    matrices: boards.flatMap((board) => (board === null ? [] : matrixOf(board, reading))),
    hasMore: rows.length > projectsMax,
  };
}

type Asked = { readonly code: string; readonly asOf: AsOf };

/**
 * When each cell of a municipality that has begun was first said to have, since it was last said
 * not to: instants by the subject of its facts. Looks through the first fifty that were said of each.
 */
async function firstSaid(
  { db, now }: Pick<Deps, "db" | "now">,
  matrices: readonly MatrixView[],
  { code, asOf }: Asked,
): Promise<ReadonlyMap<string, string>> {
  const subjects = matrices.flatMap(({ project, cells }) =>
    cells
      .filter((cell) => cell.municipality === code && hasBegun(cell))
      .map((cell) => subjectOf({ project: project.slug, ...cell })),
  );
  if (subjects.length === 0) return new Map();
  const rows = await db.all<{ subject: string; at: string | null }>(sql`
    SELECT wanted.value AS subject, (
      SELECT told.at FROM ${facts} told
      WHERE told.subject = wanted.value AND told.version <= ${sayingsMax}
        AND told.at <= ${asOf ?? now}
        AND told.detail ->> '$.after.declared' IN ('in_progress', 'paused', 'done')
        AND told.version > coalesce((
          SELECT max(back.version) FROM ${facts} back
          WHERE back.subject = wanted.value AND back.version <= ${sayingsMax}
            AND back.at <= ${asOf ?? now}
            AND back.detail ->> '$.after.declared' = 'not_started'), 0)
      ORDER BY told.version LIMIT 1
    ) AS at FROM json_each(${JSON.stringify(subjects)}) wanted`);
  return new Map(rows.flatMap(({ subject, at }) => (at === null ? [] : [[subject, at] as const])));
}

async function registersOf(
  deps: Deps,
  matrices: readonly MatrixView[],
  { code, asOf }: Asked,
): ReturnType<typeof loadLinked> {
  const slugs = matrices.map(({ project }) => project.slug);
  if (slugs.length === 0) return new Map();
  if (asOf === null) return loadLinked(deps, slugs, code);
  const past = { at: asOf };
  return new Map(
    await Promise.all(
      slugs.map(async (slug) => [slug, await loadRegister(deps, slug, past)] as const),
    ),
  );
}
