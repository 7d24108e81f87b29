import {
  dateInHelsinki,
  daysAfter,
  endOfDateInHelsinki,
  monthsAfter,
} from "../../kernel/instant.ts";
import { percentOf } from "../../kernel/percent.ts";
import type { Plan } from "../../projects/contract/plan.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import type { TrendFigures } from "../contract/trend.ts";
import { type Declared, isCounted, trendPointsMax } from "../terms.ts";
import { cellKey, isActive, placesOf } from "./board.ts";
import { dueOf, grantedDueOf } from "./cell.ts";
import { scheduleOf } from "./schedule.ts";
import { settled } from "./summary.ts";

/** What matters of what was said of a cell. */
export type Said = { readonly declared: Declared };

/** A plan and what was said of its cells, by `milestone/municipality`, at some moment. */
type Standing = {
  readonly plan: Plan;
  readonly said: ReadonlyMap<string, Said>;
};

type Standings = {
  readonly total: TrendFigures;
  readonly municipalities: ReadonlyMap<string, TrendFigures>;
};

/** A project at a moment, an instant, and the amendments made since the point before. */
export type Point = Standings & {
  readonly at: string;
  readonly amendments: readonly {
    readonly number: number;
    readonly title: string;
    readonly at: string;
  }[];
};

/** The way of a project, from its first point to its last, and the plan at the last. */
export type Track = { readonly plan: Plan; readonly points: readonly Point[] };

/** Every so many months there is a point: each divides the next, and with the last a century fits. */
const STRIDES = [1, 2, 3, 6, 12, 24] as const;
/** The points beside the ends of months: the end of the first day, and the moment itself. */
const ends = 2;

/**
 * The instants at which a project is looked at: the end of its first day, the ends of months in
 * Helsinki (of every second, third, sixth, twelfth … where there would be more than
 * `trendPointsMax` points), and the moment, which is the last.
 */
export function momentsOf(startsOn: string, moment: string): string[] {
  const months = monthEndsBetween(startsOn, dateInHelsinki(moment));
  const stride = STRIDES.find((one) => months.length / one < trendPointsMax - ends) ?? 24;
  const looked = months.filter((date) => monthNumber(date) % stride === 0);
  return [startsOn, ...looked]
    .map(endOfDateInHelsinki)
    .filter((end, index, all) => end < moment && end !== all[index - 1])
    .concat(moment);
}

const monthNumber = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

function monthEndsBetween(from: string, until: string): string[] {
  const first = `${from.slice(0, 7)}-01`;
  const count = Math.max(0, monthNumber(until) - monthNumber(from) + 1);
  return Array.from({ length: count }, (_, month) => daysAfter(monthsAfter(first, month + 1), -1));
}

type Cell = Said & {
  readonly weight: number;
  readonly dueOn: string | null;
  readonly grantedDueOn: string | null;
};

/**
 * The figures of a project at a moment: in all, where the cells of the whole project count too, and by
 * municipality. What is planned is the share of the same weight that `figuresOf` divides by (no
 * data, cancelled and not applicable are left out) that falls due by the end of the day. A counted
 * cell without a due date is in the divisor and is never planned. `granted` is the same by the due
 * dates that were granted; what an amendment has added has none.
 */
export function standingsOf({ plan, said }: Standing, moment: string): Standings {
  const today = dateInHelsinki(moment);
  const codes = plan.municipalities.map(({ code }) => code);
  const byPlace = new Map<string, Cell[]>([...codes, WHOLE_PROJECT].map((place) => [place, []]));
  for (const milestone of plan.milestones.filter(isActive)) {
    for (const place of placesOf(milestone, codes)) {
      byPlace.get(place)?.push({
        declared: said.get(cellKey(milestone.number, place))?.declared ?? "no_data",
        weight: milestone.weight,
        dueOn: dueOf(milestone, place),
        grantedDueOn: grantedDueOf(milestone, place),
      });
    }
  }
  const isGranted = plan.project.grantedOn !== null;
  const figures = (cells: readonly Cell[]) => trendFigures(cells, { today, isGranted });
  return {
    total: figures([...byPlace.values()].flat()),
    municipalities: new Map(codes.map((code) => [code, figures(byPlace.get(code) ?? [])])),
  };
}

function trendFigures(
  cells: readonly Cell[],
  { today, isGranted }: { readonly today: string; readonly isGranted: boolean },
): TrendFigures {
  const counted = cells.filter(({ declared }) => isCounted(declared));
  const done = counted.filter(({ declared }) => declared === "done");
  const planned = counted.filter(({ dueOn }) => isDueBy(dueOn, today));
  const granted = counted.filter(({ grantedDueOn }) => isDueBy(grantedDueOn, today));
  const whole = weigh(counted);
  return {
    percent: percentOf(weigh(done), whole),
    planned: percentOf(weigh(planned), whole),
    granted: isGranted ? percentOf(weigh(granted), whole) : null,
    done: done.length,
    plannedCells: planned.length,
    grantedCells: isGranted ? granted.length : null,
    counted: counted.length,
    undated: counted.filter(({ dueOn }) => dueOn === null).length,
    known: cells.filter(({ declared }) => declared !== "no_data").length,
    total: cells.length,
    late: cells.filter((cell) => isLate(cell, today)).length,
  };
}

const isDueBy = (dueOn: string | null, today: string) => dueOn !== null && dueOn <= today;

/** Neither a forecast nor the day when a thing was done makes it late. */
const isLate = ({ declared, dueOn }: Cell, today: string) =>
  scheduleOf({ declared, forecastOn: null, doneOn: null }, dueOn, today) === "late";

const weigh = (cells: readonly Cell[]) =>
  settled(cells.reduce((sum, { weight }) => sum + weight, 0));
