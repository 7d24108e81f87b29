import { and, eq, sql } from "drizzle-orm";
import { factsOf, type Past, stateAsOf } from "../../history/queries.ts";
import { namesOfPeople } from "../../identity/queries/people.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import { assertMay, may } from "../../kernel/permissions.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import { SAY } from "../../kernel/sentences/say.ts";
import type { Deps } from "../../platform/env.ts";
import type { Plan, PlanMilestone } from "../../projects/contract.ts";
import { loadBoard, loadBoards, planFrom } from "../../projects/queries/projects.ts";
import type {
  CellDetail,
  CellState,
  CellTexts,
  HistoryEntry,
  MatrixView,
  PortfolioView,
  SummaryView,
} from "../contract/progress.ts";
import { type Board, cellKey, type PackedCells, pack, placesOf, viewOf } from "../domain/board.ts";
import { NOTHING_SAID } from "../domain/cell.ts";
import { matrixOf, portfolioItem, type Reading } from "../domain/matrix.ts";
import { summarise } from "../domain/summary.ts";
import { cells } from "../tables.ts";

/** A past moment, or null for now. */
export type AsOf = string | null;

/** The matrix of a project, now or as of a moment. Now it costs one row. */
export async function loadMatrix(deps: Deps, slug: string, asOf: AsOf): Promise<MatrixView> {
  return matrixOf(await boardOf(deps, slug, asOf), readingOf(deps, asOf));
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
 * costs one row a project.
 */
export async function loadPortfolio(
  deps: Deps,
  page: { readonly after: string; readonly limit: number },
  asOf: AsOf,
): Promise<{ readonly slug: string; readonly item: PortfolioView["items"][number] | null }[]> {
  const live = await loadBoards(deps, page);
  const reading = readingOf(deps, asOf);
  return Promise.all(
    live.map(async ({ plan, cells: packed }) => {
      const { slug } = plan.project;
      const board: Board | null =
        asOf === null
          ? { plan, cells: readCells(packed) }
          : await pastBoard(deps, slug, asOf).catch(absentThen);
      return { slug, item: board && portfolioItem(board, reading) };
    }),
  );
}

function absentThen(error: unknown): null {
  if (error instanceof Refusal && error.code === "not_found") return null;
  throw error;
}

export function readingOf({ now, language }: Deps, asOf: AsOf): Reading {
  const moment = asOf ?? now;
  return { asOf: moment, today: dateInHelsinki(moment), language, say: SAY[language] };
}

async function boardOf(deps: Deps, slug: string, asOf: AsOf): Promise<Board> {
  const { plan, cells: packed } = await loadBoard(deps, slug);
  assertMay(deps.actor, "progress.view", { project: slug });
  return asOf === null ? { plan, cells: readCells(packed) } : pastBoard(deps, slug, asOf);
}

/** The cells of a board are written by this context's commands alone, in exactly this shape. */
const readCells = (packed: string): PackedCells => JSON.parse(packed) as PackedCells;

/** The board as it was, from the newest facts of that moment. Costs the project's facts. */
async function pastBoard({ db }: Pick<Deps, "db">, slug: string, asOf: string): Promise<Board> {
  const facts = await stateAsOf(db, slug, { at: asOf });
  const cellsThen: PackedCells = Object.fromEntries(
    pastCells(facts).map(({ key, state, version }) => [key, pack(state, version)] as const),
  );
  return { plan: await planFrom({ db }, facts), cells: cellsThen };
}

export function pastCells(facts: Awaited<ReturnType<typeof stateAsOf>>) {
  return facts
    .filter(({ subject }) => subject.startsWith("cell:"))
    .map(({ subject, detail, version }) => {
      const [, , milestone, municipality] = subject.split(":");
      // Facts of a cell are written by this context's commands alone, with this shape.
      const state = (JSON.parse(detail) as { after: CellState }).after;
      return { key: cellKey(Number(milestone), municipality ?? ""), state, version };
    });
}

/** The address of a cell, which need not exist. */
export type Place = {
  readonly project: string;
  readonly milestone: number;
  readonly municipality: string;
};

/** A place in the matrix that exists. */
export type Spot = {
  readonly plan: Plan;
  readonly milestone: PlanMilestone;
  readonly municipality: string;
};

/** The place of a cell in a plan, or null where the plan has none. */
export function spotIn(plan: Plan, number: number, municipality: string): Spot | null {
  const milestone = plan.milestones.find((one) => one.number === number);
  if (!milestone) return null;
  const codes = plan.municipalities.map(({ code }) => code);
  return placesOf(milestone, codes).includes(municipality)
    ? { plan, milestone, municipality }
    : null;
}

/** A cell as its row holds it: what was last said, and the head of its facts. */
export type CellRow = {
  readonly state: CellState;
  readonly version: number;
  readonly hash: string;
};

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
  const readsNotes = may(actor, "progress.notes", { project: spot.plan.project.slug });
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
  const { plan } = await loadBoard(deps, project);
  assertMay(deps.actor, "progress.view", place);
  const facts = asOf === null ? [] : await stateAsOf(deps.db, project, { at: asOf });
  const spot = spotIn(asOf === null ? plan : await planFrom(deps, facts), milestone, municipality);
  if (!spot) throw notFound();
  const [row] =
    asOf === null
      ? await cellRows(deps, project, [place])
      : pastCells(facts).filter(({ key }) => key === cellKey(milestone, municipality));
  return detailOf({ ...deps, now: asOf ?? deps.now }, spot, row ?? NEVER_SAID);
}

