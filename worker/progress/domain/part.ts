import { dateInHelsinki, daysBetween } from "../../kernel/instant.ts";
import { medianOf } from "../../kernel/median.ts";
import type { Register } from "../../risks/contract.ts";
import type { CellView, MatrixView } from "../contract/progress.ts";
import type { Beginning, Relative, StandingPart, StandingView } from "../contract/standing.ts";
import { isCountable, isLeftOut, isOpen, nextMax } from "../terms.ts";
import type { Reading } from "./matrix.ts";
import { mediansOf, NOTHING, standingOf, talliesOf } from "./standing.ts";

/** What has begun, or had before it was cancelled or found not to apply. */
export const hasBegun = ({ declared }: Pick<CellView, "declared">) =>
  declared !== "no_data" && declared !== "not_started";

/**
 * When a municipality began in a project: the first day on which something was said to be in
 * progress, paused or done, or on which something that is done was completed. What was taken back
 * to not started does not count.
 */
export function beganOf(
  cells: readonly CellView[],
  saidAt: (cell: CellView) => string | undefined,
  today: string,
): Beginning | null {
  const days = cells.filter(hasBegun).flatMap((cell) => {
    const at = saidAt(cell);
    const told = [at === undefined ? null : dateInHelsinki(at), cell.doneOn];
    return told.flatMap((on) => (on === null ? [] : { on, milestone: cell.milestone }));
  });
  const [first] = days.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  return first ? { ...first, days: daysBetween(first.on, today) } : null;
}

/**
 * Values for every 1,000 inhabitants, where that is fair: of targets by municipality whose unit
 * counts people or things, and only while each value is a whole number of them. A share, an
 * average or a sum of money belongs to no number of inhabitants.
 */
export function relativeOf(matrix: MatrixView, code: string): Relative[] {
  const people = new Map(matrix.municipalities.map((one) => [one.code, one.population]));
  return matrix.milestones
    .filter(
      ({ kind, scope, unit }) => kind === "target" && scope === "municipality" && isCountable(unit),
    )
    .flatMap(({ number }) => {
      const values = matrix.cells.flatMap(({ milestone, municipality, value, declared }) =>
        milestone === number && value !== null && !isLeftOut(declared)
          ? [{ municipality, value }]
          : [],
      );
      const own = values.find(({ municipality }) => municipality === code);
      if (!own || values.some(({ value }) => !Number.isInteger(value) || value < 0)) return [];
      const shares = values.map(({ value, municipality }) =>
        perThousand(value, people.get(municipality)),
      );
      const perOwn = perThousand(own.value, people.get(code));
      const median = hundredth(medianOf(shares));
      if (perOwn === null || median === null) return [];
      const compared = shares.filter((share) => share !== null).length;
      const { value } = own;
      return [{ milestone: number, value, perThousand: perOwn, median, municipalities: compared }];
    });
}

const hundredth = (median: number | null) => median && Math.round(median * 100) / 100;

const perThousand = (value: number, population: number | null | undefined) =>
  population ? Math.round((value / population) * 100_000) / 100 : null;

type Beside = {
  readonly saidAt: (cell: CellView) => string | undefined;
  readonly register: Register;
};

/** A municipality in one project. */
export function partOf(
  matrix: MatrixView,
  code: string,
  { saidAt, register, ...reading }: Reading & Beside,
): StandingPart {
  const tallies = talliesOf(matrix, reading);
  const cells = matrix.cells.filter(({ municipality }) => municipality === code);
  return {
    project: matrix.project,
    phases: matrix.phases,
    milestones: matrix.milestones.filter(({ scope }) => scope === "municipality"),
    cells,
    standing: standingOf([tallies.get(code) ?? NOTHING]),
    medians: mediansOf([...tallies.values()].map((tally) => standingOf([tally]))),
    began: beganOf(cells, saidAt, reading.today),
    relative: relativeOf(matrix, code),
    ...linkedTo(register, code),
  };
}

/** The open risks and deviations that name a cell of the municipality. */
function linkedTo({ risks, deviations }: Register, code: string) {
  const named = (links: Register["risks"][number]["links"]) =>
    links.flatMap(({ milestone, municipality }) => (municipality === code ? [milestone] : []));
  return {
    risks: risks
      .filter(({ state }) => state === "open")
      .map(({ number, title, level, links }) => ({
        number,
        title,
        level,
        milestones: named(links),
      }))
      .filter(({ milestones }) => milestones.length > 0),
    deviations: deviations
      .filter(({ state }) => state === "open")
      .map(({ number, title, noticedOn, links }) => ({
        number,
        title,
        noticedOn,
        milestones: named(links),
      }))
      .filter(({ milestones }) => milestones.length > 0),
  };
}

/** What falls due from a day on and is still open, the nearest first. */
export function nextOf(parts: readonly StandingPart[], today: string): StandingView["next"] {
  return parts
    .flatMap(({ project, cells, milestones }) => {
      const titles = new Map(milestones.map(({ number, title }) => [number, title]));
      return cells.flatMap(({ milestone, declared, dueOn }) =>
        dueOn !== null && dueOn >= today && isOpen(declared)
          ? [{ project: project.slug, milestone, title: titles.get(milestone) ?? "", dueOn }]
          : [],
      );
    })
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
    .slice(0, nextMax);
}
