import { dayAfter, daysAfter, isDate, movedWith } from "../../kernel/instant.ts";
import { type Problem, Refusal, refuseProblems } from "../../kernel/refusal.ts";
import type { CreateMilestone, MilestoneState } from "../contract/plan.ts";
import type { PhaseInput, ProjectState } from "../contract/projects.ts";
import { milestonesMax } from "../terms.ts";
import { measureProblems, milestoneProblems, NEW_MILESTONE } from "./milestones.ts";
import { problem } from "./problems.ts";
import { assertRoom } from "./projects.ts";

/** What a plan begins with that is not written from nothing. */
export type Beginning = {
  readonly endsOn: string;
  readonly phases: readonly PhaseInput[];
  readonly milestones: readonly CreateMilestone[];
};

/**
 * The phases and milestones of another project, moved to a new start. What has ended there is not
 * copied, nor what was granted or said of it; the last phase ends with the new project. Dates of
 * municipalities that do not take part are left out.
 */
export function copyOf(
  { project, milestones }: { project: ProjectState; milestones: readonly MilestoneState[] },
  to: { readonly startsOn: string; readonly endsOn: string | undefined },
  municipalities: readonly string[],
): Beginning {
  const moved = (date: string) => movedWith(date, project.startsOn, to.startsOn);
  // By the day after, so that the end of a month stays one and no gap comes between phases.
  const movedEnd = (date: string) => daysAfter(moved(dayAfter(date)), -1);
  const endsOn = to.endsOn ?? movedEnd(project.endsOn);
  const kept = milestones.filter(({ state }) => state === "active");
  const numbers = new Map(kept.map(({ number }, index) => [number, index + 1]));
  return {
    endsOn,
    phases: project.phases.map(({ name, startsOn, endsOn: ends }, index) => ({
      name,
      startsOn: index === 0 ? to.startsOn : moved(startsOn),
      endsOn: index === project.phases.length - 1 ? endsOn : movedEnd(ends),
    })),
    milestones: kept.map((one) => {
      const { granted: _g, state: _s, predecessors: _p, successors: _u, ...rest } = one;
      const { amendment: _a, number: _n, dueOnByMunicipality, measure, ...milestone } = rest;
      const counted = measure && numbers.get(measure.milestone);
      return {
        ...milestone,
        dueOn: milestone.dueOn && moved(milestone.dueOn),
        dueOnByMunicipality: Object.fromEntries(
          Object.entries(dueOnByMunicipality)
            .filter(([code]) => municipalities.includes(code))
            .map(([code, date]) => [code, moved(date)] as const),
        ),
        measure: measure && counted ? { ...measure, milestone: counted } : null,
      };
    }),
  };
}

/**
 * Milestones that are added at once, with their running numbers after those that are there.
 * Refuses with `locked` what does not fit, and what breaks a rule at the path `at`.
 */
export function planMany(
  project: ProjectState,
  added: readonly CreateMilestone[],
  { before, at }: { readonly before: readonly MilestoneState[]; readonly at: string },
): MilestoneState[] {
  const last = Math.max(0, ...before.map(({ number }) => number));
  const milestones = added.map((input, index): MilestoneState => ({
    ...input,
    ...NEW_MILESTONE,
    number: last + index + 1,
  }));
  const all = [...before, ...milestones];
  if (all.length > milestonesMax) {
    throw new Refusal("locked", (say) => say.milestonesFull(milestonesMax));
  }
  const byMunicipality = all.filter(({ scope }) => scope === "municipality").length;
  assertRoom(byMunicipality, project.municipalities.length);
  refuseProblems(
    milestones
      .flatMap((one) => [
        // Its own dates are let stand: they were fit where they come from.
        ...milestoneProblems(project, one, one),
        ...measureProblems(one, all),
      ])
      .map(({ message }) => ({ path: at, message })),
  );
  return milestones;
}

/** What is wrong with dates that were moved: a calendar ends in 2100. */
export function movedProblems({ endsOn, phases, milestones }: Beginning): Problem[] {
  const dates = [
    endsOn,
    ...phases.flatMap((phase) => [phase.startsOn, phase.endsOn]),
    ...milestones.flatMap(({ dueOn, dueOnByMunicipality }) => [
      ...(dueOn === null ? [] : [dueOn]),
      ...Object.values(dueOnByMunicipality),
    ]),
  ];
  return dates.every(isDate) ? [] : [problem("startsOn", (say) => say.dateUnreal())];
}
