import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { type Actor, assertMay } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import type { ProgrammeView } from "../contract/programmes.ts";
import { programmes, projects } from "../tables.ts";

type Reading = Pick<Deps, "db" | "actor">;
type Headed<View> = View & { readonly hash: string };
type Page = { readonly after: string; readonly limit: number };

export async function listProgrammes({ db, actor }: Reading, page: Page): Promise<ProgrammeView[]> {
  assertMay(actor, "programme.view");
  const rows = await db
    .select()
    .from(programmes)
    .where(and(gt(programmes.slug, page.after), ofActor(actor)))
    .orderBy(asc(programmes.slug))
    .limit(page.limit);
  return rows.map(({ hash: _hash, ...view }) => view);
}

/** A programme with its head. Refuses with `not_found`. */
export async function loadProgramme(
  reading: Reading,
  slug: string,
): Promise<Headed<ProgrammeView>> {
  assertMay(reading.actor, "programme.view");
  const [row] = await reading.db
    .select()
    .from(programmes)
    .where(and(eq(programmes.slug, slug), ofActor(reading.actor)));
  if (!row) throw notFound();
  return row;
}

/** Funders know the programmes of their own projects, everybody else those of the county. */
function ofActor(actor: Actor): SQL | undefined {
  if (actor.admin || actor.memberships.some(({ role }) => role !== "funder")) return undefined;
  const slugs = JSON.stringify(actor.memberships.map(({ project }) => project));
  return sql`${programmes.slug} IN (SELECT ${projects.programme} FROM ${projects}
    WHERE ${projects.slug} IN (SELECT value FROM json_each(${slugs})))`;
}

export async function findProgramme({ db }: Pick<Deps, "db">, slug: string) {
  const [row] = await db.select().from(programmes).where(eq(programmes.slug, slug)).limit(1);
  return row ?? null;
}
