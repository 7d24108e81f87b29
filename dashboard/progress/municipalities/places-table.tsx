import type { Medians, StandingPlace } from "../../../worker/progress/contract/standing.ts";
import { COMPARABLES } from "../../../worker/progress/terms.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { showNumber } from "../../shared/i18n.ts";
import { Region } from "../../shared/ui/region.tsx";
import { showValue } from "./measures.ts";
import { words } from "./words.ts";

/** The municipalities and the medians as a table. */
export function PlacesTable({
  places,
  medians,
}: {
  places: readonly StandingPlace[];
  medians: Medians;
}) {
  const say = words.value;
  const { first } = useAsOf();
  return (
    <Region label={say.list}>
      <table class="plain-table places-table">
        <caption class="hidden-visually">{say.list}</caption>
        <thead>
          <tr>
            <th scope="col">{say.municipality}</th>
            {COMPARABLES.map((one) => (
              <th key={one} scope="col" class="number">
                {say.measures[one]}
              </th>
            ))}
            <th scope="col" class="number">
              {say.inProjects}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.code}>
              <th scope="row">
                <a href={`/municipalities/${place.code}${first}`}>{place.name}</a>
              </th>
              {COMPARABLES.map((one) => (
                <td key={one} class="number">
                  {one === "percent" && (
                    <span class="places-bar" aria-hidden="true">
                      <span style={{ width: `${place.percent ?? 0}%` }} />
                    </span>
                  )}
                  {one === "percent" ? (
                    <span class="places-percent">{showValue(one, place[one])}</span>
                  ) : one === "late" && place.late > 0 ? (
                    <span class="chip late">{showNumber(place.late)}</span>
                  ) : (
                    showValue(one, place[one])
                  )}
                </td>
              ))}
              <td class="number">{showNumber(place.projects)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.legend.median}</th>
            {COMPARABLES.map((one) => (
              <td key={one} class="number">
                {showValue(one, medians[one])}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </Region>
  );
}
