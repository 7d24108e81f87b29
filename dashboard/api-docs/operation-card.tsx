import { Fragment } from "preact";
import { type Body, type Operation, parameterId } from "./document.ts";
import { FieldTable, ParameterTable } from "./field-table.tsx";
import { Breakable, Prose, SchemaText } from "./schema-text.tsx";
import { fieldsOf } from "./schema-words.ts";

/** One operation: what it takes and what it answers. */
export function OperationCard({ operation }: { operation: Operation }) {
  const { id, method, path, summary, parameters, shared, request, responses } = operation;
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
      {shared.length > 0 && <Shared names={shared} />}
      {request && <Request of={name} request={request} />}
      <Responses of={name} responses={responses} />
    </article>
  );
}

/** `GET /api/projects`: the method as a label, the path breaking between its parts. */
export function MethodAndPath({ method, path }: Pick<Operation, "method" | "path">) {
  return (
    <code class="api-address">
      <span class={`api-method ${method.toLowerCase()}`}>{method}</span>{" "}
      <span>
        <Breakable text={path} />
      </span>
    </code>
  );
}

function Shared({ names }: { names: readonly string[] }) {
  return (
    <p class="small soft">
      Shared parameters:
      {names.map((name, place) => (
        <Fragment key={name}>
          {place > 0 && ","}{" "}
          <a href={`#${parameterId(name)}`}>
            <code>{name}</code>
          </a>
        </Fragment>
      ))}
    </p>
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
            {required && ", required"}
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
