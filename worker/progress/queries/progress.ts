import { type Past, stateAsOf } from "../../history/queries.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { loadBoards } from "../../projects/queries/projects.ts";
import type { PortfolioView } from "../contract/portfolio.ts";
import type { CellTexts, MatrixView, SummaryView } from "../contract/progress.ts";
import { type Board, pack } from "../domain/board.ts";
import { matrixOf } from "../domain/matrix.ts";
import { portfolioItem } from "../domain/portfolio.ts";
import { summarise } from "../domain/summary.ts";
import {
  type AsOf,
  boardFrom,
  boardNow,
  boardOf,
  pastBoard,
  pastCells,
  readBoard,
  readingOf,
} from "./board.ts";
import { allCells } from "./cells.ts";

/** The matrix of a project, now or as of a moment. Now it costs one row. */
export async function loadMatrix(deps: Deps, slug: string, asOf: AsOf): Promise<MatrixView> {
  return matrixOf(await boardOf(deps, slug, asOf), readingOf(deps, asOf));
}

/**
 * The matrix as of a moment and what people had written by then. Costs the facts until then once,
 * and those until the last report that had been submitted.
 */
export async function loadPastMatrix(deps: Deps, slug: string, asOf: string) {
  await boardNow(deps, slug);
  assertMay(deps.actor, "progress.view", { project: slug });
  const facts = await stateAsOf(deps.db, slug, { at: asOf });
  return {
    matrix: matrixOf(await boardFrom(deps, slug, facts), readingOf(deps, asOf)),
    texts: new Map<string, CellTexts>(pastCells(facts).map(({ key, state }) => [key, state])),
  };
}

/** Figures by municipality and phase, now or as of a moment. Now it costs one row. */
export async function loadSummary(deps: Deps, slug: string, asOf: AsOf): Promise<SummaryView> {
  return summaryOf(deps, await loadMatrix(deps, slug, asOf), asOf);
}

/** The figures of a matrix that is at hand, for instance a filtered one. */
export function summaryOf(deps: Deps, matrix: MatrixView, asOf: AsOf): SummaryView {
  const { today, say } = readingOf(deps, asOf);
  return summarise(matrix, { date: today, say });
}

/**
 * A line for each project that the actor may see, null for one that was not there yet. Now it
 * costs one row a project; as of a moment the facts of each, which `pastPortfolioMax` bounds.
 */
export async function loadPortfolio(
  deps: Deps,
  page: { readonly after: string; readonly limit: number },
  asOf: AsOf,
): Promise<{ readonly slug: string; readonly item: PortfolioView["items"][number] | null }[]> {
  const live = await loadBoards(deps, page);
  const reading = readingOf(deps, asOf);
  return Promise.all(
    live.map(async (row) => {
      const { slug } = row.plan.project;
      const board: Board | null =
        asOf === null ? readBoard(row) : await pastBoard(deps, slug, asOf).catch(absentThen);
      return { slug, item: board && portfolioItem(board, reading) };
    }),
  );
}

/** Null for a project that was not there yet at a past moment; anything else is passed on. */
export function absentThen(error: unknown): null {
  if (error instanceof Refusal && error.code === "not_found") return null;
  throw error;
}

/** The matrix with what people wrote, all of the same moment, as exports carry it. Costs the project's cells or facts. */
export async function loadMatrixWithTexts(deps: Deps, slug: string, past: Past | null) {
  const now = await boardNow(deps, slug);
  assertMay(deps.actor, "report.receive", { project: slug });
  const facts = past && (await stateAsOf(deps.db, slug, past));
  const known = facts ? pastCells(facts) : await allCells(deps.db, slug);
  const cells = Object.fromEntries(
    known.map(({ key, state, version }) => [key, pack(state, version)] as const),
  );
  const board = facts ? await boardFrom(deps, slug, facts) : { ...now, cells };
  return {
    matrix: matrixOf(board, readingOf(deps, past && past.at)),
    texts: new Map<string, CellTexts>(known.map(({ key, state }) => [key, state])),
  };
}
