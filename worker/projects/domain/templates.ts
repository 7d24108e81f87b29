import { daysAfter, daysBetween } from "../../kernel/instant.ts";
import type { Language } from "../../kernel/language.ts";
import type { CreateMilestone } from "../contract/plan.ts";
import type { PhaseInput, PhaseView } from "../contract/projects.ts";
import type { TemplateView } from "../contract/templates.ts";
import { type TemplateName, TEMPLATES } from "../terms.ts";
import { LIBRARY } from "../words/templates/library.ts";

/** The plans that come with the service, in a language. */
export function templatesIn(language: Language): TemplateView[] {
  return TEMPLATES.map((template) => {
    const { name, summary, phases, milestones } = LIBRARY[template];
    return {
      template,
      name: name[language],
      summary: summary[language],
      phases: phases.map((phase) => phase[language]),
      milestones: milestones.map(({ phase, kind, scope, title }) => ({
        phase,
        kind,
        scope,
        title: title[language],
      })),
    };
  });
}

/** A period cut into as many phases as a template has, of as even lengths as days allow. */
export function phasesFrom(
  name: TemplateName,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  language: Language,
): PhaseInput[] {
  const { phases } = LIBRARY[name];
  const days = Math.max(daysBetween(startsOn, endsOn) + 1, phases.length);
  const cut = (part: number) => Math.floor((days * part) / phases.length);
  return phases.map((phase, index) => ({
    name: phase[language],
    startsOn: daysAfter(startsOn, cut(index)),
    endsOn: daysAfter(startsOn, cut(index + 1) - 1),
  }));
}

/**
 * The milestones of a template in these phases, to be numbered after `last`; where there are fewer
 * phases than in the template, the last one takes the rest.
 */
export function milestonesFrom(
  name: TemplateName,
  phases: readonly Omit<PhaseView, "number">[],
  {
    language,
    last,
    count,
  }: {
    readonly language: Language;
    readonly last: number;
    /** Municipalities that take part: the goal of a target that counts them. */
    readonly count: number;
  },
): CreateMilestone[] {
  return LIBRARY[name].milestones.map(
    ({ title, verification, unit, share, counts, ...milestone }) => {
      const number = Math.min(milestone.phase, phases.length);
      const phase = phases[number - 1];
      const days = phase ? daysBetween(phase.startsOn, phase.endsOn) : 0;
      return {
        ...milestone,
        evidenceKinds: [...milestone.evidenceKinds],
        phase: number,
        title: title[language],
        description: "",
        verification: verification[language],
        dueOn: phase ? daysAfter(phase.startsOn, Math.round(days * share)) : null,
        dueOnByMunicipality: {},
        unit: unit === null ? null : unit[language],
        goal: counts === null ? milestone.goal : count,
        measure: counts === null ? null : { kind: "municipalities_done", milestone: last + counts },
      };
    },
  );
}
