import { type Parameter, parameterId, type Schema } from "./document.ts";
import { Breakable, Prose, SchemaText } from "./schema-text.tsx";
import type { Field } from "./schema-words.ts";

type Row = {
  readonly id?: string;
  readonly within: string;
  readonly name: string;
  /** Where a parameter stands; empty for a property. */
  readonly where: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly description: string | undefined;
};

/** The properties of an object, those of what it contains among them. `of` names the object. */
export function FieldTable({ of, fields }: { of: string; fields: readonly Field[] }) {
  const rows = fields.map((field) => ({
    ...field,
    where: "",
    description: field.schema.description,
  }));
  return <Rows caption="Properties" of={of} rows={rows} />;
}

type Parameters = {
  of: string;
  parameters: readonly Parameter[];
  /** Whether other places on the page lead to these. */
  shared?: boolean;
};

/** The parameters of an operation, or the shared ones. `of` names whose they are. */
export function ParameterTable({ of, parameters, shared = false }: Parameters) {
  const rows = parameters.map(({ name, in: where, required, schema, description }) => ({
    within: "",
    name,
    ...(shared && { id: parameterId(name) }),
    where,
    required: required === true,
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
        {rows.map(({ id, within, name, where, required, schema, description }) => (
          <tr key={`${within}${name} ${where}`} id={id}>
            <th scope="row">
              <code>
                {within !== "" && (
                  <span class="soft">
                    <Breakable text={within} />
                    <wbr />
                  </span>
                )}
                <Breakable text={name} />
              </code>{" "}
              {where !== "" && <span class="api-note soft">{where} </span>}
              {required && <span class="api-note">required</span>}
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
