import { eq, sql } from "drizzle-orm";
import { allHappened, record } from "../history/record.ts";
import { dateInHelsinki } from "../kernel/instant.ts";
import { assertMay, type Role } from "../kernel/permissions.ts";
import { notFound, type Problem, Refusal, refuseProblems } from "../kernel/refusal.ts";
import { jsonChunks, retrying, type Statement } from "../platform/database.ts";
import type { Deps } from "../platform/env.ts";
import { type Answer, commit } from "../platform/requests.ts";
import { assertVersion } from "../platform/versions.ts";
import type { Plan } from "../projects/contract.ts";
import { loadBoard } from "../projects/queries/projects.ts";
import { boards } from "../projects/tables.ts";
import type {
  CellBatch,
  CellChange,
  CellDetail,
  CellList,
  CellState,
} from "./contract/progress.ts";
import { cellKey, pack, viewOf } from "./domain/board.ts";
import { confirm, declare, type Declaration } from "./domain/cell.ts";
import {
  type CellRow,
  cellRows,
  detailOf,
  type Place,
  type Spot,
  spotIn,
  subjectOf,
} from "./queries/progress.ts";
import { cells } from "./tables.ts";

/** One cell that changes, with all that is needed to write it. */
type Change = {
  readonly spot: Spot;
  readonly role: Role;
  readonly before: CellRow;
  readonly after: CellState;
  readonly kind: Declaration["kind"];
  readonly reason: string | null;
};

/**
 * What a person says of one cell. Refuses with `not_found`, `forbidden`, `stale` (with the cell
 * as it is) and `invalid`.
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
 * `not_found`, `forbidden`, `locked` (nobody has said anything yet) and, where the version that
 * the person saw is told, `stale`.
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
    const { plan } = await loadBoard(deps, slug);
    const { spots, problems } = findSpots(plan, batch);
    const roles = batch.map(({ municipality }, index) =>
      spots[index]
        ? assertMay(deps.actor, "progress.declare", { project: slug, municipality })
        : null,
    );
    const rows = await cellRows(deps, slug, batch);
    const changes: Change[] = [];
    const stale: { readonly problem: Problem; readonly current: CellDetail }[] = [];
    batch.forEach(({ milestone, municipality, version, ...change }, index) => {
      const [spot, role, before] = [spots[index], roles[index], rows[index]];
      if (!spot || !role || !before) return;
      if (before.version !== version) {
        stale.push({
          problem: {
            path: `${index}.version`,
            message: (say) => say.staleCell(milestone, municipality),
          },
          current: detailOf(deps, spot, before),
        });
        return;
      }
      const { problems: wrong, ...said } = declare(before.state, change, settingOf(deps, spot));
      problems.push(...wrong.map(({ path, message }) => ({ path: join(index, path), message })));
      changes.push({ ...said, spot, role, before, reason: change.reason ?? null });
    });
    if (stale.length > 0) {
      throw new Refusal("stale", (say) => say.stale(), {
        problems: stale.map(({ problem }) => problem),
        current: stale.map(({ current }) => current),
      });
    }
    refuseProblems(problems);
    const today = dateInHelsinki(deps.now);
    const items = changes.map(({ spot, before, after }) =>
      viewOf(spot, pack(after, before.version + 1), today),
    );
    return commit(deps, { status: 200, body: { items }, version: null }, [
      ...(await write(deps, slug, changes)),
    ]);
  });
}

const join = (index: number, path: string) => (path === "" ? `${index}` : `${index}.${path}`);

/** The places of a batch in its order: null, and a problem, where the plan has none. */
function findSpots(plan: Plan, batch: CellBatch) {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const spots = batch.map(({ milestone, municipality }, index) => {
    const key = cellKey(milestone, municipality);
    const spot = spotIn(plan, milestone, municipality);
    const path = `${index}`;
    if (!spot) problems.push({ path, message: (say) => say.cellUnknown(milestone, municipality) });
    if (seen.has(key)) {
      problems.push({ path, message: (say) => say.cellTwice(milestone, municipality) });
    }
    seen.add(key);
    return spot;
  });
  return { spots, problems };
}

async function loadForWriting(deps: Deps, place: Place) {
  const { plan } = await loadBoard(deps, place.project);
  const role = assertMay(deps.actor, "progress.declare", place);
  const spot = spotIn(plan, place.milestone, place.municipality);
  if (!spot) throw notFound();
  const [before] = await cellRows(deps, place.project, [place]);
  if (!before) throw notFound();
  return { spot, role, before };
}

function settingOf({ now }: Pick<Deps, "now">, { milestone, plan }: Spot) {
  return { milestone, project: plan.project, now, today: dateInHelsinki(now) };
}

function viewAfter(deps: Deps, { spot, before, after }: Change): CellDetail {
  return detailOf(deps, spot, { state: after, version: before.version + 1 });
}

async function writeOne(deps: Deps, slug: string, change: Change): Promise<Answer<CellDetail>> {
  const body = viewAfter(deps, change);
  const answer: Answer<CellDetail> = { status: 200, body, version: body.version };
  return commit(deps, answer, await write(deps, slug, [change]));
}

/** The facts first, then the cells, then the board that the views read. */
async function write(deps: Deps, slug: string, changes: readonly Change[]): Promise<Statement[]> {
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
  const rows = changes.map(({ spot, before, after }, index) => ({
    ...placeOf(spot),
    ...after,
    version: before.version + 1,
    hash: facts[index]?.hash ?? "",
  }));
  const patch = changes.map(({ spot, before, after }) => {
    const { milestone, municipality } = placeOf(spot);
    return [cellKey(milestone, municipality), pack(after, before.version + 1)];
  });
  return [
    ...record(facts),
    ...writeRows(slug, rows),
    deps.db
      .update(boards)
      .set({
        cells: sql`json_patch(${boards.cells}, ${JSON.stringify(Object.fromEntries(patch))})`,
      })
      .where(eq(boards.project, slug)),
  ];
}

const placeOf = ({ plan, milestone, municipality }: Spot): Place => ({
  project: plan.project.slug,
  milestone: milestone.number,
  municipality,
});

function writeRows(slug: string, rows: readonly object[]): Statement[] {
  return jsonChunks(rows).map(
    (chunk) =>
      sql`
      INSERT INTO ${cells} (project, milestone, municipality, declared, evidence, value,
        forecast_on, done_on, reason, unblock, note, confirmed_at, version, hash)
      SELECT ${slug}, value ->> 'milestone', value ->> 'municipality', value ->> 'declared',
        value ->> 'evidence', value ->> 'value', value ->> 'forecastOn', value ->> 'doneOn',
        value ->> 'reason', value ->> 'unblock', value ->> 'note', value ->> 'confirmedAt',
        value ->> 'version', value ->> 'hash'
      FROM json_each(${chunk}) WHERE true
      ON CONFLICT (project, milestone, municipality) DO UPDATE SET
        declared = excluded.declared, evidence = excluded.evidence, value = excluded.value,
        forecast_on = excluded.forecast_on, done_on = excluded.done_on, reason = excluded.reason,
        unblock = excluded.unblock, note = excluded.note, confirmed_at = excluded.confirmed_at,
        version = excluded.version, hash = excluded.hash`,
  );
}
