import { given } from "../kernel/given.ts";
import { dayAfter } from "../kernel/instant.ts";
import { type Problem, Refusal, refuseProblems, type Sentence } from "../kernel/refusal.ts";
import type {
  ChangeMilestone,
  CreateMilestone,
  MilestoneState,
  Plan,
  PlanMilestone,
  PlanMunicipality,
} from "./contract/plan.ts";
import type { ChangeProgramme, CreateProgramme } from "./contract/programmes.ts";
import type {
  ChangeProject,
  CreateProject,
  PhaseInput,
  PhaseView,
  ProjectState,
  ProjectView,
} from "./contract/projects.ts";
import { cellsMax } from "./terms.ts";

type Period = { readonly startsOn: string; readonly endsOn: string };

const problem = (path: string, message: Sentence): Problem => ({ path, message });

/** A new programme. Refuses report periods that end before they start. */
export function planProgramme(input: CreateProgramme): CreateProgramme {
  refuseProblems(reportPeriodProblems(input));
  return input;
}

/** A programme with a change made. */
export function changeProgramme(before: CreateProgramme, change: ChangeProgramme): CreateProgramme {
  const after = { ...before, ...given(change) };
  refuseProblems([...emptyProblems(change), ...reportPeriodProblems(after)]);
  return after;
}

function emptyProblems(change: object): Problem[] {
  const empty = Object.keys(given(change)).length === 0;
  return empty ? [problem("", (say) => say.nothingChanged())] : [];
}

function reportPeriodProblems({ reportPeriods }: CreateProgramme): Problem[] {
  return reportPeriods.flatMap((period, index) =>
    period.endsOn < period.startsOn
      ? [problem(`reportPeriods.${index}.endsOn`, (say) => say.periodReversed())]
      : [],
  );
}

/**
 * A new project as it will stand. Refuses phases that do not cover its period without a gap,
 * together with the problems that the registers `found`.
 */
export function planProject(
  input: CreateProject,
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
    grantedOn: null,
  };
}

/**
 * A project with a change made. Municipalities can join but not leave, and a phase that has
 * milestones stays: what was said of them belongs to the record. Refuses together with the
 * problems that the register `found`.
 */
export function changeProject(
  before: ProjectState,
  change: ChangeProject,
  phasesInUse: readonly number[],
  found: readonly Problem[] = [],
): ProjectState {
  const { phases, municipalities, ...fields } = change;
  const after = {
    ...before,
    ...given(fields),
    phases: phases ? numbered(phases) : before.phases,
    municipalities: (municipalities ?? before.municipalities).toSorted(),
  };
  const left = before.municipalities.filter((code) => !after.municipalities.includes(code));
  const dropped = phasesInUse.some((number) => number > after.phases.length);
  refuseProblems([
    ...emptyProblems(change),
    ...found,
    ...periodProblems(after),
    ...phaseProblems(after, after.phases),
    ...left.map((code) => problem("municipalities", (say) => say.municipalityStays(code))),
    ...(dropped ? [problem("phases", (say) => say.phaseStays())] : []),
  ]);
  return after;
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

/** What a milestone begins with. */
export const NEW_MILESTONE = {
  granted: null,
  state: "active",
  predecessors: [],
  successors: [],
  amendment: null,
} as const satisfies Partial<MilestoneState>;

/** A new milestone or target with its running number. */
export function planMilestone(
  project: ProjectState,
  input: CreateMilestone,
  number: number,
): MilestoneState {
  const milestone = { ...input, ...NEW_MILESTONE, number };
  refuseProblems(milestoneProblems(project, milestone));
  return milestone;
}

/** A milestone with a change made. Its kind and scope stay as they are. */
export function changeMilestone(
  project: ProjectState,
  before: MilestoneState,
  { reason: _reason, ...change }: ChangeMilestone,
): MilestoneState {
  const after = { ...before, ...given(change) };
  refuseProblems([...emptyProblems(change), ...milestoneProblems(project, after, before)]);
  return after;
}

/**
 * Due dates may fall after the end of the project: embedding is followed up later. One that
 * stood before stays allowed, though the project's start has moved past it since.
 */
function milestoneProblems(
  project: ProjectState,
  milestone: MilestoneState,
  before?: MilestoneState,
): Problem[] {
  const found: Problem[] = [];
  const add = (path: string, message: Sentence) => found.push(problem(path, message));
  const stood = new Set([before?.dueOn, ...Object.values(before?.dueOnByMunicipality ?? {})]);
  const early = (due: string) => due < project.startsOn && !stood.has(due);
  if (milestone.phase > project.phases.length) add("phase", (say) => say.phaseUnknown());
  if (milestone.dueOn && early(milestone.dueOn)) {
    add("dueOn", (say) => say.dueBeforeStart(project.startsOn));
  }
  for (const [code, due] of Object.entries(milestone.dueOnByMunicipality)) {
    const path = `dueOnByMunicipality.${code}`;
    if (milestone.scope === "project") add(path, (say) => say.dueForProject());
    else if (!project.municipalities.includes(code)) add(path, (say) => say.dueForStranger(code));
    if (early(due)) add(path, (say) => say.dueBeforeStart(project.startsOn));
  }
  const { kind, unit, goal, baseline, measure } = milestone;
  const countable = kind === "target" && milestone.scope === "project";
  if (measure && (!countable || measure.milestone === milestone.number)) {
    add("measure", (say) => say.countedMilestone());
  }
  if (kind === "target") {
    if (unit === null) add("unit", (say) => say.measureMissing());
    if (goal === null) add("goal", (say) => say.measureMissing());
  } else {
    if (unit !== null) add("unit", (say) => say.measureForMilestone());
    if (goal !== null) add("goal", (say) => say.measureForMilestone());
    if (baseline !== null) add("baseline", (say) => say.measureForMilestone());
  }
  return found;
}

/**
 * The plan as one document, from its parts: what the board keeps, computed from scratch. The
 * board's own is made in SQL in the batch of the change; a test holds the two to be equal.
 */
export function planOf(
  project: ProjectState & Pick<ProjectView, "version">,
  milestones: readonly (MilestoneState & { readonly version: number })[],
  municipalities: readonly PlanMunicipality[],
): Plan {
  const { slug, name, programme, startsOn, endsOn, stage, visibility, freshnessDays } = project;
  const { grantedOn, version } = project;
  return {
    project: {
      slug,
      name,
      programme,
      startsOn,
      endsOn,
      stage,
      visibility,
      freshnessDays,
      grantedOn,
      version,
    },
    phases: project.phases,
    municipalities: municipalities.filter(({ code }) => project.municipalities.includes(code)),
    milestones: milestones.map(withoutProse).toSorted((a, b) => a.number - b.number),
  };
}

/** What facts leave out that are older than these fields. */
export const OLDER = {
  project: { grantedOn: null },
  milestone: { ...NEW_MILESTONE, evidenceKinds: [], measure: null },
} as const;

function withoutProse(milestone: PlanMilestone & Partial<MilestoneState>): PlanMilestone {
  const { description: _description, verification: _verification, ...rest } = milestone;
  return rest;
}
