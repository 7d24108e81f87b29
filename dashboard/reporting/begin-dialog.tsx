import { useLocation } from "preact-iso";
import type {
  CreateReport,
  DueReport,
  ReportView,
} from "../../worker/reporting/contract/reports.ts";
import { reportMessageLengthMax, reportNameLengthMax } from "../../worker/reporting/terms.ts";
import { send } from "../shared/api.ts";
import { showDate } from "../shared/i18n.ts";
import { refresh } from "../shared/query.ts";
import { Dialog } from "../shared/ui/dialog.tsx";
import { LongField, TextField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

/** Begins a report for a period of the calendar, or for none, and leads to its page. */
export function BeginDialog({
  project,
  due,
  onClose,
}: {
  project: string;
  due: DueReport | null;
  onClose: () => void;
}) {
  const say = words.value;
  const { route } = useLocation();
  const { busy, problem, attempt } = useWrite();
  const create = (form: FormData) =>
    attempt(async () => {
      const body: CreateReport = {
        name: textOf(form, "name") ?? "",
        message: textOf(form, "message") ?? "",
        budget: null,
        period: due && { kind: due.kind, startsOn: due.startsOn, endsOn: due.endsOn },
      };
      const path = `/api/projects/${project}/report`;
      const { number } = await send<ReportView>("POST", `${path}s`, { body });
      onClose();
      route(`/projects/${project}/reports/${number}`);
      await refresh(path);
    });
  return (
    <Dialog
      kind="window"
      title={<h2>{due ? say.beginOf(due.period) : say.addTitle}</h2>}
      onClose={onClose}
    >
      <p class="soft">
        {due
          ? say.beginHelp(due.period, showDate(due.startsOn), showDate(due.endsOn))
          : say.addHelp}
      </p>
      <Form
        busy={busy}
        problem={problem}
        submit={say.create}
        onSubmit={(form) => void create(form)}
        onCancel={onClose}
      >
        <TextField
          label={say.name}
          name="name"
          hint={say.nameHelp}
          value={due?.period}
          problem={problem}
          required
          lengthMax={reportNameLengthMax}
        />
        <LongField
          label={say.message}
          name="message"
          hint={say.messageHelp}
          problem={problem}
          lengthMax={reportMessageLengthMax}
        />
      </Form>
    </Dialog>
  );
}
