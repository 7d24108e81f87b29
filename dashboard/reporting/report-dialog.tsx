import type { ReportView } from "../../worker/reporting/contract/reports.ts";
import { reportMessageLengthMax, reportNameLengthMax } from "../../worker/reporting/terms.ts";
import { send } from "../shared/api.ts";
import { refresh } from "../shared/query.ts";
import { Dialog } from "../shared/ui/dialog.tsx";
import { LongField, TextField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

/** Drafts a report, or changes a draft. */
export function ReportDialog({
  project,
  report,
  onClose,
}: {
  project: string;
  report: ReportView | null;
  onClose: () => void;
}) {
  const say = words.value;
  const { busy, problem, attempt } = useWrite();
  const path = `/api/projects/${project}/reports`;
  const save = (form: FormData) =>
    attempt(async () => {
      const body = { name: textOf(form, "name") ?? "", message: textOf(form, "message") ?? "" };
      if (report) {
        await send("PATCH", `${path}/${report.number}`, { body, version: report.version });
      } else await send("POST", path, { body });
      await refresh(path);
      onClose();
    });
  const title = <h2>{report ? say.editTitle(report.name) : say.addTitle}</h2>;
  return (
    <Dialog kind="window" title={title} onClose={onClose}>
      <Form busy={busy} problem={problem} onSubmit={save} onCancel={onClose}>
        {problem?.code === "stale" && <p class="notice">{say.stale}</p>}
        <TextField
          label={say.name}
          name="name"
          hint={say.nameHelp}
          value={report?.name}
          problem={problem}
          required
          lengthMax={reportNameLengthMax}
        />
        <LongField
          label={say.message}
          name="message"
          hint={say.messageHelp}
          value={report?.message}
          problem={problem}
          lengthMax={reportMessageLengthMax}
        />
      </Form>
    </Dialog>
  );
}
