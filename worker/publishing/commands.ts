import { happened, record } from "../history/record.ts";
import { assertMay } from "../kernel/permissions.ts";
import { refuseProblems } from "../kernel/refusal.ts";
import { retrying } from "../platform/database.ts";
import type { Deps } from "../platform/env.ts";
import { type Answer, commit } from "../platform/requests.ts";
import { assertVersion } from "../platform/versions.ts";
import { loadProject } from "../projects/queries/projects.ts";
import { kindOfChange, refreshBoard, writeProject } from "../projects/record.ts";
import { PUBLIC_PARTS } from "../projects/terms.ts";
import type { ChangePublication, PublicationView } from "./contract.ts";
import { publicationView, type Sited } from "./queries.ts";

/**
 * Chooses what anybody may read of a project, or nothing of it. The public page is what the new
 * version says from its batch on. Refuses with `not_found`, `forbidden`, `stale`, and with
 * `invalid` what changes nothing.
 */
export async function changePublication(
  deps: Deps & Sited,
  slug: string,
  expected: number,
  change: ChangePublication,
): Promise<Answer<PublicationView>> {
  return retrying(async () => {
    const before = await loadProject(deps, slug);
    const role = assertMay(deps.actor, "publication.manage", { project: slug });
    assertVersion(publicationView(deps, before), expected);
    const { version, hash: _hash, createdAt: _createdAt, changedAt: _changedAt, ...state } = before;
    const { visibility = state.visibility, parts = state.publicParts } = change;
    const publicParts = PUBLIC_PARTS.filter((part) => parts.includes(part));
    const after = { ...state, visibility, publicParts };
    const isSame = publicParts.join() === state.publicParts.join();
    if (isSame && visibility === state.visibility) {
      refuseProblems([{ path: "", message: (say) => say.nothingChanged() }]);
    }
    const view = publicationView(deps, { ...after, version: version + 1 });
    const fact = await happened(deps, before, {
      scope: slug,
      subject: `project:${slug}`,
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
