/** As much of a JSON Schema (2020-12) as the page puts into words. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly example?: unknown;
};

export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
};

/** A parameter that several operations share, by its name among the components. */
type ParameterRef = { readonly $ref: string };

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

type OperationObject = {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly parameters?: readonly (Parameter | ParameterRef)[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Content }>
  >;
};

type OpenApi = {
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
  };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters?: Readonly<Record<string, Parameter>>;
  };
};

/** What is sent or answered in one media type. */
export type Body = { readonly mediaType: string; readonly schema: Schema };

export type Operation = {
  /** Where it stands on the page. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** Names of the shared parameters that it takes besides. */
  readonly shared: readonly string[];
  readonly request: { readonly required: boolean; readonly bodies: readonly Body[] } | null;
  readonly responses: readonly {
    readonly status: string;
    readonly description: string;
    readonly bodies: readonly Body[];
  }[];
};

type Tag = {
  readonly id: string;
  readonly name: string;
  readonly operations: readonly Operation[];
};

/** The document in the order in which the page tells it. */
export type Reference = OpenApi["info"] & {
  readonly tags: readonly Tag[];
  readonly shared: readonly Parameter[];
  readonly schemas: readonly { readonly name: string; readonly schema: Schema }[];
};

export const documentPath = "/api/openapi.json";

/** Reads the document that the service makes from its routes. Fails when it does not come. */
export async function readReference(): Promise<Reference> {
  const answer = await fetch(documentPath);
  if (!answer.ok) throw new Error(`${documentPath} was answered with ${answer.status}`);
  return referenceOf(asOpenApi(await answer.json()));
}

/** Where a named schema stands on the page. */
export const schemaId = (name: string) => `schema-${name}`;

/** Where a shared parameter stands on the page. */
export const parameterId = (name: string) => `parameter-${name}`;

/** `#/components/schemas/Cell` is called Cell. */
export const nameOfRef = (ref: string) => ref.slice(ref.lastIndexOf("/") + 1);

/** It is our own service's, which `test/openapi` holds to the schema of OpenAPI 3.1. */
const asOpenApi = (json: unknown) => json as OpenApi;

function referenceOf({ info, paths, components }: OpenApi): Reference {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationOf(method, path, operation)),
  );
  const tags = [...Map.groupBy(operations, ({ tag }) => tag)].map(([name, its]) => ({
    id: `tag-${slugOf(name)}`,
    name,
    operations: its,
  }));
  const schemas = Object.entries(components.schemas)
    .map(([name, schema]) => ({ name, schema }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  return { ...info, tags, shared: Object.values(components.parameters ?? {}), schemas };
}

function operationOf(method: string, path: string, of: OperationObject): Operation {
  const { requestBody, parameters = [] } = of;
  return {
    id: slugOf(`${method} ${path}`),
    method: method.toUpperCase(),
    path,
    tag: of.tags?.[0] ?? "Other",
    summary: of.summary ?? "",
    parameters: parameters.filter((one) => "schema" in one),
    shared: parameters.filter((one) => "$ref" in one).map(({ $ref }) => nameOfRef($ref)),
    request: requestBody
      ? { required: requestBody.required ?? false, bodies: bodiesOf(requestBody.content) }
      : null,
    responses: Object.entries(of.responses).map(([status, { description, content }]) => ({
      status,
      description,
      bodies: bodiesOf(content ?? {}),
    })),
  };
}

const slugOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

const bodiesOf = (content: Content): readonly Body[] =>
  Object.entries(content).map(([mediaType, { schema }]) => ({ mediaType, schema }));
