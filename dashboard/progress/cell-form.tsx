import { useState } from "preact/hooks";
import type { CellChange, CellDetail } from "../../worker/progress/contract/progress.ts";
import { DECLARABLE, type Declared } from "../../worker/progress/terms.ts";
import { Problem, send } from "../shared/api.ts";
import { messages, words } from "../shared/i18n.ts";
import { wrongAt } from "../shared/ui/field.tsx";
import { StatusMark } from "../shared/ui/glyph.tsx";
import type { Milestone } from "./board.ts";
import { changeFrom } from "./cell-change.ts";
import { CellConflict } from "./cell-conflict.tsx";
import { CellDetails } from "./cell-details.tsx";

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
  const [typed, setTyped] = useState(false);
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
      return error;
    } finally {
      setBusy(false);
    }
    return null;
  };
  const save = (change: CellChange, version: number) => {
    setMine(change);
    return attempt(() => send("PATCH", path, { body: change, version }), say.saved);
  };
  const confirm = async () => {
    const { version } = cell;
    const refused = await attempt(
      () => send("POST", `${path}/confirm`, { version }),
      say.cell.confirmed,
    );
    if (refused?.code === "stale") await onSaved(say.cell.confirmStale);
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
      onInput={() => setTyped(true)}
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
      <CellDetails cell={cell} declared={declared} milestone={milestone} problem={problem} />
      <Actions
        busy={busy}
        canConfirm={cell.declared !== "no_data"}
        typed={typed}
        onConfirm={() => void confirm()}
      />
    </form>
  );
}

function Actions({
  busy,
  canConfirm,
  typed,
  onConfirm,
}: {
  busy: boolean;
  canConfirm: boolean;
  typed: boolean;
  onConfirm: () => void;
}) {
  const say = messages.value;
  return (
    <div class="row">
      <button type="submit" class="button primary" disabled={busy}>
        {busy ? say.saving : say.save}
      </button>
      {canConfirm && (
        <button
          type="button"
          class="button"
          disabled={busy || typed}
          title={say.cell.noChangeHelp}
          onClick={onConfirm}
        >
          {say.cell.noChange}
        </button>
      )}
    </div>
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
