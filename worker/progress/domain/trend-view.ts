import { dateInHelsinki } from "../../kernel/instant.ts";
import { medianOf } from "../../kernel/median.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import type { TrendFigures, TrendRow, TrendView } from "../contract/trend.ts";
import { headOf, type Reading } from "./matrix.ts";
import type { Point, Track } from "./trend.ts";

/**
 * The way of a project, or of one municipality in it. Municipalities by name, with the figures of
 * those who take part at the last point. Refuses one that does not.
 */
export function trendView(
  { plan, points }: Track,
  reading: Reading,
  only: string | undefined,
): TrendView {
  const { project, phases, municipalities } = headOf(plan, reading);
  const shown = placesShown(municipalities, only);
  return {
    asOf: reading.asOf,
    project,
    phases,
    points: points.map((point) => ({
      on: dateInHelsinki(point.at),
      ...figuresAt(point, only),
      median: tenth(medianOf([...point.municipalities.values()].map(({ percent }) => percent))),
      amendments: point.amendments.map(({ number }) => number),
    })),
    amendments: points.flatMap(({ amendments }) =>
      amendments.map(({ number, title, at }) => ({ number, title, on: dateInHelsinki(at) })),
    ),
    municipalities: shown.map(({ code, name }) => ({
      municipality: code,
      name,
      percents: points.map((point) => point.municipalities.get(code)?.percent ?? null),
      latest: points.at(-1)?.municipalities.get(code) ?? NOTHING,
    })),
    explanation: { percent: reading.say.percentFormula(), planned: reading.say.plannedFormula() },
  };
}

/** At each point a row for the whole, and one for every municipality that takes part by then. */
export function trendRows(
  { plan, points }: Track,
  reading: Reading,
  only: string | undefined,
): TrendRow[] {
  const shown = placesShown(headOf(plan, reading).municipalities, only);
  const places = only === undefined ? [{ code: WHOLE_PROJECT, name: "" }, ...shown] : shown;
  return points.flatMap((point) =>
    places.flatMap(({ code, name }) => {
      const figures = code === WHOLE_PROJECT ? point.total : point.municipalities.get(code);
      if (!figures) return [];
      return [{ on: dateInHelsinki(point.at), municipality: code, name, ...figures }];
    }),
  );
}

function placesShown<Place extends { readonly code: string }>(
  places: readonly Place[],
  only: string | undefined,
): readonly Place[] {
  const shown = places.filter(({ code }) => (only ?? code) === code);
  if (only !== undefined && shown.length === 0) {
    throw new Refusal("invalid", (say) => say.invalid(), {
      problems: [{ path: "municipality", message: (say) => say.dueForStranger(only) }],
    });
  }
  return shown;
}

/** Before a municipality took part there was nothing of it. */
const figuresAt = ({ total, municipalities }: Point, only: string | undefined) =>
  only === undefined ? total : (municipalities.get(only) ?? NOTHING);

const NOTHING: TrendFigures = {
  percent: null,
  planned: null,
  granted: null,
  done: 0,
  plannedCells: 0,
  grantedCells: null,
  counted: 0,
  undated: 0,
  known: 0,
  total: 0,
  late: 0,
};

const tenth = (percent: number | null) => percent && Math.round(percent * 10) / 10;
