import type { Body, Operation } from "./document.ts";
import { FieldTable, ParameterTable } from "./field-table.tsx";
import { Prose, SchemaText } from "./schema-text.tsx";
import { fieldsOf } from "./schema-words.ts";

/** One operation: what it takes and what it answers. */
export function OperationCard({ operation }: { operation: Operation }) {
  const { id, method, path, summary, parameters, request, responses } = operation;
  const name = `${method} ${path}`;
  return (
    <article class="card api-card" id={id} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>
        <MethodAndPath method={method} path={path} />
      </h3>
      <p>
        <Prose text={summary} />
      </p>
      {parameters.length > 0 && <ParameterTable of={name} parameters={parameters} />}
      {request && <Request of={name} request={request} />}
      <Responses of={name} responses={responses} />
    </article>
  );
}

/** `GET /api/projects`, which breaks between the parts of the path. */
export function MethodAndPath({ method, path }: Pick<Operation, "method" | "path">) {
  return (
    <code>
      <span class={`api-method ${method.toLowerCase()}`}>{method}</span>{" "}
      {path.split(/(?=\/)/).flatMap((part) => [part, <wbr key={part} />])}
    </code>
  );
}

type Request = { of: string; request: NonNullable<Operation["request"]> };

function Request({ of, request: { required, bodies } }: Request) {
  return (
    <div>
      <p class="api-part">Body</p>
      {bodies.map((body) => (
        <div key={body.mediaType}>
          <p>
            <BodyText body={body} />
            {required && <span class="api-note"> required</span>}
          </p>
          {body.schema.$ref === undefined && <FieldTable of={of} fields={fieldsOf(body.schema)} />}
        </div>
      ))}
    </div>
  );
}

function BodyText({ body: { mediaType, schema } }: { body: Body }) {
  return (
    <>
      <code class="api-type">{mediaType}</code>: <SchemaText schema={schema} />
    </>
  );
}

function Responses({ of, responses }: { of: string } & Pick<Operation, "responses">) {
  return (
    <table class="plain-table api-table api-responses">
      <caption>
        Responses<span class="hidden-visually"> of {of}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden-visually">Status</span>
          </th>
          <th scope="col">
            <span class="hidden-visually">Meaning</span>
          </th>
          <th scope="col">
            <span class="hidden-visually">Body</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {responses.map(({ status, description, bodies }) => (
          <tr key={status}>
            <th scope="row">
              <span class={`api-status ${status.startsWith("2") ? "good" : ""}`}>{status}</span>
            </th>
            <td>
              <Prose text={description} />
            </td>
            <td>
              <Bodies bodies={bodies} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bodies({ bodies }: { bodies: readonly Body[] }) {
  const [only] = bodies;
  if (!only) return <span class="soft">no body</span>;
  if (bodies.length === 1) return <SchemaText schema={only.schema} />;
  return (
    <ul class="api-bodies">
      {bodies.map((body) => (
        <li key={body.mediaType}>
          <BodyText body={body} />
        </li>
      ))}
    </ul>
  );
}
