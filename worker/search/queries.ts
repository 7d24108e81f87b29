import { may } from "../kernel/permissions.ts";
import type { Deps } from "../platform/env.ts";
import type { Plan } from "../projects/contract/plan.ts";
import type { ProgrammeView } from "../projects/contract/programmes.ts";
import { loadSeenPlans, type SeenPlan } from "../projects/queries/plans.ts";
import { listProgrammes } from "../projects/queries/programmes.ts";
import type { Found, SearchView } from "./contract.ts";
import { type Searched, search } from "./domain.ts";
import { projectsNamedMax, searchedMax } from "./terms.ts";

/**
 * What the actor may see and is called so, the best first. Costs one row a project, and one a
 * programme; a funder finds the names of their projects and programmes alone.
 */
export async function loadSearch(
  deps: Pick<Deps, "db" | "actor">,
  query: string,
  limit: number,
): Promise<SearchView> {
  const page = { after: "", limit: searchedMax + 1 };
  const [plans, programmes] = await Promise.all([
    loadSeenPlans(deps, page),
    may(deps.actor, "programme.view") ? listProgrammes(deps, page) : [],
  ]);
  const looked = plans.slice(0, searchedMax);
  const all = [
    ...looked.map(projectIn),
    ...municipalitiesIn(looked),
    ...looked.flatMap(milestonesIn),
    ...programmes.slice(0, searchedMax).map(programmeIn),
  ];
  const whole = plans.length <= searchedMax && programmes.length <= searchedMax;
  return { ...search(all, query, limit), whole };
}

const named = ({ slug, name }: { readonly slug: string; readonly name: string }) => ({
  slug,
  name,
});

function projectIn({ project }: SeenPlan): Searched {
  const { slug, name, startsOn, endsOn, stage } = project;
  const found: Found = { kind: "project", project: named(project), startsOn, endsOn, stage };
  return { names: [name, slug], around: "", order: name, found };
}

function milestonesIn({ project, plan }: SeenPlan): Searched[] {
  return (plan?.milestones ?? []).map(({ number, title, kind, phase, state, dueOn }) => ({
    names: [title, `${number}`, `${number} ${title}`],
    around: `${project.name} ${project.slug}`,
    order: `${project.slug} ${number}`,
    found: {
      kind: "milestone",
      project: named(project),
      number,
      title,
      milestoneKind: kind,
      phase,
      state,
      dueOn,
    },
  }));
}

type Place = Plan["municipalities"][number];

/** Each municipality once, with the projects it takes part in. */
function municipalitiesIn(plans: readonly SeenPlan[]): Searched[] {
  const known = new Map<
    string,
    { readonly place: Place; readonly projects: SeenPlan["project"][] }
  >();
  for (const { project, plan } of plans) {
    for (const place of plan?.municipalities ?? []) {
      const { projects } = known.get(place.code) ?? { projects: [] };
      known.set(place.code, { place, projects: [...projects, project] });
    }
  }
  return [...known.values()].map(({ place: { code, nameFi, nameSv }, projects }) => ({
    names: [nameFi, nameSv, code],
    around: "",
    order: nameFi,
    found: {
      kind: "municipality",
      code,
      nameFi,
      nameSv,
      projects: projects.slice(0, projectsNamedMax).map(named),
      projectCount: projects.length,
    },
  }));
}

function programmeIn({ slug, name, funder }: ProgrammeView): Searched {
  const found: Found = { kind: "programme", programme: { slug, name }, funder };
  return { names: [name, slug], around: funder, order: name, found };
}
