import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import { textLengthMax } from "../../../worker/projects/terms.ts";
import { send } from "../../shared/api.ts";
import { refresh } from "../../shared/query.ts";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { LongField, TextField } from "../../shared/ui/field.tsx";
import { Form, textOf } from "../../shared/ui/form.tsx";
import { useWrite } from "../../shared/ui/use-write.ts";
import { words } from "./words.ts";

/** Freezes the plan as it was granted. */
export function GrantDialog({ project, onClose }: { project: ProjectView; onClose: () => void }) {
  const say = words.value;
  const { busy, problem, attempt } = useWrite();
  const save = (form: FormData) =>
    attempt(async () => {
      const reason = textOf(form, "reason");
      await send("POST", `/api/projects/${project.slug}/grant`, {
        body: { grantedOn: textOf(form, "grantedOn") ?? "", ...(reason && { reason }) },
        version: project.version,
      });
      await refresh(`/api/projects/${project.slug}`);
      onClose();
    });
  return (
    <Dialog kind="window" title={<h2>{say.grantTitle}</h2>} onClose={onClose}>
      <Form
        busy={busy}
        problem={problem}
        submit={say.grant}
        onSubmit={(form) => void save(form)}
        onCancel={onClose}
      >
        <p>{say.grantHelp}</p>
        <TextField label={say.grantDate} name="grantedOn" type="date" problem={problem} required />
        <LongField
          label={say.grantReason}
          name="reason"
          problem={problem}
          lengthMax={textLengthMax}
        />
      </Form>
    </Dialog>
  );
}
