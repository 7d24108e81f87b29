import { useState } from "preact/hooks";
import type { AmendmentView, MilestoneView } from "../../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import {
  AMENDMENT_CHANGES,
  type AmendmentKind,
  nameLengthMax,
  textLengthMax,
} from "../../../worker/projects/terms.ts";
import { type Problem, send } from "../../shared/api.ts";
import { messages, plural } from "../../shared/i18n.ts";
import { refresh } from "../../shared/query.ts";
import { LongField, TextField } from "../../shared/ui/field.tsx";
import { Form, textOf } from "../../shared/ui/form.tsx";
import { useWrite } from "../../shared/ui/use-write.ts";
import { type Change, takenBy } from "./amend-draft.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import { ChangePreview } from "./change-preview.tsx";
import { words } from "./words.ts";
import "./amend-page.css";

/** Gathers the changes of an amendment, shows what comes of them, and makes them all at once. */
export function AmendPage({
  project,
  milestones,
  onDone,
}: {
  project: ProjectView;
  milestones: readonly MilestoneView[];
  onDone: (made: AmendmentView | null) => void;
}) {
  const { amending: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const leave = () => {
    if (changes.length === 0 || window.confirm(messages.value.discard)) onDone(null);
  };
  const submit = (form: FormData) =>
    attempt(async () => {
      const made = await send<AmendmentView>("POST", `/api/projects/${project.slug}/amendments`, {
        body: {
          title: textOf(form, "title") ?? "",
          reason: textOf(form, "reason") ?? "",
          reference: textOf(form, "reference"),
          decidedOn: textOf(form, "decidedOn") ?? "",
          changes,
        },
      });
      await refresh(`/api/projects/${project.slug}`);
      await refresh("/api/portfolio");
      onDone(made);
    });
  return (
    <section class="amend" aria-labelledby="amend-title">
      <div>
        <p>
          <button type="button" class="button plain" onClick={leave}>
            ← {say.back}
          </button>
        </p>
        <h2 id="amend-title">{say.title}</h2>
        <p class="lead">{say.intro}</p>
      </div>
      <Changes
        project={project}
        milestones={milestones}
        changes={changes}
        problem={problem}
        onChange={setChanges}
      />
      <section class="card" aria-labelledby="amend-basis">
        <h3 id="amend-basis">{say.basis}</h3>
        {problem?.code === "stale" && <p class="notice bad">{say.stale}</p>}
        <Form
          busy={busy}
          problem={problem}
          submit={plural(changes.length, say.submit)}
          onSubmit={(form) => void submit(form)}
          onCancel={leave}
        >
          <Basis problem={problem} />
        </Form>
      </section>
    </section>
  );
}

/** The changes that are gathered so far, and the ways to add one. */
function Changes({
  project,
  milestones,
  changes,
  problem,
  onChange,
}: {
  project: ProjectView;
  milestones: readonly MilestoneView[];
  changes: readonly Change[];
  problem: Problem | null;
  onChange: (changes: readonly Change[]) => void;
}) {
  const { amending: say } = words.value;
  const [adding, setAdding] = useState<AmendmentKind | null>(null);
  const taken = changes.flatMap(takenBy);
  const active = milestones.filter(({ state }) => state === "active");
  const free = active.filter(({ number }) => !taken.includes(number));
  const mayAdd = (kind: AmendmentKind) =>
    kind === "add" ||
    (kind === "project" && changes.every((one) => one.kind !== "project")) ||
    (kind !== "project" && free.length >= (kind === "merge" ? 2 : 1));
  return (
    <section class="card" aria-labelledby="amend-changes">
      <h3 id="amend-changes">{say.changes}</h3>
      {changes.length === 0 && <p class="soft">{say.none}</p>}
      {changes.length > 0 && (
        <ol class="amend-changes">
          {changes.map((change, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a change is known by its place
            <li key={index} class="amend-change">
              <ChangePreview project={project} milestones={milestones} change={change} />
              <Wrong problem={problem} index={index} />
              <button
                type="button"
                class="button plain"
                aria-label={`${say.remove}: ${index + 1}`}
                onClick={() => onChange(changes.toSpliced(index, 1))}
              >
                {say.remove}
              </button>
            </li>
          ))}
        </ol>
      )}
      <h4 class="amend-add">{say.addChange}</h4>
      <div class="amend-kinds">
        {AMENDMENT_CHANGES.map((kind) => (
          <button
            key={kind}
            type="button"
            class="button"
            disabled={!mayAdd(kind)}
            onClick={() => setAdding(kind)}
          >
            {say[kind]}
          </button>
        ))}
      </div>
      {adding && (
        <ChangeDialog
          kind={adding}
          project={project}
          milestones={milestones}
          free={free}
          onAdd={(change) => onChange([...changes, change])}
          onClose={() => setAdding(null)}
        />
      )}
    </section>
  );
}

/** Why the plan changes, and by what decision. */
function Basis({ problem }: { problem: Problem | null }) {
  const { amending: say } = words.value;
  return (
    <>
      <TextField
        label={say.name}
        name="title"
        problem={problem}
        required
        lengthMax={nameLengthMax}
      />
      <LongField
        label={say.reason}
        name="reason"
        problem={problem}
        required
        lengthMax={textLengthMax}
      />
      <div class="fields two">
        <TextField label={say.decidedOn} name="decidedOn" type="date" problem={problem} required />
        <TextField
          label={say.reference}
          name="reference"
          problem={problem}
          lengthMax={nameLengthMax}
        />
      </div>
    </>
  );
}

/** What the service said of one of the changes. */
function Wrong({ problem, index }: { problem: Problem | null; index: number }) {
  const path = `changes.${index}`;
  const own = problem?.errors.filter(
    (error) => error.path === path || error.path.startsWith(`${path}.`),
  );
  return (
    <>
      {own?.map(({ path: at, message }) => (
        <p key={at} class="wrong">
          {message}
        </p>
      ))}
    </>
  );
}
