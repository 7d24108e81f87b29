import { happened, record } from "../../history/record.ts";
import { COUNTY_SCOPE } from "../../history/terms.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { retrying } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit, failsWhere } from "../../platform/requests.ts";
import { assertVersion } from "../../platform/versions.ts";
import type { ChangeProgramme, CreateProgramme, ProgrammeView } from "../contract/programmes.ts";
import { changeProgramme as decide, isShortened, planProgramme } from "../domain/programmes.ts";
import { findProgramme, loadProgramme } from "../queries/programmes.ts";
import { hasReports, isReportedIn } from "../queries/retention.ts";
import { refreshPublications, writeProgramme } from "../record.ts";

const subjectOf = (slug: string) => `programme:${slug}`;

/** Refuses with `invalid` (periods reversed) and `conflict` (slug taken). */
export async function createProgramme(
  deps: Deps,
  input: CreateProgramme,
): Promise<Answer<ProgrammeView>> {
  const role = assertMay(deps.actor, "programme.manage");
  const state = planProgramme(input);
  if (await findProgramme(deps, state.slug)) {
    throw new Refusal("conflict", (say) => say.slugTaken());
  }
  const view = { ...state, version: 1, createdAt: deps.now, changedAt: deps.now };
  const fact = await happened(deps, null, {
    scope: COUNTY_SCOPE,
    subject: subjectOf(state.slug),
    kind: "programme.created",
    role,
    before: null,
    after: state,
  });
  return commit(deps, { status: 201, body: view, version: view.version }, [
    ...record([fact]),
    writeProgramme(deps.db, state, fact),
  ]);
}

/** Refuses with `not_found`, `stale` and `invalid` (nothing to change, periods reversed, kept for a shorter time than reports were promised). */
export async function changeProgramme(
  deps: Deps,
  slug: string,
  expected: number,
  change: ChangeProgramme,
): Promise<Answer<ProgrammeView>> {
  const role = assertMay(deps.actor, "programme.manage");
  return retrying(async () => {
    const before = await loadProgramme(deps, slug);
    assertVersion(before, expected);
    const { version, hash: _hash, createdAt, changedAt: _changedAt, ...state } = before;
    const after = decide(state, change, { isReported: await hasReports(deps, slug) });
    const view = { ...after, version: version + 1, createdAt, changedAt: deps.now };
    const fact = await happened(deps, before, {
      scope: COUNTY_SCOPE,
      subject: subjectOf(slug),
      kind: "programme.changed",
      role,
      before: state,
      after,
    });
    return commit(deps, { status: 200, body: view, version: view.version }, [
      ...record([fact]),
      // A report can be submitted at the same time.
      ...(isShortened(state, after) ? [failsWhere(isReportedIn(slug))] : []),
      writeProgramme(deps.db, after, fact),
      refreshPublications(slug),
    ]);
  });
}
