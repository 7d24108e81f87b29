import { allHappened, happened, record } from "../../history/record.ts";
import type { Held } from "../../identity/contract/held.ts";
import { findHeld } from "../../identity/queries/people.ts";
import { membershipHappened, writeMembership } from "../../identity/record.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { type Problem, Refusal, type Sentence } from "../../kernel/refusal.ts";
import { slugOf } from "../../kernel/text.ts";
import { codesOfCounty } from "../../municipalities/queries.ts";
import { retrying } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import type { ChangeProject, CreateProject, ProjectView } from "../contract/projects.ts";
import { planMany } from "../domain/copies.ts";
import { assertRoom, changeProject as decide, planProject } from "../domain/projects.ts";
import { findProgramme } from "../queries/programmes.ts";
import { isSlugTaken, loadProject, milestonesSoFar } from "../queries/projects.ts";
import { kindOfChange, refreshBoard, writeProject } from "../record.ts";
import { RESERVED_SLUGS, slugLengthMax } from "../terms.ts";
import { addedMilestones, beginning, writeAdded } from "./beginnings.ts";
import { municipalityProblems } from "./municipalities.ts";

const subjectOf = (slug: string) => `project:${slug}`;

/**
 * Creates a project with its phases and municipalities; its creator leads it. Its plan begins
 * empty, or with that of another project or of a template. Refuses with `invalid` (unknown
 * programme, county or municipality, phases with a gap) and `conflict` (slug taken).
 */
export async function createProject(
  deps: Deps,
  { copyFrom, template, ...input }: CreateProject,
): Promise<Answer<ProjectView>> {
  const role = assertMay(deps.actor, "project.create");
  const slug = input.slug ?? slugOf(input.name, slugLengthMax);
  const ofCounty = await codesOfCounty(deps.db, input.county);
  const municipalities = input.municipalities ?? ofCounty;
  const begun = await beginning(deps, { ...input, copyFrom, template, municipalities });
  const problems = [
    ...(await registerProblems(deps, { ...input, slug, isKnown: ofCounty.length > 0 })),
    ...begun.problems,
  ];
  const phases = input.phases ?? begun.phases;
  const { endsOn } = begun;
  const project = { ...input, endsOn, phases: phases && [...phases] };
  const state = planProject(project, { slug, municipalities }, problems);
  const milestones = planMany(state, begun.milestones, { before: [], at: begun.path });
  if (RESERVED_SLUGS.includes(slug) || (await isSlugTaken(deps, slug))) {
    throw new Refusal("conflict", (say) => say.slugTaken());
  }
  const view = { ...state, version: 1, createdAt: deps.now, changedAt: deps.now };
  const lead = leadOf(deps, slug);
  const before = await findHeld(deps, lead);
  const facts = await allHappened(deps, [
    {
      head: null,
      happening: {
        scope: slug,
        subject: subjectOf(slug),
        kind: "project.created",
        role,
        before: null,
        after: state,
      },
    },
    ...addedMilestones(slug, milestones, role),
    ...(before ? [] : [membershipHappened(null, lead, { role, reason: "created" })]),
  ]);
  const [fact, ...others] = facts;
  const leads = others[milestones.length];
  return commit(deps, { status: 201, body: view, version: view.version }, [
    ...record(facts),
    ...(fact ? writeProject(deps.db, state, fact) : []),
    ...writeAdded(deps.db, slug, milestones, others),
    ...(leads ? [writeMembership(deps.db, lead, leads)] : []),
    refreshBoard(slug),
  ]);
}

/** What the registers do not know of a new project. */
async function registerProblems(
  deps: Deps,
  {
    slug,
    programme,
    municipalities = [],
    isKnown,
  }: Pick<CreateProject, "programme" | "municipalities"> & { slug: string; isKnown: boolean },
): Promise<Problem[]> {
  return [
    ...(slug === "" ? [{ path: "slug", message: slugMissing }] : []),
    ...((await findProgramme(deps, programme))
      ? []
      : [{ path: "programme", message: programmeUnknown }]),
    ...(isKnown ? [] : [{ path: "county", message: countyUnknown }]),
    ...(await municipalityProblems(deps.db, municipalities)),
  ];
}

const leadOf = ({ actor, now }: Deps, project: string): Held => ({
  person: actor.id,
  project,
  role: "lead",
  municipalities: [],
  deputyFor: [],
  since: now,
  endedAt: null,
});

/**
 * Refuses with `not_found`, `forbidden`, `stale`, `invalid`, and with `locked` a change of what was
 * granted: that takes an amendment.
 */
export async function changeProject(
  deps: Deps,
  slug: string,
  expected: number,
  change: ChangeProject,
): Promise<Answer<ProjectView>> {
  return retrying(async () => {
    const before = await loadProject(deps, slug);
    const role = assertMay(deps.actor, "project.change", { project: slug });
    assertVersion(before, expected);
    const isShown = change.visibility ?? before.visibility;
    if (isShown !== before.visibility) {
      assertMay(deps.actor, "publication.manage", { project: slug });
    }
    const { version, hash: _hash, createdAt, changedAt: _changedAt, ...state } = before;
    const inUse = await milestonesSoFar(deps, slug);
    const joining = change.municipalities ?? [];
    const problems = await municipalityProblems(deps.db, joining, state.municipalities);
    const after = decide(state, change, inUse.phases, problems);
    assertRoom(inUse.byMunicipality, after.municipalities.length);
    const view = { ...after, version: version + 1, createdAt, changedAt: deps.now };
    const fact = await happened(deps, before, {
      scope: slug,
      subject: subjectOf(slug),
      kind: kindOfChange(state, after),
      role,
      before: state,
      after,
    });
    return commit(deps, { status: 200, body: view, version: view.version }, [
      ...record([fact]),
      ...writeProject(deps.db, after, fact),
      refreshBoard(slug),
    ]);
  });
}

const slugMissing: Sentence = (say) => say.slugMissing();
const programmeUnknown: Sentence = (say) => say.programmeUnknown();
const countyUnknown: Sentence = (say) => say.countyUnknown();
