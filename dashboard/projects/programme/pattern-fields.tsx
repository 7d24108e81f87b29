import { useRef, useState } from "preact/hooks";
import type { ReportPeriod } from "../../../worker/projects/contract/programmes.ts";
import { reportPeriodsMax } from "../../../worker/projects/terms.ts";
import { plural } from "../../shared/i18n.ts";
import { ChoiceField, TextField } from "../../shared/ui/field.tsx";
import { numberOf, textOf } from "../../shared/ui/form.tsx";
import { dueDaysMax, LENGTHS, ownMonthsMax, type Pattern, periodsOf } from "./pattern.ts";
import { words } from "./words.ts";

const monthsFirst = 4;
const daysFirst = 60;

/** Many periods at once. `onAdd` says how many were new, or that they do not fit. */
export function PatternFields({
  onAdd,
}: {
  onAdd: (form: FormData, found: readonly ReportPeriod[]) => number | "full";
}) {
  const { pattern: say, calendar } = words.value;
  const field = useRef<HTMLDetailsElement>(null);
  const [pattern, setPattern] = useState<Pattern | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const found = pattern === null ? [] : periodsOf(pattern, say);
  const formNow = () => {
    const form = field.current?.closest("form");
    return form ? new FormData(form) : null;
  };
  const read = () => {
    const form = formNow();
    setSaid(null);
    if (form) setPattern(patternIn(form));
  };
  const add = () => {
    const form = formNow();
    if (!form || found.length === 0) return;
    const added = onAdd(form, found);
    if (added === "full") setSaid(calendar.full(reportPeriodsMax));
    else setSaid(added === 0 ? say.known : plural(added, say.added));
  };
  return (
    <details
      ref={field}
      class="pattern"
      onInput={read}
      onKeyDown={(event) => {
        // Enter adds the periods here: saving is for the whole calendar.
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        add();
      }}
    >
      <summary>{say.title}</summary>
      <div class="fields">
        <div class="period-row">
          <ChoiceField
            label={say.length}
            name="pattern.length"
            value="half"
            choices={say.lengths}
            problem={null}
          />
          {pattern?.length === "own" && (
            <Amount label={say.months} name="months" value={monthsFirst} max={ownMonthsMax} />
          )}
          <Day label={say.from} name="from" />
          <Day label={say.until} name="until" />
          <Amount label={say.days} name="days" value={daysFirst} max={dueDaysMax} />
        </div>
        <label class="check-line">
          <input type="checkbox" name="pattern.final" />
          <span>{say.final}</span>
        </label>
        <div class="row">
          <button type="button" class="button" disabled={found.length === 0} onClick={add}>
            {say.add}
          </button>
          <p role="status">
            {said ?? (found.length === 0 ? say.nothing : plural(found.length, say.found))}
          </p>
        </div>
      </div>
    </details>
  );
}

function Day({ label, name }: { label: string; name: string }) {
  return (
    <TextField label={label} name={`pattern.${name}`} type="date" problem={null} optional={false} />
  );
}

function Amount({
  label,
  name,
  value,
  max,
}: {
  label: string;
  name: string;
  value: number;
  max: number;
}) {
  return (
    <TextField
      label={label}
      name={`pattern.${name}`}
      type="number"
      value={value}
      min="0"
      max={String(max)}
      inputMode="numeric"
      problem={null}
      optional={false}
    />
  );
}

function patternIn(form: FormData): Pattern {
  return {
    length: LENGTHS.find((length) => length === form.get("pattern.length")) ?? "half",
    months: within(numberOf(form, "pattern.months") ?? monthsFirst, 1, ownMonthsMax),
    from: textOf(form, "pattern.from") ?? "",
    until: textOf(form, "pattern.until") ?? "",
    days: within(numberOf(form, "pattern.days") ?? daysFirst, 0, dueDaysMax),
    final: form.has("pattern.final"),
  };
}

const within = (value: number, min: number, max: number) =>
  Math.min(max, Math.max(min, Math.trunc(value) || min));
