import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import { showDate } from "../../shared/i18n.ts";
import { type Change, differencesOf, madeBy, takenBy } from "./amend-draft.ts";
import { FieldChange } from "./field-value.tsx";
import { words } from "./words.ts";

/** What one change would make of the plan: what ends, what begins, and what becomes another. */
export function ChangePreview({
  project,
  milestones,
  change,
}: {
  project: ProjectView;
  milestones: readonly MilestoneView[];
  change: Change;
}) {
  const { amending: say } = words.value;
  const titles = new Map(milestones.map(({ number, title }) => [number, title]));
  const ends = change.kind !== "change";
  return (
    <div class="change-preview">
      <p>
        <strong>{say[change.kind]}</strong>
      </p>
      <ul>
        {takenBy(change).map((number) => (
          <li key={number}>
            {ends && <span class="soft">{say.ends}: </span>}
            <span lang="fi">
              {number}. {ends ? <s>{titles.get(number)}</s> : titles.get(number)}
            </span>
          </li>
        ))}
        {madeBy(change).map(({ title, dueOn }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- it has no number yet
          <li key={index}>
            <span class="soft">{say.begins}: </span>
            <strong lang="fi">{title}</strong>
            {dueOn && <span class="soft">, {say.dueOn(showDate(dueOn))}</span>}
          </li>
        ))}
        {differencesOf(change, project, milestones).map((difference) => (
          <li key={difference.field}>
            <FieldChange project={project} change={difference} />
          </li>
        ))}
      </ul>
    </div>
  );
}
