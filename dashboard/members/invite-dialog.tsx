import { useState } from "preact/hooks";
import { emailLengthMax } from "../../worker/identity/terms.ts";
import type { InvitationMade } from "../../worker/members/contract.ts";
import { send } from "../shared/api.ts";
import { language, messages } from "../shared/i18n.ts";
import { refresh } from "../shared/query.ts";
import { Copy } from "../shared/ui/copy.tsx";
import { Dialog, useDraft } from "../shared/ui/dialog.tsx";
import { ChoiceField, TextField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { OfferFields, offerOf } from "./offer-fields.tsx";
import { usePlaces } from "./places.ts";
import { words } from "./words.ts";

/** Offers somebody a role by e-mail, and shows the link this once. */
export function InviteDialog({
  project,
  municipalities,
  onClose,
}: {
  project: string;
  /** Chosen beforehand, for a contact. */
  municipalities: readonly string[];
  onClose: () => void;
}) {
  const say = words.value;
  const { places } = usePlaces(project);
  const { busy, problem, attempt } = useWrite();
  const draft = useDraft();
  const [made, setMade] = useState<InvitationMade | null>(null);
  const path = `/api/projects/${project}/invitations`;
  const save = (form: FormData) =>
    attempt(async () => {
      const body = {
        ...offerOf(form),
        email: textOf(form, "email") ?? "",
        language: textOf(form, "language"),
      };
      setMade(await send<InvitationMade>("POST", path, { body }));
      draft.settle();
      await refresh(path);
    });
  if (made) return <MadeDialog made={made} onClose={onClose} />;
  return (
    <Dialog
      kind="window"
      title={<h2>{say.invitations.inviteTitle}</h2>}
      draft={draft}
      onClose={onClose}
    >
      <Form
        busy={busy}
        problem={problem}
        submit={say.invitations.send}
        onSubmit={save}
        onCancel={onClose}
      >
        <TextField
          label={say.email}
          name="email"
          type="email"
          problem={problem}
          required
          lengthMax={emailLengthMax}
        />
        <OfferFields
          offer={{ role: "contact", municipalities, deputyFor: [] }}
          places={places}
          problem={problem}
        />
        <ChoiceField
          label={say.invitations.language}
          name="language"
          value={language.value}
          choices={messages.value.languageNames}
          problem={problem}
        />
      </Form>
    </Dialog>
  );
}

/** An invitation that has just been made or sent again, with its link. */
export function MadeDialog({ made, onClose }: { made: InvitationMade; onClose: () => void }) {
  const { invitations: say } = words.value;
  const email = made.email ?? "";
  return (
    <Dialog kind="window" title={<h2>{say.made}</h2>} onClose={onClose}>
      <p class="notice" role="status">
        {made.mailedAt ? say.mailed(email) : say.notMailedText(email)}
      </p>
      {made.link ? (
        <>
          <p>{say.linkHelp}</p>
          <Copy label={say.link} text={made.link} say={say} />
        </>
      ) : (
        <p>{say.linkGone}</p>
      )}
      <p>
        <button type="button" class="button primary" onClick={onClose}>
          {messages.value.close}
        </button>
      </p>
    </Dialog>
  );
}
