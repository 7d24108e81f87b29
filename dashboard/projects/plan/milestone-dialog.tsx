import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import { textLengthMax } from "../../../worker/projects/terms.ts";
import { send } from "../../shared/api.ts";
import { refresh } from "../../shared/query.ts";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { LongField } from "../../shared/ui/field.tsx";
import { Form, textOf } from "../../shared/ui/form.tsx";
import { useWrite } from "../../shared/ui/use-write.ts";
import { MilestoneFields } from "./milestone-fields.tsx";
import { fixedOf, milestoneOf } from "./milestone-form.ts";
import { words } from "./words.ts";

/**
 * Adds a milestone or target to the plan, or changes one; of a granted one, what is no part of the
 * grant.
 */
export function MilestoneDialog({
  project,
  milestones,
  phase,
  milestone,
  onClose,
}: {
  project: ProjectView;
  milestones: readonly MilestoneView[];
  phase: number;
  milestone: MilestoneView | null;
  onClose: () => void;
}) {
  const { line: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const path = `/api/projects/${project.slug}/milestones`;
  const isGranted = project.grantedOn !== null;
  const save = (form: FormData) =>
    attempt(async () => {
      if (milestone) {
        const reason = textOf(form, "reason");
        const said = isGranted
          ? { description: textOf(form, "description") ?? "" }
          : milestoneOf(form, milestone);
        const body = { ...said, ...(reason && { reason }) };
        await send("PATCH", `${path}/${milestone.number}`, { body, version: milestone.version });
      } else {
        const fixed = fixedOf(form);
        await send("POST", path, { body: { ...milestoneOf(form, fixed), ...fixed } });
      }
      await refresh(`/api/projects/${project.slug}`);
      onClose();
    });
  const title = <h2>{milestone ? say.editTitle(milestone.number) : say.addTitle}</h2>;
  return (
    <Dialog kind="window" title={title} onClose={onClose}>
      <Form busy={busy} problem={problem} onSubmit={save} onCancel={onClose}>
        {isGranted ? (
          <>
            <p class="notice">{words.value.onlyDescription}</p>
            <LongField
              label={say.description}
              name="description"
              value={milestone?.description}
              problem={problem}
              lengthMax={textLengthMax}
            />
          </>
        ) : (
          <MilestoneFields
            project={project}
            milestones={milestones}
            known={milestone ?? { phase }}
            isNew={!milestone}
            problem={problem}
          />
        )}
        {milestone && (
          <LongField label={say.reason} name="reason" problem={problem} lengthMax={textLengthMax} />
        )}
      </Form>
    </Dialog>
  );
}
