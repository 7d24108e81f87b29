import { useState } from "preact/hooks";
import type { MilestoneView } from "../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import { milestonesMax } from "../../worker/projects/terms.ts";
import { messages, plural, showDate, showNumber } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { Reading } from "../shared/ui/state.tsx";
import { MilestoneDialog } from "./milestone-dialog.tsx";
import "./plan-page.css";

/** The plan of a project: its phases and what is to be reached in each. */
export function PlanPage({ project }: { project: string }) {
  const view = useRead<ProjectView>(`/api/projects/${project}`);
  const milestones = useRead<{ items: MilestoneView[] }>(
    `/api/projects/${project}/milestones?limit=${milestonesMax}`,
  );
  return (
    <Reading of={view} height="60vh">
      {(found) => (
        <Reading of={milestones} height="60vh">
          {({ items }) => <Plan project={found} milestones={items} />}
        </Reading>
      )}
    </Reading>
  );
}

type Editing = { readonly phase: number; readonly milestone: MilestoneView | null };

function Plan({
  project,
  milestones,
}: {
  project: ProjectView;
  milestones: readonly MilestoneView[];
}) {
  const { plan: say, phases } = messages.value;
  const [editing, setEditing] = useState<Editing | null>(null);
  const mayChange = mayDo("plan.change", { project: project.slug });
  return (
    <>
      {mayChange && project.grantedOn === null && (
        <p>
          <a href={`/projects/${project.slug}/import?kind=plan`}>{messages.value.project.import}</a>
        </p>
      )}
      {project.phases.map((phase) => {
        const own = milestones.filter((milestone) => milestone.phase === phase.number);
        return (
          <section key={phase.number} class="card" aria-labelledby={`plan-${phase.number}`}>
            <div class="section-head">
              <div>
                <h2 id={`plan-${phase.number}`}>
                  <span class="soft">{phases.phase(phase.number)}</span>{" "}
                  <span lang="fi">{phase.name}</span>
                </h2>
                <p>
                  {showDate(phase.startsOn)}–{showDate(phase.endsOn)}
                </p>
              </div>
              {mayChange && (
                <button
                  type="button"
                  class="button"
                  aria-describedby={`plan-${phase.number}`}
                  onClick={() => setEditing({ phase: phase.number, milestone: null })}
                >
                  {say.add}
                </button>
              )}
            </div>
            {own.length === 0 && <p class="soft">{say.empty}</p>}
            <ol class="plan-list">
              {own.map((milestone) => (
                <Line
                  key={milestone.number}
                  milestone={milestone}
                  onEdit={
                    mayChange ? () => setEditing({ phase: phase.number, milestone }) : undefined
                  }
                />
              ))}
            </ol>
          </section>
        );
      })}
      {editing && (
        <MilestoneDialog
          project={project}
          phase={editing.phase}
          milestone={editing.milestone}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function Line({
  milestone,
  onEdit,
}: {
  milestone: MilestoneView;
  onEdit: (() => void) | undefined;
}) {
  const { plan: say, kinds, edit, cell } = messages.value;
  const differing = Object.keys(milestone.dueOnByMunicipality).length;
  return (
    <li class="plan-line">
      <span class="plan-number">{milestone.number}</span>
      <div>
        <h3 lang="fi">{milestone.title}</h3>
        <p class="row small">
          <span>{kinds[milestone.kind]}</span>
          <span>{say.scopes[milestone.scope]}</span>
          <span>
            {milestone.dueOn ? `${say.dueOn} ${showDate(milestone.dueOn)}` : cell.noDue}
            {differing > 0 && ` (${plural(differing, say.dueDiffers)})`}
          </span>
          {milestone.goal !== null && (
            <span lang="fi">{cell.goal(showNumber(milestone.goal), milestone.unit ?? "")}</span>
          )}
          {milestone.weight !== 1 && (
            <span>
              {say.weight} {showNumber(milestone.weight)}
            </span>
          )}
        </p>
        {milestone.description && (
          <p class="plan-text" lang="fi">
            {milestone.description}
          </p>
        )}
        {milestone.verification && (
          <p class="plan-text small">
            <span class="soft">{say.verification}:</span>{" "}
            <span lang="fi">{milestone.verification}</span>
          </p>
        )}
      </div>
      {onEdit && (
        <button
          type="button"
          class="button plain"
          aria-label={`${edit}: ${milestone.number}. ${milestone.title}`}
          onClick={onEdit}
        >
          {edit}
        </button>
      )}
    </li>
  );
}
