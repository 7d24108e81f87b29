import { documentPath, type Reference, type Schema, schemaId } from "./document.ts";
import { FieldTable, ParameterTable } from "./field-table.tsx";
import { Example, Introduction } from "./introduction.tsx";
import { MethodAndPath, OperationCard } from "./operation-card.tsx";
import { Prose, SchemaLink, SchemaText } from "./schema-text.tsx";
import { fieldsOf } from "./schema-words.ts";

/** The API as a reference to read: rules, an example, operations by tag, schemas by name. */
export function ReferencePage({ reference }: { reference: Reference }) {
  const { tags, shared, schemas } = reference;
  return (
    <>
      <a class="skip" href="#content">
        To the content
      </a>
      <Top />
      <div class="page api-page">
        <Contents reference={reference} />
        <main id="content" tabIndex={-1}>
          <Title reference={reference} />
          <Introduction />
          <Example />
          {tags.map(({ id, name, operations }) => (
            <section key={id} id={id} aria-labelledby={`${id}-name`}>
              <h2 id={`${id}-name`}>{name}</h2>
              {operations.map((operation) => (
                <OperationCard key={operation.id} operation={operation} />
              ))}
            </section>
          ))}
          {shared.length > 0 && (
            <section class="card api-card" id="shared" aria-labelledby="shared-name">
              <h2 id="shared-name">Shared parameters</h2>
              <ParameterTable of="many operations" parameters={shared} shared />
            </section>
          )}
          <section id="schemas" aria-labelledby="schemas-name">
            <h2 id="schemas-name">Schemas</h2>
            {schemas.map(({ name, schema }) => (
              <SchemaCard key={name} name={name} schema={schema} />
            ))}
          </section>
        </main>
      </div>
    </>
  );
}

/** What stands there when the document does not come. */
export function Unread() {
  return (
    <>
      <Top />
      <main class="page">
        <h1>The API</h1>
        <p class="notice bad" role="alert">
          <a href={documentPath}>The document that describes the API</a> could not be read. Load
          this page again in a moment.
        </p>
      </main>
    </>
  );
}

function Top() {
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href="/">
          <img src="/icon.svg" alt="" width="30" height="30" />
          Etappi
        </a>
      </div>
    </header>
  );
}

function Title({ reference: { title, version, description } }: { reference: Reference }) {
  return (
    <div class="api-title">
      <h1>{title}: the API</h1>
      <p class="lead">{description}</p>
      <p class="row">
        <span class="chip">Version {version}</span>
        <a class="button" href={documentPath} download="etappi-openapi.json">
          Download the OpenAPI document
        </a>
      </p>
    </div>
  );
}

function Contents({ reference: { tags, shared, schemas } }: { reference: Reference }) {
  return (
    <nav class="api-contents" aria-label="Contents">
      <ul>
        <li>
          <a href="#rules">What holds everywhere</a>
        </li>
        <li>
          <a href="#example">Try it</a>
        </li>
        {tags.map(({ id, name, operations }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
            <ul>
              {operations.map((operation) => (
                <li key={operation.id}>
                  <a href={`#${operation.id}`}>
                    <MethodAndPath {...operation} />
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {shared.length > 0 && (
          <li>
            <a href="#shared">Shared parameters</a>
          </li>
        )}
        <li>
          <a href="#schemas">Schemas</a>
          <ul>
            {schemas.map(({ name }) => (
              <li key={name}>
                <SchemaLink name={name} />
              </li>
            ))}
          </ul>
        </li>
      </ul>
    </nav>
  );
}

function SchemaCard({ name, schema }: { name: string; schema: Schema }) {
  const id = schemaId(name);
  const fields = fieldsOf(schema);
  return (
    <article class="card api-card" id={id} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>{name}</h3>
      {schema.description !== undefined && (
        <p>
          <Prose text={schema.description} />
        </p>
      )}
      <p class="soft">
        <SchemaText schema={schema} />
      </p>
      {fields.length > 0 && <FieldTable of={name} fields={fields} />}
    </article>
  );
}
