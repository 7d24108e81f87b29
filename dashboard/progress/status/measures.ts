import { percentOf } from "../../../worker/kernel/percent.ts";
import type { MatrixView, SummaryView } from "../../../worker/progress/contract/progress.ts";
import { type Declared, isCounted, isOpen } from "../../../worker/progress/terms.ts";
import { dayOf } from "../../shared/i18n.ts";
import type { Cell, Milestone } from "../board.ts";

/** What can be shown of each municipality. A phase and a milestone are named by their number. */
export type Measure =
  | { readonly kind: "percent" | "late" | "evidence" | "freshness" }
  | { readonly kind: "phase" | "milestone"; readonly number: number };

/** What a measure says of one municipality. */
export type Measured = {
  /** A percentage, a count or days; null where there is nothing to say. */
  readonly value: number | null;
  /** Its step on the scale, 0 to 4, or its status: the class that colours it. */
  readonly look: `step-${0 | 1 | 2 | 3 | 4 | "none"}` | Declared;
  readonly declared: Declared | null;
  readonly late: number;
  /** Cells of what is measured that are not done and still to do, spoken of or not. */
  readonly open: number;
  /** Those of them that nobody has ever confirmed. */
  readonly unconfirmed: number;
};

/** All measures of a project, in the order in which they are offered. */
export function measuresOf({ phases, milestones }: MatrixView): readonly Measure[] {
  const own = milestones.filter(isOfMunicipalities);
  const kinds = ["percent", "late", "evidence", "freshness"] as const;
  return [
    ...kinds
      // Nothing could be said of evidence that is asked nowhere.
      .filter((kind) => kind !== "evidence" || own.some(asksEvidence))
      .map((kind) => ({ kind })),
    ...phases
      .filter(({ number }) => own.some(({ phase }) => phase === number))
      .map(({ number }) => ({ kind: "phase", number }) as const),
    ...own.map(({ number }) => ({ kind: "milestone", number }) as const),
  ];
}

/** A measure's name in addresses: `late`, `phase-3`, `milestone-12`. */
export const measureName = (measure: Measure) =>
  "number" in measure ? `${measure.kind}-${measure.number}` : measure.kind;

const isOfMunicipalities = ({ scope }: Milestone) => scope === "municipality";
const asksEvidence = ({ evidenceKinds }: Milestone) => evidenceKinds.length > 0;

export type Share = {
  readonly percent: number | null;
  readonly done: number;
  readonly counted: number;
};

/** How much of some cells is done, as the service counts it: by weight, of those that count. */
export function shareOf(cells: readonly Cell[], weights: ReadonlyMap<number, number>): Share {
  const counted = cells.filter(({ declared }) => isCounted(declared));
  const done = counted.filter(({ declared }) => declared === "done");
  const weigh = (some: readonly Cell[]) =>
    some.reduce((sum, { milestone }) => sum + (weights.get(milestone) ?? 0), 0);
  return {
    percent: percentOf(weigh(done), weigh(counted)),
    done: done.length,
    counted: counted.length,
  };
}

export const weightsOf = ({ milestones }: MatrixView) =>
  new Map(milestones.map(({ number, weight }) => [number, weight]));

/** What a measure says of each municipality, by its code. */
export function measured(
  matrix: MatrixView,
  summary: SummaryView,
  measure: Measure,
): ReadonlyMap<string, Measured> {
  const cellsOf = Map.groupBy(matrix.cells, ({ municipality }) => municipality);
  const sayOf = sayer(matrix, measure);
  const isOwn = isIn(matrix, measure);
  return new Map(
    summary.municipalities.map((row) => {
      const cells = cellsOf.get(row.municipality) ?? [];
      const open = cells.filter((cell) => isOpen(cell.declared) && isOwn(cell));
      const unconfirmed = open.filter(({ confirmedAt }) => confirmedAt === null).length;
      return [row.municipality, { ...sayOf(row, cells), open: open.length, unconfirmed }];
    }),
  );
}

type Row = SummaryView["municipalities"][number];

/** Whether a cell is of what a measure is about. */
function isIn({ milestones }: MatrixView, measure: Measure): (cell: Cell) => boolean {
  if (!("number" in measure)) return () => true;
  if (measure.kind === "milestone") return ({ milestone }) => milestone === measure.number;
  const own = new Set(
    milestones.filter(({ phase }) => phase === measure.number).map(({ number }) => number),
  );
  return ({ milestone }) => own.has(milestone);
}

type Said = Omit<Measured, "open" | "unconfirmed">;

function sayer(matrix: MatrixView, measure: Measure): (row: Row, cells: Cell[]) => Said {
  switch (measure.kind) {
    case "percent":
      return ({ percent, late }) => said(percent, shareStep(percent), late);
    case "late":
      return ({ late }) => said(late, lateStep(late), late);
    case "freshness":
      return ({ lastConfirmedAt, late }) => {
        const days = lastConfirmedAt === null ? null : daysBetween(lastConfirmedAt, matrix.asOf);
        return said(days, days === null ? null : ageStep(days, matrix.project.freshnessDays), late);
      };
    case "evidence": {
      const asking = new Set(matrix.milestones.filter(asksEvidence).map(({ number }) => number));
      return ({ late }, cells) => {
        const asked = cells.filter((one) => asking.has(one.milestone) && one.declared === "done");
        const percent = percentOf(asked.filter(isShown).length, asked.length);
        return said(percent, shareStep(percent), late);
      };
    }
    case "phase": {
      const weights = weightsOf(matrix);
      const isOwn = isIn(matrix, measure);
      return (_, cells) => {
        const inPhase = cells.filter(isOwn);
        const { percent } = shareOf(inPhase, weights);
        return said(percent, shareStep(percent), lateOf(inPhase));
      };
    }
    case "milestone":
      return (_, cells) => {
        const cell = cells.find(({ milestone }) => milestone === measure.number);
        const declared = cell?.declared ?? "no_data";
        const late = cell && isLate(cell) ? 1 : 0;
        return { value: cell?.value ?? null, look: declared, declared, late };
      };
  }
}

const said = (value: number | null, step: number | null, late: number): Said => ({
  value,
  // The steps are made below, from 0 to 4.
  look: `step-${(step ?? "none") as 0 | 1 | 2 | 3 | 4 | "none"}`,
  declared: null,
  late,
});

const lateOf = (cells: readonly Cell[]) => cells.filter(isLate).length;
const isLate = ({ schedule }: Cell) => schedule === "late";
const isShown = ({ evidence }: Cell) => evidence === "submitted" || evidence === "accepted";

/** Quarters, and all. */
export const shareStep = (percent: number | null) =>
  percent === null ? null : percent >= 100 ? 4 : Math.floor(percent / 25);

/** The first count of each step of what is late. */
export const LATE_STEPS = [0, 1, 2, 4, 8] as const;
const lateStep = (late: number) => LATE_STEPS.filter((from) => late >= from).length - 1;

/** The last day of each step of age but the last, by how long the project calls a thing fresh. */
export const ageSteps = (freshnessDays: number) => [
  Math.round(freshnessDays / 3),
  freshnessDays,
  freshnessDays * 2,
  freshnessDays * 4,
];
const ageStep = (days: number, freshnessDays: number) =>
  ageSteps(freshnessDays).filter((last) => days > last).length;

/** Days in Helsinki from one instant to another. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);
