import type { FeedbackView } from "../../worker/feedback/contract/feedback.ts";
import { WORDS } from "../../worker/feedback/words/file.ts";
import type { PersonView } from "../../worker/identity/contract/account.ts";
import { language, showDate, showMoment } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import type { Deed } from "./feedback-deed.tsx";
import { words } from "./words.ts";

/** One feedback with what has become of it, and what can be done about it now. */
export function FeedbackCard({
  feedback,
  onDo,
}: {
  feedback: FeedbackView;
  onDo: (deed: Deed) => void;
}) {
  const { list: say } = words.value;
  const { id, category, state, erasedAt, email, mailedAt } = feedback;
  const isUnsent = state === "answered" && email !== null && mailedAt === null;
  const title = `feedback-${id}`;
  const button = (deed: Deed, label: string) => (
    <button
      type="button"
      class={deed === "answer" ? "button primary" : "button"}
      aria-describedby={title}
      onClick={() => onDo(deed)}
    >
      {label}
    </button>
  );
  return (
    <li class={feedback.isLate ? "card feedback is-late" : "card feedback"}>
      <h2 id={title}>
        <span class="reference">{id}</span>{" "}
        <span class="soft small">{WORDS[language.value].categories[category]}</span>
      </h2>
      <Moments feedback={feedback} />
      {erasedAt === null ? <Written feedback={feedback} /> : <p class="soft">{say.erased}</p>}
      <Handled feedback={feedback} />
      {erasedAt === null && state !== "closed" && (
        <div class="row">
          {state === "new" && button("answer", say.reply)}
          {isUnsent && button("answer", say.replyAgain)}
          {button("close", say.close)}
        </div>
      )}
    </li>
  );
}

function Moments({ feedback }: { feedback: FeedbackView }) {
  const { list: say } = words.value;
  const { state, receivedAt, dueOn, isLate } = feedback;
  return (
    <p class="row small">
      <span>{say.received(showMoment(receivedAt))}</span>
      {state === "new" && <span>{say.due(showDate(dueOn))}</span>}
      {isLate && (
        <span class="chip late">
          <span aria-hidden="true">!</span>
          {say.isLate}
        </span>
      )}
    </p>
  );
}

function Written({ feedback }: { feedback: FeedbackView }) {
  const { list: say } = words.value;
  const { text, page, email } = feedback;
  return (
    <>
      <p class="as-written" lang={feedback.language}>
        {text}
      </p>
      <dl class="feedback-facts">
        {page !== "" && (
          <div>
            <dt>{say.page}</dt>
            <dd>{/^\/(?!\/|api)/.test(page) ? <a href={page}>{page}</a> : page}</dd>
          </div>
        )}
        <div>
          <dt>{say.sender}</dt>
          <dd>{email ?? say.noAddress}</dd>
        </div>
      </dl>
    </>
  );
}

function Handled({ feedback }: { feedback: FeedbackView }) {
  const { list: say } = words.value;
  const { answer, answeredAt, answeredBy, mailedAt, email, closedAt, closedBy } = feedback;
  return (
    <>
      {answeredAt && (
        <div class="handled">
          <h3>{say.answer}</h3>
          <p class="as-written" lang={feedback.language}>
            {answer}
          </p>
          <p class="soft small">
            <By id={answeredBy}>{(name) => say.answeredAt(showMoment(answeredAt), name)}</By>
          </p>
          {mailedAt && <p class="soft small">{say.mailedAt(showMoment(mailedAt))}</p>}
          {!mailedAt && email !== null && <p class="wrong">{say.notMailed}</p>}
        </div>
      )}
      {closedAt && (
        <div class="handled">
          <p class="as-written">{feedback.closedBecause}</p>
          <p class="soft small">
            <By id={closedBy}>{(name) => say.closedAt(showMoment(closedAt), name)}</By>
          </p>
        </div>
      )}
    </>
  );
}

/** Who did it: by name, or by pseudonym where there is none any more. */
function By({ id, children }: { id: string | null; children: (name: string) => string }) {
  const { data } = useRead<PersonView>(id === null ? null : `/api/people/${id}`);
  return <>{children(data?.name || id || "–")}</>;
}
