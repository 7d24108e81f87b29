import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import type { DeviationView, RiskView } from "../../worker/risks/contract.ts";
import { AsOf } from "../shared/as-of/as-of.tsx";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { Deviations } from "./deviations.tsx";
import { Risks } from "./risks.tsx";
import { ready } from "./words.ts";
import "./risks-page.css";

/** The risks of a project and its deviations: where they stand, and what is done about them. */
export function RisksPage({ project }: { project: string }) {
  const { asOf, first, more } = useAsOf();
  const path = `/api/projects/${project}`;
  const matrix = useRead<MatrixView>(`${path}/progress`);
  const risks = useRead<{ items: RiskView[] }>(`${path}/risks?limit=500${more}`);
  const deviations = useRead<{ items: DeviationView[] }>(`${path}/deviations?limit=500${more}`);
  const manages = asOf === null && mayDo("risk.manage", { project });
  return (
    <Worded by={{ ready }}>
      <Reading of={matrix} height="80vh">
        {(board) => (
          <Reading of={risks} height="80vh">
            {({ items }) => (
              <Reading of={deviations} height="80vh">
                {(noticed) => (
                  <div class="register">
                    <AsOf project={board.project} />
                    <Risks
                      matrix={board}
                      risks={items}
                      deviations={noticed.items}
                      manages={manages}
                      file={`${path}/risks/export${first}`}
                    />
                    <Deviations
                      matrix={board}
                      deviations={noticed.items}
                      risks={items}
                      manages={manages}
                      file={`${path}/deviations/export${first}`}
                    />
                  </div>
                )}
              </Reading>
            )}
          </Reading>
        )}
      </Reading>
    </Worded>
  );
}
