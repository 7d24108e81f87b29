import type { Parameter, Schema } from "./document.ts";
import { Prose, SchemaText } from "./schema-text.tsx";
import type { Field } from "./schema-words.ts";

type Row = {
  readonly within: string;
  readonly name: string;
  readonly note: string;
  readonly schema: Schema;
  readonly description: string | undefined;
};

/** The properties of an object, those of what it contains among them. `of` names the object. */
export function FieldTable({ of, fields }: { of: string; fields: readonly Field[] }) {
  const rows = fields.map(({ required, ...field }) => ({
    ...field,
    note: required ? "required" : "",
    description: field.schema.description,
  }));
  return <Rows caption="Properties" of={of} rows={rows} />;
}

/** The parameters of an operation. `of` names the operation. */
export function ParameterTable({
  of,
  parameters,
}: {
  of: string;
  parameters: readonly Parameter[];
}) {
  const rows = parameters.map(({ name, in: where, required, schema, description }) => ({
    within: "",
    name,
    note: required === true ? `${where}, required` : where,
    schema,
    description: description ?? schema.description,
  }));
  return <Rows caption="Parameters" of={of} rows={rows} />;
}

type Rows = { caption: string; of: string; rows: readonly Row[] };

function Rows({ caption, of, rows }: Rows) {
  return (
    <table class="plain-table api-table">
      <caption>
        {caption}
        <span class="hidden-visually"> of {of}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden-visually">Name</span>
          </th>
          <th scope="col">
            <span class="hidden-visually">What it is</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ within, name, note, schema, description }) => (
          <tr key={`${within}${name} ${note}`}>
            <th scope="row">
              <code>
                {within !== "" && <span class="soft">{within}</span>}
                {name}
              </code>{" "}
              {note !== "" && <span class="api-note">{note}</span>}
            </th>
            <td>
              <SchemaText schema={schema} />
              {description !== undefined && (
                <p class="soft">
                  <Prose text={description} />
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
