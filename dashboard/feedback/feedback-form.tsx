import { useLocation } from "preact-iso";
import { useEffect, useRef, useState } from "preact/hooks";
import type { FeedbackReceived } from "../../worker/feedback/contract/feedback.ts";
import {
  answerDays,
  feedbackLengthMax,
  keptMonths,
  keptUnansweredMonths,
  pageLengthMax,
} from "../../worker/feedback/terms.ts";
import { WORDS } from "../../worker/feedback/words/file.ts";
import { emailLengthMax } from "../../worker/identity/terms.ts";
import { send } from "../shared/api.ts";
import { language, showDate } from "../shared/i18n.ts";
import { ChoiceField, LongField, TextField, wrongAt } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

type Sent = FeedbackReceived & { readonly hasAddress: boolean };

/** Feedback from anybody; the page that one came from is filled in, and can be changed. */
export function FeedbackForm() {
  const { form: say } = words.value;
  const { url } = useLocation();
  const [sent, setSent] = useState<Sent | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The page comes after the browser has looked for the place that its address names.
    if (location.hash === "#feedback") heading.current?.focus();
  }, [url]);
  useEffect(() => {
    if (sent) heading.current?.focus();
  }, [sent]);
  return (
    <section class="card feedback-form" aria-labelledby="feedback">
      <h2 id="feedback" ref={heading} tabIndex={-1}>
        {sent ? say.thanks : say.title}
      </h2>
      {sent ? <Thanks sent={sent} onAnother={() => setSent(null)} /> : <Writing onSent={setSent} />}
    </section>
  );
}

function Writing({ onSent }: { onSent: (sent: Sent) => void }) {
  const { form: say } = words.value;
  const { query } = useLocation();
  const { busy, problem, attempt } = useWrite();
  const submit = (form: FormData) =>
    attempt(async () => {
      const email = textOf(form, "email");
      const body = {
        category: textOf(form, "category"),
        text: textOf(form, "text") ?? "",
        page: textOf(form, "page") ?? "",
        email,
        leaveEmpty: textOf(form, "leaveEmpty") ?? "",
      };
      const received = await send<FeedbackReceived>("POST", "/api/feedback", { body });
      onSent({ ...received, hasAddress: email !== null });
    });
  return (
    <>
      <p>{say.intro(answerDays)}</p>
      <Form
        busy={busy}
        problem={problem}
        submit={busy ? say.sending : say.send}
        onSubmit={(form) => void submit(form)}
      >
        <ChoiceField
          label={say.category}
          name="category"
          value="accessibility"
          choices={WORDS[language.value].categories}
          problem={problem}
        />
        <LongField
          label={say.text}
          name="text"
          hint={say.textHint}
          problem={problem}
          required
          lengthMax={feedbackLengthMax}
        />
        <TextField
          label={say.page}
          name="page"
          value={query["page"]?.slice(0, pageLengthMax)}
          hint={say.pageHint}
          problem={problem}
          lengthMax={pageLengthMax}
        />
        <TextField
          label={say.email}
          name="email"
          type="email"
          hint={say.emailHint}
          problem={problem}
          lengthMax={emailLengthMax}
          autoComplete="email"
        />
        <Trap wrong={wrongAt(problem, "leaveEmpty")} />
        <p class="soft small">{say.kept(keptMonths, keptUnansweredMonths)}</p>
      </Form>
    </>
  );
}

/** Hidden from people, and shown to whoever's browser filled it in. */
function Trap({ wrong }: { wrong: string | undefined }) {
  const { form: say } = words.value;
  return (
    <div
      class={wrong === undefined ? "hidden-visually" : "field"}
      aria-hidden={wrong === undefined}
    >
      <label for="leave-empty">{say.leaveEmpty}</label>
      <input
        id="leave-empty"
        name="leaveEmpty"
        tabIndex={wrong === undefined ? -1 : 0}
        autoComplete="off"
        aria-invalid={wrong !== undefined}
        aria-describedby="leave-empty-wrong"
      />
      <p class="wrong" id="leave-empty-wrong">
        {wrong}
      </p>
    </div>
  );
}

function Thanks({ sent, onAnother }: { sent: Sent; onAnother: () => void }) {
  const { form: say } = words.value;
  const { id, dueOn, isMailed, hasAddress } = sent;
  const due = hasAddress ? say.dueByMail : say.due;
  return (
    <div class="fields">
      <p>
        {say.reference}: <strong class="reference">{id}</strong>
      </p>
      <p>{due(showDate(dueOn))}</p>
      <p>{isMailed ? say.mailed : say.notMailed}</p>
      <p>
        <button type="button" class="button" onClick={onAnother}>
          {say.another}
        </button>
      </p>
    </div>
  );
}
