import { useState } from "preact/hooks";
import type { CellChange, CellDetail } from "../../worker/progress/contract.ts";
import {
  DECLARABLE,
  type Declared,
  isOpen,
  needsReason,
  noteLengthMax,
} from "../../worker/progress/terms.ts";
import { Problem, send } from "../shared/api.ts";
import { messages, words } from "../shared/i18n.ts";
import { LongField, TextField, wrongAt } from "../shared/ui/field.tsx";
import { StatusMark } from "../shared/ui/glyph.tsx";
import type { Milestone } from "./board.ts";
import { CellConflict } from "./cell-conflict.tsx";

/** Says something of a cell, or that nothing has changed. Nothing counts before the service says so. */
export function CellForm({
  path,
  cell,
  milestone,
  onSaved,
}: {
  path: string;
  cell: CellDetail;
  milestone: Milestone;
  onSaved: (words: string) => Promise<void>;
}) {
  const say = messages.value;
  const [declared, setDeclared] = useState(cell.declared);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [mine, setMine] = useState<CellChange | null>(null);
  const [busy, setBusy] = useState(false);

  const attempt = async (write: () => Promise<unknown>, saved: string) => {
    setBusy(true);
    try {
      await write();
      setProblem(null);
      await onSaved(saved);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const save = (change: CellChange, version: number) => {
    setMine(change);
    return attempt(() => send("PATCH", path, { body: change, version }), say.saved);
  };

  if (problem?.code === "stale" && mine) {
    const current = problem.current as CellDetail;
    return (
      <CellConflict
        current={current}
        mine={{ ...mine, declared: mine.declared ?? cell.declared }}
        busy={busy}
        onKeepMine={() => save(mine, current.version)}
        onKeepTheirs={() => onSaved("")}
      />
    );
  }
  return (
    <form
      class="cell-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(changeFrom(new FormData(event.currentTarget), cell, declared), cell.version);
      }}
    >
      <h3>{say.cell.change}</h3>
      {problem && (
        <p class="notice bad" role="alert">
          {problem.code === "offline" ? say.offline : problem.message}
        </p>
      )}
      <StatusChoice value={declared} onChange={setDeclared} />
      {wrongAt(problem, "declared") && <p class="wrong">{wrongAt(problem, "declared")}</p>}
      <Details cell={cell} declared={declared} milestone={milestone} problem={problem} />
      <div class="row">
        <button type="submit" class="button primary" disabled={busy}>
          {busy ? say.saving : say.save}
        </button>
        {cell.declared !== "no_data" && (
          <button
            type="button"
            class="button"
            disabled={busy}
            title={say.cell.noChangeHelp}
            onClick={() => void attempt(() => send("POST", `${path}/confirm`), say.cell.confirmed)}
          >
            {say.cell.noChange}
          </button>
        )}
      </div>
    </form>
  );
}

function StatusChoice({
  value,
  onChange,
}: {
  value: Declared;
  onChange: (status: Declared) => void;
}) {
  const { truths } = messages.value;
  const { declared } = words.value;
  return (
    <fieldset class="statuses">
      <legend>{truths.declared}</legend>
      {DECLARABLE.map((status) => (
        <label key={status} class="status-choice">
          <input
            type="radio"
            name="declared"
            value={status}
            checked={value === status}
            onChange={() => onChange(status)}
          />
          <StatusMark status={status} />
          {declared[status]}
        </label>
      ))}
    </fieldset>
  );
}

/** The fields that belong to the status chosen. */
function Details({
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
  const same = declared === cell.declared;
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
          <TextField
            label={`${say.value}, ${milestone.unit}`}
            name="value"
            type="number"
            value={cell.value}
            problem={problem}
          />
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

/** What the form says that is not known already. A field that is not shown says nothing. */
function changeFrom(form: FormData, cell: CellDetail, declared: Declared): CellChange {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() || null : undefined;
  };
  const value = text("value");
  const said = {
    value: value === undefined ? undefined : value === null ? null : Number(value),
    forecastOn: text("forecastOn"),
    doneOn: text("doneOn") ?? undefined,
    reason: text("reason"),
    unblock: text("unblock"),
    note: text("note"),
  };
  const known = declared === cell.declared ? cell : { ...cell, reason: null, unblock: null };
  const news = Object.entries(said).filter(
    ([name, one]) => one !== undefined && one !== Reflect.get(known, name),
  );
  const status = DECLARABLE.find((one) => one === declared);
  return { ...(status && { declared: status }), ...Object.fromEntries(news) };
}
