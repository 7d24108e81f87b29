import type { DeviationView, RiskView } from "../../worker/risks/contract.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import type { CellSection } from "../shared/cell-sections.ts";
import { useRead } from "../shared/query.ts";
import { Failure } from "../shared/ui/state.tsx";
import { LevelMark } from "./heat-map.tsx";
import { riskWords } from "./shown.ts";
import { ready, words } from "./words.ts";

/** The open risks and deviations that concern one cell; nothing where there are none. */
export function CellRisks({ matrix, cell: { milestone, municipality } }: CellSection) {
  const { first, more } = useAsOf();
  const project = matrix.project.slug;
  const asked = `state=open&cell=${milestone}-${municipality}&limit=500${more}`;
  const risks = useRead<{ items: RiskView[] }>(`/api/projects/${project}/risks?${asked}`);
  const noticed = useRead<{ items: DeviationView[] }>(
    `/api/projects/${project}/deviations?${asked}`,
  );
  const error = risks.error ?? noticed.error;
  if (error) return <Failure error={error} />;
  const all = [...(risks.data?.items ?? []), ...(noticed.data?.items ?? [])];
  if (!ready.value || all.length === 0) return null;
  const home = `/projects/${project}/risks${first}${first === "" ? "?" : "&"}`;
  const { deviationStates, deviationColumns } = riskWords();
  return (
    <section>
      <h3>{words.value.ofCell}</h3>
      <ul class="cell-risks">
        {risks.data?.items.map(({ number, title, level }) => (
          <li key={`risk-${number}`} class="row">
            <LevelMark level={level} />
            <a href={`${home}risk=${number}`} lang="fi">
              {title}
            </a>
          </li>
        ))}
        {noticed.data?.items.map(({ number, title, state }) => (
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
    </section>
  );
}
