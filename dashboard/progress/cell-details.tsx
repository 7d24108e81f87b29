import { useRef, useState } from "preact/hooks";
import type { CellDetail } from "../../worker/progress/contract/progress.ts";
import { type Declared, isOpen, needsReason, noteLengthMax } from "../../worker/progress/terms.ts";
import type { Problem } from "../shared/api.ts";
import { messages, showNumber } from "../shared/i18n.ts";
import { LongField, TextField } from "../shared/ui/field.tsx";
import type { Milestone } from "./board.ts";
import { ready, words as lazyWords } from "./words.ts";

/** The fields that belong to the status chosen. */
export function CellDetails({
  cell,
  declared,
  milestone,
  problem,
}: {
  cell: CellDetail;
  declared: Declared;
  milestone: Milestone;
  problem: Problem | null;
}) {
  const { cell: say } = messages.value;
  const [value, setValue] = useState(cell.value);
  const same = declared === cell.declared;
  const differs = cell.suggestion !== null && value !== null && value !== cell.suggestion;
  return (
    <div class="fields">
      {needsReason(declared) && (
        <LongField
          key={declared}
          label={say.reason}
          hint={say.reasonHelp}
          name="reason"
          value={same ? cell.reason : ""}
          problem={problem}
          required
          lengthMax={noteLengthMax}
        />
      )}
      {declared === "paused" && (
        <LongField
          label={say.unblock}
          name="unblock"
          value={cell.unblock}
          problem={problem}
          lengthMax={noteLengthMax}
        />
      )}
      <div class="fields two">
        {milestone.kind === "target" && (
          <ValueField cell={cell} milestone={milestone} problem={problem} onValue={setValue} />
        )}
        {declared === "done" && (
          <TextField
            label={say.doneOn}
            name="doneOn"
            type="date"
            value={cell.doneOn}
            problem={problem}
          />
        )}
        {isOpen(declared) && (
          <TextField
            label={say.forecastOn}
            hint={say.forecastHelp}
            name="forecastOn"
            type="date"
            value={cell.forecastOn}
            problem={problem}
          />
        )}
      </div>
      {differs && !needsReason(declared) && ready.value && (
        <LongField
          label={lazyWords.value.suggestion.why}
          hint={lazyWords.value.suggestion.whyHelp}
          name="reason"
          value={same ? cell.reason : ""}
          problem={problem}
          required
          lengthMax={noteLengthMax}
        />
      )}
      <LongField
        label={say.note}
        hint={say.noteHelp}
        name="note"
        value={cell.note}
        problem={problem}
        lengthMax={noteLengthMax}
      />
    </div>
  );
}

/** The value of a target, with what its measure counts where it has one. */
function ValueField({
  cell,
  milestone,
  problem,
  onValue,
}: {
  cell: CellDetail;
  milestone: Milestone;
  problem: Problem | null;
  onValue: (value: number | null) => void;
}) {
  const { cell: say } = messages.value;
  const field = useRef<HTMLDivElement>(null);
  const { suggestion } = cell;
  const told = suggestion !== null && ready.value ? lazyWords.value.suggestion : null;
  const put = (value: number) => {
    const input = field.current?.querySelector("input");
    if (!input) return;
    input.value = String(value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <div
      ref={field}
      onInput={(event) => {
        const { target } = event;
        if (!(target instanceof HTMLInputElement)) return;
        onValue(target.value === "" ? null : Number(target.value));
      }}
    >
      <TextField
        label={`${say.value}, ${milestone.unit}`}
        hint={told && suggestion !== null ? told.hint(showNumber(suggestion)) : undefined}
        name="value"
        type="number"
        value={cell.value}
        problem={problem}
      />
      {told && suggestion !== null && (
        <button type="button" class="button small" onClick={() => put(suggestion)}>
          {told.use}
        </button>
      )}
    </div>
  );
}
