import type { EvidenceView } from "../../worker/evidence/contract.ts";
import { evidenceNoteLengthMax } from "../../worker/evidence/terms.ts";
import { Problem, send } from "../shared/api.ts";
import { Dialog, useDraft } from "../shared/ui/dialog.tsx";
import { LongField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Apart } from "./apart.tsx";
import { words } from "./words.ts";

export type Review = "accept" | "reject" | "withdraw";

const STATES = { accept: "accepted", reject: "rejected", withdraw: "withdrawn" } as const;

/** Accepts, rejects or withdraws an item, after saying what that means. */
export function ReviewDialog({
  item: { id, title, version },
  deed,
  onSaved,
  onClose,
}: {
  item: EvidenceView;
  deed: Review;
  onSaved: (said: string) => Promise<void>;
  onClose: () => void;
}) {
  const say = words.value;
  const draft = useDraft();
  const { busy, problem, attempt } = useWrite();
  const save = (form: FormData) =>
    attempt(async () => {
      const state = STATES[deed];
      const body = { state, review: textOf(form, "review") ?? "" };
      try {
        await send<EvidenceView>("PATCH", `/api/evidence/${id}`, { body, version });
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "stale") throw error;
        onClose();
        await onSaved(say.stale);
        return;
      }
      draft.settle();
      onClose();
      await onSaved(say.saved[state]);
    });
  return (
    <Apart>
      <Dialog
        kind="window"
        title={<h2>{say[`${deed}Title`](title)}</h2>}
        draft={draft}
        onClose={onClose}
      >
        <p>{say[`${deed}Text`]}</p>
        <Form
          busy={busy}
          problem={problem}
          submit={say[deed]}
          onSubmit={(form) => void save(form)}
          onCancel={onClose}
        >
          <LongField
            label={say.reason}
            name="review"
            problem={problem}
            required={deed === "reject"}
            lengthMax={evidenceNoteLengthMax}
          />
        </Form>
      </Dialog>
    </Apart>
  );
}
