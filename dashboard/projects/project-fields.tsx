import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { PhaseInput, ProjectView } from "../../worker/projects/contract/projects.ts";
import { nameLengthMax, phasesMax, SECTIONS, textLengthMax } from "../../worker/projects/terms.ts";
import type { Problem } from "../shared/api.ts";
import { messages } from "../shared/i18n.ts";
import { ChoiceField, LongField, TextField } from "../shared/ui/field.tsx";
import { listOf, numberOf, textOf } from "../shared/ui/form.tsx";
import { words } from "./words.ts";
import "./plan/plan-page.css";

type Known = Partial<ProjectView>;

/** What a new project and a changed one have in common. */
export function ProjectFields({
  project,
  problem,
  children,
}: {
  project: Known;
  problem: Problem | null;
  /** When it is, and in which phases. */
  children: ComponentChildren;
}) {
  const { about: say } = words.value;
  const { stages } = messages.value;
  const line = { problem, lengthMax: nameLengthMax };
  return (
    <>
      <TextField label={say.name} name="name" value={project.name} required {...line} />
      <LongField
        label={say.summary}
        name="summary"
        value={project.summary}
        problem={problem}
        lengthMax={textLengthMax}
      />
      <div class="fields two">
        <TextField
          label={say.leadOrganisation}
          name="leadOrganisation"
          value={project.leadOrganisation}
          required
          {...line}
        />
        <TextField
          label={say.grantReference}
          name="grantReference"
          value={project.grantReference}
          {...line}
        />
        <TextField label={say.place} name="place" value={project.place} {...line} />
        <ChoiceField
          label={say.stage}
          name="stage"
          value={project.stage ?? "planned"}
          choices={stages}
          problem={problem}
        />
        <TextField
          label={say.freshnessDays}
          name="freshnessDays"
          type="number"
          value={project.freshnessDays ?? 90}
          problem={problem}
          required
        />
      </div>
      {children}
    </>
  );
}

/** When a project is, and in which phases. */
export function Period({ project, problem }: { project: Known; problem: Problem | null }) {
  const { about: say } = words.value;
  const { phases } = messages.value;
  const [rows, setRows] = useState<readonly PhaseInput[]>(
    project.phases ?? [{ name: "", startsOn: "", endsOn: "" }],
  );
  return (
    <>
      <div class="fields two">
        <TextField
          label={say.startsOn}
          name="startsOn"
          type="date"
          value={project.startsOn}
          problem={problem}
          required
        />
        <TextField
          label={say.endsOn}
          name="endsOn"
          type="date"
          value={project.endsOn}
          problem={problem}
          required
        />
      </div>
      <fieldset class="phase-fields">
        <legend>{say.phases}</legend>
        {rows.map((phase, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a phase is known by its number
          <div key={index} class="fields two" role="group" aria-label={phases.phase(index + 1)}>
            <TextField
              label={say.phaseName}
              name={`phases.${index}.name`}
              value={phase.name}
              problem={problem}
              required
              lengthMax={nameLengthMax}
            />
            <TextField
              label={say.startsOn}
              name={`phases.${index}.startsOn`}
              type="date"
              value={phase.startsOn}
              problem={problem}
              required
            />
            <TextField
              label={say.endsOn}
              name={`phases.${index}.endsOn`}
              type="date"
              value={phase.endsOn}
              problem={problem}
              required
            />
          </div>
        ))}
        <div class="row">
          {rows.length < phasesMax && (
            <button
              type="button"
              class="button"
              onClick={() => setRows([...rows, { name: "", startsOn: "", endsOn: "" }])}
            >
              {say.addPhase}
            </button>
          )}
          {rows.length > 1 && (
            <button type="button" class="button" onClick={() => setRows(rows.slice(0, -1))}>
              {say.removePhase}
            </button>
          )}
        </div>
      </fieldset>
    </>
  );
}

/** The prose of a project, section by section. */
export function ProseFields({ project, problem }: { project: Known; problem: Problem | null }) {
  const { about: say } = words.value;
  return (
    <>
      {SECTIONS.map((section) => (
        <LongField
          key={section}
          label={say.sections[section]}
          name={`description.${section}`}
          value={project.description?.[section]}
          problem={problem}
          lengthMax={textLengthMax}
        />
      ))}
      <div class="fields two">
        <TextField
          label={say.topics}
          name="topics"
          hint={say.listHelp}
          value={project.topics?.join(", ")}
          problem={problem}
        />
        <TextField
          label={say.phenomena}
          name="phenomena"
          hint={say.listHelp}
          value={project.phenomena?.join(", ")}
          problem={problem}
        />
        <TextField
          label={say.authorRole}
          name="authorRole"
          value={project.authorRole}
          problem={problem}
        />
        <TextField
          label={say.contactRole}
          name="contactRole"
          value={project.contactRole}
          problem={problem}
        />
      </div>
    </>
  );
}

/** What `ProjectFields` hold. */
export function projectOf(form: FormData) {
  const text = (name: string) => textOf(form, name) ?? "";
  return {
    name: text("name"),
    summary: text("summary"),
    leadOrganisation: text("leadOrganisation"),
    grantReference: textOf(form, "grantReference"),
    place: text("place"),
    stage: text("stage"),
    freshnessDays: numberOf(form, "freshnessDays"),
  };
}

/** What `Period` holds. */
export function periodOf(form: FormData) {
  const text = (name: string) => textOf(form, name) ?? "";
  const phases = Array.from({ length: phasesMax }, (_, index) => `phases.${index}`)
    .filter((phase) => form.has(`${phase}.name`))
    .map((phase) => ({
      name: text(`${phase}.name`),
      startsOn: text(`${phase}.startsOn`),
      endsOn: text(`${phase}.endsOn`),
    }));
  return { startsOn: text("startsOn"), endsOn: text("endsOn"), phases };
}

/** What `ProseFields` hold. */
export function proseOf(form: FormData) {
  const text = (name: string) => textOf(form, name) ?? "";
  return {
    description: Object.fromEntries(SECTIONS.map((one) => [one, text(`description.${one}`)])),
    topics: listOf(form, "topics"),
    phenomena: listOf(form, "phenomena"),
    authorRole: text("authorRole"),
    contactRole: text("contactRole"),
  };
}
