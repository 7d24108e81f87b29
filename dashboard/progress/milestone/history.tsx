import type { MatrixView, MilestoneEntry } from "../../../worker/progress/contract/progress.ts";
import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import { WHOLE_PROJECT } from "../../../worker/projects/terms.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { messages } from "../../shared/i18n.ts";
import { useMunicipalityNames } from "../../shared/municipalities.ts";
import { usePages } from "../../shared/pages.ts";
import { mayDo } from "../../shared/session.ts";
import { More } from "../../shared/ui/more.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { Entry } from "../cell-history.tsx";
import { ready as cellReady } from "../words.ts";
import { words } from "./words.ts";

type Shown = { matrix: MatrixView; milestone: MilestoneView };

/** Everything that was said of all cells of a milestone, newest first. */
export function MilestoneHistory(shown: Shown) {
  return (
    <Worded by={{ ready: cellReady }} height="20rem">
      <History {...shown} />
    </Worded>
  );
}

function History({ matrix, milestone }: Shown) {
  const { history: say } = words.value;
  const { wholeProject } = messages.value;
  const { more } = useAsOf();
  const project = matrix.project.slug;
  const path = `/api/projects/${project}/milestones/${milestone.number}/history`;
  const entries = usePages<MilestoneEntry>(`${path}?limit=15${more}`);
  // Also of municipalities that have left the project.
  const nameOf = useMunicipalityNames();
  return (
    <section class="card" aria-labelledby="milestone-history-title">
      <div class="section-head">
        <div>
          <h2 id="milestone-history-title">{say.title}</h2>
          <p>{say.intro}</p>
        </div>
        {mayDo("history.view", { project }) && (
          <a href={`/projects/${project}/history?milestone=${milestone.number}`}>{say.plan}</a>
        )}
      </div>
      <Reading of={entries} height="16rem">
        {(found) =>
          found.length === 0 ? (
            <p class="soft">{say.none}</p>
          ) : (
            <>
              <ol class="history">
                {found.map((entry) => (
                  <Entry
                    key={entry.hash}
                    entry={entry}
                    unit={milestone.unit}
                    place={
                      entry.municipality === WHOLE_PROJECT
                        ? wholeProject
                        : nameOf(entry.municipality)
                    }
                  />
                ))}
              </ol>
              <More of={entries} label={say.more} />
            </>
          )
        }
      </Reading>
    </section>
  );
}
