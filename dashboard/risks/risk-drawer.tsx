import { useState } from "preact/hooks";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { textLengthMax } from "../../worker/projects/terms.ts";
import type { DeviationView, RiskView } from "../../worker/risks/contract.ts";
import { send } from "../shared/api.ts";
import { showDate } from "../shared/i18n.ts";
import { Dialog, useDraft } from "../shared/ui/dialog.tsx";
import { LongField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { Refused } from "../shared/ui/refused.tsx";
import { Entries } from "./entries.tsx";
import { LevelMark } from "./heat-map.tsx";
import { LinkedCells } from "./linked-cells.tsx";
import { RiskForm } from "./risk-form.tsx";
import { riskWords } from "./shown.ts";
import { useMode } from "./use-mode.ts";
import { useAct } from "./use-save.ts";
import { words } from "./words.ts";

type Mode = "view" | "edit" | "close";

/** One risk: all that is said of it, what can be done with it, and its history. */
export function RiskDrawer({
  matrix,
  risk,
  deviations,
  manages,
  onClose,
}: {
  matrix: MatrixView;
  risk: RiskView;
  /** In which it came true. */
  deviations: readonly DeviationView[];
  manages: boolean;
  onClose: () => void;
}) {
  const draft = useDraft();
  const { mode, setMode, place } = useMode<Mode>("view");
  const [said, setSaid] = useState("");
  const path = `/api/projects/${matrix.project.slug}/risks/${risk.number}`;
  const done = (saved: boolean) => {
    draft.settle();
    setMode("view");
    setSaid(saved ? words.value.saved : "");
  };
  const title = (
    <h2 lang="fi">
      {risk.number}. {risk.title}
    </h2>
  );
  return (
    <Dialog kind="drawer" title={title} draft={draft} onClose={onClose}>
      <div class="register-drawer" tabIndex={-1} ref={place}>
        {mode === "edit" && <RiskForm matrix={matrix} risk={risk} draft={draft} onDone={done} />}
        {mode === "close" && <CloseForm path={path} risk={risk} onDone={done} />}
        {mode === "view" && (
          <>
            <Facts matrix={matrix} risk={risk} deviations={deviations} />
            {manages && <Actions path={path} risk={risk} onMode={setMode} onSaid={setSaid} />}
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
  risk,
  deviations,
}: {
  matrix: MatrixView;
  risk: RiskView;
  deviations: readonly DeviationView[];
}) {
  const say = words.value;
  const { riskColumns, likelihoods, significances, riskStates, deviations: came } = riskWords();
  const { likelihood, significance, reviewedOn, reviewDueOn, state, closedBecause } = risk;
  return (
    <dl class="register-facts">
      <div>
        <dt>{riskColumns.level}</dt>
        <dd class="row">
          <LevelMark level={risk.level} />
          <span>
            {say.likelihood} {likelihood} ({likelihoods[likelihood]}), {say.significance}{" "}
            {significance} ({significances[significance]})
          </span>
        </dd>
      </div>
      {risk.description && (
        <div>
          <dt>{riskColumns.description}</dt>
          <dd lang="fi">{risk.description}</dd>
        </div>
      )}
      <div>
        <dt>{riskColumns.mitigation}</dt>
        <dd lang="fi">{risk.mitigation}</dd>
      </div>
      <div>
        <dt>{riskColumns.owner}</dt>
        <dd lang="fi">{risk.owner}</dd>
      </div>
      <div>
        <dt>{riskColumns.state}</dt>
        <dd>
          {closedBecause === null ? (
            riskStates[state]
          ) : (
            <span lang="fi">{say.closed(closedBecause)}</span>
          )}
        </dd>
        <dd>
          {say.reviewed(showDate(reviewedOn))}
          {state === "open" && `, ${say.reviewBy(showDate(reviewDueOn))}`}{" "}
          {risk.reviewOverdue && <span class="chip late">{say.overdue}</span>}
        </dd>
      </div>
      <div>
        <dt>{say.cells.title}</dt>
        <dd>
          <LinkedCells matrix={matrix} links={risk.links} />
        </dd>
      </div>
      {deviations.length > 0 && (
        <div>
          <dt>{came}</dt>
          {deviations.map(({ number, title }) => (
            <dd key={number}>
              <a href={`/projects/${matrix.project.slug}/risks?deviation=${number}`} lang="fi">
                {number}. {title}
              </a>
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}

function Actions({
  path,
  risk,
  onMode,
  onSaid,
}: {
  path: string;
  risk: RiskView;
  onMode: (mode: Mode) => void;
  onSaid: (said: string) => void;
}) {
  const say = words.value;
  const { busy, problem, act } = useAct(path, onSaid);
  const { version } = risk;
  const isOpen = risk.state === "open";
  const review = () => act(() => send("POST", `${path}/review`, { version }), say.reviewedNow);
  const reopen = () =>
    act(() => send("PATCH", path, { body: { state: "open" }, version }), say.saved);
  return (
    <>
      <div class="row">
        {isOpen && (
          <button
            type="button"
            class="button primary"
            title={say.reviewHelp}
            disabled={busy}
            onClick={() => void review()}
          >
            {say.review}
          </button>
        )}
        <button type="button" class="button" onClick={() => onMode("edit")}>
          {say.edit}
        </button>
        {isOpen ? (
          <button type="button" class="button" onClick={() => onMode("close")}>
            {say.close}
          </button>
        ) : (
          <button type="button" class="button" disabled={busy} onClick={() => void reopen()}>
            {say.reopen}
          </button>
        )}
      </div>
      <Refused problem={problem} />
    </>
  );
}

/** Closes a risk, with the reason that it needs. */
function CloseForm({
  path,
  risk,
  onDone,
}: {
  path: string;
  risk: RiskView;
  onDone: (saved: boolean) => void;
}) {
  const say = words.value;
  const { busy, problem, act } = useAct(path, () => onDone(true));
  const close = (form: FormData) => {
    const body = { state: "closed", closedBecause: textOf(form, "closedBecause") };
    return act(() => send("PATCH", path, { body, version: risk.version }), say.saved);
  };
  return (
    <section aria-labelledby="close-title" class="register-drawer">
      <h3 id="close-title">{say.closeTitle}</h3>
      <Form
        busy={busy}
        problem={problem}
        submit={say.close}
        onSubmit={(form) => void close(form)}
        onCancel={() => onDone(false)}
      >
        <LongField
          label={say.closedBecause}
          hint={say.closedBecauseHelp}
          name="closedBecause"
          problem={problem}
          required
          lengthMax={textLengthMax}
        />
      </Form>
    </section>
  );
}
