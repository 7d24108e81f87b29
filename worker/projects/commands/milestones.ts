import { happened, record } from "../../history/record.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { retrying } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import type { ChangeMilestone, CreateMilestone, MilestoneView } from "../contract/plan.ts";
import {
  assertNotGranted,
  changeMilestone as decide,
  planMilestone,
} from "../domain/milestones.ts";
import { assertRoom } from "../domain/projects.ts";
import { loadMilestone, loadProject, milestonesSoFar } from "../queries/projects.ts";
import {
  failsOnceGranted,
  failsWhereEndedIsCounted,
  refreshBoard,
  writeMilestone,
} from "../record.ts";
import { milestonesMax } from "../terms.ts";

const subjectOf = (project: string, number: number) => `milestone:${project}:${number}`;

/**
 * Adds a milestone or target; it gets the next running number. Refuses with `not_found`,
 * `forbidden`, `invalid`, and with `locked` where the plan is granted or holds no more.
 */
export async function addMilestone(
  deps: Deps,
  slug: string,
  input: CreateMilestone,
): Promise<Answer<MilestoneView>> {
  return retrying(async () => {
    const project = await loadProject(deps, slug);
    const role = assertMay(deps.actor, "plan.change", { project: slug });
    assertNotGranted(project);
    const { last, byMunicipality, all } = await milestonesSoFar(deps, slug);
    if (last >= milestonesMax) {
      throw new Refusal("locked", (say) => say.milestonesFull(milestonesMax));
    }
    if (input.scope === "municipality") {
      assertRoom(byMunicipality + 1, project.municipalities.length);
    }
    const state = planMilestone(project, input, last + 1, all);
    const fact = await happened(deps, null, {
      scope: slug,
      subject: subjectOf(slug, state.number),
      kind: "milestone.added",
      role,
      before: null,
      after: state,
    });
    const view = { ...state, version: 1 };
    return commit(deps, { status: 201, body: view, version: view.version }, [
      failsOnceGranted(slug),
      ...record([fact]),
      writeMilestone(deps.db, slug, state, fact),
      refreshBoard(slug),
    ]);
  });
}

/**
 * Kind and scope stay. Refuses with `not_found`, `forbidden`, `stale`, `invalid`, and with `locked`
 * a change of what was granted: that takes an amendment.
 */
export async function changeMilestone(
  deps: Deps,
  at: { readonly project: string; readonly number: number },
  expected: number,
  change: ChangeMilestone,
): Promise<Answer<MilestoneView>> {
  return retrying(async () => {
    const [project, before] = await Promise.all([
      loadProject(deps, at.project),
      loadMilestone(deps, at.project, at.number),
    ]);
    const role = assertMay(deps.actor, "plan.change", { project: at.project });
    assertVersion(before, expected);
    const { version, hash: _hash, ...state } = before;
    const { all } = await milestonesSoFar(deps, at.project);
    const after = decide(project, state, change, all);
    const fact = await happened(deps, before, {
      scope: at.project,
      subject: subjectOf(at.project, at.number),
      kind: "milestone.changed",
      role,
      before: state,
      after,
      reason: change.reason ?? null,
    });
    const view = { ...after, version: version + 1 };
    return commit(deps, { status: 200, body: view, version: view.version }, [
      ...record([fact]),
      writeMilestone(deps.db, at.project, after, fact),
      failsWhereEndedIsCounted(at.project),
      refreshBoard(at.project),
    ]);
  });
}
