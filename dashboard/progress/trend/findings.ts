import type { TrendFigures, TrendView } from "../../../worker/progress/contract/trend.ts";
import { language, plural, showNumber, showPercent } from "../../shared/i18n.ts";
import { words } from "./words.ts";

type Point = TrendView["points"][number];
type Place = TrendView["municipalities"][number];

type Figures = Pick<TrendFigures, "counted" | "known" | "total">;

/** Whether all is told and nothing is left to count: everything is cancelled or not applicable. */
const countsNothing = ({ counted, known, total }: Figures) => counted === 0 && known === total;

/** What stands where there is no percentage. */
export function withoutPercent(figures: Figures): string {
  const { multiples: say } = words.value;
  return countsNothing(figures) ? say.nothingToCountShort : say.noData;
}

/**
 * Where a project stands against its plan, as a sentence: in shares, or in numbers of cells; and of
 * how many cells that is, where not all are known.
 */
export function standing(last: Point, isCount: boolean): string {
  const { overTime: say } = words.value;
  const { percent, planned, known, total } = last;
  if (percent === null || planned === null) {
    return countsNothing(last) ? say.nothingToCount : say.nothing;
  }
  const against = againstPlan({ ...last, percent, planned }, isCount);
  return known < total ? against + say.ofKnown(showNumber(known), showNumber(total)) : against;
}

type Known = Point & { readonly percent: number; readonly planned: number };

function againstPlan(last: Known, isCount: boolean): string {
  const { overTime: say } = words.value;
  const { percent, planned, done, plannedCells, counted, undated, late } = last;
  const hasDates = undated < counted;
  if (isCount) {
    const [ready, due] = [done, plannedCells].map(showNumber);
    return hasDates ? say.cells(ready ?? "", due ?? "") : say.cellsUndated(ready ?? "");
  }
  const share = showPercent(percent);
  if (!hasDates) return say.undated(share);
  const gap = tenths(percent - planned);
  const by = plural(Math.abs(gap), say.points);
  if (gap < 0) return say.behind(share, by);
  if (late === 0) return gap === 0 ? say.onPlan(share) : say.ahead(share, by);
  // Something else has come early instead: as much as planned is not what was planned.
  return (gap === 0 ? say.asMuch(share) : say.ahead(share, by)) + plural(late, say.butLate);
}

/** Who stands furthest from the median of the municipalities, as a sentence. */
export function outlier(places: readonly Place[], median: number | null): string {
  const { multiples: say } = words.value;
  const known = places.flatMap(({ name, latest: { percent } }) =>
    percent === null ? [] : [{ name, percent }],
  );
  const [first] = known;
  if (!first || median === null) {
    const isNothing = places.length > 0 && places.every(({ latest }) => countsNothing(latest));
    return isNothing ? say.nothingToCount : say.nothing;
  }
  if (known.length === 1) return say.alone(first.name, showPercent(first.percent));
  const gapOf = ({ percent }: { readonly percent: number }) => Math.abs(tenths(percent - median));
  const widest = Math.max(...known.map(gapOf));
  if (widest === 0) {
    const share = showPercent(median);
    return known.length === places.length
      ? say.same(share)
      : say.sameKnown(showNumber(known.length), share);
  }
  // Where two are equally far, above and below, the one that is behind needs the look.
  const furthest = known.filter((one) => gapOf(one) === widest);
  const least = Math.min(...furthest.map(({ percent }) => percent));
  const named = furthest.filter(({ percent }) => percent === least).map(({ name }) => name);
  return say.furthest[named.length === 1 ? "one" : "other"](
    listed(named),
    showPercent(least),
    showPercent(median),
  );
}

const namesMax = 3;

/** Some names, and how many others there are. */
function listed(names: readonly string[]): string {
  const { multiples: say } = words.value;
  const list = new Intl.ListFormat(language.value === "en" ? "en-GB" : language.value);
  if (names.length <= namesMax) return list.format(names);
  const told = names.slice(0, namesMax - 1);
  return list.format([...told, say.others(showNumber(names.length - told.length))]);
}

/** A difference of two percentages, which have one decimal. */
const tenths = (difference: number) => Math.round(difference * 10) / 10;
