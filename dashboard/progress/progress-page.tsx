import type { TrendView } from "../../worker/progress/contract/trend.ts";
import { AsOf } from "../shared/as-of/as-of.tsx";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { useRead } from "../shared/query.ts";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { Multiples } from "./trend/multiples.tsx";
import { OverTime } from "./trend/over-time.tsx";
import { ready } from "./trend/words.ts";

/** How a project has come along: over time, and in each municipality. */
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
  return (
    <Reading of={trend} height="120vh">
      {(view) => (
        <>
          <AsOf project={view.project} />
          <OverTime trend={view} />
          <Multiples trend={view} />
        </>
      )}
    </Reading>
  );
}
