import { useId, useState } from "preact/hooks";
import "./pick-list.css";

type Choice = { readonly code: string; readonly name: string };

/** Any of many: a list of boxes to tick, narrowed by typing. What is hidden stays ticked. */
export function PickList({
  label,
  name,
  choices,
  picked,
  wrong,
  say,
}: {
  label: string;
  name: string;
  choices: readonly Choice[];
  picked: readonly string[];
  wrong?: string | undefined;
  say: { readonly filter: string; readonly chosen: (count: number) => string };
}) {
  const wrongId = useId();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(picked));
  const [filter, setFilter] = useState("");
  const wanted = filter.trim().toLocaleLowerCase();
  return (
    <fieldset class="pick-list" aria-describedby={wrongId}>
      <legend>{label}</legend>
      {choices.length > 8 && (
        <input
          type="search"
          aria-label={`${say.filter}: ${label}`}
          placeholder={say.filter}
          value={filter}
          onInput={({ currentTarget }) => setFilter(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.preventDefault();
          }}
        />
      )}
      <div class="pick-list-choices">
        {choices.map((choice) => (
          <label
            key={choice.code}
            class="row"
            hidden={!choice.name.toLocaleLowerCase().includes(wanted)}
          >
            <input
              type="checkbox"
              name={name}
              value={choice.code}
              checked={chosen.has(choice.code)}
              onChange={({ currentTarget }) => {
                const next = new Set(chosen);
                if (currentTarget.checked) next.add(choice.code);
                else next.delete(choice.code);
                setChosen(next);
              }}
            />
            {choice.name}
          </label>
        ))}
      </div>
      <p class="soft small" role="status">
        {say.chosen(chosen.size)}
      </p>
      <p id={wrongId} class="wrong">
        {wrong}
      </p>
    </fieldset>
  );
}
