import { useState } from "preact/hooks";
import type { AccountView } from "../../worker/identity/contract/account.ts";
import { personNameLengthMax } from "../../worker/identity/terms.ts";
import { isLanguage } from "../../worker/kernel/language.ts";
import { send } from "../shared/api.ts";
import { chooseLanguage, language, messages } from "../shared/i18n.ts";
import { queries, refresh } from "../shared/query.ts";
import { startSession } from "../shared/session.ts";
import { ChoiceField, TextField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

/** Changes one's own details; the language is also that of the page. */
export function AccountDetails({ account }: { account: AccountView }) {
  const { account: say } = words.value;
  const { languageNames, saved } = messages.value;
  const { busy, problem, attempt } = useWrite();
  const [isSaved, setSaved] = useState(false);
  const text = { problem, lengthMax: personNameLengthMax };
  const save = (form: FormData) =>
    attempt(async () => {
      setSaved(false);
      const body = detailsOf(form);
      await send("PATCH", "/api/account", { body, version: account.version });
      if (isLanguage(body.language) && body.language !== language.value) {
        await chooseLanguage(body.language);
        await queries.invalidateQueries();
      }
      await Promise.all([startSession(), refresh("/api/account")]);
      setSaved(true);
    });
  return (
    <section class="card" aria-labelledby="details-title">
      <div class="section-head">
        <div>
          <h2 id="details-title">{say.details}</h2>
          <p>{say.detailsHelp}</p>
        </div>
      </div>
      <Form busy={busy} problem={problem} onSubmit={save}>
        {problem?.code === "stale" && <p class="notice">{say.staleDetails}</p>}
        <div class="fields two">
          <TextField
            label={say.name}
            name="name"
            value={account.name}
            autoComplete="name"
            {...text}
          />
          <TextField
            label={say.titleField}
            name="title"
            value={account.title}
            autoComplete="organization-title"
            {...text}
          />
          <TextField
            label={say.organisation}
            name="organisation"
            value={account.organisation}
            autoComplete="organization"
            {...text}
          />
          <ChoiceField
            label={say.language}
            name="language"
            value={account.language}
            choices={languageNames}
            problem={problem}
          />
          <ChoiceField
            label={say.notices}
            name="notices"
            value={account.notices}
            choices={say.noticesChoices}
            problem={problem}
          />
        </div>
        {account.email && (
          <p>
            {say.email}: <strong>{account.email}</strong>{" "}
            <span class="soft small">{say.emailHelp}</span>
          </p>
        )}
        <p role="status">{isSaved && saved}</p>
      </Form>
    </section>
  );
}

function detailsOf(form: FormData) {
  const text = (name: string) => textOf(form, name) ?? "";
  return {
    name: text("name"),
    title: text("title"),
    organisation: text("organisation"),
    language: text("language"),
    notices: text("notices"),
  };
}
