import { dateInHelsinki } from "../../kernel/instant.ts";
import type { Plan, PlanMilestone } from "../../projects/contract/plan.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import type { CellState, CellView } from "../contract/progress.ts";
import { type Declared, type Disagreement, isLeftOut, isReached } from "../terms.ts";
import { dueOf, grantedDueOf, NOTHING_SAID } from "./cell.ts";
import { evidenceOf } from "./evidence.ts";
import { isStale, scheduleOf } from "./schedule.ts";

/** A cell in its board: no texts, in a fixed order, to keep the row small. */
export type PackedCell = readonly [
  declared: Declared,
  value: number | null,
  forecastOn: string | null,
  doneOn: string | null,
  confirmedAt: string | null,
  version: number,
];

/** Cells by `milestone/municipality`. A cell that is not there has no data. */
export type PackedCells = Readonly<Record<string, PackedCell>>;

/** The different `kind:state` of the evidence of each cell, in alphabetical order. */
export type PackedEvidence = Readonly<Record<string, readonly string[]>>;

/** What the newest submitted report said of the dates of each cell. */
export type Reported = {
  readonly number: number;
  readonly at: string;
  readonly dates: Readonly<Record<string, string>>;
};

/** All that the views of one project are computed from. */
export type Board = {
  readonly plan: Plan;
  readonly cells: PackedCells;
  readonly evidence: PackedEvidence;
  readonly reported: Reported | null;
};

/** The address of a cell, which need not exist. */
export type Place = {
  readonly project: string;
  readonly milestone: number;
  readonly municipality: string;
};

/** A cell as its row holds it: what was last said, and the head of its facts. */
export type CellRow = {
  readonly state: CellState;
  readonly version: number;
  readonly hash: string;
};

/** A place in the matrix that exists. */
export type Spot = {
  readonly board: Board;
  readonly milestone: PlanMilestone;
  readonly municipality: string;
};

export const cellKey = (milestone: number, municipality: string) => `${milestone}/${municipality}`;

export const placeOf = ({ board, milestone, municipality }: Spot): Place => ({
  project: board.plan.project.slug,
  milestone: milestone.number,
  municipality,
});

/** What the facts of a cell are about: `cell:hoppu:3:837`. */
export function subjectOf({ project, milestone, municipality }: Place): string {
  return `cell:${project}:${milestone}:${municipality}`;
}

export function pack(state: CellState, version: number): PackedCell {
  const { declared, value, forecastOn, doneOn, confirmedAt } = state;
  return [declared, value, forecastOn, doneOn, confirmedAt, version];
}

const NOTHING: PackedCell = pack(NOTHING_SAID, 0);

export const isActive = ({ state }: PlanMilestone) => state === "active";

/**
 * One cell for every milestone × municipality of the plan, in that order, as of a date. Milestones
 * that an amendment has ended are not among them.
 */
export function cellsOf(board: Board, today: string): CellView[] {
  const { plan, cells } = board;
  const codes = plan.municipalities.map(({ code }) => code);
  return plan.milestones
    .filter(isActive)
    .flatMap((milestone) =>
      placesOf(milestone, codes).map((municipality) =>
        viewOf(
          { board, milestone, municipality },
          cells[cellKey(milestone.number, municipality)] ?? NOTHING,
          today,
        ),
      ),
    );
}

/** Where a milestone has cells: every municipality, or the project as a whole. */
export function placesOf(milestone: PlanMilestone, codes: readonly string[]): readonly string[] {
  return milestone.scope === "project" ? [WHOLE_PROJECT] : codes;
}

/** What a report says of the dates of each cell: done, else the forecast, else due. */
export function reportedDates(plan: Plan, cells: PackedCells): Record<string, string> {
  const codes = plan.municipalities.map(({ code }) => code);
  return Object.fromEntries(
    plan.milestones.filter(isActive).flatMap((milestone) =>
      placesOf(milestone, codes).flatMap((municipality) => {
        const key = cellKey(milestone.number, municipality);
        const [, , forecastOn, doneOn] = cells[key] ?? NOTHING;
        const date = doneOn ?? forecastOn ?? dueOf(milestone, municipality);
        return date === null ? [] : [[key, date] as const];
      }),
    ),
  );
}

/** The place of a cell in a plan, or null where the plan has none. Ended milestones have places. */
export function spotIn(board: Board, number: number, municipality: string): Spot | null {
  const milestone = board.plan.milestones.find((one) => one.number === number);
  if (!milestone) return null;
  const codes = board.plan.municipalities.map(({ code }) => code);
  return placesOf(milestone, codes).includes(municipality)
    ? { board, milestone, municipality }
    : null;
}

/**
 * What the measure of a target counts, as a suggestion beside what people declare: how many
 * municipalities have the milestone done that it names. Null where nothing is measured.
 */
export function suggestionOf({ plan, cells }: Board, { measure }: PlanMilestone): number | null {
  const counted = plan.milestones.find(({ number }) => number === measure?.milestone);
  if (!counted || counted.scope !== "municipality") return null;
  return plan.municipalities.filter(
    ({ code }) => cells[cellKey(counted.number, code)]?.[0] === "done",
  ).length;
}

/** A cell with what its dates and its evidence make of it on a day. */
export function viewOf(spot: Spot, cell: PackedCell, today: string): CellView {
  const { board, milestone, municipality } = spot;
  const [declared, value, forecastOn, doneOn, confirmedAt, version] = cell;
  const key = cellKey(milestone.number, municipality);
  const dueOn = dueOf(milestone, municipality);
  const schedule = scheduleOf({ declared, forecastOn, doneOn }, dueOn, today);
  const evidence = evidenceOf(board.evidence[key] ?? [], milestone.evidenceKinds);
  const suggestion = suggestionOf(board, milestone);
  const confirmedOn = confirmedAt === null ? null : dateInHelsinki(confirmedAt);
  return {
    milestone: milestone.number,
    municipality,
    declared,
    schedule,
    evidence,
    value,
    suggestion,
    grantedDueOn: grantedDueOf(milestone, municipality),
    dueOn,
    reportedOn: board.reported?.dates[key] ?? null,
    forecastOn,
    doneOn,
    confirmedAt,
    stale: isStale({ declared, confirmedOn }, board.plan.project.freshnessDays, today),
    disagreements: disagreementsOf({ declared, schedule, evidence, value, suggestion }, milestone),
    version,
  };
}

/** Truths that do not go together. The system lists them and overrules nobody. */
function disagreementsOf(
  cell: Pick<CellView, "declared" | "schedule" | "evidence" | "value" | "suggestion">,
  { kind, goal, baseline, evidenceKinds }: PlanMilestone,
): Disagreement[] {
  const { declared, value, suggestion } = cell;
  const found: Disagreement[] = [];
  const shown = cell.evidence === "submitted" || cell.evidence === "accepted";
  // A milestone that asks for no evidence lacks none.
  if (declared === "done" && evidenceKinds.length > 0 && !shown) {
    found.push("done_without_evidence");
  }
  if (declared === "in_progress" && cell.schedule === "late") found.push("in_progress_past_due");
  const open = declared === "in_progress" || declared === "not_started";
  if (open && kind === "target" && isReached({ baseline, goal }, value)) {
    found.push("target_met_not_declared");
  }
  const isCounted = !isLeftOut(declared) && value !== null && suggestion !== null;
  if (isCounted && value !== suggestion) found.push("value_differs");
  return found;
}
