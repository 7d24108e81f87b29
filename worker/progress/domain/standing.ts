import { medianOf } from "../../kernel/median.ts";
import { percentOf } from "../../kernel/percent.ts";
import type { Figures, MatrixView } from "../contract/progress.ts";
import type { Medians, Standing, StandingPlace } from "../contract/standing.ts";
import type { Reading } from "./matrix.ts";
import { summarise } from "./summary.ts";

/** What the figures of a municipality are made of, so that those of several projects add up. */
type Tally = Omit<Standing, "percent" | "evidenceShare"> & {
  readonly doneWeight: number;
  readonly countedWeight: number;
};

type Municipality = MatrixView["municipalities"][number];

export const NOTHING: Tally = {
  late: 0,
  stale: 0,
  atRisk: 0,
  cells: 0,
  done: 0,
  counted: 0,
  shown: 0,
  projects: 0,
  doneWeight: 0,
  countedWeight: 0,
};

/** The tally of each municipality of a project, by code. */
export function talliesOf(matrix: MatrixView, { today, say }: Reading): Map<string, Tally> {
  const shown = new Map<string, number>();
  for (const { municipality, declared, evidence } of matrix.cells) {
    const isShown = declared === "done" && (evidence === "submitted" || evidence === "accepted");
    if (isShown) shown.set(municipality, (shown.get(municipality) ?? 0) + 1);
  }
  const { municipalities } = summarise(matrix, { date: today, say });
  return new Map(
    municipalities.map(({ municipality, ...figures }) => [
      municipality,
      tallyOf(figures, shown.get(municipality) ?? 0),
    ]),
  );
}

function tallyOf({ counts, late, stale, atRisk, explanation }: Figures, shown: number): Tally {
  const { counted, doneWeight, countedWeight } = explanation;
  return {
    late,
    stale,
    atRisk,
    cells: Object.values(counts).reduce((sum, count) => sum + count, 0),
    done: counts.done,
    counted,
    shown,
    projects: 1,
    doneWeight,
    countedWeight,
  };
}

function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      late: sum.late + tally.late,
      stale: sum.stale + tally.stale,
      atRisk: sum.atRisk + tally.atRisk,
      cells: sum.cells + tally.cells,
      done: sum.done + tally.done,
      counted: sum.counted + tally.counted,
      shown: sum.shown + tally.shown,
      projects: sum.projects + tally.projects,
      doneWeight: sum.doneWeight + tally.doneWeight,
      countedWeight: sum.countedWeight + tally.countedWeight,
    }),
    NOTHING,
  );
}

/**
 * The figures of some tallies: the weight of all that is done over the weight of all that is
 * counted, in whichever project. So a project counts by what there is to do in it.
 */
export function standingOf(tallies: readonly Tally[]): Standing {
  const { doneWeight, countedWeight, ...counts } = sumOf(tallies);
  return {
    ...counts,
    percent: percentOf(doneWeight, countedWeight),
    evidenceShare: percentOf(counts.shown, counts.done),
  };
}

/** The median of each measure. A municipality without a percentage is not in that one's. */
export function mediansOf(standings: readonly Standing[]): Medians {
  return {
    percent: shareOf(medianOf(standings.map(({ percent }) => percent))),
    late: medianOf(standings.map(({ late }) => late)),
    evidenceShare: shareOf(medianOf(standings.map(({ evidenceShare }) => evidenceShare))),
    stale: medianOf(standings.map(({ stale }) => stale)),
    municipalities: standings.length,
  };
}

const shareOf = (median: number | null) => (median === null ? null : Math.round(median * 10) / 10);

/** Every municipality of some projects over all of them, by name. */
export function placesOf(
  matrices: readonly MatrixView[],
  reading: Reading,
): { readonly places: StandingPlace[]; readonly medians: Medians } {
  const known = new Map<string, { municipality: Municipality; tallies: Tally[] }>();
  for (const matrix of matrices) {
    const tallies = talliesOf(matrix, reading);
    for (const municipality of matrix.municipalities) {
      const { code } = municipality;
      const found = known.get(code) ?? { municipality, tallies: [] };
      found.tallies.push(tallies.get(code) ?? NOTHING);
      known.set(code, found);
    }
  }
  const byName = new Intl.Collator(reading.language === "sv" ? "sv" : "fi");
  const places = [...known.values()]
    .map(({ municipality: { code, name, tileColumn, tileRow }, tallies }) => ({
      code,
      name,
      tileColumn,
      tileRow,
      ...standingOf(tallies),
    }))
    .toSorted((a, b) => byName.compare(a.name, b.name));
  return { places, medians: mediansOf(places) };
}
