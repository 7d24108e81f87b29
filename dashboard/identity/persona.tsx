import { DEMO_PERSONS } from "../../worker/identity/terms.ts";
import { messages } from "../shared/i18n.ts";
import { becomePerson, session } from "../shared/session.ts";
import { DEMO_CONTACTS } from "./demo-contacts.ts";

/** In a demonstration: whose eyes one looks through. */
export function Persona() {
  const { demo, roles } = messages.value;
  const choices = DEMO_PERSONS.flatMap((person) =>
    person === "contact"
      ? DEMO_CONTACTS.map(({ code, name }) => ({
          id: `contact-${code}`,
          words: demo.contactOf(name),
        }))
      : { id: person, words: roles[person] },
  );
  const now = session.value?.actor?.id ?? "";
  const known = choices.some(({ id }) => id === now);
  return (
    <label class="persona">
      <span>{demo.label}</span>
      <select
        aria-label={demo.label}
        value={now}
        onChange={({ currentTarget }) => {
          const [role, municipality] = currentTarget.value.split("-");
          const person = DEMO_PERSONS.find((one) => one === role);
          if (person) void becomePerson(person, municipality);
        }}
      >
        {!known && <option value={now}>{session.value?.actor?.name || "–"}</option>}
        {choices.map(({ id, words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
