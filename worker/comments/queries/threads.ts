import { and, asc, count, desc, eq, inArray, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { namesOfPeople } from "../../identity/queries/people.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { loadProject } from "../../projects/queries/projects.ts";
import { milestones } from "../../projects/tables.ts";
import type { CommentDetail, CommentSaid, CommentView, Thread, ThreadList } from "../contract.ts";
import { comments, commentTexts } from "../tables.ts";
import { textsShownMax } from "../terms.ts";

type Reading = Pick<Deps, "db" | "actor">;
type Database = Pick<Deps, "db">;
type Place = { readonly project: string; readonly milestone: number };

export const rowid = sql<number>`${comments}.rowid`.mapWith(Number);

/** The newest text of a comment; null where it was taken away. One row by its key. */
export const text = sql<string | null>`(
  SELECT ${commentTexts.text} FROM ${commentTexts} WHERE ${commentTexts.comment} = ${comments.id}
  ORDER BY ${commentTexts.version} DESC LIMIT 1)`;

type Found = { readonly comment: typeof comments.$inferSelect; readonly text: string | null };

/** A comment with its head. Refuses with `not_found` and `forbidden`. */
export async function loadComment(reading: Reading, slug: string, id: string) {
  await loadProject(reading, slug);
  assertMay(reading.actor, "comment.view", { project: slug });
  const [row] = await reading.db
    .select({ comment: comments, text })
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.project, slug)));
  if (!row) throw notFound();
  const { version, hash, ...said } = row.comment;
  return { said, text: row.text, head: { version, hash } };
}

/** A comment by its id, without asking who may see it; or null. */
export async function findComment({ db }: Database, id: string): Promise<CommentSaid | null> {
  const [row] = await db.select().from(comments).where(eq(comments.id, id));
  if (!row) return null;
  const { version: _version, hash: _hash, ...said } = row;
  return said;
}

/** A comment as people read it. */
export async function commentView(
  { db }: Database,
  said: CommentSaid,
  { version, text: words }: { readonly version: number; readonly text: string | null },
): Promise<CommentView> {
  const [view] = await named(db, [{ comment: { ...said, version, hash: "" }, text: words }]);
  if (!view) throw notFound();
  return view;
}

/** Comments as people read them, in the same order. */
export async function named(db: Deps["db"], found: readonly Found[]): Promise<CommentView[]> {
  const ids = found.flatMap(({ comment: { author, resolvedBy, mentions: people } }) => [
    author,
    ...(resolvedBy === null ? [] : [resolvedBy]),
    ...people,
  ]);
  const names = await namesOfPeople(db, [...new Set(ids)]);
  const nameOf = (person: string) => names.get(person) ?? "";
  return found.map(({ comment, text: words }) => {
    const { hash: _hash, textDigest: _digest, ...said } = comment;
    const isShown = said.state === "shown" && words !== null;
    return {
      ...said,
      text: isShown ? words : null,
      state: said.state === "shown" && words === null ? "erased" : said.state,
      mentions: isShown ? said.mentions.map((person) => ({ person, name: nameOf(person) })) : [],
      authorName: nameOf(said.author),
      resolvedByName: said.resolvedBy === null ? null : nameOf(said.resolvedBy),
    };
  });
}

/** A comment and its newest texts, up to fifty. Refuses with `not_found` and `forbidden`. */
export async function loadCommentDetail(
  reading: Reading,
  slug: string,
  id: string,
): Promise<CommentDetail> {
  const { said, text: newest, head } = await loadComment(reading, slug, id);
  const view = await commentView(reading, said, { version: head.version, text: newest });
  const texts = await reading.db
    .select({ version: commentTexts.version, at: commentTexts.at, text: commentTexts.text })
    .from(commentTexts)
    .where(eq(commentTexts.comment, id))
    .orderBy(desc(commentTexts.version))
    .limit(textsShownMax + 1);
  return {
    ...view,
    texts: texts.slice(0, textsShownMax),
    hasMoreTexts: texts.length > textsShownMax,
  };
}

type Filter = {
  readonly municipality?: string | undefined;
  readonly resolved?: boolean | undefined;
  /** That one alone, open or resolved: by the id of any comment of it. */
  readonly thread?: string | undefined;
};
type Page = { readonly below: number | null; readonly limit: number };

