import { percentOf } from "../../kernel/percent.ts";
import type { Sentences } from "../../kernel/sentences/fi.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import type { CellView, Figures, MatrixView, SummaryView } from "../contract/progress.ts";
import { DECLARED, EVIDENCE, isCounted, SCHEDULES } from "../terms.ts";

type Reading = {
  /** The date, in Helsinki, that the figures hold for. */
  readonly date: string;
  readonly say: Sentences;
};

/**
 * The figures of some cells. The percentage is the weight of the cells declared done over the
 * weight of all that are known and still count: cells without data, cancelled and not applicable
 * leave the divisor, and `explanation` says how many. Null where nothing is left to divide.
 */
export function figuresOf(
  cells: readonly CellView[],
  weights: ReadonlyMap<number, number>,
  { date, say }: Reading,
): Figures {
  const counts = countBy(DECLARED, cells, ({ declared }) => declared);
  const weigh = (some: readonly CellView[]) =>
    settled(some.reduce((sum, { milestone }) => sum + (weights.get(milestone) ?? 0), 0));
  const counted = cells.filter(({ declared }) => isCounted(declared));
  const done = counted.filter(({ declared }) => declared === "done");
  const doneWeight = weigh(done);
  const countedWeight = weigh(counted);
  return {
    counts,
    schedules: countBy(SCHEDULES, cells, ({ schedule }) => schedule),
    evidence: countBy(EVIDENCE, cells, ({ evidence }) => evidence),
    percent: percentOf(doneWeight, countedWeight),
    late: cells.filter(({ schedule }) => schedule === "late").length,
    atRisk: cells.filter(({ schedule }) => schedule === "at_risk").length,
    stale: cells.filter(({ stale }) => stale).length,
    disagreeing: cells.filter(({ disagreements }) => disagreements.length > 0).length,
    lastConfirmedAt: latest(cells.map(({ confirmedAt }) => confirmedAt)),
    explanation: {
      formula: say.percentFormula(),
      date,
      done: done.length,
      counted: counted.length,
      doneWeight,
      countedWeight,
      leftOut: {
        noData: counts.no_data,
        cancelled: counts.cancelled,
        notApplicable: counts.not_applicable,
      },
    },
  };
}

function countBy<Word extends string>(
  words: readonly Word[],
  cells: readonly CellView[],
  wordOf: (cell: CellView) => Word,
): Record<Word, number> {
  // Every word is named, so the record has all of them.
  const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
  for (const cell of cells) counts[wordOf(cell)] += 1;
  return counts;
}

function latest(instants: readonly (string | null)[]): string | null {
  return instants.reduce(
    (last, at) => (at !== null && (last === null || at > last) ? at : last),
    null,
  );
}

/** A sum of weights without what adding them up has left over. */
export const settled = (weight: number) => Math.round(weight * 1e6) / 1e6;

/** Figures by municipality, by phase and in all. Project-wide cells count in the last two. */
export function summarise(matrix: MatrixView, reading: Reading): SummaryView {
  const weights = new Map(matrix.milestones.map(({ number, weight }) => [number, weight]));
  const phaseOf = new Map(matrix.milestones.map(({ number, phase }) => [number, phase]));
  const byMunicipality = Map.groupBy(matrix.cells, ({ municipality }) => municipality);
  const byPhase = Map.groupBy(matrix.cells, ({ milestone }) => phaseOf.get(milestone));
  const total = figuresOf(matrix.cells, weights, reading);
  return {
    asOf: matrix.asOf,
    municipalities: matrix.municipalities
      .filter(({ code }) => code !== WHOLE_PROJECT)
      .map(({ code, name }) => ({
        municipality: code,
        name,
        ...figuresOf(byMunicipality.get(code) ?? [], weights, reading),
      })),
    phases: matrix.phases.map((phase) => ({
      ...phase,
      ...figuresOf(byPhase.get(phase.number) ?? [], weights, reading),
    })),
    total,
    explanation: total.explanation,
  };
}
