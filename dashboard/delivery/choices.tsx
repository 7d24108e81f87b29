import type { Problem } from "../shared/api.ts";
import { wrongAt } from "../shared/ui/field.tsx";

/** Some of a few values, each with its words; the form holds those that are ticked. */
export function Choices<Value extends string>({
  label,
  name,
  all,
  chosen,
  problem,
}: {
  label: string;
  name: string;
  all: Readonly<Record<Value, string>>;
  chosen: readonly string[];
  problem: Problem | null;
}) {
  const wrong = wrongAt(problem, name);
  return (
    <fieldset class="statuses">
      <legend>{label}</legend>
      {Object.entries<string>(all).map(([value, said]) => (
        <label key={value} class="row">
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
          />
          <span>{said}</span>
        </label>
      ))}
      {wrong && <p class="wrong">{wrong}</p>}
    </fieldset>
  );
}
