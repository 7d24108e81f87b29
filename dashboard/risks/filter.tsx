import { words } from "./words.ts";

/** Which of a list is shown, each choice with how many there are. */
export function Filter<State extends string>({
  label,
  choices,
  counts,
  chosen,
  onChoose,
}: {
  label: string;
  choices: Readonly<Record<State, string>>;
  counts: Readonly<Record<State, number>>;
  chosen: string;
  onChoose: (state: string) => void;
}) {
  return (
    <ul class="register-filter" aria-label={`${words.value.show}: ${label}`}>
      {Object.entries<string>(choices).map(([state, name]) => (
        <li key={state}>
          <button
            type="button"
            class="button"
            aria-pressed={state === chosen}
            onClick={() => onChoose(state)}
          >
            {/* The counts have the keys of the choices. */}
            {name} {counts[state as State]}
          </button>
        </li>
      ))}
    </ul>
  );
}
