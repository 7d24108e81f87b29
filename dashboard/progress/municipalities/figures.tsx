import type { Medians, StandingPlace } from "../../../worker/progress/contract/standing.ts";
import { COMPARABLES, type Comparable } from "../../../worker/progress/terms.ts";
import { useParameter } from "../../shared/location.ts";
import { showValue } from "./measures.ts";
import { words } from "./words.ts";

/** The measure that the page's address asks for, and how to choose another. */
export function useMeasure() {
  const [asked, setAsked] = useParameter("measure");
  const measure = COMPARABLES.find((one) => one === asked) ?? "percent";
  return [measure, (one: Comparable) => setAsked(one === "percent" ? null : one)] as const;
}

/** The figures of a municipality, each beside the median; one of them is compared further down. */
export function FigureChoice({
  own,
  medians,
  measure,
  onMeasure,
}: {
  own: Pick<StandingPlace, Comparable>;
  medians: Medians;
  measure: Comparable;
  onMeasure: (measure: Comparable) => void;
}) {
  const say = words.value;
  return (
    <ul class="standing-figures" aria-label={say.choose}>
      {COMPARABLES.map((one) => (
        <li key={one}>
          <button type="button" aria-pressed={one === measure} onClick={() => onMeasure(one)}>
            <span class="standing-label">{say.measures[one]}</span>
            <strong>{showValue(one, own[one])}</strong>
            <span class="soft small">{say.medianOf(showValue(one, medians[one]))}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
