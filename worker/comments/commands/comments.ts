import { and, eq, sql } from "drizzle-orm";
import { happened, record } from "../../history/record.ts";
import { digest } from "../../kernel/digest.ts";
import { assertMay, roleFor } from "../../kernel/permissions.ts";
import { Refusal, refuseProblems } from "../../kernel/refusal.ts";
import { retrying, type Statement } from "../../platform/database.ts";
import type { AskedDeps, Deps } from "../../platform/env.ts";
import { countTowards } from "../../platform/limits.ts";
import { type Answer, commit, failsWhere } from "../../platform/requests.ts";
import { randomId, randomToken } from "../../platform/secrets.ts";
import { assertVersion } from "../../platform/versions.ts";
import { loadBoard } from "../../projects/queries/projects.ts";
import type {
  ChangeComment,
  CommentSaid,
  CommentView,
  ResolveThread,
  WithdrawComment,
  WriteComment,
} from "../contract.ts";
import * as domain from "../domain.ts";
import { mentionable } from "../queries/mentions.ts";
import {
  assertMilestone,
  commentView,
  countComments,
  findComment,
  loadComment,
} from "../queries/threads.ts";
import { forgetTexts, writeComment, writeMentions } from "../record.ts";
import { comments, commentTexts } from "../tables.ts";
import { commentsOfMilestoneMax, commentsScope, repliesMax } from "../terms.ts";

type Place = { readonly project: string; readonly milestone: number };
type At = { readonly project: string; readonly id: string };

const subjectOf = ({ project, milestone, id }: CommentSaid) =>
  `comment:${project}:${milestone}:${id}`;

/**
 * A comment on a milestone, or a reply. Refuses with `not_found`, `forbidden`, `invalid` (no such
 * cell, thread or member), `locked` (the thread is resolved or taken away, or there is no more
 * room) and `rate_limited`.
 */
export async function postComment(
  deps: AskedDeps,
  place: Place,
  input: WriteComment,
): Promise<Answer<CommentView>> {
  await loadBoard(deps, place.project);
  assertMay(deps.actor, "comment.write", { project: place.project });
  await countTowards(deps, "commented", deps.actor.id);
  return retrying(() => addComment(deps, place, input));
}

/** The same without counting: stories are played by it. */
export async function addComment(
  deps: Deps,
  { project, milestone }: Place,
  input: WriteComment,
): Promise<Answer<CommentView>> {
  const { actor, now } = deps;
  const { plan } = await loadBoard(deps, project);
  const role = assertMay(actor, "comment.write", { project });
  await assertMilestone(deps, { project, milestone });
  const thread =
    input.thread === null ? null : await threadOf(deps, input.thread, { project, milestone });
  const municipality = thread ? thread.municipality : input.municipality;
  const words = await wordsOf(input.text);
  refuseProblems([
    ...domain.problemsOfPlace(plan, { milestone, municipality }),
    ...domain.problemsOfMentions(words.mentions, await mentionable(deps, project)),
  ]);
  await assertRoom(deps, { project, milestone, thread: input.thread });
  const after: CommentSaid = {
    id: randomId("comment"),
    project,
    milestone,
    municipality,
    thread: input.thread,
    textDigest: words.textDigest,
    mentions: words.mentions,
    author: actor.id,
    role,
    writtenAt: now,
    editedAt: null,
    state: "shown",
    removedBecause: null,
    resolvedAt: null,
    resolvedBy: null,
  };
  return write(deps, { head: null, role, before: null, after, kind: "comment.written" }, words, [
    isOverfull({ project, milestone, thread: input.thread }),
    ...(input.thread === null ? [] : [failsOnceClosed(input.thread)]),
  ]);
}

async function threadOf(deps: Deps, id: string, place: Place): Promise<CommentSaid> {
  return domain.openThread(await findComment(deps, id), place);
}

type Words = Pick<CommentSaid, "textDigest" | "mentions"> & {
  readonly text: string;
  readonly salt: string;
};

/** What is kept of a text: who it names, and a digest that says nothing without its salt. */
async function wordsOf(text: string): Promise<Words> {
  const salt = randomToken();
  const textDigest = await digest(JSON.stringify([salt, text]));
  return { text, salt, textDigest, mentions: domain.mentionsIn(text) };
}

async function assertRoom(deps: Deps, place: Place & { readonly thread: string | null }) {
  const held = await countComments(deps, place);
  if (held.milestone >= commentsOfMilestoneMax) {
    throw new Refusal("locked", (say) => say.commentsFull(commentsOfMilestoneMax));
  }
  if (held.thread >= repliesMax) throw new Refusal("locked", (say) => say.repliesFull(repliesMax));
}

/** Many who write at once stay within the bounds too. */
const isOverfull = ({ project, milestone, thread }: Place & { readonly thread: string | null }) =>
  failsWhere(sql`
    (SELECT count(*) FROM ${comments} WHERE ${and(
      eq(comments.project, project),
      eq(comments.milestone, milestone),
    )}) > ${commentsOfMilestoneMax}
    OR (SELECT count(*) FROM ${comments} WHERE ${eq(comments.thread, thread ?? "")}) > ${repliesMax}`);

