import { useState } from "preact/hooks";
import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import {
  EVIDENCE_KINDS,
  MILESTONE_KINDS,
  nameLengthMax,
  SCOPES,
  textLengthMax,
  wordLengthMax,
} from "../../../worker/projects/terms.ts";
import type { Problem } from "../../shared/api.ts";
import { messages } from "../../shared/i18n.ts";
import { useMunicipalityNames } from "../../shared/municipalities.ts";
import { ChoiceField, LongField, TextField } from "../../shared/ui/field.tsx";
import { words } from "./words.ts";

type Known = Partial<MilestoneView>;
type Kind = MilestoneView["kind"];
type Scope = MilestoneView["scope"];

const NOTHING: Known = {};

/**
 * All that a person sets of a milestone. Its kind and scope are chosen where `isNew`, and stay
 * else. The names of the fields begin with `prefix`, so that a form can hold several.
 */
export function MilestoneFields({
  project,
  milestones,
  known = NOTHING,
  isNew,
  prefix = "",
  problem,
}: {
  project: ProjectView;
  /** What a measure may count. */
  milestones: readonly MilestoneView[];
  known?: Known;
  isNew: boolean;
  prefix?: string;
  problem: Problem | null;
}) {
  const { line: say } = words.value;
  const [kind, setKind] = useState<Kind>(known.kind ?? "milestone");
  const [scope, setScope] = useState<Scope>(known.scope ?? "municipality");
  const own = { known, prefix, problem };
  return (
    <>
      {isNew && <Fixed {...own} kind={kind} onKind={setKind} scope={scope} onScope={setScope} />}
      <Texts {...own} />
      <div class="fields two">
        <ChoiceField
          label={say.phase}
          name={`${prefix}phase`}
          value={String(known.phase ?? 1)}
          choices={Object.fromEntries(
            project.phases.map(({ number, name }) => [String(number), `${number}. ${name}`]),
          )}
          problem={problem}
        />
        <TextField
          label={say.dueOn}
          name={`${prefix}dueOn`}
          type="date"
          value={known.dueOn}
          problem={problem}
        />
        <TextField
          label={say.weight}
          name={`${prefix}weight`}
          type="number"
          value={known.weight ?? 1}
          problem={problem}
          required
        />
      </div>
      {kind === "target" && <Measured {...own} />}
      {kind === "target" && scope === "project" && <Counted {...own} milestones={milestones} />}
      {scope === "municipality" && <DueDates {...own} project={project} />}
      <Evidence {...own} />
    </>
  );
}

type Own = { known: Known; prefix: string; problem: Problem | null };

/** What cannot be changed afterwards. */
function Fixed({
  prefix,
  problem,
  kind,
  onKind,
  scope,
  onScope,
}: Own & {
  kind: Kind;
  onKind: (kind: Kind) => void;
  scope: Scope;
  onScope: (scope: Scope) => void;
}) {
  const { line: say } = words.value;
  const { kinds } = messages.value;
  return (
    <div class="fields two">
      <fieldset class="statuses">
        <legend>{say.kind}</legend>
        {MILESTONE_KINDS.map((one) => (
          <label key={one} class="row">
            <input
              type="radio"
              name={`${prefix}kind`}
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
        name={`${prefix}scope`}
        value={scope}
        choices={say.scopes}
        problem={problem}
        onChoose={(chosen) => onScope(SCOPES.find((one) => one === chosen) ?? scope)}
      />
    </div>
  );
}

function Texts({ known, prefix, problem }: Own) {
  const { line: say } = words.value;
  const long = { problem, lengthMax: textLengthMax };
  return (
    <>
      <TextField
        label={say.titleField}
        name={`${prefix}title`}
        value={known.title}
        problem={problem}
        required
        lengthMax={nameLengthMax}
      />
      <LongField
        label={say.description}
        name={`${prefix}description`}
        value={known.description}
        {...long}
      />
      <LongField
        label={say.verification}
        name={`${prefix}verification`}
        value={known.verification}
        {...long}
      />
    </>
  );
}

function Measured({ known, prefix, problem }: Own) {
  const { line: say } = words.value;
  return (
    <div class="fields two">
      <TextField
        label={say.unit}
        name={`${prefix}unit`}
        value={known.unit}
        problem={problem}
        required
        lengthMax={wordLengthMax}
      />
      <TextField
        label={say.goal}
        name={`${prefix}goal`}
        type="number"
        value={known.goal}
        problem={problem}
        required
      />
      <TextField
        label={say.baseline}
        name={`${prefix}baseline`}
        type="number"
        value={known.baseline}
        problem={problem}
      />
    </div>
  );
}

/** The milestone whose municipalities are counted as a suggestion. */
function Counted({
  known,
  prefix,
  problem,
  milestones,
}: Own & { milestones: readonly MilestoneView[] }) {
  const say = words.value;
  const countable = milestones.filter(
    ({ scope, state }) => scope === "municipality" && state === "active",
  );
  return (
    <ChoiceField
      label={say.measure}
      name={`${prefix}measure`}
      value={String(known.measure?.milestone ?? "")}
      choices={{
        "": say.measureNone,
        ...Object.fromEntries(
          countable.map(({ number, title }) => [
            String(number),
            say.measureOf(`${number}. ${title}`),
          ]),
        ),
      }}
      problem={problem}
    />
  );
}

/** Due dates of single municipalities, where they differ from the milestone's. */
function DueDates({ known, prefix, problem, project }: Own & { project: ProjectView }) {
  const { line: say } = words.value;
  const nameOf = useMunicipalityNames(project.county);
  return (
    <details>
      <summary>{say.dueByMunicipality}</summary>
      <p class="soft small">{say.dueByMunicipalityHelp}</p>
      <div class="fields two">
        {project.municipalities.map((code) => (
          <TextField
            key={code}
            label={nameOf(code)}
            name={`${prefix}dueOnByMunicipality.${code}`}
            type="date"
            value={known.dueOnByMunicipality?.[code]}
            problem={problem}
          />
        ))}
      </div>
    </details>
  );
}

function Evidence({ known, prefix }: Own) {
  const say = words.value;
  return (
    <fieldset class="statuses">
      <legend>{say.evidenceKinds}</legend>
      {EVIDENCE_KINDS.map((kind) => (
        <label key={kind} class="row">
          <input
            type="checkbox"
            name={`${prefix}evidenceKinds`}
            value={kind}
            defaultChecked={known.evidenceKinds?.includes(kind) ?? false}
          />
          {say.evidence[kind]}
        </label>
      ))}
      <p class="hint soft small">{say.evidenceHelp}</p>
    </fieldset>
  );
}
