import { useState } from "preact/hooks";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { textLengthMax } from "../../worker/projects/terms.ts";
import type { DeviationView, RiskView } from "../../worker/risks/contract.ts";
import { send } from "../shared/api.ts";
import { showDate, today } from "../shared/i18n.ts";
import { Dialog, useDraft } from "../shared/ui/dialog.tsx";
import { LongField, TextField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { Refused } from "../shared/ui/refused.tsx";
import { DeviationForm } from "./deviation-form.tsx";
import { Entries } from "./entries.tsx";
import { LinkedCells } from "./linked-cells.tsx";
import { riskWords } from "./shown.ts";
import { useMode } from "./use-mode.ts";
import { useAct } from "./use-save.ts";
import { words } from "./words.ts";

type Mode = "view" | "edit" | "resolve";

/** One deviation: all that is said of it, what can be done with it, and its history. */
export function DeviationDrawer({
  matrix,
  deviation,
  risks,
  manages,
  onClose,
}: {
  matrix: MatrixView;
  deviation: DeviationView;
  risks: readonly RiskView[];
  manages: boolean;
  onClose: () => void;
}) {
  const draft = useDraft();
  const { mode, setMode, place } = useMode<Mode>("view");
  const [said, setSaid] = useState("");
  const path = `/api/projects/${matrix.project.slug}/deviations/${deviation.number}`;
  const done = (saved: boolean) => {
    draft.settle();
    setMode("view");
    setSaid(saved ? words.value.saved : "");
  };
  const title = (
    <h2 lang="fi">
      {deviation.number}. {deviation.title}
    </h2>
  );
  const form = { matrix, deviation, risks, draft, onDone: done };
  return (
    <Dialog kind="drawer" title={title} draft={draft} onClose={onClose}>
      <div class="register-drawer" tabIndex={-1} ref={place}>
        {mode === "edit" && <DeviationForm {...form} />}
        {mode === "resolve" && <ResolveForm path={path} deviation={deviation} onDone={done} />}
        {mode === "view" && (
          <>
            <Facts matrix={matrix} deviation={deviation} risks={risks} />
            {manages && (
              <Actions path={path} deviation={deviation} onMode={setMode} onSaid={setSaid} />
            )}
            <p role="status" class={said ? "notice" : "hidden-visually"}>
              {said}
            </p>
            <Entries path={path} matrix={matrix} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function Facts({
  matrix,
  deviation,
  risks,
}: {
  matrix: MatrixView;
  deviation: DeviationView;
  risks: readonly RiskView[];
}) {
  const { deviations: say, cells } = words.value;
  const { deviationColumns } = riskWords();
  const { cause, effect, correctiveAction, owner, noticedOn, resolvedOn } = deviation;
  const risk = risks.find(({ number }) => number === deviation.risk);
  const texts = [
    { label: deviationColumns.cause, text: cause },
    { label: deviationColumns.effect, text: effect },
    { label: deviationColumns.owner, text: owner },
  ];
  return (
    <dl class="register-facts">
      <div>
        <dt>{deviationColumns.state}</dt>
        <dd>{riskWords().deviationStates[deviation.state]}</dd>
        <dd>
          {say.noticed(showDate(noticedOn))}
          {resolvedOn !== null && `, ${say.resolvedOn(showDate(resolvedOn)).toLocaleLowerCase()}`}
        </dd>
      </div>
      {texts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd lang="fi">{text}</dd>
        </div>
      ))}
      <div>
        <dt>{deviationColumns.correctiveAction}</dt>
        <dd>
          {correctiveAction === "" ? say.noAction : <span lang="fi">{correctiveAction}</span>}
        </dd>
      </div>
      {risk && (
        <div>
          <dt>{say.risk}</dt>
          <dd>
            <a href={`/projects/${matrix.project.slug}/risks?risk=${risk.number}`} lang="fi">
              {risk.number}. {risk.title}
            </a>
          </dd>
        </div>
      )}
      <div>
        <dt>{cells.title}</dt>
        <dd>
          <LinkedCells matrix={matrix} links={deviation.links} />
        </dd>
      </div>
    </dl>
  );
}

function Actions({
  path,
  deviation,
  onMode,
  onSaid,
}: {
  path: string;
  deviation: DeviationView;
  onMode: (mode: Mode) => void;
  onSaid: (said: string) => void;
}) {
  const say = words.value;
  const { busy, problem, act } = useAct(path, onSaid);
  const { version } = deviation;
  const reopen = () =>
    act(() => send("PATCH", path, { body: { resolvedOn: null }, version }), say.saved);
  return (
    <>
      <div class="row">
        {deviation.state === "open" ? (
          <button type="button" class="button primary" onClick={() => onMode("resolve")}>
            {say.deviations.resolve}
          </button>
        ) : (
          <button type="button" class="button" disabled={busy} onClick={() => void reopen()}>
            {say.reopen}
          </button>
        )}
        <button type="button" class="button" onClick={() => onMode("edit")}>
          {say.edit}
        </button>
      </div>
      <Refused problem={problem} />
    </>
  );
}

/** Says on which day a deviation was resolved, and what was done. */
function ResolveForm({
  path,
  deviation,
  onDone,
}: {
  path: string;
  deviation: DeviationView;
  onDone: (saved: boolean) => void;
}) {
  const { deviations: say, saved } = words.value;
  const { busy, problem, act } = useAct(path, () => onDone(true));
  const resolve = (form: FormData) => {
    const body = {
      resolvedOn: textOf(form, "resolvedOn"),
      correctiveAction: textOf(form, "correctiveAction") ?? "",
    };
    return act(() => send("PATCH", path, { body, version: deviation.version }), saved);
  };
  return (
    <section aria-labelledby="resolve-title" class="register-drawer">
      <h3 id="resolve-title">{say.resolveTitle}</h3>
      <Form
        busy={busy}
        problem={problem}
        submit={say.resolve}
        onSubmit={(form) => void resolve(form)}
        onCancel={() => onDone(false)}
      >
        <LongField
          label={riskWords().deviationColumns.correctiveAction}
          name="correctiveAction"
          value={deviation.correctiveAction}
          problem={problem}
          required
          lengthMax={textLengthMax}
        />
        <TextField
          label={say.resolvedDay}
          name="resolvedOn"
          type="date"
          value={today()}
          problem={problem}
          required
        />
      </Form>
    </section>
  );
}