/** A thread that was resolved, or taken away, while somebody answered it. */
const failsOnceClosed = (thread: string) =>
  failsWhere(sql`EXISTS (SELECT 1 FROM ${comments} WHERE ${comments.id} = ${thread}
    AND (${comments.state} <> 'shown' OR ${comments.resolvedAt} IS NOT NULL))`);

/**
 * Other words for one's own comment. The texts before stay until it is taken away. Refuses with
 * `not_found`, `forbidden`, `stale`, `invalid`, `locked` and `rate_limited`.
 */
export async function changeComment(
  deps: AskedDeps,
  at: At,
  expected: number,
  { text }: ChangeComment,
): Promise<Answer<CommentView>> {
  await countTowards(deps, "commented", deps.actor.id);
  return retrying(async () => {
    const { said, head, role, text: known } = await forWriting(deps, at, expected);
    const words = await wordsOf(text);
    const after = domain.rewrite(said, words, { id: deps.actor.id, now: deps.now });
    if (text === known) throw new Refusal("invalid", (say) => say.nothingChanged());
    const members = await mentionable(deps, at.project);
    // Who was named before may have left since: their names may stay, and tell them nothing.
    for (const person of said.mentions) members.add(person);
    refuseProblems(domain.problemsOfMentions(words.mentions, members));
    return write(deps, { head, role, before: said, after, kind: "comment.changed" }, words);
  });
}

/**
 * Takes a comment away: its author withdraws it, a lead removes it with a reason. Its words are
 * gone for good, and the fact stays. Refuses with `not_found`, `forbidden`, `stale`, `invalid` and
 * `locked`.
 */
export async function withdrawComment(
  deps: Deps,
  at: At,
  expected: number,
  { reason }: WithdrawComment,
): Promise<Answer<CommentView>> {
  return retrying(async () => {
    const { said, head, role } = await forWriting(deps, at, expected);
    const { actor, now } = deps;
    const removes = roleFor(actor, "comment.remove", { project: at.project });
    const { after, kind } = domain.takeAway(said, reason, { id: actor.id, now, removes });
    const by = kind === "comment.removed" && removes !== null ? removes : role;
    return write(deps, { head, role: by, before: said, after, kind }, null, [
      forgetTexts(deps.db, said.id),
    ]);
  });
}

/**
 * Resolves a thread, or opens it again. Refuses with `not_found`, `forbidden`, `stale`, `invalid`
 * and `rate_limited`.
 */
export async function resolveThread(
  deps: AskedDeps,
  at: At,
  expected: number,
  input: ResolveThread,
): Promise<Answer<CommentView>> {
  await countTowards(deps, "commented", deps.actor.id);
  return setResolved(deps, at, expected, input);
}

/** The same without counting: stories are played by it. */
export async function setResolved(
  deps: Deps,
  at: At,
  expected: number,
  { resolved }: ResolveThread,
): Promise<Answer<CommentView>> {
  return retrying(async () => {
    const { said, head, role, text } = await forWriting(deps, at, expected);
    const after = domain.resolve(said, resolved, { id: deps.actor.id, now: deps.now });
    const kind = resolved ? "comment.resolved" : "comment.reopened";
    return write(deps, { head, role, before: said, after, kind }, { text });
  });
}

async function forWriting(deps: Deps, { project, id }: At, expected: number) {
  const found = await loadComment(deps, project, id);
  const role = assertMay(deps.actor, "comment.write", { project });
  const { said, text, head } = found;
  assertVersion(await commentView(deps, said, { version: head.version, text }), expected);
  return { ...found, role };
}

type Change = Pick<Parameters<typeof happened>[2], "role" | "kind"> & {
  readonly head: Parameters<typeof happened>[1];
  readonly before: CommentSaid | null;
  readonly after: CommentSaid;
};

/** Writes the fact, the row, the words where there are new ones, and who is named. */
async function write(
  deps: Deps,
  { head, after, ...change }: Change,
  words: Words | { readonly text: string | null } | null,
  more: readonly Statement[] = [],
): Promise<Answer<CommentView>> {
  const { db, now } = deps;
  const fact = await happened(deps, head, {
    ...change,
    scope: commentsScope(after.project),
    subject: subjectOf(after),
    after,
    reason: after.removedBecause,
  });
  const { version } = fact;
  const body = await commentView(deps, after, { version, text: words?.text ?? null });
  const kept = domain.withoutWords(body);
  return commit(deps, { status: version === 1 ? 201 : 200, body, kept, version }, [
    ...record([fact]),
    writeComment(db, after, fact),
    ...(words !== null && "salt" in words
      ? [
          db
            .insert(commentTexts)
            .values({ comment: after.id, version, at: now, salt: words.salt, text: words.text }),
        ]
      : []),
    ...writeMentions(db, after, now),
    ...more,
  ]);
}
