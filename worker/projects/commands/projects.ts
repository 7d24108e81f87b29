import { allHappened, happened, record } from "../../history/record.ts";
import type { Held } from "../../identity/contract/held.ts";
import { findHeld } from "../../identity/queries/people.ts";
import { membershipHappened, writeMembership } from "../../identity/record.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { type Problem, Refusal, type Sentence } from "../../kernel/refusal.ts";
import { slugOf } from "../../kernel/text.ts";
import { codesOfCounty, knownCodes } from "../../municipalities/queries.ts";
import { type Database, retrying } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import type { ChangeProject, CreateProject, ProjectView } from "../contract/projects.ts";
import * as domain from "../domain.ts";
import { findProgramme } from "../queries/programmes.ts";
import { isSlugTaken, loadProject, milestonesSoFar } from "../queries/projects.ts";
import { refreshBoard, writeProject } from "../record.ts";
import { RESERVED_SLUGS, slugLengthMax } from "../terms.ts";

const subjectOf = (slug: string) => `project:${slug}`;

/**
 * Creates a project with its phases and municipalities; its creator leads it. Refuses with
 * `invalid` (unknown programme, county or municipality, phases with a gap) and `conflict` (slug
 * taken).
 */
export async function createProject(
  deps: Deps,
  input: CreateProject,
): Promise<Answer<ProjectView>> {
  const role = assertMay(deps.actor, "project.create");
  const slug = input.slug ?? slugOf(input.name, slugLengthMax);
  const ofCounty = await codesOfCounty(deps.db, input.county);
  const municipalities = input.municipalities ?? ofCounty;
  const problems = [
    ...(slug === "" ? [{ path: "slug", message: slugMissing }] : []),
    ...((await findProgramme(deps, input.programme))
      ? []
      : [{ path: "programme", message: programmeUnknown }]),
    ...(ofCounty.length === 0 ? [{ path: "county", message: countyUnknown }] : []),
    ...(await municipalityProblems(deps.db, input.municipalities ?? [])),
  ];
  const state = domain.planProject(input, { slug, municipalities }, problems);
  if (RESERVED_SLUGS.includes(slug) || (await isSlugTaken(deps, slug))) {
    throw new Refusal("conflict", (say) => say.slugTaken());
  }
  const view = { ...state, version: 1, createdAt: deps.now, changedAt: deps.now };
  const lead: Held = {
    person: deps.actor.id,
    project: slug,
    role: "lead",
    municipalities: [],
    deputyFor: [],
    since: deps.now,
    endedAt: null,
  };
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
    ...(before ? [] : [membershipHappened(null, lead, { role, reason: "created" })]),
  ]);
  const [fact, leads] = facts;
  return commit(deps, { status: 201, body: view, version: view.version }, [
    ...record(facts),
    ...(fact ? writeProject(deps.db, state, fact) : []),
    ...(leads ? [writeMembership(deps.db, lead, leads)] : []),
    refreshBoard(slug),
  ]);
}

/** Refuses with `not_found`, `forbidden`, `stale` and `invalid`. */
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
    const { version, hash: _hash, createdAt, changedAt: _changedAt, ...state } = before;
    const inUse = await milestonesSoFar(deps, slug);
    const joining = change.municipalities ?? [];
    const problems = await municipalityProblems(deps.db, joining, state.municipalities);
    const after = domain.changeProject(state, change, inUse.phases, problems);
    domain.assertRoom(inUse.byMunicipality, after.municipalities.length);
    const view = { ...after, version: version + 1, createdAt, changedAt: deps.now };
    const fact = await happened(deps, before, {
      scope: slug,
      subject: subjectOf(slug),
      kind: "project.changed",
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

/** Those that take part already may have ended since. */
async function municipalityProblems(
  db: Database,
  codes: readonly string[],
  already: readonly string[] = [],
): Promise<Problem[]> {
  const known = new Set([...(await knownCodes(db, codes)), ...already]);
  return codes.flatMap((code, index) => {
    const path = `municipalities.${index}`;
    if (codes.indexOf(code) < index)
      return [{ path, message: (say) => say.municipalityTwice(code) }];
    return known.has(code) ? [] : [{ path, message: (say) => say.municipalityUnknown(code) }];
  });
}
