import type { Shortcoming, StatementView } from "../../worker/feedback/contract/statement.ts";
import {
  criterionLengthMax,
  nameLengthMax,
  paragraphLengthMax,
  shortcomingsMax,
  urlLengthMax,
} from "../../worker/feedback/terms.ts";
import { emailLengthMax } from "../../worker/identity/terms.ts";
import type { Problem } from "../shared/api.ts";
import { LANGUAGES, messages } from "../shared/i18n.ts";
import { ChoiceField, LongField, TextField } from "../shared/ui/field.tsx";
import { words } from "./words.ts";

type Wrong = { readonly problem: Problem | null };
type Said = StatementView["otherwise"];

/** One text in the three languages, one beside the other where there is room. */
function Translated({
  label,
  name,
  value,
  problem,
  lengthMax = paragraphLengthMax,
}: Wrong & { label: string; name: string; value: Said | undefined; lengthMax?: number }) {
  const { languageNames } = messages.value;
  const Line = lengthMax < paragraphLengthMax ? TextField : LongField;
  return (
    <div class="translated" role="group" aria-label={label}>
      {LANGUAGES.map((one) => (
        <Line
          key={one}
          label={`${label}, ${languageNames[one]}`}
          name={`${name}.${one}`}
          value={value?.[one]}
          problem={problem}
          required
          lengthMax={lengthMax}
        />
      ))}
    </div>
  );
}

/** What the service is called, how far it conforms and how that is known. */
export function Basics({ statement, problem }: Wrong & { statement: StatementView }) {
  const { editor: say } = words.value;
  return (
    <fieldset class="card fields">
      <legend>
        <h2>{say.basics}</h2>
      </legend>
      <Translated
        label={say.serviceName}
        name="serviceName"
        value={statement.serviceName}
        problem={problem}
        lengthMax={nameLengthMax}
      />
      <div class="fields two">
        <ChoiceField
          label={say.conformance}
          name="conformance"
          value={statement.conformance}
          choices={say.levels}
          problem={problem}
        />
        <TextField
          label={say.assessedOn}
          name="assessedOn"
          type="date"
          value={statement.assessedOn}
          problem={problem}
          required
        />
      </div>
      <Translated
        label={say.assessedHow}
        name="assessedHow"
        value={statement.assessedHow}
        problem={problem}
      />
    </fieldset>
  );
}

/** A row of the form: its key stays while others come and go. */
export type Row = { readonly key: number; readonly shortcoming: Shortcoming | null };

export function Shortcomings({
  rows,
  problem,
  onChange,
}: Wrong & { rows: readonly Row[]; onChange: (rows: readonly Row[]) => void }) {
  const { editor: say } = words.value;
  const next = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  return (
    <fieldset class="card fields">
      <legend>
        <h2>{say.shortcomings}</h2>
      </legend>
      {rows.map(({ key, shortcoming }, index) => {
        const path = `shortcomings.${index}`;
        const label = `${say.shortcoming} ${index + 1}`;
        const line = { problem };
        return (
          <div key={key} class="fields shortcoming" role="group" aria-label={label}>
            <h3>{label}</h3>
            <Translated
              label={say.what}
              name={`${path}.what`}
              value={shortcoming?.what}
              {...line}
            />
            <Translated label={say.why} name={`${path}.why`} value={shortcoming?.why} {...line} />
            <Translated
              label={say.alternative}
              name={`${path}.alternative`}
              value={shortcoming?.alternative}
              {...line}
            />
            <div class="fields two">
              <TextField
                label={say.criterion}
                name={`${path}.criterion`}
                value={shortcoming?.criterion}
                lengthMax={criterionLengthMax}
                {...line}
              />
              <TextField
                label={say.resolveBy}
                name={`${path}.resolveBy`}
                type="date"
                value={shortcoming?.resolveBy}
                {...line}
              />
            </div>
            <div class="row">
              <button
                type="button"
                class="button"
                onClick={() => onChange(rows.filter((row) => row.key !== key))}
              >
                {say.remove(index + 1)}
              </button>
            </div>
          </div>
        );
      })}
      {rows.length < shortcomingsMax && (
        <div class="row">
          <button
            type="button"
            class="button"
            onClick={() => onChange([...rows, { key: next, shortcoming: null }])}
          >
            {say.add}
          </button>
        </div>
      )}
    </fieldset>
  );
}

/** How else one gets what one needs, where to write, and who supervises. */
export function Contacts({ statement, problem }: Wrong & { statement: StatementView }) {
  const { editor: say } = words.value;
  const { otherwise, contactEmail, authority } = statement;
  const line = { problem, lengthMax: nameLengthMax };
  return (
    <>
      <fieldset class="card fields">
        <legend>
          <h2>{say.contact}</h2>
        </legend>
        <Translated label={say.otherwise} name="otherwise" value={otherwise} problem={problem} />
        <TextField
          label={say.contactEmail}
          name="contactEmail"
          type="email"
          value={contactEmail}
          hint={say.contactEmailHint}
          problem={problem}
          required
          lengthMax={emailLengthMax}
        />
      </fieldset>
      <fieldset class="card fields">
        <legend>
          <h2>{say.authority}</h2>
        </legend>
        <Translated
          label={say.authorityName}
          name="authority.name"
          value={authority.name}
          {...line}
        />
        <Translated
          label={say.authorityUrl}
          name="authority.url"
          value={authority.url}
          problem={problem}
          lengthMax={urlLengthMax}
        />
        <Translated
          label={say.authorityContact}
          name="authority.contact"
          value={authority.contact}
          {...line}
        />
      </fieldset>
    </>
  );
}
