import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Problem } from "../api.ts";
import { messages } from "../i18n.ts";

type Wiring = { readonly id: string; readonly describedBy: string };

/** A labelled control with its hint and what the service found wrong with it. */
function Field({
  label,
  hint,
  wrong,
  optional = false,
  children,
}: {
  label: string;
  hint?: string | undefined;
  wrong?: string | undefined;
  optional?: boolean;
  children: (wiring: Wiring) => ComponentChildren;
}) {
  const id = useId();
  const describedBy = `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <span class="soft small"> ({messages.value.optional})</span>}
      </label>
      {children({ id, describedBy })}
      <div id={describedBy}>
        {hint && <span class="hint">{hint}</span>}
        {wrong && <p class="wrong">{wrong}</p>}
      </div>
    </div>
  );
}

/** What the service said of a field, or of anything inside it. */
export function wrongAt(problem: Problem | null, path: string): string | undefined {
  const found = problem?.errors.find(
    (error) => error.path === path || error.path.startsWith(`${path}.`),
  );
  return found?.message;
}

type Kind = "text" | "date" | "number" | "email";

/** A line of text, a date, a number or an address. */
export function TextField({
  label,
  name,
  value,
  type = "text",
  hint,
  problem,
  required = false,
  optional = !required,
  lengthMax,
  ...input
}: {
  label: string;
  name: string;
  value?: string | number | null | undefined;
  type?: Kind;
  hint?: string | undefined;
  problem: Problem | null;
  required?: boolean;
  /** Whether it is said that it may be left empty. */
  optional?: boolean;
  lengthMax?: number;
  min?: string;
  max?: string;
  autoComplete?: "email" | "name" | "one-time-code" | "organization" | "organization-title";
  inputMode?: "numeric";
}) {
  return (
    <Field label={label} hint={hint} wrong={wrongAt(problem, name)} optional={optional}>
      {({ id, describedBy }) => (
        <input
          {...input}
          {...typed(type)}
          id={id}
          name={name}
          step="any"
          required={required}
          maxLength={lengthMax}
          defaultValue={value ?? ""}
          aria-describedby={describedBy}
          aria-invalid={wrongAt(problem, name) !== undefined}
        />
      )}
    </Field>
  );
}

/** Preact types each kind of input apart, so a kind that varies is handed over as one of them. */
const typed = (type: Kind) => ({ type: type as "text" });

/** Text of several lines. */
export function LongField({
  label,
  name,
  value,
  hint,
  problem,
  required = false,
  lengthMax,
}: {
  label: string;
  name: string;
  value?: string | null | undefined;
  hint?: string | undefined;
  problem: Problem | null;
  required?: boolean;
  lengthMax: number;
}) {
  return (
    <Field label={label} hint={hint} wrong={wrongAt(problem, name)} optional={!required}>
      {({ id, describedBy }) => (
        <textarea
          id={id}
          name={name}
          required={required}
          maxLength={lengthMax}
          defaultValue={value ?? ""}
          aria-describedby={describedBy}
          aria-invalid={wrongAt(problem, name) !== undefined}
        />
      )}
    </Field>
  );
}

/** One of a few values, each with its words. */
export function ChoiceField<Value extends string>({
  label,
  name,
  value,
  choices,
  problem,
  onChoose,
}: {
  label: string;
  name: string;
  value: Value;
  choices: Readonly<Record<Value, string>>;
  problem: Problem | null;
  onChoose?: (value: string) => void;
}) {
  return (
    <Field label={label} wrong={wrongAt(problem, name)}>
      {({ id, describedBy }) => (
        <select
          id={id}
          name={name}
          defaultValue={value}
          aria-describedby={describedBy}
          onChange={({ currentTarget }) => onChoose?.(currentTarget.value)}
        >
          {Object.entries<string>(choices).map(([choice, words]) => (
            <option key={choice} value={choice} selected={choice === value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
