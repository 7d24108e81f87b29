import { eq, sql } from "drizzle-orm";
import { allHappened, type Head, record } from "../../history/record.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { retrying } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit, failsWhere } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import type { CreateAmendment, GrantPlan } from "../contract/amendments.ts";
import type { AmendmentView } from "../contract/plan.ts";
import type { ProjectView } from "../contract/projects.ts";
import { amend, type Amended } from "../domain/amendments.ts";
import { grantPlan as decideGrant } from "../domain/grants.ts";
import { knownIn } from "../domain/steps.ts";
import { allMilestones, amendmentsSoFar } from "../queries/plan.ts";
import { loadProject } from "../queries/projects.ts";
import {
  failsWhereEndedIsCounted,
  refreshBoard,
  writeAmendment,
  writeGranted,
  writeMilestone,
  writeProject,
} from "../record.ts";
import { milestones } from "../tables.ts";
import { municipalityProblems } from "./municipalities.ts";

const milestoneSubject = (slug: string, number: number) => `milestone:${slug}:${number}`;
const projectSubject = (slug: string) => `project:${slug}`;

/**
 * Freezes the plan as it was granted: from now on only amendments change it. Refuses with
 * `not_found`, `forbidden`, `stale`, `invalid`, and `locked` when it is granted already.
 */
export async function grantPlan(
  deps: Deps,
  slug: string,
  expected: number,
  input: GrantPlan,
): Promise<Answer<ProjectView>> {
  return retrying(async () => {
    const before = await loadProject(deps, slug);
    const role = assertMay(deps.actor, "plan.change", { project: slug });
    assertVersion(before, expected);
    const { version, hash: _hash, createdAt, changedAt: _changedAt, ...state } = before;
    const rows = await allMilestones(deps, slug);
    const plan = { project: state, milestones: rows.map(stateOf) };
    const { project: after, milestones: granted } = decideGrant(
      plan,
      input,
      dateInHelsinki(deps.now),
    );
    const reason = input.reason ?? null;
    const facts = await allHappened(deps, [
      {
        head: before,
        happening: {
          scope: slug,
          subject: projectSubject(slug),
          kind: "plan.granted",
          role,
          before: state,
          after,
          reason,
        },
      },
      ...granted.map((milestone, index) => ({
        head: rows[index] ?? null,
        happening: {
          scope: slug,
          subject: milestoneSubject(slug, milestone.number),
          kind: "milestone.changed" as const,
          role,
          before: plan.milestones[index] ?? null,
          after: milestone,
          reason,
        },
      })),
    ]);
    const [fact, ...ofMilestones] = facts;
    const view = { ...after, version: version + 1, createdAt, changedAt: deps.now };
    return commit(deps, { status: 200, body: view, version: view.version }, [
      // A milestone that was added meanwhile would be left out of what is granted.
      failsWhere(
        sql`(SELECT count(*) FROM ${milestones} WHERE ${eq(milestones.project, slug)}) <> ${rows.length}`,
      ),
      ...record(facts),
      ...(fact ? writeProject(deps.db, after, fact) : []),
      writeGranted(slug, granted, ofMilestones),
      refreshBoard(slug),
    ]);
  });
}

/**
 * Changes a granted plan openly: all of the amendment or nothing. Refuses with `not_found`,
 * `forbidden`, `stale` (with what a milestone, or the project, is now), `invalid` with every
 * problem, and `locked` where the plan is not granted or holds no more.
 */
export async function amendPlan(
  deps: Deps,
  slug: string,
  input: CreateAmendment,
): Promise<Answer<AmendmentView>> {
  return retrying(async () => {
    const project = await loadProject(deps, slug);
    const role = assertMay(deps.actor, "plan.change", { project: slug });
    const rows = await allMilestones(deps, slug);
    assertKnown(input, project, rows);
    const { hash: _hash, createdAt: _createdAt, changedAt: _changedAt, ...state } = project;
    const plan = {
      project: state,
      milestones: rows.map(withoutHash),
      amendments: await amendmentsSoFar(deps, slug),
    };
    const found = await strangerProblems(deps, input, project.municipalities);
    const amended = amend(plan, input, { today: dateInHelsinki(deps.now), found });
    const facts = await allHappened(deps, happeningsOf(amended, { project, rows, role }));
    const { amendment } = amended;
    const view = { ...amendment, createdAt: deps.now, version: 1 };
    const bySubject = new Map(facts.map((fact) => [fact.subject, fact]));
    const ofProject = bySubject.get(projectSubject(slug));
    const [fact] = facts;
    return commit(deps, { status: 201, body: view, version: view.version }, [
      ...record(facts),
      ...(amended.project && ofProject ? writeProject(deps.db, amended.project, ofProject) : []),
      ...amended.milestones.flatMap(({ after }) => {
        const own = bySubject.get(milestoneSubject(slug, after.number));
        return own ? [writeMilestone(deps.db, slug, after, own)] : [];
      }),
      ...(fact ? [writeAmendment(deps.db, slug, amendment, fact)] : []),
      failsWhereEndedIsCounted(slug),
      refreshBoard(slug),
    ]);
  });
}

type Row = Awaited<ReturnType<typeof allMilestones>>[number];

const withoutHash = ({ hash: _hash, ...milestone }: Row) => milestone;

/** A milestone as facts carry it. */
function stateOf({ hash: _hash, version: _version, ...state }: Row) {
  return state;
}

/** Refuses with `stale` where the writer knew another version of what is changed. */
function assertKnown(input: CreateAmendment, project: Head, rows: readonly Row[]): void {
  for (const { number, version } of input.changes.flatMap(knownIn)) {
    const current = number === null ? project : rows.find((row) => row.number === number);
    if (current) assertVersion(current, version);
  }
}

/** The municipalities that would join and are not in the register, by the path of each. */
async function strangerProblems(
  { db }: Pick<Deps, "db">,
  { changes }: CreateAmendment,
  already: readonly string[],
) {
  const found = await Promise.all(
    changes.map(async (change, index) => {
      const joining = change.kind === "project" ? (change.set.municipalities ?? []) : [];
      const problems = await municipalityProblems(db, joining, already);
      return problems.map((one) => ({ ...one, path: `changes.${index}.set.${one.path}` }));
    }),
  );
  return found.flat();
}

type From = {
  readonly project: ProjectView & Head;
  readonly rows: readonly Row[];
  readonly role: ReturnType<typeof assertMay>;
};

/** What happened: the amendment first, then the project and each milestone that it touches. */
function happeningsOf(
  { amendment, project: after, milestones: touched }: Amended,
  { project, rows, role }: From,
): Parameters<typeof allHappened>[1] {
  const { slug } = project;
  const { reason } = amendment;
  const { hash: _h, version: _v, createdAt: _c, changedAt: _m, ...before } = project;
  return [
    {
      head: null,
      happening: {
        scope: slug,
        subject: `amendment:${slug}:${amendment.number}`,
        kind: "plan.amended",
        role,
        before: null,
        after: amendment,
        reason,
      },
    },
    ...(after
      ? [
          {
            head: project,
            happening: {
              scope: slug,
              subject: projectSubject(slug),
              kind: "project.changed" as const,
              role,
              before,
              after,
              reason,
            },
          },
        ]
      : []),
    ...touched.map((one) => ({
      head: rows.find(({ number }) => number === one.before?.number) ?? null,
      happening: {
        scope: slug,
        subject: milestoneSubject(slug, one.after.number),
        kind: one.kind,
        role,
        before: one.before,
        after: one.after,
        reason,
      },
    })),
  ];
}
