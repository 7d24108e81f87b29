import type { AmendmentView, MilestoneView } from "../../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import { messages, plural, showDate } from "../../shared/i18n.ts";
import { words } from "./words.ts";

export type Shown = {
  readonly project: ProjectView;
  readonly milestones: readonly MilestoneView[];
  readonly amendments: readonly AmendmentView[];
};

/** What of the plan is being written. */
export type Editing =
  | { readonly phase: number; readonly milestone: MilestoneView | null }
  | "grant"
  | "template";

/** Whether the plan is granted, and what can be done with it next. */
export function GrantCard({
  project: { slug, grantedOn },
  milestones,
  amendments,
  onAmend,
  onEdit,
}: Shown & { onAmend?: () => void; onEdit?: (editing: Editing) => void }) {
  const say = words.value;
  const times = amendments.length;
  return (
    <section class="card plan-grant" aria-label={say.plan}>
      <div>
        {grantedOn === null ? (
          <p>{say.draft}</p>
        ) : (
          <>
            <p>
              <strong>{say.grantedOn(showDate(grantedOn))}</strong>{" "}
              {times === 0 ? say.unamended : plural(times, say.amendedTimes)}
            </p>
            <p class="soft small">{say.grantedHelp}</p>
          </>
        )}
      </div>
      {onAmend && onEdit && (
        <div class="row">
          {grantedOn === null ? (
            <>
              <button type="button" class="button" onClick={() => onEdit("template")}>
                {say.fromTemplate}
              </button>
              <a class="button" href={`/projects/${slug}/import?kind=plan`}>
                {messages.value.project.import}
              </a>
              {milestones.length > 0 && (
                <button type="button" class="button primary" onClick={() => onEdit("grant")}>
                  {say.grant}
                </button>
              )}
            </>
          ) : (
            <button type="button" class="button primary" onClick={onAmend}>
              {say.amend}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
