import { useState } from "preact/hooks";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import type { MilestoneView } from "../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import {
  MILESTONE_KINDS,
  nameLengthMax,
  SCOPES,
  textLengthMax,
  wordLengthMax,
} from "../../worker/projects/terms.ts";
import { send } from "../shared/api.ts";
import { messages } from "../shared/i18n.ts";
import { refresh, useRead } from "../shared/query.ts";
import { Dialog } from "../shared/ui/dialog.tsx";
import { ChoiceField, LongField, TextField } from "../shared/ui/field.tsx";
import { Form, numberOf, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";

const dueOnByMunicipality = "dueOnByMunicipality";

/** Adds a milestone or target to the plan, or changes one. */
export function MilestoneDialog({
  project,
  phase,
  milestone,
  onClose,
}: {
  project: ProjectView;
  phase: number;
  milestone: MilestoneView | null;
  onClose: () => void;
}) {
  const { plan: say } = messages.value;
  const { busy, problem, attempt } = useWrite();
  const [kind, setKind] = useState(milestone?.kind ?? "milestone");
  const path = `/api/projects/${project.slug}/milestones`;
  const save = (form: FormData) =>
    attempt(async () => {
      const said = fieldsOf(form, kind);
      if (milestone) {
        const reason = textOf(form, "reason");
        const body = { ...said, ...dueDatesOf(form), ...(reason && { reason }) };
        await send("PATCH", `${path}/${milestone.number}`, { body, version: milestone.version });
      } else {
        const scope = SCOPES.find((one) => one === form.get("scope"));
        await send("POST", path, { body: { ...said, kind, scope } });
      }
      await refresh(`/api/projects/${project.slug}`);
      onClose();
    });
  const title = <h2>{milestone ? say.editTitle(milestone.number) : say.addTitle}</h2>;
  return (
    <Dialog kind="window" title={title} onClose={onClose}>
      <Form busy={busy} problem={problem} onSubmit={save} onCancel={onClose}>
        {!milestone && <Fixed kind={kind} onKind={setKind} problem={problem} />}
        <Texts milestone={milestone} problem={problem} />
        <div class="fields two">
          <ChoiceField
            label={say.phase}
            name="phase"
            value={String(milestone?.phase ?? phase)}
            choices={Object.fromEntries(
              project.phases.map(({ number, name }) => [String(number), `${number}. ${name}`]),
            )}
            problem={problem}
          />
          <TextField
            label={say.dueOn}
            name="dueOn"
            type="date"
            value={milestone?.dueOn}
            problem={problem}
          />
          <TextField
            label={say.weight}
            name="weight"
            type="number"
            value={milestone?.weight ?? 1}
            problem={problem}
            required
          />
        </div>
        {kind === "target" && <Measure milestone={milestone} problem={problem} />}
        {milestone?.scope === "municipality" && (
          <DueDates project={project.slug} milestone={milestone} problem={problem} />
        )}
        {milestone && (
          <LongField label={say.reason} name="reason" problem={problem} lengthMax={textLengthMax} />
        )}
      </Form>
    </Dialog>
  );
}

type Problem = ReturnType<typeof useWrite>["problem"];

/** What cannot be changed afterwards. */
function Fixed({
  kind,
  onKind,
  problem,
}: {
  kind: MilestoneView["kind"];
  onKind: (kind: MilestoneView["kind"]) => void;
  problem: Problem;
}) {
  const { plan: say, kinds } = messages.value;
  return (
    <div class="fields two">
      <fieldset class="statuses">
        <legend>{say.kind}</legend>
        {MILESTONE_KINDS.map((one) => (
          <label key={one} class="row">
            <input
              type="radio"
              name="kind"
              value={one}
              checked={one === kind}
              onChange={() => onKind(one)}
            />
            {kinds[one]}
          </label>
        ))}
      </fieldset>
      <ChoiceField
        label={say.scope}
        name="scope"
        value="municipality"
        choices={say.scopes}
        problem={problem}
      />
    </div>
  );
}

function Texts({ milestone, problem }: { milestone: MilestoneView | null; problem: Problem }) {
  const { plan: say } = messages.value;
  return (
    <>
      <TextField
        label={say.titleField}
        name="title"
        value={milestone?.title}
        problem={problem}
        required
        lengthMax={nameLengthMax}
      />
      <LongField
        label={say.description}
        name="description"
        value={milestone?.description}
        problem={problem}
        lengthMax={textLengthMax}
      />
      <LongField
        label={say.verification}
        name="verification"
        value={milestone?.verification}
        problem={problem}
        lengthMax={textLengthMax}
      />
    </>
  );
}

function Measure({ milestone, problem }: { milestone: MilestoneView | null; problem: Problem }) {
  const { plan: say } = messages.value;
  return (
    <div class="fields two">
      <TextField
        label={say.unit}
        name="unit"
        value={milestone?.unit}
        problem={problem}
        required
        lengthMax={wordLengthMax}
      />
      <TextField
        label={say.goal}
        name="goal"
        type="number"
        value={milestone?.goal}
        problem={problem}
        required
      />
      <TextField
        label={say.baseline}
        name="baseline"
        type="number"
        value={milestone?.baseline}
        problem={problem}
      />
    </div>
  );
}

/** Due dates of single municipalities, where they differ from the milestone's. */
function DueDates({
  project,
  milestone,
  problem,
}: {
  project: string;
  milestone: MilestoneView;
  problem: Problem;
}) {
  const { plan: say } = messages.value;
  const { data } = useRead<MatrixView>(`/api/projects/${project}/progress`);
  return (
    <details>
      <summary>{say.dueByMunicipality}</summary>
      <p class="soft small">{say.dueByMunicipalityHelp}</p>
      <div class="fields two">
        {data?.municipalities.map(({ code, name }) => (
          <TextField
            key={code}
            label={name}
            name={`${dueOnByMunicipality}.${code}`}
            type="date"
            value={milestone.dueOnByMunicipality[code]}
            problem={problem}
          />
        ))}
      </div>
    </details>
  );
}

/** The due dates by municipality; nothing where the form did not show them. */
function dueDatesOf(form: FormData) {
  const prefix = `${dueOnByMunicipality}.`;
  const shown = [...form].filter(([name]) => name.startsWith(prefix));
  if (shown.length === 0) return {};
  const dates = shown.flatMap(([name, date]) =>
    typeof date === "string" && date !== "" ? [[name.slice(prefix.length), date] as const] : [],
  );
  return { dueOnByMunicipality: Object.fromEntries(dates) };
}

function fieldsOf(form: FormData, kind: MilestoneView["kind"]) {
  return {
    title: textOf(form, "title") ?? "",
    description: textOf(form, "description") ?? "",
    verification: textOf(form, "verification") ?? "",
    phase: Number(form.get("phase")),
    dueOn: textOf(form, "dueOn"),
    weight: numberOf(form, "weight") ?? 1,
    ...(kind === "target" && {
      unit: textOf(form, "unit"),
      goal: numberOf(form, "goal"),
      baseline: numberOf(form, "baseline"),
    }),
  };
}
