import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { digest } from "../../kernel/digest.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { loadProject } from "../../projects/queries/projects.ts";
import type { LinkToken, LinkView } from "../contract/links.ts";
import { stateOf } from "../domain/links.ts";
import { reportLinks } from "../tables.ts";
import { linksListedMax } from "../terms.ts";

type Reading = Pick<Deps, "db" | "actor">;
type LinkRow = typeof reportLinks.$inferSelect;

/** A row as those who manage links see it, at a moment. */
export function linkView(row: LinkRow, now: string): LinkView {
  const { tokenHash: _token, hash: _hash, ...shown } = row;
  return { ...shown, formats: [...shown.formats], state: stateOf(row, now) };
}

/** The links of a project, newest first, also those that open nothing any more. */
export async function listLinks(
  { db, actor, now }: Reading & Pick<Deps, "now">,
  project: string,
): Promise<LinkView[]> {
  await loadProject({ db, actor }, project);
  assertMay(actor, "delivery.manage", { project });
  const rows = await db
    .select()
    .from(reportLinks)
    .where(eq(reportLinks.project, project))
    .orderBy(desc(reportLinks.createdAt), desc(reportLinks.id))
    .limit(linksListedMax);
  return rows.map((row) => linkView(row, now));
}

/** One link with its head. Refuses with `not_found` and `forbidden`. */
export async function loadLink(reading: Reading, project: string, id: string): Promise<LinkRow> {
  await loadProject(reading, project);
  assertMay(reading.actor, "delivery.manage", { project });
  const [row] = await reading.db
    .select()
    .from(reportLinks)
    .where(and(eq(reportLinks.id, id), eq(reportLinks.project, project)));
  if (!row) throw notFound();
  return row;
}

/** How many links of a project open something. */
export async function countOpenLinks(
  { db, now }: Pick<Deps, "db" | "now">,
  project: string,
): Promise<number> {
  const [row] = await db
    .select({ open: sql<number>`count(*)` })
    .from(reportLinks)
    .where(and(eq(reportLinks.project, project), isOpenAt(now)));
  return row?.open ?? 0;
}

const isOpenAt = (now: string) =>
  and(isNull(reportLinks.revokedAt), gt(reportLinks.expiresAt, now));

/**
 * The link that a token opens. One that is unknown, has run out or was revoked is refused alike,
 * with `not_found`: who tries tokens learns nothing.
 */
export async function openLink(
  { db, now }: Pick<Deps, "db" | "now">,
  { token }: LinkToken,
): Promise<LinkRow> {
  const [row] = await db
    .select()
    .from(reportLinks)
    .where(and(eq(reportLinks.tokenHash, await digest(token)), isOpenAt(now)));
  if (!row) throw new Refusal("not_found", (say) => say.linkUnknown());
  return row;
}
