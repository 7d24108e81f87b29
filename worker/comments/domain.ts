import type { Role } from "../kernel/permissions.ts";
import { type Problem, Refusal } from "../kernel/refusal.ts";
import type { Plan } from "../projects/contract/plan.ts";
import { WHOLE_PROJECT } from "../projects/terms.ts";
import type { CommentSaid, CommentView } from "./contract.ts";
import { MENTION, mentionsMax } from "./terms.ts";

/** The pseudonyms that a text names, each once, in their order. */
export function mentionsIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(MENTION), ([, person = ""]) => person))];
}

/** What is wrong with whom a text names: nobody of the project, or too many. */
export function problemsOfMentions(
  named: readonly string[],
  members: ReadonlySet<string>,
): Problem[] {
  const path = "text";
  return [
    ...(named.length > mentionsMax
      ? [{ path, message: (say) => say.mentionsTooMany(mentionsMax) } satisfies Problem]
      : []),
    ...(named.some((person) => !members.has(person))
      ? [{ path, message: (say) => say.mentionUnknown() } satisfies Problem]
      : []),
  ];
}

/** What is wrong with the cell that a comment is about. An ended milestone can be spoken of too. */
export function problemsOfPlace(
  plan: Plan,
  { milestone, municipality }: Pick<CommentSaid, "milestone" | "municipality">,
): Problem[] {
  if (municipality === null) return [];
  const found = plan.milestones.find(({ number }) => number === milestone);
  const places =
    found?.scope === "project" ? [WHOLE_PROJECT] : plan.municipalities.map(({ code }) => code);
  return places.includes(municipality)
    ? []
    : [{ path: "municipality", message: (say) => say.cellUnknown(milestone, municipality) }];
}

/**
 * The thread that a reply goes to. Refuses with `invalid` (there is none, of another milestone, or
 * it is a reply itself: replies are one level deep) and `locked` (resolved, or taken away).
 */
export function openThread(
  thread: CommentSaid | null,
  { project, milestone }: Pick<CommentSaid, "project" | "milestone">,
): CommentSaid {
  const isHere = thread?.project === project && thread.milestone === milestone;
  if (!thread || !isHere || thread.thread !== null) {
    const problems = [{ path: "thread", message: (say) => say.threadUnknown() } satisfies Problem];
    throw new Refusal("invalid", (say) => say.invalid(), { problems });
  }
  if (thread.state !== "shown") throw new Refusal("locked", (say) => say.commentGone());
  if (thread.resolvedAt !== null) throw new Refusal("locked", (say) => say.threadResolved());
  return thread;
}

type By = { readonly id: string; readonly now: string };

/** A comment with other words. Refuses with `forbidden` (another's) and `locked` (taken away). */
export function rewrite(
  before: CommentSaid,
  { textDigest, mentions }: Pick<CommentSaid, "textDigest" | "mentions">,
  { id, now }: By,
): CommentSaid {
  if (before.author !== id) throw new Refusal("forbidden", (say) => say.commentOwn());
  assertShown(before);
  return { ...before, textDigest, mentions, editedAt: now };
}

type Remover = By & {
  /** The role in which they remove what others wrote, or null. */
  readonly removes: Role | null;
};

/**
 * A comment that its author took back, or that a lead removed with a reason. Refuses with
 * `forbidden`, `invalid` (no reason) and `locked` (taken away already).
 */
export function takeAway(
  before: CommentSaid,
  reason: string,
  { id, removes }: Remover,
): { readonly after: CommentSaid; readonly kind: "comment.withdrawn" | "comment.removed" } {
  const isOwn = before.author === id;
  if (!isOwn && removes === null) throw new Refusal("forbidden", (say) => say.commentOwn());
  assertShown(before);
  if (isOwn) return { after: { ...before, state: "withdrawn" }, kind: "comment.withdrawn" };
  if (reason === "") {
    const problems = [
      { path: "reason", message: (say) => say.removalUnexplained() } satisfies Problem,
    ];
    throw new Refusal("invalid", (say) => say.invalid(), { problems });
  }
  return {
    after: { ...before, state: "removed", removedBecause: reason },
    kind: "comment.removed",
  };
}

/**
 * A thread that is resolved, or open again. Refuses with `invalid` (a reply, or nothing changes).
 */
export function resolve(before: CommentSaid, resolved: boolean, { id, now }: By): CommentSaid {
  if (before.thread !== null) throw new Refusal("invalid", (say) => say.threadUnknown());
  if (resolved === (before.resolvedAt !== null)) {
    throw new Refusal("invalid", (say) => say.nothingChanged());
  }
  return { ...before, resolvedAt: resolved ? now : null, resolvedBy: resolved ? id : null };
}

/**
 * A comment as an answer to it is kept: without words and names, which may have to be forgotten
 * sooner than the answer.
 */
export function withoutWords(comment: CommentView): CommentView {
  return {
    ...comment,
    text: null,
    mentions: comment.mentions.map(({ person }) => ({ person, name: "" })),
    authorName: "",
    resolvedByName: comment.resolvedByName === null ? null : "",
  };
}

function assertShown({ state }: CommentSaid): void {
  if (state !== "shown") throw new Refusal("locked", (say) => say.commentGone());
}
