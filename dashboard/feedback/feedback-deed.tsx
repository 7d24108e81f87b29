import type { FeedbackView } from "../../worker/feedback/contract/feedback.ts";
import { answerLengthMax, becauseLengthMax } from "../../worker/feedback/terms.ts";
import { send } from "../shared/api.ts";
import { refresh } from "../shared/query.ts";
import { Dialog, useDraft } from "../shared/ui/dialog.tsx";
import { LongField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

export type Deed = "answer" | "close";

/** Answers feedback, or closes it with a reason. */
export function FeedbackDeed({
  feedback: { id, version, email, answer, language },
  deed,
  onClose,
}: {
  feedback: FeedbackView;
  deed: Deed;
  onClose: () => void;
}) {
  const { list: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const draft = useDraft();
  const isAnswer = deed === "answer";
  const name = isAnswer ? "answer" : "because";
  const write = (form: FormData) =>
    attempt(async () => {
      const body = { [name]: textOf(form, name) ?? "" };
      await send("POST", `/api/feedback/${id}/${deed}`, { body, version });
      draft.settle();
      await refresh("/api/feedback");
      onClose();
    });
  return (
    <Dialog
      kind="window"
      title={<h2>{isAnswer ? say.replyTitle(id) : say.closeTitle(id)}</h2>}
      draft={draft}
      onClose={onClose}
    >
      <Form
        busy={busy}
        problem={problem}
        submit={isAnswer ? (email === null ? say.keep : say.send) : say.close}
        onSubmit={(form) => void write(form)}
        onCancel={onClose}
      >
        {isAnswer && <p>{email === null ? say.replyKept : `${say.replyLetter} ${email}`}</p>}
        <div lang={isAnswer ? language : undefined}>
          <LongField
            label={isAnswer ? say.answer : say.because}
            name={name}
            value={isAnswer ? answer : ""}
            problem={problem}
            required
            lengthMax={isAnswer ? answerLengthMax : becauseLengthMax}
          />
        </div>
      </Form>
    </Dialog>
  );
}
