import { lastOfDayParts, type Past } from "../../history/queries.ts";
import { dateInHelsinki, startOfDateInHelsinki } from "../../kernel/instant.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { loadBoard } from "../../projects/queries/projects.ts";
import type { ChangesView, Moment } from "../contract/changes.ts";
import type { MatrixView, SummaryView } from "../contract/progress.ts";
import { movesBetween, percentsBetween, standingOf } from "../domain/changes.ts";
import { type MoveKind, MOVES } from "../terms.ts";
import type { AsOf } from "./board.ts";
import { loadMatrix, loadMatrixWithTexts, summaryOf } from "./progress.ts";

type Asked = {
  readonly since: string;
  /** Null for now. */
  readonly until: AsOf;
  readonly kind?: MoveKind | undefined;
  readonly after: number;
  readonly limit: number;
};

/**
 * What moved in a project between two moments: a page of cells, and the figures at both. Costs the
 * project's facts, once for each moment that is past.
 */
export async function loadChanges(
  deps: Deps,
  slug: string,
  { since, until, kind, after, limit }: Asked,
): Promise<Omit<ChangesView, "nextCursor"> & { readonly next: number | null }> {
  if (since >= (until ?? deps.now)) {
    throw new Refusal("invalid", (say) => say.invalid(), {
      problems: [
        until === null
          ? { path: "since", message: (say) => say.momentNotPast() }
          : { path: "until", message: (say) => say.periodReversed() },
      ],
    });
  }
  const now = await loadMatrix(deps, slug, until);
  const then = await loadMatrix(deps, slug, since).catch(absent);
  const [before, standing] = [then && summaryOf(deps, then, since), summaryOf(deps, now, until)];
  const all = movedBetween(since, { matrix: then, before }, { now, standing });
  const moves = kind === undefined ? all.items : all.items.filter((move) => move.kind === kind);
  return {
    ...all,
    items: moves.slice(after, after + limit),
    next: moves.length > after + limit ? after + limit : null,
  };
}

function movedBetween(
  since: string,
  {
    matrix: then,
    before,
  }: { readonly matrix: MatrixView | null; readonly before: SummaryView | null },
  { now, standing }: { readonly now: MatrixView; readonly standing: SummaryView },
): Omit<ChangesView, "nextCursor"> {
  const items = movesBetween(then, now);
  return {
    since,
    until: now.asOf,
    before: before && standingOf(before.total),
    after: standingOf(standing.total),
    municipalities: percentsBetween(before, standing),
    moved: items.length,
    kinds: MOVES.map((one) => ({
      kind: one,
      count: items.filter((move) => move.kind === one).length,
    })).filter(({ count }) => count > 0),
    items,
  };
}

/** All that moved since a past moment until a matrix that is at hand, for views with permissions of their own. */
export async function movesSince(
  deps: Deps,
  { slug, since, matrix }: { slug: string; since: Past; matrix: MatrixView },
): Promise<Omit<ChangesView, "nextCursor">> {
  const then = await loadMatrixWithTexts(deps, slug, since).catch(absent);
  const [before, standing] = [
    then && summaryOf(deps, then.matrix, since.at),
    summaryOf(deps, matrix, matrix.asOf),
  ];
  return movedBetween(
    since.at,
    { matrix: then?.matrix ?? null, before },
    { now: matrix, standing },
  );
}

function absent(error: unknown): null {
  if (error instanceof Refusal && error.code === "not_found") return null;
  throw error;
}

/** After every instant, as text sorts. */
const endOfTime = "9999";

/**
 * A page of the days on which something happened in a project, newest first, before a day (a date
 * in Helsinki, empty for the newest). `next` is the day that the next page goes on before. Costs
 * the board and a row or two a day, however much happened on it. A page can have fewer days than
 * its limit and still a next one.
 */
export async function loadMoments(
  deps: Deps,
  slug: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<{ readonly items: Moment[]; readonly next: string | null }> {
  await loadBoard(deps, slug);
  assertMay(deps.actor, "progress.view", { project: slug });
  const found = await lastOfDayParts(deps.db, slug, {
    before: after === "" ? endOfTime : startOfDateInHelsinki(after),
    limit: limit + 1,
  });
  const newestOfDay = new Map<string, string>();
  for (const at of found.slice(0, limit)) {
    const day = dateInHelsinki(at);
    if (!newestOfDay.has(day)) newestOfDay.set(day, at);
  }
  const items = [...newestOfDay].map(([day, at]) => ({ day, at }));
  const last = items.at(-1);
  return { items, next: last && found.length > limit ? last.day : null };
}
