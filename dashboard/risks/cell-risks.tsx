import type { DeviationView, RiskView } from "../../worker/risks/contract.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import type { CellSection } from "../shared/cell-sections.ts";
import { useRead } from "../shared/query.ts";
import { Failure } from "../shared/ui/state.tsx";
import { RiskLines } from "./risk-lines.tsx";
import { ready, words } from "./words.ts";

/** The open risks and deviations that concern one cell; nothing where there are none. */
export function CellRisks({ matrix, cell: { milestone, municipality } }: CellSection) {
  const { more } = useAsOf();
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
  return (
    <section>
      <h3>{words.value.ofCell}</h3>
      <RiskLines
        project={project}
        risks={risks.data?.items ?? []}
        deviations={noticed.data?.items ?? []}
      />
    </section>
  );
}
