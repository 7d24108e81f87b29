import { useEffect, useRef, useState } from "preact/hooks";
import type { CellChange } from "../../../worker/progress/contract/progress.ts";
import {
  type Declarable,
  DECLARABLE,
  isOpen,
  needsReason,
  noteLengthMax,
} from "../../../worker/progress/terms.ts";
import { messages, plural, words } from "../../shared/i18n.ts";
import { Dialog, useDraft } from "../../shared/ui/dialog.tsx";
import { ChoiceField, LongField, TextField } from "../../shared/ui/field.tsx";
import { Form, textOf } from "../../shared/ui/form.tsx";
import { asksReason, type Many, sayOfMany, type Target } from "./many.ts";
import { say, today } from "./words.ts";

const asItIs = "as_it_is";

/** Says the same of many cells at once; a reason is asked once for all. */
export function ChangeDialog({
  targets,
  unit,
  first,
  startsOn,
  wordsOfLeftOut,
  onSay,
  onClose,
}: {
  targets: readonly Target[];
  /** The unit of the values, where some of the cells have one. */
  unit: string | null;
  first: Declarable | null;
  startsOn: string;
  wordsOfLeftOut: (many: Many) => string;
  onSay: (many: Many) => void;
  onClose: () => void;
}) {
  const { many: text } = say.value;
  const { truths } = messages.value;
  const { declared: statuses } = words.value;
  const [choice, setChoice] = useState(first ?? asItIs);
  const [change, setChange] = useState<CellChange>(first === null ? {} : statusIn(first));
  const draft = useDraft();
  const body = useRef<HTMLDivElement>(null);
  // Who has pressed the digit of a status is here to say why.
  const start = first ? "textarea" : "select";
  useEffect(() => body.current?.querySelector<HTMLElement>(start)?.focus(), [start]);
  const status = DECLARABLE.find((one) => one === choice);
  const preview = sayOfMany(targets, change);
  const choices = Object.fromEntries(DECLARABLE.map((one) => [one, statuses[one]]));
  return (
    <Dialog kind="window" title={<h2>{text.title}</h2>} draft={draft} onClose={onClose}>
      <div
        ref={body}
        onInput={({ currentTarget }) => setChange(changeIn(currentTarget.querySelector("form")))}
      >
        <Form
          busy={preview.changes.length === 0}
          problem={null}
          submit={plural(preview.changes.length, text.submit)}
          onSubmit={(form) => {
            draft.settle();
            onSay(sayOfMany(targets, changeFrom(form)));
          }}
          onCancel={onClose}
        >
          <ChoiceField
            label={truths.declared}
            name="declared"
            value={choice}
            choices={{ [asItIs]: text.asItIs, ...choices }}
            problem={null}
            onChoose={setChoice}
          />
          <Fields targets={targets} status={status ?? null} unit={unit} startsOn={startsOn} />
          <p role="status" class="notice">
            {plural(preview.changes.length, text.willChange)} {wordsOfLeftOut(preview)}
          </p>
        </Form>
      </div>
    </Dialog>
  );
}

/** What can be said beside the status chosen, or where it stays beside those that are there. */
function Fields({
  targets,
  status,
  unit,
  startsOn,
}: {
  targets: readonly Target[];
  status: Declarable | null;
  unit: string | null;
  startsOn: string;
}) {
  const { cell } = messages.value;
  const { many: text } = say.value;
  const mine = targets.filter(({ mayChange }) => mayChange);
  const some = (is: typeof isOpen) =>
    status ? is(status) : mine.some(({ seen }) => is(seen.declared));
  return (
    <>
      {status && needsReason(status) && (
        <LongField
          label={cell.reason}
          hint={text.reasonForAll}
          name="reason"
          problem={null}
          required={asksReason(targets, status)}
          lengthMax={noteLengthMax}
        />
      )}
      {status === "paused" && (
        <LongField label={cell.unblock} name="unblock" problem={null} lengthMax={noteLengthMax} />
      )}
      <div class="fields two">
        {unit !== null && (
          <TextField label={`${cell.value}, ${unit}`} name="value" type="number" problem={null} />
        )}
        {some(isOpen) && (
          <TextField
            label={cell.forecastOn}
            name="forecastOn"
            type="date"
            min={startsOn}
            problem={null}
          />
        )}
        {some((one) => one === "done") && (
          <TextField
            label={cell.doneOn}
            name="doneOn"
            type="date"
            min={startsOn}
            max={today()}
            problem={null}
          />
        )}
      </div>
      <LongField
        label={cell.note}
        hint={cell.noteHelp}
        name="note"
        problem={null}
        lengthMax={noteLengthMax}
      />
    </>
  );
}

const changeIn = (form: HTMLFormElement | null): CellChange =>
  form ? changeFrom(new FormData(form)) : {};

function statusIn(choice: string): CellChange {
  const declared = DECLARABLE.find((one) => one === choice);
  return declared ? { declared } : {};
}

/** What the form says. What is left empty stays in each cell as it is. */
function changeFrom(form: FormData): CellChange {
  const value = textOf(form, "value");
  const texts = ["forecastOn", "doneOn", "reason", "unblock", "note"].flatMap((name) => {
    const text = textOf(form, name);
    return text === null ? [] : [[name, text] as const];
  });
  return {
    ...statusIn(textOf(form, "declared") ?? ""),
    ...(value !== null && { value: Number(value) }),
    ...Object.fromEntries(texts),
  };
}
