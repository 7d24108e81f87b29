import type { PersonView } from "../../worker/identity/contract/account.ts";
import { messages, showDay } from "../shared/i18n.ts";
import { session } from "../shared/session.ts";
import { Region } from "../shared/ui/region.tsx";
import type { Deed } from "./person-deed.tsx";
import { words } from "./words.ts";

/** People, their roles, and what the administrator can do with each. */
export function PeopleTable({
  people,
  onDo,
}: {
  people: readonly PersonView[];
  onDo: (person: PersonView, deed: Deed) => void;
}) {
  const { people: say } = words.value;
  return (
    <Region label={say.title}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.organisation}</th>
            <th scope="col">{say.email}</th>
            <th scope="col">{say.roles}</th>
            <th scope="col">{say.created}</th>
            <th scope="col">{say.actions}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name || person.email || person.id}
                {person.demo && <span class="soft small"> ({say.demo})</span>}
                {person.title !== "" && <div class="soft small">{person.title}</div>}
              </th>
              <td>{person.organisation || "–"}</td>
              <td>{person.email ?? "–"}</td>
              <td>
                <Roles person={person} />
              </td>
              <td>{showDay(person.createdAt)}</td>
              <td>
                {person.erasedAt ? (
                  say.erased(showDay(person.erasedAt))
                ) : (
                  <Deeds person={person} onDo={onDo} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}

function Roles({ person: { admin, roles } }: { person: PersonView }) {
  const { people: say } = words.value;
  const { roles: names } = messages.value;
  const held = roles.filter(({ endedAt, role }) => endedAt === null && role !== "admin");
  if (!admin && held.length === 0) return <span class="soft">{say.noRoles}</span>;
  return (
    <ul>
      {admin && <li>{say.admin}</li>}
      {held.map(({ project, role }) => (
        <li key={`${project} ${role}`}>
          {names[role]}, <a href={`/projects/${project}`}>{project}</a>
        </li>
      ))}
    </ul>
  );
}

function Deeds({
  person,
  onDo,
}: {
  person: PersonView;
  onDo: (person: PersonView, deed: Deed) => void;
}) {
  const { people: say } = words.value;
  const isSelf = person.id === session.value?.actor?.id;
  const deeds: readonly (readonly [Deed, string])[] = [
    person.admin ? ["notAdmin", say.unmakeAdmin] : ["admin", say.makeAdmin],
    ["ended", say.endSessions],
    ["erased", say.erase],
  ];
  return (
    <ul class="row">
      {deeds
        .filter(([deed]) => !isSelf || deed === "ended")
        .map(([deed, label]) => (
          <li key={deed}>
            <button
              type="button"
              class="button plain"
              aria-label={`${label}: ${person.name || person.email || person.id}`}
              onClick={() => onDo(person, deed)}
            >
              {label}
            </button>
          </li>
        ))}
    </ul>
  );
}
