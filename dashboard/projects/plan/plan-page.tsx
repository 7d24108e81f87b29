import { useState } from "preact/hooks";
import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import type { AmendmentView, MilestoneView } from "../../../worker/projects/contract/plan.ts";
import type { PhaseView, ProjectView } from "../../../worker/projects/contract/projects.ts";
import { amendmentsMax, milestonesMax } from "../../../worker/projects/terms.ts";
import { AsOf } from "../../shared/as-of/as-of.tsx";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { messages, showDate } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { useRead } from "../../shared/query.ts";
import { mayDo } from "../../shared/session.ts";
import { Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { ready as projectReady } from "../words.ts";
import { AmendPage } from "./amend-page.tsx";
import { AmendmentList } from "./amendment-list.tsx";
import { type Editing, GrantCard, type Shown } from "./grant-card.tsx";
import { GrantDialog } from "./grant-dialog.tsx";
import { MilestoneDialog } from "./milestone-dialog.tsx";
import { PlanLine } from "./plan-line.tsx";
import { TemplateDialog } from "./template-dialog.tsx";
import { ready, words } from "./words.ts";
import "./plan-page.css";

/** The plan of a project: its phases, what is to be reached in each, and how it was changed. */
export function PlanPage({ project }: { project: string }) {
  const { asOf, first, more } = useAsOf();
  const [amend] = useParameter("amend");
  const isAmending = amend !== null && asOf === null;
  const path = `/api/projects/${project}`;
  const view = useRead<ProjectView>(path);
  const milestones = useRead<{ items: MilestoneView[] }>(
    `${path}/milestones?limit=${milestonesMax}${more}`,
  );
  const amendments = useRead<{ items: AmendmentView[] }>(
    `${path}/amendments?limit=${amendmentsMax}${more}`,
  );
  // The phases and the grant of that day.
  const then = useRead<MatrixView>(asOf === null ? null : `${path}/progress${first}`);
  return (
    <Worded by={{ ready }}>
      <Worded by={{ ready: projectReady }}>
        <Reading of={view} height="60vh">
          {(found) => (
            <>
              {!isAmending && <AsOf project={found} />}
              <Reading of={milestones} height="60vh">
                {({ items }) => (
                  <Reading of={amendments} height="60vh">
                    {({ items: made }) =>
                      asOf === null ? (
                        <Live project={found} milestones={items} amendments={made} />
                      ) : (
                        <Reading of={then} height="60vh">
                          {({ project: { grantedOn }, phases }) => (
                            <Plan
                              project={{ ...found, grantedOn, phases }}
                              milestones={items}
                              amendments={made}
                            />
                          )}
                        </Reading>
                      )
                    }
                  </Reading>
                )}
              </Reading>
            </>
          )}
        </Reading>
      </Worded>
    </Worded>
  );
}

/** The plan of today, or the page on which it is amended. */
function Live(shown: Shown) {
  const { project, milestones } = shown;
  const [amending, setAmending] = useParameter("amend");
  const [made, setMade] = useState<AmendmentView | null>(null);
  const mayChange = mayDo("plan.change", { project: project.slug });
  if (mayChange && amending !== null && project.grantedOn !== null) {
    return (
      <AmendPage
        project={project}
        milestones={milestones}
        onDone={(amendment) => {
          setMade(amendment);
          setAmending(null);
        }}
      />
    );
  }
  return (
    <>
      <p role="status" class={made ? "notice" : "hidden-visually"}>
        {made && (
          <>
            {words.value.amending.made(made.number)}{" "}
            <a href={`#amendment-${made.number}`}>{words.value.amendments.title}</a>
          </>
        )}
      </p>
      <Plan {...shown} {...(mayChange && { onAmend: () => setAmending("yes", "in history") })} />
    </>
  );
}

function Plan({ onAmend, ...shown }: Shown & { onAmend?: () => void }) {
  const { project, milestones, amendments } = shown;
  const [editing, setEditing] = useState<Editing | null>(null);
  const { more } = useAsOf();
  const close = () => setEditing(null);
  return (
    <>
      <GrantCard {...shown} {...(onAmend && { onAmend, onEdit: setEditing })} />
      {project.phases.map((phase) => (
        <Phase
          key={phase.number}
          project={project}
          phase={phase}
          milestones={milestones}
          {...(onAmend && { onEdit: setEditing })}
        />
      ))}
      {project.grantedOn !== null && (
        <AmendmentList
          project={project}
          milestones={milestones}
          amendments={amendments}
          more={more}
        />
      )}
      {editing === "grant" && <GrantDialog project={project} onClose={close} />}
      {editing === "template" && <TemplateDialog project={project} onClose={close} />}
      {editing && typeof editing === "object" && (
        <MilestoneDialog
          project={project}
          milestones={milestones}
          phase={editing.phase}
          milestone={editing.milestone}
          onClose={close}
        />
      )}
    </>
  );
}

function Phase({
  project,
  phase,
  milestones,
  onEdit,
}: {
  project: ProjectView;
  phase: PhaseView;
  milestones: readonly MilestoneView[];
  onEdit?: (editing: Editing) => void;
}) {
  const { line: say } = words.value;
  const { phases } = messages.value;
  const own = milestones.filter((milestone) => milestone.phase === phase.number);
  const isGranted = project.grantedOn !== null;
  return (
    <section class="card long" aria-labelledby={`plan-${phase.number}`}>
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
        {onEdit && !isGranted && (
          <button
            type="button"
            class="button"
            aria-describedby={`plan-${phase.number}`}
            onClick={() => onEdit({ phase: phase.number, milestone: null })}
          >
            {say.add}
          </button>
        )}
      </div>
      {own.length === 0 && <p class="soft">{say.empty}</p>}
      <ol class="plan-list">
        {own.map((milestone) => (
          <PlanLine
            project={project.slug}
            key={milestone.number}
            milestone={milestone}
            milestones={milestones}
            isGranted={isGranted}
            onEdit={onEdit && (() => onEdit({ phase: phase.number, milestone }))}
          />
        ))}
      </ol>
    </section>
  );
}
