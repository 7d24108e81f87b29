import type { TrendView } from "../../../worker/progress/contract/trend.ts";

type Points = TrendView["points"];

/** Days since 1970, so that a date has a place on a line. */
export const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The days from the first point to the end of the project, or to the last point where it is later. */
export function spanOf({ points, project }: TrendView): readonly [number, number] {
  const days = points.map(({ on }) => dayNumber(on));
  const from = Math.min(dayNumber(project.startsOn), ...days);
  return [from, Math.max(from + 1, dayNumber(project.endsOn), ...days)];
}

/** The years that begin in a span of days, or its quarters where it is short. */
export function ticksIn([from, to]: readonly [number, number]): readonly Tick[] {
  const [first, last] = [from, to].map((day) => new Date(day * 86_400_000).getUTCFullYear());
  const isShort = to - from < 550;
  const years = Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, i) => (first ?? 0) + i);
  return years
    .flatMap((year) =>
      isShort
        ? [1, 4, 7, 10].map((month) => ({ label: `${month}/${year}`, day: firstOf(year, month) }))
        : [{ label: String(year), day: firstOf(year, 1) }],
    )
    .filter(({ day }) => day >= from && day < to);
}

type Tick = { readonly label: string; readonly day: number };

const firstOf = (year: number, month: number) =>
  dayNumber(`${year}-${String(month).padStart(2, "0")}-01`);

/**
 * Moves places on a line apart so that none is nearer to another than a gap, and all stay between
 * two ends, as near to where they were as that allows. In the same order.
 */
export function apart(
  places: readonly number[],
  { gap, from, to }: { readonly gap: number; readonly from: number; readonly to: number },
): number[] {
  const order = places.map((_, index) => index).toSorted((a, b) => at(places, a) - at(places, b));
  const moved = [...places];
  order.forEach((index, rank) => {
    const above = order[rank - 1];
    const least = above === undefined ? from : at(moved, above) + gap;
    moved[index] = Math.max(at(places, index), least);
  });
  order.toReversed().forEach((index, rank, reversed) => {
    const below = reversed[rank - 1];
    const most = below === undefined ? to : at(moved, below) - gap;
    moved[index] = Math.min(at(moved, index), most);
  });
  return moved;
}

const at = (places: readonly number[], index: number) => places[index] ?? 0;

/** Whether the granted plan ever wanted otherwise than the plan of the time. */
export const differsFromGranted = (points: Points) =>
  points.some(({ granted, planned }) => granted !== null && granted !== planned);
