import { dateInHelsinki } from "../../kernel/instant.ts";
import type { Plan, PlanMilestone } from "../../projects/contract.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import type { CellState, CellView } from "../contract/progress.ts";
import type { Declared, Disagreement, Evidence } from "../terms.ts";
import { dueOf, NOTHING_SAID } from "./cell.ts";
import { isStale, scheduleOf } from "./schedule.ts";

/** A cell in its board: no texts, in a fixed order, to keep the row small. */
export type PackedCell = readonly [
  declared: Declared,
  evidence: Evidence,
  value: number | null,
  forecastOn: string | null,
  doneOn: string | null,
  confirmedAt: string | null,
  version: number,
];

/** Cells by `milestone/municipality`. A cell that is not there has no data. */
export type PackedCells = Readonly<Record<string, PackedCell>>;

/** All that the views of one project are computed from. */
export type Board = { readonly plan: Plan; readonly cells: PackedCells };

export const cellKey = (milestone: number, municipality: string) => `${milestone}/${municipality}`;

export function pack(state: CellState, version: number): PackedCell {
  const { declared, evidence, value, forecastOn, doneOn, confirmedAt } = state;
  return [declared, evidence, value, forecastOn, doneOn, confirmedAt, version];
}

const NOTHING: PackedCell = pack(NOTHING_SAID, 0);

/** One cell for every milestone × municipality of the plan, in that order, as of a date. */
export function cellsOf({ plan, cells }: Board, today: string): CellView[] {
  const codes = plan.municipalities.map(({ code }) => code);
  return plan.milestones.flatMap((milestone) =>
    placesOf(milestone, codes).map((municipality) =>
      viewOf(
        { plan, milestone, municipality },
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

type Spot = {
  readonly plan: Plan;
  readonly milestone: PlanMilestone;
  readonly municipality: string;
};

/** A cell with what the dates make of it on a day. */
export function viewOf(
  { plan, milestone, municipality }: Spot,
  cell: PackedCell,
  today: string,
): CellView {
  const [declared, evidence, value, forecastOn, doneOn, confirmedAt, version] = cell;
  const dueOn = dueOf(milestone, municipality);
  const schedule = scheduleOf({ declared, forecastOn, doneOn }, dueOn, today);
  const confirmedOn = confirmedAt === null ? null : dateInHelsinki(confirmedAt);
  return {
    milestone: milestone.number,
    municipality,
    declared,
    schedule,
    evidence,
    value,
    dueOn,
    forecastOn,
    doneOn,
    confirmedAt,
    stale: isStale({ declared, confirmedOn }, plan.project.freshnessDays, today),
    disagreements: disagreementsOf({ declared, schedule, value }, milestone),
    version,
  };
}

/** Truths that do not go together. The system lists them and overrules nobody. */
function disagreementsOf(
  cell: Pick<CellView, "declared" | "schedule" | "value">,
  { kind, goal, baseline }: PlanMilestone,
): Disagreement[] {
  const found: Disagreement[] = [];
  if (cell.declared === "in_progress" && cell.schedule === "late")
    found.push("in_progress_past_due");
  const open = cell.declared === "in_progress" || cell.declared === "not_started";
  if (open && kind === "target" && goal !== null && cell.value !== null) {
    const falling = baseline !== null && goal < baseline;
    if (falling ? cell.value <= goal : cell.value >= goal) found.push("target_met_not_declared");
  }
  return found;
}
