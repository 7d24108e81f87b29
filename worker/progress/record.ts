import { eq, sql } from "drizzle-orm";
import { allHappened, type Fact, record } from "../history/record.ts";
import { dateInHelsinki } from "../kernel/instant.ts";
import type { Role } from "../kernel/permissions.ts";
import type { Problem } from "../kernel/refusal.ts";
import { jsonChunks, type Statement } from "../platform/database.ts";
import type { Deps } from "../platform/env.ts";
import { failsOnceEnded } from "../projects/record.ts";
import { boards } from "../projects/tables.ts";
import type { CellBatch, CellState } from "./contract/progress.ts";
import {
  type Board,
  cellKey,
  type CellRow,
  isActive,
  type PackedCell,
  pack,
  placeOf,
  type Spot,
  spotIn,
  subjectOf,
  suggestionOf,
} from "./domain/board.ts";
import { declare, type Declaration } from "./domain/cell.ts";
import { cells } from "./tables.ts";

/** One cell that changes, with all that is needed to write it. */
export type Change = {
  readonly spot: Spot;
  readonly role: Role;
  readonly before: CellRow;
  readonly after: CellState;
  readonly kind: Declaration["kind"];
  readonly reason: string | null;
};

/** What a declaration of a cell is held against. */
export function settingOf({ now }: Pick<Deps, "now">, { milestone, board }: Spot) {
  return {
    milestone,
    project: board.plan.project,
    now,
    today: dateInHelsinki(now),
    suggestion: suggestionOf(board, milestone),
  };
}

/**
 * The places of a batch in its order: null, and a problem, where the plan has none, where an
 * amendment has ended the milestone, and where a cell is named twice.
 */
export function spotsOf(
  board: Board,
  batch: readonly Pick<CellBatch[number], "milestone" | "municipality">[],
) {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const spots = batch.map(({ milestone, municipality }, index) => {
    const key = cellKey(milestone, municipality);
    const spot = spotIn(board, milestone, municipality);
    const add = (message: Problem["message"]) => problems.push({ path: `${index}`, message });
    if (!spot) add((say) => say.cellUnknown(milestone, municipality));
    else if (!isActive(spot.milestone)) add((say) => say.milestoneEnded(milestone));
    if (seen.has(key)) add((say) => say.cellTwice(milestone, municipality));
    seen.add(key);
    return spot && isActive(spot.milestone) ? spot : null;
  });
  return { spots, problems };
}

type Asked = {
  readonly spot: Spot;
  readonly role: Role;
  readonly before: CellRow;
  readonly change: CellBatch[number];
};

/** What cells become when people say something of many at once, and every problem by index. */
export function decideMany(
  deps: Pick<Deps, "now">,
  asked: readonly (Asked | null)[],
): { readonly changes: Change[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const changes: Change[] = [];
  asked.forEach((one, index) => {
    if (!one) return;
    const { spot, role, before } = one;
    const { milestone: _n, municipality: _m, version: _v, ...change } = one.change;
    const { problems: wrong, ...said } = declare(before.state, change, settingOf(deps, spot));
    problems.push(...wrong.map(({ path, message }) => ({ path: join(index, path), message })));
    changes.push({ ...said, spot, role, before, reason: change.reason ?? null });
  });
  return { changes, problems };
}

const join = (index: number, path: string) => (path === "" ? `${index}` : `${index}.${path}`);

/** The facts first, then the cells, then the board that the views read. */
export async function changeCells(
  deps: Deps,
  slug: string,
  changes: readonly Change[],
): Promise<Statement[]> {
  const facts = await allHappened(
    deps,
    changes.map(({ spot, role, before, after, kind, reason }) => ({
      head: before.version === 0 ? null : before,
      happening: {
        scope: slug,
        subject: subjectOf(placeOf(spot)),
        kind,
        role,
        before: before.version === 0 ? null : before.state,
        after,
        reason,
      },
    })),
  );
  const written = changes.flatMap(({ spot, after }, index) => {
    const fact = facts[index];
    return fact ? [{ place: placeOf(spot), state: after, fact }] : [];
  });
  const numbers = changes.map(({ spot }) => spot.milestone.number);
  return [...record(facts), ...writeCells(slug, written), failsOnceEnded(slug, numbers)];
}

type WrittenCell = {
  readonly place: { readonly milestone: number; readonly municipality: string };
  readonly state: CellState;
  readonly fact: Pick<Fact, "version" | "hash">;
};

/** The statements that make cells, and the board, what their facts say. */
export function writeCells(slug: string, written: readonly WrittenCell[]): Statement[] {
  const rows = written.map(({ place: { milestone, municipality }, state, fact }) => ({
    ...state,
    milestone,
    municipality,
    version: fact.version,
    hash: fact.hash,
  }));
  const packed = written.map(({ place, state, fact }): readonly [string, PackedCell] => [
    cellKey(place.milestone, place.municipality),
    pack(state, fact.version),
  ]);
  return [...writeRows(slug, rows), ...patchBoard(slug, packed)];
}

function patchBoard(slug: string, packed: readonly (readonly [string, PackedCell])[]) {
  return jsonChunks(packed).map(
    (chunk) => sql`
      UPDATE ${boards} SET cells = json_patch(cells, (
        SELECT json_group_object(value ->> 0, json(value -> 1)) FROM json_each(${chunk})))
      WHERE ${eq(boards.project, slug)}`,
  );
}

function writeRows(slug: string, rows: readonly object[]): Statement[] {
  return jsonChunks(rows).map(
    (chunk) =>
      sql`
      INSERT INTO ${cells} (project, milestone, municipality, declared, value,
        forecast_on, done_on, reason, unblock, note, confirmed_at, version, hash)
      SELECT ${slug}, value ->> 'milestone', value ->> 'municipality', value ->> 'declared',
        value ->> 'value', value ->> 'forecastOn', value ->> 'doneOn',
        value ->> 'reason', value ->> 'unblock', value ->> 'note', value ->> 'confirmedAt',
        value ->> 'version', value ->> 'hash'
      FROM json_each(${chunk}) WHERE true
      ON CONFLICT (project, milestone, municipality) DO UPDATE SET
        declared = excluded.declared, value = excluded.value,
        forecast_on = excluded.forecast_on, done_on = excluded.done_on, reason = excluded.reason,
        unblock = excluded.unblock, note = excluded.note, confirmed_at = excluded.confirmed_at,
        version = excluded.version, hash = excluded.hash`,
  );
}
