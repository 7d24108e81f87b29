import type { Medians, StandingPlace } from "../../../worker/progress/contract/standing.ts";
import type { Comparable } from "../../../worker/progress/terms.ts";
import { plural, showNumber, showPercent } from "../../shared/i18n.ts";
import { words } from "./words.ts";

/** Whether a measure is a percentage; the others count cells. */
export const isShare = (measure: Comparable) =>
  measure === "percent" || measure === "evidenceShare";

/** A value as people read it; a dash where there is none. */
export function showValue(measure: Comparable, value: number | null): string {
  if (isShare(measure)) return showPercent(value);
  return value === null ? "–" : showNumber(value);
}

/** What a municipality's value is beside the median, as a sentence. */
export function findingOf(
  measure: Comparable,
  own: Pick<StandingPlace, "name" | Comparable>,
  medians: Medians,
): string {
  const { finding: say, points } = words.value;
  const [value, median] = [own[measure], medians[measure]];
  if (value === null) return say.unknown(own.name);
  const told = say[measure](own.name, showValue(measure, value));
  if (median === null) return told;
  const apart = Math.round(Math.abs(value - median) * 10) / 10;
  const by = isShare(measure) ? plural(apart, points) : showNumber(apart);
  const middle = showValue(measure, median);
  if (apart === 0) return told + say.at(middle);
  return told + (value > median ? say.above(by, middle) : say.below(by, middle));
}
