import type { ReportView } from "../../worker/reporting/contract/reports.ts";
import { send } from "../shared/api.ts";
import { refresh } from "../shared/query.ts";
import { Confirm } from "../shared/ui/confirm.tsx";
import { words } from "./words.ts";

/** Submits a report, after saying what that means. */
export function SubmitDialog({
  report: { project, number, name, version },
  onSent,
  onClose,
}: {
  report: ReportView;
  onSent: (name: string) => void;
  onClose: () => void;
}) {
  const say = words.value;
  const path = `/api/projects/${project}/reports`;
  const submit = async () => {
    await send<ReportView>("POST", `${path}/${number}/submit`, { version });
    await refresh(path);
    onSent(name);
  };
  return (
    <Confirm title={say.submitTitle(name)} submit={say.submit} onConfirm={submit} onClose={onClose}>
      <p>{say.submitText}</p>
      <p>{say.submitNotes}</p>
    </Confirm>
  );
}
