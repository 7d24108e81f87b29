import type { DeviationView, RiskView } from "../../worker/risks/contract.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { LevelMark } from "./heat-map.tsx";
import { riskWords } from "./shown.ts";

/** Risks and deviations in a line each, with the way to them. */
export function RiskLines({
  project,
  risks,
  deviations,
}: {
  project: string;
  risks: readonly RiskView[];
  deviations: readonly DeviationView[];
}) {
  const { first } = useAsOf();
  const home = `/projects/${project}/risks${first}${first === "" ? "?" : "&"}`;
  const { deviationStates, deviationColumns } = riskWords();
  return (
    <ul class="cell-risks">
      {risks.map(({ number, title, level }) => (
        <li key={`risk-${number}`} class="row">
          <LevelMark level={level} />
          <a href={`${home}risk=${number}`} lang="fi">
            {title}
          </a>
        </li>
      ))}
      {deviations.map(({ number, title, state }) => (
        <li key={`deviation-${number}`} class="row">
          <span class="chip at_risk">
            {deviationColumns.title}: {deviationStates[state].toLocaleLowerCase()}
          </span>
          <a href={`${home}deviation=${number}`} lang="fi">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
