import { useState } from "preact/hooks";
import type { ProgrammeView } from "../../worker/projects/contract/programmes.ts";
import {
  nameLengthMax,
  REPORT_KINDS,
  reportPeriodsMax,
  slugLengthMax,
} from "../../worker/projects/terms.ts";
import { send } from "../shared/api.ts";
import { LANGUAGES, messages } from "../shared/i18n.ts";
import { refresh } from "../shared/query.ts";
import { Dialog } from "../shared/ui/dialog.tsx";
import { ChoiceField, TextField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

type Problem = ReturnType<typeof useWrite>["problem"];
type Period = ProgrammeView["reportPeriods"][number];

/** Sets up a programme, or changes one. */
export function ProgrammeDialog({
  programme,
  onClose,
}: {
  programme: ProgrammeView | null;
  onClose: () => void;
}) {
  const { programmes: say } = words.value;
  const { edit } = messages.value;
  const { busy, problem, attempt } = useWrite();
  const save = (form: FormData) =>
    attempt(async () => {
      const body = programmeOf(form);
      if (programme) {
        const path = `/api/programmes/${programme.slug}`;
        await send("PATCH", path, { body, version: programme.version });
      } else {
        await send("POST", "/api/programmes", { body: { ...body, slug: textOf(form, "slug") } });
      }
      await refresh("/api/programmes");
      onClose();
    });
  const title = <h2>{programme ? `${edit}: ${programme.name}` : say.add}</h2>;
  return (
    <Dialog kind="window" title={title} onClose={onClose}>
      <Form busy={busy} problem={problem} onSubmit={save} onCancel={onClose}>
        {!programme && (
          <TextField
            label={say.slug}
            name="slug"
            problem={problem}
            required
            lengthMax={slugLengthMax}
          />
        )}
        <Funding programme={programme} problem={problem} />
        <Periods periods={programme?.reportPeriods ?? []} problem={problem} />
      </Form>
    </Dialog>
  );
}

function Funding({ programme, problem }: { programme: ProgrammeView | null; problem: Problem }) {
  const { programmes: say } = words.value;
  const { languageNames } = messages.value;
  const line = { problem, lengthMax: nameLengthMax };
  return (
    <>
      <TextField label={say.name} name="name" value={programme?.name} required {...line} />
      <div class="fields two">
        <TextField label={say.funder} name="funder" value={programme?.funder} required {...line} />
        <TextField
          label={say.funderClass}
          name="funderClass"
          value={programme?.funderClass}
          required
          {...line}
        />
        <ChoiceField
          label={say.emblem}
          name="emblem"
          value={programme?.emblem ?? "none"}
          choices={say.emblems}
          problem={problem}
        />
        <TextField
          label={say.retainUntil}
          name="retainUntil"
          type="date"
          value={programme?.retainUntil}
          problem={problem}
        />
        <TextField
          label={say.retentionBasis}
          name="retentionBasis"
          value={programme?.retentionBasis}
          {...line}
        />
      </div>
      {LANGUAGES.map((one) => (
        <TextField
          key={one}
          label={`${say.visibilityText}, ${languageNames[one]}`}
          name={`visibilityText.${one}`}
          value={programme?.visibilityText[one]}
          problem={problem}
          required
          lengthMax={300}
        />
      ))}
    </>
  );
}

const EMPTY: Period = { name: "", kind: "interim", startsOn: "", endsOn: "", dueOn: "" };

function Periods({ periods, problem }: { periods: readonly Period[]; problem: Problem }) {
  const { programmes: say, about } = words.value;
  const [rows, setRows] = useState(periods);
  return (
    <fieldset class="phase-fields">
      <legend>{say.periods}</legend>
      {rows.map((period, index) => {
        const path = `reportPeriods.${index}`;
        const date = { type: "date" as const, problem, required: true };
        return (
          <div
            // oxlint-disable-next-line react/no-array-index-key -- known by its place alone
            key={index}
            class="fields two"
            role="group"
            aria-label={`${say.period} ${index + 1}`}
          >
            <TextField
              label={say.name}
              name={`${path}.name`}
              value={period.name}
              problem={problem}
              required
              lengthMax={nameLengthMax}
            />
            <ChoiceField
              label={say.reportKind}
              name={`${path}.kind`}
              value={period.kind}
              choices={say.reportKinds}
              problem={problem}
            />
            <TextField
              label={about.startsOn}
              name={`${path}.startsOn`}
              value={period.startsOn}
              {...date}
            />
            <TextField
              label={about.endsOn}
              name={`${path}.endsOn`}
              value={period.endsOn}
              {...date}
            />
            <TextField label={say.dueOn} name={`${path}.dueOn`} value={period.dueOn} {...date} />
          </div>
        );
      })}
      <div class="row">
        {rows.length < reportPeriodsMax && (
          <button type="button" class="button" onClick={() => setRows([...rows, EMPTY])}>
            {say.addPeriod}
          </button>
        )}
        {rows.length > 0 && (
          <button type="button" class="button" onClick={() => setRows(rows.slice(0, -1))}>
            {say.removePeriod}
          </button>
        )}
      </div>
    </fieldset>
  );
}

function programmeOf(form: FormData) {
  const text = (name: string) => textOf(form, name) ?? "";
  const periods = Array.from({ length: reportPeriodsMax }, (_, index) => `reportPeriods.${index}`)
    .filter((path) => form.has(`${path}.name`))
    .map((path) => ({
      name: text(`${path}.name`),
      kind: REPORT_KINDS.find((kind) => kind === form.get(`${path}.kind`)),
      startsOn: text(`${path}.startsOn`),
      endsOn: text(`${path}.endsOn`),
      dueOn: text(`${path}.dueOn`),
    }));
  return {
    name: text("name"),
    funder: text("funder"),
    funderClass: text("funderClass"),
    emblem: text("emblem"),
    retainUntil: textOf(form, "retainUntil"),
    retentionBasis: text("retentionBasis"),
    visibilityText: Object.fromEntries(
      LANGUAGES.map((one) => [one, text(`visibilityText.${one}`)]),
    ),
    reportPeriods: periods,
  };
}
