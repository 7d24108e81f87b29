import type {
  AcceptReport,
  ReturnReport,
  ToldSection,
} from "../../../worker/reporting/contract/reports.ts";
import { decisionNoteLengthMax } from "../../../worker/reporting/terms.ts";
import { Confirm } from "../../shared/ui/confirm.tsx";
import { LongField } from "../../shared/ui/field.tsx";
import { textOf } from "../../shared/ui/form.tsx";
import { moveReport, type Moving } from "./move.ts";
import { words } from "./words.ts";

/** Accepts the newest edition, with a note if there is something to say. */
export function AcceptDialog({ report, onDone, onClose }: Moving) {
  const { decide: say } = words.value;
  const accept = async (form: FormData) => {
    const body: AcceptReport = { note: textOf(form, "note") ?? "" };
    await moveReport(report, "accept", body);
    onDone(say.accepted);
  };
  return (
    <Confirm
      title={say.acceptTitle(report.name)}
      submit={say.acceptSubmit}
      onConfirm={accept}
      onClose={onClose}
    >
      <p>{say.acceptText(report.edition)}</p>
      <LongField label={say.note} name="note" problem={null} lengthMax={decisionNoteLengthMax} />
    </Confirm>
  );
}

/** Returns the newest edition with what has to change, of all of it and of single sections. */
export function ReturnDialog({
  report,
  sections,
  onDone,
  onClose,
}: Moving & { sections: readonly ToldSection[] }) {
  const { decide: say } = words.value;
  const giveBack = async (form: FormData) => {
    const noted = sections.flatMap(({ key }) => {
      const note = textOf(form, `section.${key}`);
      return note === null ? [] : [{ section: key, note }];
    });
    const body: ReturnReport = { note: textOf(form, "note") ?? "", sections: noted };
    await moveReport(report, "return", body);
    onDone(say.returned);
  };
  return (
    <Confirm
      title={say.returnTitle(report.name)}
      submit={say.returnSubmit}
      onConfirm={giveBack}
      onClose={onClose}
    >
      <p>{say.returnText}</p>
      <LongField
        label={say.returnNote}
        name="note"
        problem={null}
        required
        lengthMax={decisionNoteLengthMax}
      />
      {sections.length > 0 && (
        <details>
          <summary>{say.returnSections}</summary>
          <div class="fields">
            {sections.map(({ key, title }) => (
              <LongField
                key={key}
                label={title}
                name={`section.${key}`}
                problem={null}
                lengthMax={decisionNoteLengthMax}
              />
            ))}
          </div>
        </details>
      )}
    </Confirm>
  );
}
