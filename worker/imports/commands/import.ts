import { happened, record } from "../../history/record.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { type Problem, Refusal } from "../../kernel/refusal.ts";
import { SAY } from "../../kernel/sentences/say.ts";
import { retrying } from "../../platform/database.ts";
import type { AskedDeps, Deps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import { loadBoard } from "../../projects/queries/projects.ts";
import type { ImportView } from "../contract.ts";
import { type Outcome, placeOf, viewOf } from "../domain/view.ts";
import { lastImport, subjectOf } from "../queries.ts";
import { type ImportKind, problemsShownMax } from "../terms.ts";
import type { Imported } from "./decided.ts";
import { decidePlan } from "./plan.ts";
import { decideProgress, roleToImport } from "./progress.ts";

type Asked = Imported & { readonly kind: ImportKind };

const DECIDE = { progress: decideProgress, plan: decidePlan } as const;

/**
 * What a file would change, and every problem of it; nothing is written. Refuses with `not_found`,
 * `forbidden`, `locked` (a plan that has been granted) and, counted by person, `rate_limited`.
 */
export async function previewImport(deps: Deps, slug: string, asked: Asked): Promise<ImportView> {
  const { outcome } = await DECIDE[asked.kind](deps, slug, asked);
  return viewOf(outcome, SAY[deps.language], false);
}

/**
 * Writes what a file changes, all of it in one batch or nothing: a fact for each cell or milestone
 * and one for the import, which says what file it was by its digest and not by its name. Refuses
 * with `not_found`, `forbidden`, `locked`, `invalid` (every problem, by its place in the sheet),
 * and `stale`, with what it would change now, where something of it changed since the preview.
 */
export async function runImport(
  deps: Deps,
  slug: string,
  asked: Asked & { readonly fingerprint: string | null },
): Promise<Answer<ImportView>> {
  return retrying(async () => {
    const { role, outcome, write } = await DECIDE[asked.kind](deps, slug, asked);
    const say = SAY[deps.language];
    if (asked.fingerprint !== null && asked.fingerprint !== outcome.fingerprint) {
      const current = viewOf(outcome, say, false);
      throw new Refusal("stale", (sentences) => sentences.importStale(), { current });
    }
    refuseFindings(outcome);
    const body = viewOf(outcome, say, true);
    const answer: Answer<ImportView> = { status: 200, body, version: null };
    if (outcome.changes.length === 0) return commit(deps, answer, []);
    const { rows, unchanged, changes } = outcome;
    const last = await lastImport(deps, slug);
    const fact = await happened(apart(deps), last, {
      scope: slug,
      subject: subjectOf(slug),
      kind: `${asked.kind}.imported`,
      role,
      before: last?.told ?? null,
      after: { digest: asked.fileDigest, rows, changed: changes.length, unchanged },
    });
    return commit(deps, answer, [...record([fact]), ...(await write())]);
  });
}

function refuseFindings({ findings }: Outcome): void {
  if (findings.length === 0) return;
  const problems = findings
    .slice(0, problemsShownMax)
    .map((finding): Problem => ({ path: placeOf(finding), message: finding.message }));
  throw new Refusal("invalid", (say) => say.invalid(), { problems });
}

/** The facts of cells are numbered within the request, so the import's own has a key of its own. */
const apart = (deps: Deps): Deps => ({
  ...deps,
  keyed: deps.keyed && { ...deps.keyed, key: `${deps.keyed.key} import` },
});

/**
 * Refuses, before a file is read, who may not bring one in (`not_found`, `forbidden`), and counts
 * it (`rate_limited`): reading one takes more than most requests.
 */
export async function admitFile(deps: AskedDeps, slug: string, kind: ImportKind): Promise<void> {
  const { plan } = await loadBoard(deps, slug);
  if (kind === "plan") assertMay(deps.actor, "plan.change", { project: slug });
  else roleToImport(deps, plan);
  await countTowards(deps, "sheetRead", deps.actor.id);
}
