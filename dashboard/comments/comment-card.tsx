import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { CommentDetail, CommentView } from "../../worker/comments/contract.ts";
import { removalReasonLengthMax } from "../../worker/comments/terms.ts";
import { send } from "../shared/api.ts";
import { messages, showMoment } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo, session } from "../shared/session.ts";
import { Confirm } from "../shared/ui/confirm.tsx";
import { LongField } from "../shared/ui/field.tsx";
import { textOf } from "../shared/ui/form.tsx";
import { Composer } from "./composer.tsx";
import { Said } from "./said.tsx";
import { useDeed } from "./use-deed.ts";
import { words } from "./words.ts";

export const authorOf = ({ authorName }: CommentView) => authorName || words.value.somebody;

/** One comment: who said it when in which role, its words, and what may be done with it. */
export function CommentCard({
  comment,
  isPast,
  onDone,
  children,
}: {
  comment: CommentView;
  isPast: boolean;
  /** Something was done: what the page says of it. */
  onDone: (said: string) => Promise<void>;
  /** More to do with it, beside its own. */
  children?: ComponentChildren;
}) {
  const say = words.value;
  const { roles } = messages.value;
  const { project, author, role, writtenAt, editedAt, text, state, mentions } = comment;
  const [doing, setDoing] = useState<"edit" | "withdraw" | null>(null);
  const isOwn = session.value?.actor?.id === author;
  const isShown = text !== null;
  const mayEdit = isOwn && isShown && !isPast && mayDo("comment.write", { project });
  const mayRemove = !isOwn && isShown && !isPast && mayDo("comment.remove", { project });
  return (
    <div class={`comment ${state}`}>
      <p class="row small">
        <strong>{authorOf(comment)}</strong>
        {roles[role] !== comment.authorName && <span class="soft">{roles[role]}</span>}
        <time class="soft" dateTime={writtenAt}>
          {showMoment(writtenAt)}
        </time>
        {editedAt && isShown && <span class="soft">{say.edited(showMoment(editedAt))}</span>}
      </p>
      {doing === "edit" && isShown ? (
        <Editing comment={comment} onDone={onDone} onClose={() => setDoing(null)} />
      ) : isShown ? (
        <Said text={text} mentions={mentions} />
      ) : (
        <p class="soft">{say.states[state](comment.removedBecause ?? "")}</p>
      )}
      {editedAt && isShown && <Earlier comment={comment} />}
      <div class="row comment-deeds">
        {children}
        {mayEdit && doing !== "edit" && (
          <button type="button" class="button plain small" onClick={() => setDoing("edit")}>
            {say.edit}
          </button>
        )}
        {(mayEdit || mayRemove) && (
          <button type="button" class="button plain small" onClick={() => setDoing("withdraw")}>
            {isOwn ? say.withdraw : say.remove}
          </button>
        )}
      </div>
      {doing === "withdraw" && (
        <TakingAway
          comment={comment}
          isOwn={isOwn}
          onDone={onDone}
          onClose={() => setDoing(null)}
        />
      )}
    </div>
  );
}

type Doing = {
  comment: CommentView;
  onDone: (said: string) => Promise<void>;
  onClose: () => void;
};

const pathOf = ({ project, id }: CommentView) => `/api/projects/${project}/comments/${id}`;

function Editing({ comment, onDone, onClose }: Doing) {
  const say = words.value;
  const { busy, problem, attempt } = useDeed(onDone);
  const { version } = comment;
  return (
    <Composer
      project={comment.project}
      label={say.editOf(authorOf(comment))}
      text={comment.text ?? ""}
      busy={busy}
      problem={problem}
      submit={messages.value.save}
      onCancel={onClose}
      onSend={(text) =>
        void attempt(async () => {
          await send("PATCH", pathOf(comment), { body: { text }, version });
          onClose();
          return say.saved.changed;
        })
      }
    />
  );
}

function TakingAway({ comment, isOwn, onDone, onClose }: Doing & { isOwn: boolean }) {
  const say = words.value;
  const { version } = comment;
  return (
    <Confirm
      title={isOwn ? say.withdrawTitle : say.removeTitle}
      submit={isOwn ? say.withdraw : say.remove}
      onClose={onClose}
      onConfirm={async (form) => {
        const body = { reason: textOf(form, "reason") ?? "" };
        await send("POST", `${pathOf(comment)}/withdraw`, { body, version });
        await onDone(isOwn ? say.saved.withdrawn : say.saved.removed);
      }}
    >
      <p>{isOwn ? say.withdrawText : say.removeText}</p>
      {!isOwn && (
        <LongField
          label={say.reason}
          name="reason"
          problem={null}
          required
          lengthMax={removalReasonLengthMax}
        />
      )}
    </Confirm>
  );
}

/** What a comment said before it was edited, read when it is asked for. */
function Earlier({ comment }: { comment: CommentView }) {
  const [isOpen, setOpen] = useState(false);
  const detail = useRead<CommentDetail>(isOpen ? pathOf(comment) : null);
  return (
    <details class="small" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.value.earlier}</summary>
      <ol class="comment-earlier">
        {detail.data?.texts.slice(1).map(({ version, at, text }) => (
          <li key={version}>
            <p class="soft">{showMoment(at)}</p>
            <Said text={text} mentions={comment.mentions} />
          </li>
        ))}
      </ol>
    </details>
  );
}
