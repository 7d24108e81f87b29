import { useRef, useState } from "preact/hooks";
import type { ProgrammeView, ReportPeriod } from "../../../worker/projects/contract/programmes.ts";
import { nameLengthMax, REPORT_KINDS, reportPeriodsMax } from "../../../worker/projects/terms.ts";
import type { Problem } from "../../shared/api.ts";
import { send } from "../../shared/api.ts";
import { refresh } from "../../shared/query.ts";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { ChoiceField, TextField } from "../../shared/ui/field.tsx";
import { Form, textOf } from "../../shared/ui/form.tsx";
import { useWrite } from "../../shared/ui/use-write.ts";
import { PatternFields } from "./pattern-fields.tsx";
import { sameness } from "./pattern.ts";
import { words } from "./words.ts";

type Row = { readonly id: number; readonly period: ReportPeriod };

const EMPTY: ReportPeriod = { name: "", kind: "interim", startsOn: "", endsOn: "", dueOn: "" };

/** Changes the calendar of a programme: period by period, or many by a pattern. */
export function PeriodsDialog({
  programme,
  onClose,
}: {
  programme: ProgrammeView;
  onClose: () => void;
}) {
  const { calendar: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const { rows, add, remove, all } = useRows(programme.reportPeriods);
  const save = (form: FormData) =>
    attempt(async () => {
      await send("PATCH", `/api/programmes/${programme.slug}`, {
        body: { reportPeriods: periodsIn(form) },
        version: programme.version,
      });
      await refresh("/api/programmes");
      onClose();
    });
  const title = (
    <h2>
      {say.edit}: <span lang="fi">{programme.name}</span>
    </h2>
  );
  return (
    <Dialog kind="window" title={title} onClose={onClose}>
      <p class="soft">{say.intro}</p>
      <Form busy={busy} problem={problem} onSubmit={save} onCancel={onClose}>
        <ol class="period-rows" ref={all}>
          {rows.map(({ id, period }, index) => (
            <PeriodRow
              key={id}
              index={index}
              period={period}
              problem={problem}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
        {rows.length < reportPeriodsMax && (
          <div class="row">
            <button type="button" class="button" onClick={() => add([EMPTY])}>
              {say.add}
            </button>
          </div>
        )}
        <PatternFields
          onAdd={(form, found) => {
            const known = new Set(periodsIn(form).map(sameness));
            const fresh = found.filter((period) => !known.has(sameness(period)));
            if (known.size + fresh.length > reportPeriodsMax) return "full";
            add(fresh);
            return fresh.length;
          }}
        />
      </Form>
    </Dialog>
  );
}

/** The rows, known by where they came from, so that what is typed in the others stays. */
function useRows(periods: readonly ReportPeriod[]) {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    periods.map((period, id) => ({ id, period })),
  );
  const next = useRef(periods.length);
  const all = useRef<HTMLOListElement>(null);
  const add = (more: readonly ReportPeriod[]) =>
    setRows((known) => [...known, ...more.map((period) => ({ id: next.current++, period }))]);
  const remove = (index: number) => {
    // The button that was pressed goes away: the keyboard goes on from its neighbour.
    const lines = all.current?.children;
    (lines?.[index + 1] ?? lines?.[index - 1])?.querySelector("button")?.focus();
    setRows((known) => known.toSpliced(index, 1));
  };
  return { rows, add, remove, all };
}

function PeriodRow({
  index,
  period,
  problem,
  onRemove,
}: {
  index: number;
  period: ReportPeriod;
  problem: Problem | null;
  onRemove: () => void;
}) {
  const { calendar: say } = words.value;
  const path = `reportPeriods.${index}`;
  const date = (name: "startsOn" | "endsOn" | "dueOn") => (
    <TextField
      label={say[name]}
      name={`${path}.${name}`}
      value={period[name]}
      type="date"
      problem={problem}
      required
    />
  );
  return (
    <li>
      <div class="row-head">
        <strong>{say.period(index + 1)}</strong>
        <button
          type="button"
          class="icon-button"
          aria-label={say.remove(index + 1)}
          onClick={onRemove}
        >
          ×
        </button>
      </div>
      <div class="period-row" role="group" aria-label={say.period(index + 1)}>
        <TextField
          label={say.name}
          name={`${path}.name`}
          value={period.name}
          problem={problem}
          required
          lengthMax={nameLengthMax}
        />
        <ChoiceField
          label={say.kind}
          name={`${path}.kind`}
          value={period.kind}
          choices={say.kinds}
          problem={problem}
        />
        {date("startsOn")}
        {date("endsOn")}
        {date("dueOn")}
      </div>
    </li>
  );
}

/** The periods as they stand in the form. */
function periodsIn(form: FormData): ReportPeriod[] {
  const text = (name: string) => textOf(form, name) ?? "";
  return Array.from({ length: reportPeriodsMax }, (_, index) => `reportPeriods.${index}`)
    .filter((path) => form.has(`${path}.name`))
    .map((path) => ({
      name: text(`${path}.name`),
      kind: REPORT_KINDS.find((kind) => kind === form.get(`${path}.kind`)) ?? "interim",
      startsOn: text(`${path}.startsOn`),
      endsOn: text(`${path}.endsOn`),
      dueOn: text(`${path}.dueOn`),
    }));
}
