import { and, eq, gt, sql } from "drizzle-orm";
import { allHappened, happened, record } from "../../history/record.ts";
import type { Held } from "../../identity/contract/held.ts";
import { findHeld } from "../../identity/queries/people.ts";
import { membershipHappened, writeMembership } from "../../identity/record.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { type Problem, Refusal, type Sentence } from "../../kernel/refusal.ts";
import { slugOf } from "../../kernel/text.ts";
import { codesOfCounty, knownCodes } from "../../municipalities/queries.ts";
import { type Database, retrying, type Statement } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import type { ChangeProject, CreateProject, ProjectState, ProjectView } from "../contract.ts";
import * as domain from "../domain.ts";
import { findProgramme } from "../queries/programmes.ts";
import { isSlugTaken, loadProject, milestonesSoFar } from "../queries/projects.ts";
import { participations, phases, projects } from "../tables.ts";
import { RESERVED_SLUGS, slugLengthMax } from "../terms.ts";
import { refreshBoard } from "./board.ts";

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
  const hash = fact?.hash ?? "";
  return commit(deps, { status: 201, body: view, version: view.version }, [
    ...record(facts),
    deps.db.insert(projects).values({ ...view, hash }),
    ...writeParts(deps.db, state),
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
      deps.db
        .update(projects)
        .set({ ...view, hash: fact.hash })
        .where(eq(projects.slug, slug)),
      ...writeParts(deps.db, after),
      refreshBoard(slug),
    ]);
  });
}

/** The statements that make phases and participations what the state says. */
function writeParts(db: Database, { slug, municipalities, ...state }: ProjectState): Statement[] {
  return [
    sql`
      INSERT INTO ${participations} (project, municipality)
      SELECT ${slug}, value FROM json_each(${JSON.stringify(municipalities)}) WHERE true
      ON CONFLICT DO NOTHING`,
    sql`
      INSERT INTO ${phases} (project, number, name, starts_on, ends_on)
      SELECT ${slug}, value ->> 'number', value ->> 'name', value ->> 'startsOn', value ->> 'endsOn'
      FROM json_each(${JSON.stringify(state.phases)}) WHERE true
      ON CONFLICT (project, number) DO UPDATE
      SET name = excluded.name, starts_on = excluded.starts_on, ends_on = excluded.ends_on`,
    db.delete(phases).where(and(eq(phases.project, slug), gt(phases.number, state.phases.length))),
  ];
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
