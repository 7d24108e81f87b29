import type { Deps } from "../../platform/env.ts";
import type { Publication } from "../../projects/contract/projects.ts";
import { listPublishedBoards, loadPublishedBoard } from "../../projects/queries/published.ts";
import type { MatrixView, SummaryView } from "../contract/progress.ts";
import type { Board } from "../domain/board.ts";
import { matrixOf } from "../domain/matrix.ts";
import { summarise } from "../domain/summary.ts";
import { readBoard, readingOf } from "./board.ts";

type Reading = Pick<Deps, "db" | "now" | "language">;

/** The views of now of a published project, with what its page says beside. */
export type PublishedViews = {
  readonly publication: Publication;
  readonly matrix: MatrixView;
  readonly summary: SummaryView;
};

/** For anybody. Costs one row. Refuses with `not_found` what is not public. */
export async function loadPublished(reading: Reading, slug: string): Promise<PublishedViews> {
  const row = await loadPublishedBoard(reading, slug);
  return { publication: row.publication, ...viewsOf(reading, readBoard(row)) };
}

/** For anybody, by slug. Costs one row each. */
export async function listPublished(
  reading: Reading,
  page: { readonly after: string; readonly limit: number },
): Promise<PublishedViews[]> {
  const rows = await listPublishedBoards(reading, page);
  return rows.map((row) => ({
    publication: row.publication,
    ...viewsOf(reading, readBoard(row)),
  }));
}

/** The views of a board as it stands. */
function viewsOf(reading: Reading, board: Board) {
  const now = readingOf(reading, null);
  const matrix = matrixOf(board, now);
  return { matrix, summary: summarise(matrix, { date: now.today, say: now.say }) };
}
