import { given } from "../../kernel/given.ts";
import { dayAfter } from "../../kernel/instant.ts";
import { type Problem, Refusal, refuseProblems } from "../../kernel/refusal.ts";
import type {
  ChangeProject,
  CreateProject,
  PhaseInput,
  PhaseView,
  ProjectState,
} from "../contract/projects.ts";
import { cellsMax, PLANNED_OF_PROJECT } from "../terms.ts";
import { differing } from "./differences.ts";
import { assertNotGranted } from "./milestones.ts";
import { emptyProblems, problem } from "./problems.ts";

type Period = { readonly startsOn: string; readonly endsOn: string };

/** What a new project is planned from, once it is known when it ends. */
export type NewProject = Omit<CreateProject, "endsOn" | "copyFrom" | "template"> & Period;

/**
 * A new project as it will stand. Refuses phases that do not cover its period without a gap,
 * together with the problems that the registers `found`.
 */
export function planProject(
  input: NewProject,
  { slug, municipalities }: { readonly slug: string; readonly municipalities: readonly string[] },
  found: readonly Problem[] = [],
): ProjectState {
  const phases = input.phases ?? [
    { name: input.name, startsOn: input.startsOn, endsOn: input.endsOn },
  ];
  refuseProblems([...found, ...periodProblems(input), ...phaseProblems(input, phases)]);
  return {
    ...input,
    slug,
    municipalities: municipalities.toSorted(),
    phases: numbered(phases),
    publicParts: [],
    grantedOn: null,
  };
}

/**
 * A project with a change made. Municipalities can join but not leave, and a phase that has
 * milestones stays: what was said of them belongs to the record. Refuses together with the
 * problems that the register `found`, and with `locked` what was granted.
 */
export function changeProject(
  before: ProjectState,
  change: ChangeProject,
  phasesInUse: readonly number[],
  found: readonly Problem[] = [],
): ProjectState {
  const after = applyToProject(before, change);
  if (differing(before, after, PLANNED_OF_PROJECT).length > 0) assertNotGranted(before);
  refuseProblems([
    ...emptyProblems(change),
    ...found,
    ...projectProblems(before, after, phasesInUse),
  ]);
  return after;
}

/** A project with a change made, unexamined. */
export function applyToProject(
  before: ProjectState,
  { phases, municipalities, ...fields }: ChangeProject,
): ProjectState {
  return {
    ...before,
    ...given(fields),
    phases: phases ? numbered(phases) : before.phases,
    municipalities: (municipalities ?? before.municipalities).toSorted(),
  };
}

/** What is wrong with a project as it would become. */
export function projectProblems(
  before: ProjectState,
  after: ProjectState,
  phasesInUse: readonly number[],
): Problem[] {
  const left = before.municipalities.filter((code) => !after.municipalities.includes(code));
  const dropped = phasesInUse.some((number) => number > after.phases.length);
  return [
    ...periodProblems(after),
    ...phaseProblems(after, after.phases),
    ...left.map((code) => problem("municipalities", (say) => say.municipalityStays(code))),
    ...(dropped ? [problem("phases", (say) => say.phaseStays())] : []),
  ];
}

const numbered = (phases: readonly PhaseInput[]): PhaseView[] =>
  phases.map(({ name, startsOn, endsOn }, index) => ({
    number: index + 1,
    name,
    startsOn,
    endsOn,
  }));

function periodProblems({ startsOn, endsOn }: Period): Problem[] {
  return endsOn < startsOn ? [problem("endsOn", (say) => say.periodReversed())] : [];
}

function phaseProblems(project: Period, phases: readonly PhaseInput[]): Problem[] {
  const found = phases.flatMap((phase, index) =>
    phase.endsOn < phase.startsOn
      ? [problem(`phases.${index}.endsOn`, (say) => say.periodReversed())]
      : [],
  );
  phases.forEach((phase, index) => {
    const previous = phases[index - 1];
    const expected = previous ? dayAfter(previous.endsOn) : project.startsOn;
    if (phase.startsOn === expected) return;
    found.push(
      problem(`phases.${index}.startsOn`, (say) =>
        previous ? say.phaseGap(expected) : say.phaseStart(expected),
      ),
    );
  });
  if (phases.at(-1)?.endsOn !== project.endsOn) {
    found.push(
      problem(`phases.${phases.length - 1}.endsOn`, (say) => say.phaseEnd(project.endsOn)),
    );
  }
  return found;
}

/** Refuses with `locked` when a project would have more cells than its board can hold. */
export function assertRoom(milestones: number, municipalities: number): void {
  if (milestones * municipalities > cellsMax) {
    throw new Refusal("locked", (say) => say.cellsFull(cellsMax));
  }
}
