import { useState } from "preact/hooks";
import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import { type AmendmentKind, amendmentChangesMax } from "../../../worker/projects/terms.ts";
import { useMunicipalitiesOf } from "../../shared/municipalities.ts";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { ChoiceField } from "../../shared/ui/field.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { PickList } from "../../shared/ui/pick-list.tsx";
import { Period, periodOf } from "../project-fields.tsx";
import { words as projectWords } from "../words.ts";
import { type Change, changedOf, differencesOf } from "./amend-draft.ts";
import { MilestoneFields } from "./milestone-fields.tsx";
import { fixedOf, milestoneOf } from "./milestone-form.ts";
import { words } from "./words.ts";

type Asked = {
  readonly project: ProjectView;
  /** All of the plan: a measure may count what is not free. */
  readonly milestones: readonly MilestoneView[];
  /** Those that no other change of the amendment is made to. */
  readonly free: readonly MilestoneView[];
};

/** One change of an amendment, which is gathered and not sent yet. */
export function ChangeDialog({
  kind,
  onAdd,
  onClose,
  ...asked
}: Asked & { kind: AmendmentKind; onAdd: (change: Change) => void; onClose: () => void }) {
  const { amending: say } = words.value;
  const { project, milestones, free } = asked;
  const [chosen, setChosen] = useState<number | null>(free[0]?.number ?? null);
  const [parts, setParts] = useState(2);
  const [wrong, setWrong] = useState<string | null>(null);
  const known = free.find(({ number }) => number === chosen);
  const add = (form: FormData) => {
    const change = changeOf(form, kind, { ...asked, known });
    if (change === null) return setWrong(say.tooFew);
    const isIdle = change.kind === "change" || change.kind === "project";
    if (isIdle && differencesOf(change, project, milestones).length === 0) {
      return setWrong(say.nothingChanged);
    }
    onAdd(change);
    onClose();
  };
  const needsOne = kind !== "add" && kind !== "merge" && kind !== "project";
  return (
    <Dialog kind="window" title={<h2>{say[kind]}</h2>} onClose={onClose}>
      <Form busy={false} problem={null} submit={say.addToList} onSubmit={add} onCancel={onClose}>
        {wrong && (
          <p class="notice bad" role="alert">
            {wrong}
          </p>
        )}
        {needsOne && (
          <ChoiceField
            label={say.milestone}
            name="number"
            value={String(chosen ?? "")}
            choices={Object.fromEntries(
              free.map(({ number, title }) => [String(number), `${number}. ${title}`]),
            )}
            problem={null}
            onChoose={(value) => setChosen(Number(value))}
          />
        )}
        {kind === "merge" && (
          <PickList
            label={say.milestones}
            name="from"
            choices={free.map(({ number, title }) => ({
              code: String(number),
              name: `${number}. ${title}`,
            }))}
            picked={[]}
            say={say}
          />
        )}
        {kind === "change" && known && (
          <MilestoneFields
            key={known.number}
            project={project}
            milestones={milestones}
            known={known}
            isNew={false}
            problem={null}
          />
        )}
        {(kind === "add" || kind === "merge" || kind === "supersede") && (
          <MilestoneFields
            key={chosen}
            project={project}
            milestones={milestones}
            {...(kind === "supersede" && known && { known })}
            isNew
            problem={null}
          />
        )}
        {kind === "split" && (
          <Parts {...asked} known={known} count={parts} onMore={() => setParts(parts + 1)} />
        )}
        {kind === "project" && <OfProject project={project} />}
      </Form>
    </Dialog>
  );
}

const partPrefix = (index: number) => `into.${index}.`;

function Parts({
  project,
  milestones,
  known,
  count,
  onMore,
}: Asked & { known: MilestoneView | undefined; count: number; onMore: () => void }) {
  const { amending: say } = words.value;
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <fieldset key={`${known?.number} ${index}`} class="change-part">
          <legend>{say.part(index + 1)}</legend>
          <MilestoneFields
            project={project}
            milestones={milestones}
            {...(known && { known })}
            isNew
            prefix={partPrefix(index)}
            problem={null}
          />
        </fieldset>
      ))}
      <div>
        <button type="button" class="button" onClick={onMore}>
          {say.addPart}
        </button>
      </div>
    </>
  );
}

function OfProject({ project }: { project: ProjectView }) {
  const { amending: say } = words.value;
  const { about } = projectWords.value;
  const strangers = useMunicipalitiesOf(project.county).filter(
    ({ code }) => !project.municipalities.includes(code),
  );
  return (
    <>
      <h3>{about.period}</h3>
      <Period project={project} problem={null} />
      {strangers.length > 0 && (
        <PickList label={say.joining} name="joining" choices={strangers} picked={[]} say={say} />
      )}
    </>
  );
}

/** The change that the form holds; null where too few milestones are chosen. */
function changeOf(
  form: FormData,
  kind: AmendmentKind,
  { project, free, known }: Asked & { known: MilestoneView | undefined },
): Change | null {
  const made = (prefix = "") => {
    const fixed = fixedOf(form, prefix);
    return { ...milestoneOf(form, fixed, prefix), ...fixed };
  };
  if (kind === "add") return { kind, into: made() };
  if (kind === "project") {
    const joining = form.getAll("joining").map(String);
    const municipalities = [...project.municipalities, ...joining];
    const set = { ...periodOf(form), ...(joining.length > 0 && { municipalities }) };
    return { kind, version: project.version, set };
  }
  if (kind === "merge") {
    const from = free
      .filter(({ number }) => form.getAll("from").includes(String(number)))
      .map(({ number, version }) => ({ number, version }));
    return from.length < 2 ? null : { kind, from, into: made() };
  }
  if (!known) return null;
  const { number, version } = known;
  if (kind === "change") {
    return { kind, number, version, set: changedOf(known, milestoneOf(form, known)) };
  }
  if (kind === "cancel") return { kind, number, version };
  if (kind === "supersede") return { kind, number, version, into: made() };
  const parts = Array.from({ length: amendmentChangesMax }, (_, index) => partPrefix(index));
  const into = parts.filter((prefix) => form.has(`${prefix}title`)).map((prefix) => made(prefix));
  return { kind, number, version, into };
}
