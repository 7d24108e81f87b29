import type { UseView } from "../../worker/identity/contract/uses.ts";
import { showMoment } from "../shared/i18n.ts";
import { Region } from "../shared/ui/region.tsx";
import { words } from "./words.ts";

/** Rows of the log, newest first. */
export function UseTable({
  uses,
  onPerson,
}: {
  uses: readonly UseView[];
  onPerson: (person: string) => void;
}) {
  const say = words.value;
  return (
    <Region label={say.title}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{say.at}</th>
            <th scope="col">{say.kind}</th>
            <th scope="col">{say.person}</th>
            <th scope="col">{say.project}</th>
            <th scope="col">{say.detail}</th>
            <th scope="col">{say.network}</th>
          </tr>
        </thead>
        <tbody>
          {uses.map((use) => (
            <tr key={use.number}>
              <td>
                <time dateTime={use.at}>{showMoment(use.at)}</time>
              </td>
              <td>{say.kinds[use.kind]}</td>
              <td>
                <Person use={use} onPerson={onPerson} />
              </td>
              <td>{use.project ?? "–"}</td>
              <td>{use.detail || "–"}</td>
              <td>{use.network || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}

function Person({
  use: { person, personName },
  onPerson,
}: {
  use: UseView;
  onPerson: (person: string) => void;
}) {
  const say = words.value;
  if (person === null) return <span class="soft">{say.stranger}</span>;
  const name = personName || person;
  return (
    <button
      type="button"
      class="button plain"
      aria-label={`${name}: ${say.onlyPerson}`}
      title={say.onlyPerson}
      onClick={() => onPerson(person)}
    >
      {name}
    </button>
  );
}
