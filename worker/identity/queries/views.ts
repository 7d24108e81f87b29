import { and, asc, eq } from "drizzle-orm";
import { assertPerson } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import type { SavedView } from "../contract/views.ts";
import { savedViews } from "../tables.ts";
import { viewsMax } from "../terms.ts";

type Reading = Pick<Deps, "db" | "actor">;

/** The views that the one who asks has saved, by name. Nobody else's are ever told. */
export async function listViews({ db, actor }: Reading): Promise<SavedView[]> {
  assertPerson(actor, "account.manage");
  const rows = await db
    .select()
    .from(savedViews)
    .where(eq(savedViews.person, actor.id))
    .orderBy(asc(savedViews.name))
    .limit(viewsMax);
  return rows.map(withoutPerson);
}

/** One of them. Refuses with `not_found`, also where it is somebody else's. */
export async function loadView({ db, actor }: Reading, id: string): Promise<SavedView> {
  assertPerson(actor, "account.manage");
  const [row] = await db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.person, actor.id), eq(savedViews.id, id)));
  if (!row) throw notFound();
  return withoutPerson(row);
}

function withoutPerson({ person: _person, ...view }: typeof savedViews.$inferSelect): SavedView {
  return view;
}
