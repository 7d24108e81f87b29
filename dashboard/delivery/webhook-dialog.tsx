import { useState } from "preact/hooks";
import type { WebhookMade, WebhookView } from "../../worker/delivery/contract/webhooks.ts";
import { REPORT_EVENTS, urlLengthMax } from "../../worker/delivery/terms.ts";
import { send } from "../shared/api.ts";
import { refresh } from "../shared/query.ts";
import { Dialog, useDraft } from "../shared/ui/dialog.tsx";
import { TextField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Choices } from "./choices.tsx";
import { Secret } from "./secret.tsx";
import { words } from "./words.ts";

/** Adds a webhook and shows its secret this once, or changes one. */
export function WebhookDialog({
  path,
  webhook,
  onClose,
}: {
  path: string;
  /** Null: a new one. */
  webhook: WebhookView | null;
  onClose: () => void;
}) {
  const { webhooks: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const draft = useDraft();
  const [made, setMade] = useState<WebhookMade | null>(null);
  const save = (form: FormData) =>
    attempt(async () => {
      const body = { url: textOf(form, "url") ?? "", events: form.getAll("events") };
      if (webhook) {
        await send("PATCH", `${path}/${webhook.id}`, { body, version: webhook.version });
      } else setMade(await send<WebhookMade>("POST", path, { body }));
      draft.settle();
      await refresh(path);
      if (webhook) onClose();
    });
  const title = <h2>{made ? say.madeTitle : webhook ? say.editTitle : say.add}</h2>;
  return (
    <Dialog kind="window" title={title} draft={draft} onClose={onClose}>
      {made ? (
        <Secret
          label={say.secret}
          text={made.secret}
          help={made.secret ? say.madeHelp : say.madeGone}
          onClose={onClose}
        />
      ) : (
        <Form
          busy={busy}
          problem={problem}
          onSubmit={save}
          onCancel={onClose}
          {...(!webhook && { submit: say.add })}
        >
          <TextField
            label={say.url}
            name="url"
            value={webhook?.url}
            hint={say.urlHelp}
            problem={problem}
            required
            lengthMax={urlLengthMax}
          />
          <Choices
            label={say.events}
            name="events"
            all={say.eventNames}
            chosen={webhook?.events ?? REPORT_EVENTS}
            problem={problem}
          />
        </Form>
      )}
    </Dialog>
  );
}
