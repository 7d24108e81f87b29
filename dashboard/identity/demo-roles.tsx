import { useLocation } from "preact-iso";
import { DEMO_PERSONS, type DemoPerson } from "../../worker/identity/terms.ts";
import { messages } from "../shared/i18n.ts";
import { becomePerson } from "../shared/session.ts";
import { Refused } from "../shared/ui/refused.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { DEMO_CONTACTS } from "./demo-contacts.ts";
import { signInPath, takeAddress } from "./return-to.ts";
import { words } from "./words.ts";

type Choice = { readonly person: DemoPerson; readonly code?: string; readonly label: string };

/** In a demonstration: the seeded roles, each taken at a press, and the letters. */
export function DemoRoles() {
  const { signIn: say } = words.value;
  const { demo, roles } = messages.value;
  const { busy, problem, attempt } = useWrite();
  const { path, route } = useLocation();
  const become = (person: DemoPerson, municipality?: string) =>
    attempt(async () => {
      await becomePerson(person, municipality, () => {
        if (path === signInPath) route(takeAddress(), true);
      });
    });
  const choices = DEMO_PERSONS.flatMap((person): Choice[] =>
    person === "contact"
      ? DEMO_CONTACTS.map(({ code, name }) => ({ person, code, label: demo.contactOf(name) }))
      : [{ person, label: roles[person] }],
  );
  return (
    <section class="card" aria-labelledby="demo-title">
      <h2 id="demo-title">{say.demoTitle}</h2>
      <p class="soft">{say.demoHelp}</p>
      <Refused problem={problem} />
      <div class="demo-roles">
        {choices.map(({ person, code, label }) => (
          <button
            key={label}
            type="button"
            class="button"
            disabled={busy}
            onClick={() => become(person, code)}
          >
            {label}
          </button>
        ))}
      </div>
      <p class="soft small">
        {say.lettersHelp}{" "}
        <a href="/demo/letters" target="_blank" rel="noreferrer">
          {say.letters}
        </a>
      </p>
    </section>
  );
}
