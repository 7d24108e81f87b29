import { dateInHelsinki } from "../kernel/instant.ts";
import { assertMay } from "../kernel/permissions.ts";
import { notFound, type Problem, Refusal, refuseProblems } from "../kernel/refusal.ts";
import { retrying } from "../platform/database.ts";
import type { Deps } from "../platform/env.ts";
import { type Answer, commit } from "../platform/requests.ts";
import { assertVersion } from "../platform/versions.ts";
import type { CellBatch, CellChange, CellDetail, CellList } from "./contract/progress.ts";
import {
  type Board,
  cellKey,
  type CellRow,
  isActive,
  pack,
  type Place,
  spotIn,
  viewOf,
} from "./domain/board.ts";
import { confirm, declare } from "./domain/cell.ts";
import { boardNow } from "./queries/board.ts";
import { cellRows, detailOf } from "./queries/cells.ts";
import { type Change, changeCells, decideMany, settingOf, spotsOf } from "./record.ts";

/**
 * What a person says of one cell. Refuses with `not_found`, `forbidden`, `locked` (an amendment
 * has ended the milestone), `stale` (with the cell as it is) and `invalid`.
 */
export async function declareProgress(
  deps: Deps,
  place: Place,
  expected: number,
  change: CellChange,
): Promise<Answer<CellDetail>> {
  return retrying(async () => {
    const { spot, role, before } = await loadForWriting(deps, place);
    assertVersion(detailOf(deps, spot, before), expected);
    const said = declare(before.state, change, settingOf(deps, spot));
    refuseProblems(said.problems);
    const { after, kind } = said;
    const reason = change.reason ?? null;
    return writeOne(deps, place.project, { spot, role, before, after, kind, reason });
  });
}

/**
 * "No change": refreshes when the cell was last confirmed, and keeps its values. Refuses with
 * `not_found`, `forbidden`, `locked` (nobody has said anything yet, or the milestone has ended)
 * and, where the version that the person saw is told, `stale`.
 */
export async function confirmProgress(
  deps: Deps,
  place: Place,
  expected: number | null = null,
): Promise<Answer<CellDetail>> {
  return retrying(async () => {
    const { spot, role, before } = await loadForWriting(deps, place);
    if (expected !== null) assertVersion(detailOf(deps, spot, before), expected);
    const after = confirm(before.state, deps.now);
    if (!after) throw new Refusal("locked", (say) => say.nothingToConfirm());
    const kind = "progress.confirmed";
    return writeOne(deps, place.project, { spot, role, before, after, kind, reason: null });
  });
}

/**
 * What a person says of up to 500 cells, all or nothing. Refuses with `not_found`, `forbidden`,
 * `stale` (each stale cell named, and shown as it is) and `invalid` with every problem by index.
 */
export async function declareMany(
  deps: Deps,
  slug: string,
  batch: CellBatch,
): Promise<Answer<CellList>> {
  return retrying(async () => {
    const board = await boardNow(deps, slug);
    const { spots, problems } = spotsOf(board, batch);
    const roles = batch.map(({ municipality }, index) =>
      spots[index]
        ? assertMay(deps.actor, "progress.declare", { project: slug, municipality })
        : null,
    );
    const rows = await cellRows(deps, slug, batch);
    const asked = batch.map((change, index) => {
      const [spot, role, before] = [spots[index], roles[index], rows[index]];
      return spot && role && before ? { spot, role, before, change } : null;
    });
    refuseStale(deps, asked);
    const { changes, problems: wrong } = decideMany(deps, asked);
    refuseProblems([...problems, ...wrong]);
    const items = viewsAfter(deps, board, changes);
    return commit(deps, { status: 200, body: { items }, version: null }, [
      ...(await changeCells(deps, slug, changes)),
    ]);
  });
}

type Asked = Parameters<typeof decideMany>[1];

function refuseStale(deps: Deps, asked: Asked): void {
  const stale: { readonly problem: Problem; readonly current: CellDetail }[] = [];
  asked.forEach((one, index) => {
    if (!one || one.before.version === one.change.version) return;
    const { milestone, municipality } = one.change;
    stale.push({
      problem: {
        path: `${index}.version`,
        message: (say) => say.staleCell(milestone, municipality),
      },
      current: detailOf(deps, one.spot, one.before),
    });
  });
  if (stale.length === 0) return;
  throw new Refusal("stale", (say) => say.stale(), {
    problems: stale.map(({ problem }) => problem),
    current: stale.map(({ current }) => current),
  });
}

/** The cells as they are once all of them are written: one can be counted for another. */
function viewsAfter({ now }: Pick<Deps, "now">, before: Board, changes: readonly Change[]) {
  const packed = changes.map(({ spot, before: row, after }) => ({
    spot,
    cell: pack(after, row.version + 1),
  }));
  const written = Object.fromEntries(
    packed.map(({ spot, cell }) => [cellKey(spot.milestone.number, spot.municipality), cell]),
  );
  const board = { ...before, cells: { ...before.cells, ...written } };
  return packed.map(({ spot, cell }) => viewOf({ ...spot, board }, cell, dateInHelsinki(now)));
}

async function loadForWriting(deps: Deps, place: Place) {
  const board = await boardNow(deps, place.project);
  const role = assertMay(deps.actor, "progress.declare", place);
  const spot = spotIn(board, place.milestone, place.municipality);
  if (!spot) throw notFound();
  if (!isActive(spot.milestone)) {
    throw new Refusal("locked", (say) => say.milestoneEnded(place.milestone));
  }
  const [before] = await cellRows(deps, place.project, [place]);
  if (!before) throw notFound();
  return { spot, role, before };
}

async function writeOne(deps: Deps, slug: string, change: Change): Promise<Answer<CellDetail>> {
  const { spot, before, after } = change;
  const row: Pick<CellRow, "state" | "version"> = { state: after, version: before.version + 1 };
  const body = detailOf(deps, spot, row);
  const answer: Answer<CellDetail> = { status: 200, body, version: body.version };
  return commit(deps, answer, await changeCells(deps, slug, [change]));
}
