import { and, eq, sql } from "drizzle-orm";
import { stateAsOf } from "../../history/queries.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import { assertMay, may } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import type { CellDetail } from "../contract/progress.ts";
import {
  cellKey,
  type CellRow,
  pack,
  type Place,
  type Spot,
  spotIn,
  viewOf,
} from "../domain/board.ts";
import { NOTHING_SAID } from "../domain/cell.ts";
import { cells } from "../tables.ts";
import { type AsOf, boardFrom, boardNow, pastCells } from "./board.ts";

const NEVER_SAID: CellRow = { state: NOTHING_SAID, version: 0, hash: "" };

/** The rows of these cells in the same order; those without a row have version 0. */
export async function cellRows(
  { db }: Pick<Deps, "db">,
  slug: string,
  places: readonly Omit<Place, "project">[],
): Promise<CellRow[]> {
  const wanted = JSON.stringify(
    places.map(({ milestone, municipality }) => [milestone, municipality]),
  );
  const rows = await db
    .select()
    .from(cells)
    .where(
      and(
        eq(cells.project, slug),
        sql`(${cells.milestone}, ${cells.municipality}) IN
          (SELECT value ->> 0, value ->> 1 FROM json_each(${wanted}))`,
      ),
    );
  const found = new Map(rows.map((row) => [cellKey(row.milestone, row.municipality), rowOf(row)]));
  return places.map(
    ({ milestone, municipality }) => found.get(cellKey(milestone, municipality)) ?? NEVER_SAID,
  );
}

function rowOf(row: typeof cells.$inferSelect): CellRow {
  const { project: _p, milestone: _n, municipality: _m, version, hash, ...state } = row;
  return { state, version, hash };
}

/** A cell with its texts, as this actor may read it. */
export function detailOf(
  { actor, now }: Pick<Deps, "actor" | "now">,
  spot: Spot,
  { state, version }: Pick<CellRow, "state" | "version">,
): CellDetail {
  const readsNotes = may(actor, "progress.notes", { project: spot.board.plan.project.slug });
  return {
    ...viewOf(spot, pack(state, version), dateInHelsinki(now)),
    reason: state.reason,
    unblock: state.unblock,
    note: readsNotes ? state.note : null,
  };
}

/** One cell with its texts, now or as of a moment. Refuses with `not_found`. */
export async function loadCell(deps: Deps, place: Place, asOf: AsOf): Promise<CellDetail> {
  const { project, milestone, municipality } = place;
  const now = await boardNow(deps, project);
  assertMay(deps.actor, "progress.view", place);
  const facts = asOf === null ? [] : await stateAsOf(deps.db, project, { at: asOf });
  const board = asOf === null ? now : await boardFrom(deps, project, facts);
  const spot = spotIn(board, milestone, municipality);
  if (!spot) throw notFound();
  const [row] =
    asOf === null
      ? await cellRows(deps, project, [place])
      : pastCells(facts).filter(({ key }) => key === cellKey(milestone, municipality));
  return detailOf({ ...deps, now: asOf ?? deps.now }, spot, row ?? NEVER_SAID);
}

/** Every cell of a project of which something was said. */
export async function allCells(db: Deps["db"], slug: string) {
  const rows = await db.select().from(cells).where(eq(cells.project, slug));
  return rows.map((row) => ({ key: cellKey(row.milestone, row.municipality), ...rowOf(row) }));
}
