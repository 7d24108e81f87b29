import { ok } from "./answers.ts";
import { stranger } from "./world.ts";

/** As much of the served OpenAPI document as tests look at. */
export type Schema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly const?: unknown;
  readonly $ref?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

export type Operation = {
  readonly method: string;
  readonly path: string;
  /** The action of the permission table that it goes by, or `open`. */
  readonly permission: string | undefined;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: "path" | "query" | "header";
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly body: Schema | null;
  /** Whether a form with a file may be sent too. */
  readonly takesForm: boolean;
  readonly responses: readonly string[];
};

export type Document = {
  readonly openapi: string;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly summary?: string;
            readonly "x-permission"?: string;
            readonly parameters?: Operation["parameters"];
            readonly requestBody?: {
              readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
            };
            readonly responses: Readonly<Record<string, unknown>>;
          }
        >
      >
    >
  >;
};

export const served = async () => ok<Document>(await stranger.get("/api/openapi.json"));

/** Every operation of the document, by path and method. */
export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody, responses, ...more }]) => ({
      method: method.toUpperCase(),
      path,
      permission: more["x-permission"],
      parameters: parameters ?? [],
      body: requestBody?.content["application/json"]?.schema ?? null,
      takesForm: requestBody?.content["multipart/form-data"] !== undefined,
      responses: Object.keys(responses),
    })),
  );
}

export const nameOf = ({ method, path }: Pick<Operation, "method" | "path">) => `${method} ${path}`;

/** A path with its parameters filled in from the world `demo`. */
export function filledIn(path: string, values: Readonly<Record<string, string>> = {}): string {
  const demo = { programme: "rrp", project: "demo", number: "1", municipality: "837", ...values };
  return Object.entries(demo).reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, value),
    path,
  );
}