/**
 * A page of the threads of a milestone, the newest first, each with its replies; and how many are
 * open and resolved. Costs the milestone's threads once, and the replies of those on the page.
 * Refuses with `not_found` and `forbidden`.
 */
export async function listThreads(
  reading: Reading,
  { project, milestone }: Place,
  { municipality, resolved, thread, below, limit }: Filter & Page,
): Promise<Pick<ThreadList, "items" | "counts"> & { readonly next: number | null }> {
  const { db, actor } = reading;
  await loadProject(reading, project);
  assertMay(actor, "comment.view", { project });
  await assertMilestone(reading, { project, milestone });
  const place = and(
    eq(comments.project, project),
    eq(comments.milestone, milestone),
    isNull(comments.thread),
    municipality === undefined ? undefined : eq(comments.municipality, municipality),
    hasSomethingLeft,
  );
  const [roots, counted] = await db.batch([
    db
      .select({ comment: comments, text, rowid })
      .from(comments)
      .where(
        and(
          place,
          resolved === undefined ? undefined : isResolved(resolved),
          thread === undefined ? undefined : or(eq(comments.id, thread), hasReply(thread)),
          below === null ? undefined : lt(rowid, below),
        ),
      )
      .orderBy(desc(rowid))
      .limit(limit + 1),
    db
      .select({ open: isResolved(false).mapWith(Boolean), count: count() })
      .from(comments)
      .where(place)
      .groupBy(isResolved(false)),
  ]);
  const shown = roots.slice(0, limit);
  const of = (open: boolean) => counted.find((one) => one.open === open)?.count ?? 0;
  return {
    items: await withReplies(db, shown),
    counts: { open: of(true), resolved: of(false) },
    next: roots.length > limit ? (shown.at(-1)?.rowid ?? null) : null,
  };
}

const isResolved = (resolved: boolean): SQL =>
  resolved ? sql`${comments.resolvedAt} IS NOT NULL` : sql`${comments.resolvedAt} IS NULL`;

const hasReply = (id: string) =>
  sql`${comments}.id = (SELECT reply.thread FROM comments reply WHERE reply.id = ${id})`;

/** What was taken back and never answered is gone without a trace on the page. */
const hasSomethingLeft = or(
  ne(comments.state, "withdrawn"),
  sql`EXISTS (SELECT 1 FROM comments replies WHERE replies.thread = ${comments}.id)`,
);

async function withReplies(db: Deps["db"], roots: readonly Found[]): Promise<Thread[]> {
  const ids = JSON.stringify(roots.map(({ comment }) => comment.id));
  const replies = await db
    .select({ comment: comments, text })
    .from(comments)
    .where(
      and(
        inArray(comments.thread, sql`(SELECT value FROM json_each(${ids}))`),
        ne(comments.state, "withdrawn"),
      ),
    )
    .orderBy(asc(rowid));
  const views = await named(db, [...roots, ...replies]);
  return views.slice(0, roots.length).map((view) => ({
    ...view,
    replies: views.slice(roots.length).filter(({ thread }) => thread === view.id),
  }));
}

/** Refuses with `not_found` where the project has never had such a milestone. */
export async function assertMilestone({ db }: Database, { project, milestone }: Place) {
  const [found] = await db
    .select({ number: milestones.number })
    .from(milestones)
    .where(and(eq(milestones.project, project), eq(milestones.number, milestone)));
  if (!found) throw notFound();
}

/** How many comments a milestone has, and a thread. Reads their indexes alone. */
export async function countComments(
  { db }: Database,
  { project, milestone, thread }: Place & { readonly thread: string | null },
) {
  const [all] = await db
    .select({ count: count() })
    .from(comments)
    .where(and(eq(comments.project, project), eq(comments.milestone, milestone)));
  if (thread === null) return { milestone: all?.count ?? 0, thread: 0 };
  const [replies] = await db
    .select({ count: count() })
    .from(comments)
    .where(eq(comments.thread, thread));
  return { milestone: all?.count ?? 0, thread: replies?.count ?? 0 };
}
