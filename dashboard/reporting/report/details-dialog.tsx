import type { ChangeReport, ReportDetail } from "../../../worker/reporting/contract/reports.ts";
import {
  budgetMax,
  reportMessageLengthMax,
  reportNameLengthMax,
} from "../../../worker/reporting/terms.ts";
import { Problem, send } from "../../shared/api.ts";
import { refresh } from "../../shared/query.ts";
import { Dialog, useDraft } from "../../shared/ui/dialog.tsx";
import { LongField, TextField } from "../../shared/ui/field.tsx";
import { Form, numberOf, textOf } from "../../shared/ui/form.tsx";
import { useWrite } from "../../shared/ui/use-write.ts";
import { words } from "./words.ts";

/** What a report is called, what it says to the funder, and its budget. */
export function DetailsDialog({ report, onClose }: { report: ReportDetail; onClose: () => void }) {
  const { details: say } = words.value;
  const draft = useDraft();
  const { busy, problem, attempt } = useWrite();
  const { project, number, name, message, budget, version } = report;
  const save = (form: FormData) =>
    attempt(async () => {
      const [granted, used] = [numberOf(form, "budget.granted"), numberOf(form, "budget.used")];
      if ((granted === null) !== (used === null)) {
        throw new Problem({ code: "invalid", detail: say.budgetHalf });
      }
      const body: ChangeReport = {
        name: textOf(form, "name") ?? "",
        message: textOf(form, "message") ?? "",
        budget: granted === null || used === null ? null : { granted, used },
      };
      const path = `/api/projects/${project}/report`;
      await send("PATCH", `${path}s/${number}`, { body, version });
      draft.settle();
      onClose();
      await refresh(path);
    });
  const amount = { type: "number", problem, min: "0", max: String(budgetMax) } as const;
  return (
    <Dialog kind="window" title={<h2>{say.title}</h2>} draft={draft} onClose={onClose}>
      <Form busy={busy} problem={problem} onSubmit={(form) => void save(form)} onCancel={onClose}>
        {problem?.code === "stale" && <p class="notice">{say.stale}</p>}
        <TextField
          label={say.name}
          name="name"
          value={name}
          problem={problem}
          required
          lengthMax={reportNameLengthMax}
        />
        <LongField
          label={say.message}
          name="message"
          value={message}
          problem={problem}
          lengthMax={reportMessageLengthMax}
        />
        <div class="fields two">
          <TextField
            {...amount}
            label={say.granted}
            name="budget.granted"
            value={budget?.granted}
          />
          <TextField {...amount} label={say.used} name="budget.used" value={budget?.used} />
        </div>
        <p class="soft small">{say.budgetHelp}</p>
      </Form>
    </Dialog>
  );
}
