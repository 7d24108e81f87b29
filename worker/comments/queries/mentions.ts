import { and, count, desc, eq, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { heldIn } from "../../identity/queries/people.ts";
import { assertMay, assertPerson, may } from "../../kernel/permissions.ts";
import type { Deps } from "../../platform/env.ts";
import { loadProject } from "../../projects/queries/projects.ts";
import { milestones, projects } from "../../projects/tables.ts";
import type { CommentView, MentionView } from "../contract.ts";
import { comments, commentTexts, mentions } from "../tables.ts";
import { commentsTakenMax } from "../terms.ts";
import { named, rowid, text } from "./threads.ts";

type Reading = Pick<Deps, "db" | "actor">;
type Database = Pick<Deps, "db">;
type Page = { readonly below: number | null; readonly limit: number };

/** Who can be named in a project: those with a role in which comments are seen. */
export async function mentionable({ db }: Database, project: string): Promise<Set<string>> {
  const members = await heldIn({ db }, project);
  return new Set(
    members.flatMap(({ held: { role, municipalities, deputyFor }, person }) => {
      if (role === "admin") return [];
      const memberships = [{ project, role, municipalities, deputyFor }];
      return may({ id: person.id, admin: false, memberships }, "comment.view", { project })
        ? [person.id]
        : [];
    }),
  );
}

/** The comments of a project that have a text, the newest first: up to 20,000. */
export async function allComments(reading: Reading, slug: string): Promise<CommentView[]> {
  await loadProject(reading, slug);
  assertMay(reading.actor, "comment.view", { project: slug });
  const rows = await reading.db
    .select({ comment: comments, text })
    .from(comments)
    .where(and(eq(comments.project, slug), eq(comments.state, "shown")))
    .orderBy(desc(rowid))
    .limit(commentsTakenMax);
  return named(reading.db, rows);
}

/**
 * A page of where one is named, the newest first, in the projects whose comments one may see now;
 * and how many of them one has not looked at. Costs one's own mentions.
 */
export async function listMentions(
  { db, actor }: Reading,
  { below, limit }: Page,
): Promise<{ items: MentionView[]; next: number | null; unseen: number }> {
  assertPerson(actor, "mention.view");
  const own = ownMentions(actor);
  const mentionRow = sql<number>`${mentions}.rowid`.mapWith(Number);
  const [rows, [counted]] = await db.batch([
    db
      .select({
        comment: comments,
        text,
        seenAt: mentions.seenAt,
        rowid: mentionRow,
        milestoneTitle: milestones.title,
        projectName: projects.name,
      })
      .from(mentions)
      .innerJoin(comments, eq(comments.id, mentions.comment))
      .innerJoin(projects, eq(projects.slug, comments.project))
      .innerJoin(
        milestones,
        and(eq(milestones.project, comments.project), eq(milestones.number, comments.milestone)),
      )
      .where(and(own, below === null ? undefined : lt(mentionRow, below)))
      .orderBy(desc(mentionRow))
      .limit(limit + 1),
    db
      .select({ unseen: count() })
      .from(mentions)
      .where(and(own, isNull(mentions.seenAt))),
  ]);
  const shown = rows.slice(0, limit);
  const views = await named(db, shown);
  return {
    items: shown.flatMap(({ seenAt, milestoneTitle, projectName }, index) => {
      const comment = views[index];
      return comment ? [{ comment, seenAt, milestoneTitle, projectName }] : [];
    }),
    next: rows.length > limit ? (shown.at(-1)?.rowid ?? null) : null,
    unseen: counted?.unseen ?? 0,
  };
}

/** Where the actor is named, as far as they may see it now. */
export function ownMentions(actor: Deps["actor"]): SQL | undefined {
  const seen = [...new Set(actor.memberships.map(({ project }) => project))].filter((project) =>
    may(actor, "comment.view", { project }),
  );
  return and(
    eq(mentions.person, actor.id),
    actor.admin
      ? undefined
      : inArray(mentions.project, sql`(SELECT value FROM json_each(${JSON.stringify(seen)}))`),
  );
}

/** What one has written oneself and where one is named, for the copy of one's own data. */
export async function ownComments({ db, actor }: Reading) {
  const [written, namedIn] = await db.batch([
    db
      .select({
        project: comments.project,
        milestone: comments.milestone,
        municipality: comments.municipality,
        at: commentTexts.at,
        text: commentTexts.text,
      })
      .from(comments)
      .innerJoin(commentTexts, eq(commentTexts.comment, comments.id))
      .where(eq(comments.author, actor.id))
      .orderBy(desc(commentTexts.at))
      .limit(commentsTakenMax),
    db
      .select({ project: mentions.project, at: mentions.at, seenAt: mentions.seenAt })
      .from(mentions)
      .where(eq(mentions.person, actor.id))
      .orderBy(desc(mentions.at))
      .limit(commentsTakenMax),
  ]);
  return { comments: written, mentions: namedIn };
}
