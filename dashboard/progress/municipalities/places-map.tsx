import type { StandingPlace } from "../../../worker/progress/contract/standing.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { showNumber, showPercent } from "../../shared/i18n.ts";
import { words } from "./words.ts";

/** The municipalities as equal tiles near their own place; those not looked for step back. */
export function PlacesMap({
  places,
  found,
}: {
  places: readonly StandingPlace[];
  found: readonly StandingPlace[];
}) {
  const say = words.value;
  const { first } = useAsOf();
  const codes = new Set(found.map(({ code }) => code));
  const placed = places.filter(
    ({ tileColumn, tileRow }) => tileColumn !== null && tileRow !== null,
  );
  if (placed.length === 0) return null;
  return (
    <>
      <ul class="places">
        {placed.map(({ code, name, tileColumn, tileRow, percent, late }) => (
          <li key={code} style={{ gridColumn: (tileColumn ?? 0) + 1, gridRow: (tileRow ?? 0) + 1 }}>
            <a
              class={`place share-${stepOf(percent)}${codes.has(code) ? "" : " place-back"}`}
              href={`/municipalities/${code}${first}`}
            >
              <span class="place-name">{name}</span>
              <span class="place-foot">
                <span class="place-value">{showPercent(percent)}</span>
                {late > 0 && (
                  <span class="place-late">
                    <span aria-hidden="true">! </span>
                    {showNumber(late)}
                    <span class="hidden-visually"> {say.measures.late}</span>
                  </span>
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p class="places-legend small soft" aria-hidden="true">
        {say.measures.percent}: {showPercent(0)}
        {[0, 1, 2, 3, 4].map((step) => (
          <span key={step} class={`share-${step}`} />
        ))}
        {showPercent(100)} <span class="place-late">! 2</span> {say.measures.late}
      </p>
    </>
  );
}

/** Which of five steps of the scale a percentage falls on; `none` where there is none. */
function stepOf(percent: number | null): string {
  if (percent === null) return "none";
  return String(percent >= 100 ? 4 : Math.floor(percent / 25));
}
