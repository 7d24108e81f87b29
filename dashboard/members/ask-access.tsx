import { useState } from "preact/hooks";
import { messageLengthMax } from "../../worker/members/terms.ts";
import { slugLengthMax } from "../../worker/projects/terms.ts";
import { send } from "../shared/api.ts";
import { useMunicipalitiesOf } from "../shared/municipalities.ts";
import { refresh } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { LongField, TextField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { OfferFields, offerOf } from "./offer-fields.tsx";
import { ready, words } from "./words.ts";
import "./members-page.css";

const homeCounty = "08";
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Below the words that there is no such project, as far as one may know: asks to be let in. */
export function AskAccess({ project }: { project: string }) {
  const isOne = SLUG.test(project) && project.length <= slugLengthMax;
  if (!isOne || mayDo("project.view", { project })) return null;
  return (
    <Worded by={{ ready }} height="20rem">
      <Card project={project} />
    </Worded>
  );
}

function Card({ project }: { project: string }) {
  const { ask: say } = words.value;
  return (
    <section class="card ask-access" aria-labelledby="ask-title">
      <div class="section-head">
        <h2 id="ask-title">{say.title}</h2>
        <p>{say.intro}</p>
      </div>
      <AskForm project={project} />
    </section>
  );
}

/** Asks for a role in a project; in one that the person names, where `project` is null. */
export function AskForm({ project }: { project: string | null }) {
  const { ask: say } = words.value;
  const places = useMunicipalitiesOf(homeCounty);
  const { busy, problem, attempt } = useWrite();
  const [sent, setSent] = useState(false);
  const save = (form: FormData) =>
    attempt(async () => {
      const body = {
        project: project ?? slugIn(textOf(form, "project") ?? ""),
        ...offerOf(form),
        message: textOf(form, "message") ?? "",
      };
      await send("POST", "/api/access-requests", { body });
      await refresh("/api/access-requests");
      setSent(true);
    });
  if (sent) {
    return (
      <p class="notice" role="status">
        {say.sent} <a href="/account">{say.toAccount}</a>
      </p>
    );
  }
  return (
    <Form busy={busy} problem={problem} submit={say.send} onSubmit={save}>
      {project === null && (
        <TextField
          label={say.project}
          name="project"
          hint={say.projectHelp}
          problem={problem}
          required
        />
      )}
      <OfferFields
        offer={{ role: "contact", municipalities: [], deputyFor: [] }}
        places={places}
        problem={problem}
      />
      <LongField
        label={say.message}
        name="message"
        problem={problem}
        lengthMax={messageLengthMax}
      />
    </Form>
  );
}

/** The project in an address of its pages, or what was typed if it is no address. */
function slugIn(typed: string): string {
  return /\/projects\/([^/?#]+)/.exec(typed)?.[1] ?? typed;
}
