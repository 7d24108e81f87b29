import type { OpenAPIHono } from "@hono/zod-openapi";
import { LANGUAGES } from "../kernel/language.ts";
import type { AppEnv } from "./env.ts";

const language = {
  name: "lang",
  in: "query",
  required: false,
  description: "Language of texts, refusals and files; goes before Accept-Language. Finnish else",
  schema: { type: "string", enum: [...LANGUAGES] },
} as const;

const acceptLanguage = {
  name: "Accept-Language",
  in: "header",
  required: false,
  description: "The first of fi, sv and en that it names (RFC 9110 § 12.5.4)",
  schema: { type: "string", maxLength: 500 },
} as const;

/** The OpenAPI 3.1 document, from the schemas that validate requests and type answers. */
export function apiDocument(app: OpenAPIHono<AppEnv>, version: string) {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Etappi",
      version,
      description: "Publicly funded development work, from pilot to practice, by municipality.",
      license: {
        name: "EUPL-1.2",
        url: "https://interoperable-europe.ec.europa.eu/collection/eupl",
      },
    },
    servers: [{ url: "/" }],
    security: [{ session: [] }],
  });
  return {
    ...document,
    paths: Object.fromEntries(
      Object.entries(document.paths ?? {}).map(([path, item]) => [path, inLanguages(item)]),
    ),
    components: {
      ...document.components,
      parameters: { [language.name]: language, [acceptLanguage.name]: acceptLanguage },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "__Host-etappi" } },
    },
  };
}

const everywhere = [language, acceptLanguage].map(({ name }) => ({
  $ref: `#/components/parameters/${name}`,
}));

/** Every operation of a path with the parameters that all of them take. */
function inLanguages(item: object) {
  // Hono's generator puts operations there and nothing else.
  const operations = item as Record<string, { readonly parameters?: readonly object[] }>;
  return Object.fromEntries(
    Object.entries(operations).map(([method, operation]) => [
      method,
      { ...operation, parameters: [...(operation.parameters ?? []), ...everywhere] },
    ]),
  );
}
