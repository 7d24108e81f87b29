import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import type { TrendView } from "../../worker/progress/contract/trend.ts";
import { AsOf } from "../shared/as-of/as-of.tsx";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { useRead } from "../shared/query.ts";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { Targets } from "./timeline/targets-section.tsx";
import { Timeline } from "./timeline/timeline.tsx";
import { Multiples } from "./trend/multiples.tsx";
import { OverTime } from "./trend/over-time.tsx";
import { ready } from "./trend/words.ts";

/** How a project has come along: over time, by milestone, target and municipality. */
export function ProgressPage({ project }: { project: string }) {
  return (
    <Worded by={{ ready }}>
      <Progress project={project} />
    </Worded>
  );
}

function Progress({ project }: { project: string }) {
  const { first } = useAsOf();
  const trend = useRead<TrendView>(`/api/projects/${project}/trend${first}`, true);
  const matrix = useRead<MatrixView>(`/api/projects/${project}/progress${first}`, true);
  return (
    <Reading of={trend} height="120vh">
      {(view) => (
        <Reading of={matrix} height="120vh">
          {(board) => (
            <>
              <AsOf project={view.project} />
              <OverTime trend={view} />
              <Timeline matrix={board} />
              <Targets matrix={board} />
              <Multiples trend={view} />
            </>
          )}
        </Reading>
      )}
    </Reading>
  );
}
