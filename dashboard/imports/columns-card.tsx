import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { ImportView, Mapping } from "../../worker/imports/contract.ts";
import { EMPTY_MEANINGS, type ImportKind } from "../../worker/imports/terms.ts";
import { plural } from "../shared/i18n.ts";
import { Region } from "../shared/ui/region.tsx";
import { type Across, fieldName, fieldsOf } from "./labels.ts";
import type { Importing } from "./use-import.ts";
import { words } from "./words.ts";

type Props = {
  readonly kind: ImportKind;
  readonly across: Across;
  readonly importing: Importing;
  readonly view: ImportView;
};

/** What the columns tell, as guessed, and where a person corrects it. */
export function ColumnsCard({ kind, across, importing, view }: Props) {
  const say = words.value;
  const { choice } = importing;
  const correct = (mapping: Mapping) =>
    void importing.correct({ ...choice, mapping: { ...choice.mapping, ...mapping } });
  const setMeaning = (column: string, means: string) =>
    correct({
      columns: [
        ...(choice.mapping.columns ?? []).filter((one) => one.column !== column),
        { column, means },
      ],
    });
  return (
    <div class="card">
      <h3>{say.columns}</h3>
      <p class="soft">{view.own ? say.own : say.columnsHelp}</p>
      <Reading kind={kind} across={across} importing={importing} view={view} correct={correct} />
      <Columns count={view.columns.length} isOpen={!view.own}>
        <Region label={say.columns}>
          <table class="plain-table import-columns">
            <thead>
              <tr>
                <th scope="col">{say.column}</th>
                <th scope="col">{say.heading}</th>
                <th scope="col">{say.means}</th>
                <th scope="col">{say.samples}</th>
              </tr>
            </thead>
            <tbody>
              {view.columns.map(({ column, heading, samples, means }) => (
                <tr key={column}>
                  <td>{column}</td>
                  <th scope="row" lang="fi">
                    {heading}
                  </th>
                  <td>
                    <Meaning
                      label={say.meansOf(column, heading)}
                      means={means}
                      kind={kind}
                      across={across}
                      onChoose={(chosen) => setMeaning(column, chosen)}
                    />
                  </td>
                  <td class="soft small" lang="fi">
                    {samples.join(" · ")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Region>
      </Columns>
    </div>
  );
}

/** The columns of a file that is known need no look; those of another are the first thing to see. */
function Columns({
  count,
  isOpen,
  children,
}: {
  count: number;
  isOpen: boolean;
  children: ComponentChildren;
}) {
  if (isOpen) return <>{children}</>;
  return (
    <details>
      <summary>{plural(count, words.value.columnsOf)}</summary>
      {children}
    </details>
  );
}

/** How the sheet as a whole is read: which one, from which row, and what an empty cell says. */
function Reading({
  kind,
  across,
  importing,
  view,
  correct,
}: Props & { readonly correct: (mapping: Mapping) => void }) {
  const say = words.value;
  const { mapping } = importing.choice;
  const means = new Set(view.columns.map((one) => one.means.split("/")[0]));
  const lacks = (...fields: readonly string[]) => fields.every((field) => !means.has(field));
  const sheets = view.sheets.map((name) => ({ value: name, label: name }));
  const asksMilestone = kind === "progress" && lacks("milestone", "title");
  const asksMunicipality = kind === "progress" && lacks("municipality", "municipalityName");
  const none = { value: "", label: say.aboutNone };
  return (
    <div class="import-reading">
      {sheets.length > 1 && (
        <Select
          label={say.sheet}
          value={view.sheet}
          choices={sheets}
          // Another sheet has other columns.
          onChoose={(sheet) => void importing.correct({ sheet, mapping: {} })}
        />
      )}
      <HeaderRow row={view.headerRow} onChange={(headerRow) => correct({ headerRow })} />
      <Select
        label={say.empty}
        value={view.empty}
        choices={EMPTY_MEANINGS.map((value) => ({ value, label: say.emptyChoices[value] }))}
        onChoose={(value) => {
          const empty = EMPTY_MEANINGS.find((one) => one === value);
          if (empty) correct({ empty });
        }}
      />
      {asksMilestone && (
        <Select
          label={say.aboutMilestone}
          value={String(mapping.milestone ?? "")}
          choices={[
            none,
            ...across.milestones.map(({ number, title }) => ({
              value: String(number),
              label: `${number}. ${title}`,
            })),
          ]}
          onChoose={(value) => correct({ milestone: value === "" ? undefined : Number(value) })}
        />
      )}
      {asksMunicipality && (
        <Select
          label={say.aboutMunicipality}
          value={mapping.municipality ?? ""}
          choices={[
            none,
            ...across.municipalities.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChoose={(value) => correct({ municipality: value === "" ? undefined : value })}
        />
      )}
    </div>
  );
}

function Select({
  label,
  value,
  choices,
  onChoose,
}: {
  label: string;
  value: string;
  choices: readonly { readonly value: string; readonly label: string }[];
  onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {choices.map((one) => (
          <option key={one.value} value={one.value} selected={one.value === value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function HeaderRow({ row, onChange }: { row: number; onChange: (row: number) => void }) {
  const id = useId();
  return (
    <div class="field import-row">
      <label for={id}>{words.value.headerRow}</label>
      <input
        id={id}
        type="number"
        min={1}
        step={1}
        value={row}
        onChange={({ currentTarget }) => {
          const told = currentTarget.valueAsNumber;
          if (Number.isInteger(told) && told > 0) onChange(told);
        }}
      />
    </div>
  );
}

function Meaning({
  label,
  means,
  kind,
  across,
  onChoose,
}: {
  label: string;
  means: string;
  kind: ImportKind;
  across: Across;
  onChoose: (means: string) => void;
}) {
  const say = words.value;
  const option = (value: string, text: string) => (
    <option key={value} value={value} selected={value === means}>
      {text}
    </option>
  );
  return (
    <select
      aria-label={label}
      value={means}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      {option("ignore", say.ignored)}
      <optgroup label={say.fields}>
        {fieldsOf(kind).map((field) =>
          option(
            field,
            fieldName(kind, field, (code) => code),
          ),
        )}
      </optgroup>
      {kind === "progress" && (
        <optgroup label={say.cellsOf}>
          {across.milestones.map(({ number, title }) =>
            option(`milestone/${number}`, `${number}. ${title}`),
          )}
        </optgroup>
      )}
      <optgroup label={kind === "plan" ? say.duesIn : say.cellsIn}>
        {across.municipalities.map(({ code, name }) => option(`municipality/${code}`, name))}
      </optgroup>
    </select>
  );
}
