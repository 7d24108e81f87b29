import { evidenceFrom } from "../../evidence/queries.ts";
import { factAsOf, stateAsOf } from "../../history/queries.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { SAY } from "../../kernel/sentences/say.ts";
import type { Deps } from "../../platform/env.ts";
import { loadBoard, planFrom } from "../../projects/queries/projects.ts";
import type { CellState } from "../contract/progress.ts";
import {
  type Board,
  cellKey,
  type PackedCells,
  type PackedEvidence,
  pack,
  type Reported,
  reportedDates,
} from "../domain/board.ts";
import type { Reading } from "../domain/matrix.ts";

/** A past moment, or null for now. */
export type AsOf = string | null;

export function readingOf({ now, language }: Pick<Deps, "now" | "language">, asOf: AsOf): Reading {
  const moment = asOf ?? now;
  return { asOf: moment, today: dateInHelsinki(moment), language, say: SAY[language] };
}

/** The board as it stands, for one who may see the project. Costs one row. */
export async function boardNow(deps: Pick<Deps, "db" | "actor">, slug: string): Promise<Board> {
  return readBoard(await loadBoard(deps, slug));
}

/** The board now or as of a moment. Refuses with `not_found` and `forbidden`. */
export async function boardOf(deps: Deps, slug: string, asOf: AsOf): Promise<Board> {
  const board = await boardNow(deps, slug);
  assertMay(deps.actor, "progress.view", { project: slug });
  return asOf === null ? board : pastBoard(deps, slug, asOf);
}

/** A board's parts are written by `record` of their contexts alone, in exactly these shapes. */
export function readBoard(row: Awaited<ReturnType<typeof loadBoard>>): Board {
  return {
    plan: row.plan,
    cells: JSON.parse(row.cells) as PackedCells,
    evidence: JSON.parse(row.evidence) as PackedEvidence,
    reported: row.reported === null ? null : (JSON.parse(row.reported) as Reported),
  };
}

/** The board as it was, from the newest facts of that moment. Costs the project's facts, twice. */
export async function pastBoard(deps: Pick<Deps, "db">, slug: string, at: string): Promise<Board> {
  return boardFrom(deps, slug, await stateAsOf(deps.db, slug, { at }));
}

type PastStates = Awaited<ReturnType<typeof stateAsOf>>;

/** The board that these newest facts make. */
export async function boardFrom(
  deps: Pick<Deps, "db">,
  slug: string,
  facts: PastStates,
): Promise<Board> {
  return {
    plan: await planFrom(deps, facts),
    cells: packedFrom(facts),
    evidence: evidenceFrom(facts),
    reported: await reportedFrom(deps, slug, facts),
  };
}

function packedFrom(facts: PastStates): PackedCells {
  return Object.fromEntries(
    pastCells(facts).map(({ key, state, version }) => [key, pack(state, version)] as const),
  );
}

/** What the report that was submitted last had said of the dates: as they stood at that fact. */
async function reportedFrom({ db }: Pick<Deps, "db">, slug: string, facts: PastStates) {
  const [last] = facts
    .filter(({ subject }) => subject.startsWith("report:"))
    // Facts of a report carry its state: reporting writes them, with this shape.
    .map(({ detail }) => (JSON.parse(detail) as { after: ReportAsTold }).after)
    .flatMap(({ number, asOf }) => (asOf === null ? [] : [{ number, asOf }]))
    .toSorted((one, other) => other.asOf.localeCompare(one.asOf));
  if (!last) return null;
  const { number, asOf } = last;
  // The newest of its facts at that moment is the one that submitted it.
  const submitted = await factAsOf(db, `report:${slug}:${number}`, { at: asOf });
  const then = await stateAsOf(db, slug, { at: endOfTime, seq: submitted?.seq ?? null });
  return { number, at: asOf, dates: reportedDates(await planFrom({ db }, then), packedFrom(then)) };
}

type ReportAsTold = { readonly number: number; readonly asOf: string | null };

/** After every instant, as text sorts: what counts is the running number. */
const endOfTime = "9999";

type Told = Pick<PastStates[number], "subject" | "version" | "detail">;

export function pastCells(facts: readonly Told[]) {
  return facts
    .filter(({ subject }) => subject.startsWith("cell:"))
    .map(({ subject, detail, version }) => {
      const [, , milestone, municipality] = subject.split(":");
      // Facts of a cell are written by this context's commands alone, with this shape.
      const state = (JSON.parse(detail) as { after: CellState }).after;
      return { key: cellKey(Number(milestone), municipality ?? ""), state, version };
    });
}
