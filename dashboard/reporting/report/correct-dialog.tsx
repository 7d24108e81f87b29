import type { CorrectReport } from "../../../worker/reporting/contract/reports.ts";
import { decisionNoteLengthMax } from "../../../worker/reporting/terms.ts";
import { Confirm } from "../../shared/ui/confirm.tsx";
import { LongField } from "../../shared/ui/field.tsx";
import { textOf } from "../../shared/ui/form.tsx";
import { moveReport, type Moving } from "./move.ts";
import { words } from "./words.ts";

/** Begins a numbered correction of the accepted edition. */
export function CorrectDialog({ report, onDone, onClose }: Moving) {
  const { correct: say } = words.value;
  const { name, edition } = report;
  const begin = async (form: FormData) => {
    const body: CorrectReport = { edition, reason: textOf(form, "reason") ?? "" };
    await moveReport(report, "correct", body);
    onDone(say.begun);
  };
  return (
    <Confirm title={say.title(name)} submit={say.submit} onConfirm={begin} onClose={onClose}>
      <p>{say.text(edition)}</p>
      <LongField
        label={say.reason}
        name="reason"
        problem={null}
        required
        lengthMax={decisionNoteLengthMax}
      />
    </Confirm>
  );
}