/** The matrix with what people wrote, all of the same moment, as exports carry it. Costs the project's cells or facts. */
export async function loadMatrixWithTexts(deps: Deps, slug: string, past: Past | null) {
  const { plan } = await loadBoard(deps, slug);
  assertMay(deps.actor, "report.receive", { project: slug });
  const facts = past && (await stateAsOf(deps.db, slug, past));
  const known = facts ? pastCells(facts) : await allCells(deps.db, slug);
  const board = {
    plan: facts ? await planFrom(deps, facts) : plan,
    cells: Object.fromEntries(known.map(({ key, state, version }) => [key, pack(state, version)])),
  };
  return {
    matrix: matrixOf(board, readingOf(deps, past && past.at)),
    texts: new Map<string, CellTexts>(known.map(({ key, state }) => [key, state])),
  };
}

async function allCells(db: Deps["db"], slug: string) {
  const rows = await db.select().from(cells).where(eq(cells.project, slug));
  return rows.map((row) => ({ key: cellKey(row.milestone, row.municipality), ...rowOf(row) }));
}

type Told = Pick<HistoryEntry, "before" | "after" | "reason">;

/** What was said of a cell, newest first. Refuses with `not_found` and `forbidden`. */
export async function loadCellHistory(
  deps: Deps,
  place: Place,
  page: { readonly below: number; readonly limit: number; readonly until: AsOf },
): Promise<HistoryEntry[]> {
  const { project, milestone, municipality } = place;
  const { plan } = await loadBoard(deps, project);
  assertMay(deps.actor, "progress.history", { project });
  if (!spotIn(plan, milestone, municipality)) throw notFound();
  const facts = await factsOf(deps.db, subjectOf(place), page);
  const readsNotes = may(deps.actor, "progress.notes", { project });
  const shown = ({ before, after, reason }: Told): Told =>
    readsNotes
      ? { before, after, reason }
      : { before: before && { ...before, note: null }, after: { ...after, note: null }, reason };
  const names = await namesOfPeople(
    deps.db,
    facts.map(({ actor }) => actor),
  );
  return facts.map(({ version, kind, at, actor, role, detail, hash, previousHash }) => ({
    version,
    at,
    actor,
    actorName: names.get(actor) ?? "",
    hash,
    previousHash,
    // Facts of a cell are written by this context's commands alone, with these kinds and roles.
    ...({ kind, role } as Pick<HistoryEntry, "kind" | "role">),
    ...shown(JSON.parse(detail) as Told),
  }));
}

/** What the facts of a cell are about: `cell:hoppu:3:837`. */
export function subjectOf({ project, milestone, municipality }: Place): string {
  return `cell:${project}:${milestone}:${municipality}`;
}
