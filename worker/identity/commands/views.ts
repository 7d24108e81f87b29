import { and, eq, type SQL, sql } from "drizzle-orm";
import { given } from "../../kernel/given.ts";
import { assertPerson } from "../../kernel/permissions.ts";
import { Refusal, refuseProblems } from "../../kernel/refusal.ts";
import { retrying, runBatch } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { type Answer, commit, failsWhere } from "../../platform/requests.ts";
import { randomId } from "../../platform/secrets.ts";
import { assertVersion } from "../../platform/versions.ts";
import { logged } from "../../use-log/record.ts";
import type { ChangeView, CreateView, SavedView } from "../contract/views.ts";
import { listViews, loadView } from "../queries/views.ts";
import { savedViews } from "../tables.ts";
import { viewsMax } from "../terms.ts";

const changed = { kind: "data_changed", detail: "views" } as const;

/**
 * Keeps an address of the dashboard under a name. Refuses with `invalid` (a name that is taken),
 * `locked` (too many), `rate_limited`, and a script with `forbidden`.
 */
export async function saveView(deps: AskedDeps, input: CreateView): Promise<Answer<SavedView>> {
  const { db, actor, now } = deps;
  assertPerson(actor, "account.manage");
  await countTowards(deps, "viewChanged", actor.id);
  return retrying(async () => {
    const views = await listViews(deps);
    if (views.length >= viewsMax) throw new Refusal("locked", (say) => say.viewsFull(viewsMax));
    refuseTaken(views, input.name);
    const view = { id: randomId("v"), ...input, version: 1, createdAt: now, changedAt: now };
    return commit(deps, { status: 201, body: view, version: 1 }, [
      db.insert(savedViews).values({ ...view, person: actor.id }),
      logged(deps, changed),
      failsWhere(
        sql`(SELECT count(*) FROM ${savedViews} WHERE person = ${actor.id}) > ${viewsMax}`,
      ),
    ]);
  });
}

/**
 * Renames a view, or lets it lead elsewhere. Refuses with `not_found`, `stale`, `invalid` (nothing
 * to change, a name that is taken), `rate_limited`, and a script with `forbidden`.
 */
export async function changeView(
  deps: AskedDeps,
  id: string,
  expected: number,
  change: ChangeView,
): Promise<Answer<SavedView>> {
  assertPerson(deps.actor, "account.manage");
  await countTowards(deps, "viewChanged", deps.actor.id);
  return retrying(async () => {
    const before = await loadView(deps, id);
    assertVersion(before, expected);
    const fields = given(change);
    if (Object.keys(fields).length === 0) {
      throw new Refusal("invalid", (say) => say.nothingChanged());
    }
    const others = (await listViews(deps)).filter((one) => one.id !== id);
    if (fields.name !== undefined) refuseTaken(others, fields.name);
    const set = { ...fields, version: before.version + 1, changedAt: deps.now };
    const body = { ...before, ...set };
    return commit(deps, { status: 200, body, version: body.version }, [
      failsWhere(isNoLonger(before)),
      deps.db.update(savedViews).set(set).where(eq(savedViews.id, id)),
      logged(deps, changed),
    ]);
  });
}

/** Forgets a view. Refuses with `not_found`, `stale`, and a script with `forbidden`. */
export async function forgetView(deps: AskedDeps, id: string, expected: number): Promise<void> {
  const { db, actor } = deps;
  assertPerson(actor, "account.manage");
  await retrying(async () => {
    const before = await loadView(deps, id);
    assertVersion(before, expected);
    await runBatch(db, [
      failsWhere(isNoLonger(before)),
      db.delete(savedViews).where(and(eq(savedViews.person, actor.id), eq(savedViews.id, id))),
      logged(deps, changed),
    ]);
  });
}

function refuseTaken(views: readonly SavedView[], name: string): void {
  if (views.some((view) => view.name === name)) {
    refuseProblems([{ path: "name", message: (say) => say.viewNameTaken() }]);
  }
}

function isNoLonger({ id, version }: SavedView): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM ${savedViews} WHERE id = ${id} AND version = ${version})`;
}
