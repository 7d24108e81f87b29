import { useState } from "preact/hooks";
import type { TokenCreated } from "../../worker/identity/contract/account.ts";
import { tokenDaysMax, tokenNameLengthMax } from "../../worker/identity/terms.ts";
import { send } from "../shared/api.ts";
import { messages } from "../shared/i18n.ts";
import { useProjectNames } from "../shared/projects.ts";
import { refresh } from "../shared/query.ts";
import { session } from "../shared/session.ts";
import { Copy } from "../shared/ui/copy.tsx";
import { Dialog, useDraft } from "../shared/ui/dialog.tsx";
import { ChoiceField, TextField } from "../shared/ui/field.tsx";
import { Form, numberOf, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

const daysDefault = 90;

/** Makes a token and shows it, this once. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const { tokens: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const draft = useDraft();
  const [made, setMade] = useState<TokenCreated | null>(null);
  const projectName = useProjectNames();
  const own = (session.value?.actor?.memberships ?? []).map(({ project }) => project);
  const save = (form: FormData) =>
    attempt(async () => {
      const body = {
        name: textOf(form, "name") ?? "",
        scope: textOf(form, "scope"),
        project: textOf(form, "project"),
        days: numberOf(form, "days") ?? daysDefault,
      };
      setMade(await send<TokenCreated>("POST", "/api/account/tokens", { body }));
      draft.settle();
      await refresh("/api/account/tokens");
    });
  const title = <h2>{made ? say.shown : say.add}</h2>;
  return (
    <Dialog kind="window" title={title} draft={draft} onClose={onClose}>
      {made ? (
        <Made token={made.token} onClose={onClose} />
      ) : (
        <Form busy={busy} problem={problem} submit={say.create} onSubmit={save} onCancel={onClose}>
          <TextField
            label={say.name}
            name="name"
            hint={say.nameHelp}
            problem={problem}
            required
            lengthMax={tokenNameLengthMax}
          />
          <ChoiceField
            label={say.scope}
            name="scope"
            value="reports"
            choices={say.scopes}
            problem={problem}
          />
          <ChoiceField
            label={say.project}
            name="project"
            value=""
            choices={{
              "": say.allProjects,
              ...Object.fromEntries(own.map((slug) => [slug, projectName(slug)])),
            }}
            problem={problem}
          />
          <TextField
            label={say.days}
            name="days"
            type="number"
            hint={`1–${tokenDaysMax}`}
            value={daysDefault}
            problem={problem}
            required
          />
        </Form>
      )}
    </Dialog>
  );
}

function Made({ token, onClose }: { token: string | null; onClose: () => void }) {
  const { tokens: say } = words.value;
  return (
    <>
      <p class="notice" role="status">
        {token ? say.shownHelp : say.notShown}
      </p>
      {token && <Copy label={say.token} text={token} say={say} />}
      <p>
        <button type="button" class="button primary" onClick={onClose}>
          {messages.value.close}
        </button>
      </p>
    </>
  );
}
