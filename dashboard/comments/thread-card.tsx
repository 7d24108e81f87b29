import { useState } from "preact/hooks";
import type { Thread } from "../../worker/comments/contract.ts";
import { repliesMax } from "../../worker/comments/terms.ts";
import { send } from "../shared/api.ts";
import { showMoment } from "../shared/i18n.ts";
import { mayDo } from "../shared/session.ts";
import { Refused } from "../shared/ui/refused.tsx";
import { authorOf, CommentCard } from "./comment-card.tsx";
import { Composer } from "./composer.tsx";
import { useDeed } from "./use-deed.ts";
import { words } from "./words.ts";

type Shown = {
  thread: Thread;
  /** What it is about, where that is one cell: its name, and the address that opens it. */
  place: { readonly name: string; readonly href: string } | null;
  isPast: boolean;
  onDone: (said: string) => Promise<void>;
};

/** A thread: what was said first, the answers, and whether it is resolved. */
export function ThreadCard({ thread, place, isPast, onDone }: Shown) {
  const say = words.value;
  const [isReplying, setReplying] = useState(false);
  const { busy, problem, attempt } = useDeed(onDone);
  const { project, replies, resolvedAt, resolvedByName, version, id } = thread;
  const isResolved = resolvedAt !== null;
  const mayWrite = !isPast && mayDo("comment.write", { project });
  const mayReply = mayWrite && !isResolved && thread.text !== null && replies.length < repliesMax;
  const resolve = () =>
    attempt(async () => {
      const body = { resolved: !isResolved };
      await send("POST", `/api/projects/${project}/comments/${id}/resolve`, { body, version });
      return isResolved ? say.saved.reopened : say.saved.resolved;
    });
  return (
    <li class={isResolved ? "thread resolved" : "thread"} id={id}>
      {(place || isResolved) && (
        <p class="row small">
          {place && <a href={place.href}>{place.name}</a>}
          {isResolved && (
            <span class="chip">
              <span aria-hidden="true">✓</span>{" "}
              {say.resolvedBy(resolvedByName ?? "", showMoment(resolvedAt))}
            </span>
          )}
        </p>
      )}
      <CommentCard comment={thread} isPast={isPast} onDone={onDone}>
        {mayReply && !isReplying && (
          <button
            type="button"
            class="button plain small"
            aria-label={say.replyTo(authorOf(thread))}
            onClick={() => setReplying(true)}
          >
            {say.reply}
          </button>
        )}
        {mayWrite && thread.text !== null && (
          <button
            type="button"
            class="button plain small"
            disabled={busy}
            onClick={() => void resolve()}
          >
            {isResolved ? say.reopen : say.resolve}
          </button>
        )}
      </CommentCard>
      <Refused problem={problem} />
      {replies.length > 0 && (
        <ol class="replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentCard comment={reply} isPast={isPast} onDone={onDone} />
            </li>
          ))}
        </ol>
      )}
      {isReplying && (
        <Replying thread={thread} onDone={onDone} onClose={() => setReplying(false)} />
      )}
    </li>
  );
}

function Replying({
  thread,
  onDone,
  onClose,
}: Pick<Shown, "thread" | "onDone"> & { onClose: () => void }) {
  const say = words.value;
  const { busy, problem, attempt } = useDeed(onDone);
  const { project, milestone, id } = thread;
  return (
    <div class="replies">
      <Composer
        project={project}
        label={say.replyText}
        busy={busy}
        problem={problem}
        submit={say.write}
        onCancel={onClose}
        onSend={(text) =>
          void attempt(async () => {
            const path = `/api/projects/${project}/milestones/${milestone}/comments`;
            await send("POST", path, { body: { text, thread: id } });
            onClose();
            return say.saved.written;
          })
        }
      />
    </div>
  );
}
