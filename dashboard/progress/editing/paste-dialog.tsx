import { useState } from "preact/hooks";
import type { CellChange } from "../../../worker/progress/contract/progress.ts";
import { needsReason, noteLengthMax } from "../../../worker/progress/terms.ts";
import { messages, plural, showDate, showNumber, words } from "../../shared/i18n.ts";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { LongField } from "../../shared/ui/field.tsx";
import { Form, textOf } from "../../shared/ui/form.tsx";
import { Region } from "../../shared/ui/region.tsx";
import { asksReason, type Many, sayOfEach, type Target } from "./many.ts";
import type { Meaning } from "./pasted.ts";
import { say } from "./words.ts";

export type PastedCell = {
  readonly target: Target;
  /** The cell in words: its municipality and the number of its milestone. */
  readonly name: string;
  readonly text: string;
  readonly meaning: Meaning;
};

const rowsMax = 300;

/** What was pasted, cell by cell, and what it would change. Nothing is done before it is confirmed. */
export function PasteDialog({
  cells,
  outside,
  byName,
  wordsOfLeftOut,
  onSay,
  onClose,
}: {
  cells: readonly PastedCell[];
  /** How many texts have no cell. */
  outside: number;
  /** Whether the rows were found by the names of municipalities in the first column. */
  byName: boolean;
  wordsOfLeftOut: (many: Many) => string;
  onSay: (many: Many) => void;
  onClose: () => void;
}) {
  const { paste: text } = say.value;
  const { cell } = messages.value;
  const [reason, setReason] = useState<string | null>(null);
  const understood = cells.flatMap(({ target, meaning }) =>
    meaning.kind === "said" ? [{ target, change: withReason(meaning.change, reason) }] : [],
  );
  const many = sayOfEach(understood);
  const unclear = cells.filter(({ meaning }) => meaning.kind === "unclear");
  const asks = understood.some(
    ({ target, change }) => change.declared && asksReason([target], change.declared),
  );
  const shown = [...unclear, ...cells.filter((one) => !unclear.includes(one))];
  return (
    <Dialog kind="window" title={<h2>{text.title}</h2>} onClose={onClose}>
      <div role="status">
        <p>
          <strong>{plural(many.changes.length, say.value.many.willChange)}</strong>{" "}
          {wordsOfLeftOut(many)}
        </p>
        {unclear.length > 0 && <p class="wrong">{plural(unclear.length, text.unclear)}</p>}
        {outside > 0 && <p class="wrong">{plural(outside, text.outside)}</p>}
        {byName && <p>{text.byName}</p>}
      </div>
      <PastedTable cells={shown} />
      <Form
        busy={many.changes.length === 0}
        problem={null}
        submit={plural(many.changes.length, say.value.many.submit)}
        onSubmit={(form) => {
          const why = textOf(form, "reason");
          onSay(
            sayOfEach(
              understood.map(({ target, change }) => ({ target, change: withReason(change, why) })),
            ),
          );
        }}
        onCancel={onClose}
      >
        {asks && (
          <div onInput={({ target }) => setReason((target as HTMLTextAreaElement).value || null)}>
            <LongField
              label={cell.reason}
              hint={say.value.many.reasonForAll}
              name="reason"
              problem={null}
              required
              lengthMax={noteLengthMax}
            />
          </div>
        )}
      </Form>
    </Dialog>
  );
}

function PastedTable({ cells }: { cells: readonly PastedCell[] }) {
  const { paste: text } = say.value;
  return (
    <>
      <Region label={text.title}>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{text.cell}</th>
              <th scope="col">{text.pasted}</th>
              <th scope="col">{text.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, rowsMax).map((one) => (
              <tr key={one.name}>
                <th scope="row">{one.name}</th>
                <td class="pasted-text">{one.text}</td>
                <td>
                  <Becomes cell={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Region>
      {cells.length > rowsMax && <p>{text.more(cells.length - rowsMax)}</p>}
    </>
  );
}

const withReason = (change: CellChange, reason: string | null): CellChange =>
  reason !== null && change.declared && needsReason(change.declared)
    ? { ...change, reason }
    : change;

function Becomes({ cell: { target, meaning } }: { cell: PastedCell }) {
  const { paste: text, leftOut } = say.value;
  if (meaning.kind === "unclear") return <span class="wrong">{text.why[meaning.why]}</span>;
  if (meaning.kind === "empty") return null;
  const why = sayOfEach([{ target, change: meaning.change }]).leftOut[0]?.why;
  if (why) return <span class="wrong">{leftOut[why]}</span>;
  const { declared, value, doneOn } = meaning.change;
  return (
    <>
      {declared && words.value.declared[declared]}
      {doneOn && ` ${showDate(doneOn)}`}
      {typeof value === "number" && showNumber(value)}
    </>
  );
}
