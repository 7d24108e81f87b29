import type { CellLink, DeviationView, RiskView } from "../../worker/risks/contract.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import type { MilestoneSection } from "../shared/cell-sections.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { Failure } from "../shared/ui/state.tsx";
import { RiskLines } from "./risk-lines.tsx";
import { ready, words } from "./words.ts";

/** The open risks and deviations that concern any cell of a milestone; nothing where there are none. */
export function MilestoneRisks({ matrix, milestone: { number } }: MilestoneSection) {
  const { more } = useAsOf();
  const project = matrix.project.slug;
  const path = mayDo("risk.view", { project }) ? `/api/projects/${project}` : null;
  const asked = `state=open&limit=500${more}`;
  const risks = useRead<{ items: RiskView[] }>(path && `${path}/risks?${asked}`);
  const noticed = useRead<{ items: DeviationView[] }>(path && `${path}/deviations?${asked}`);
  const error = risks.error ?? noticed.error;
  if (error) return <Failure error={error} />;
  const concerns = ({ links }: { readonly links: readonly CellLink[] }) =>
    links.some((link) => link.milestone === number);
  const own = {
    risks: risks.data?.items.filter(concerns) ?? [],
    deviations: noticed.data?.items.filter(concerns) ?? [],
  };
  if (!ready.value || own.risks.length + own.deviations.length === 0) return null;
  return (
    <section class="card" aria-labelledby="milestone-risks-title">
      <h2 id="milestone-risks-title">{words.value.ofMilestone}</h2>
      <RiskLines project={project} {...own} />
    </section>
  );
}
