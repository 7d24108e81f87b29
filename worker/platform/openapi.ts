import type { OpenAPIHono } from "@hono/zod-openapi";
import { LANGUAGES } from "../kernel/language.ts";
import { type Action, PERMISSIONS, type Reach, ROLES, type Who } from "../kernel/permissions.ts";
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
    security: [{ session: [] }, { token: [] }],
  });
  return {
    ...document,
    paths: Object.fromEntries(
      Object.entries(document.paths ?? {}).map(([path, item]) => [path, completed(item)]),
    ),
    components: {
      ...document.components,
      parameters: { [language.name]: language, [acceptLanguage.name]: acceptLanguage },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "__Host-etappi" },
        token: {
          type: "http",
          scheme: "bearer",
          description: "An API token of one's own account, cut down to its scope and project",
        },
      },
    },
  };
}

const everywhere = [language, acceptLanguage].map(({ name }) => ({
  $ref: `#/components/parameters/${name}`,
}));

type Operation = {
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly "x-permission"?: Action | "open";
};

/** Every operation of a path with the parameters that all of them take, and who may use it. */
function completed(item: object) {
  // Hono's generator puts operations there and nothing else.
  const operations = item as Record<string, Operation>;
  return Object.fromEntries(
    Object.entries(operations).map(([method, operation]) => {
      const permission = operation["x-permission"] ?? "open";
      return [
        method,
        {
          ...operation,
          parameters: [...(operation.parameters ?? []), ...everywhere],
          // A body of several kinds is validated by its own kind, and so cannot be named required.
          ...(operation.requestBody && {
            requestBody: { ...operation.requestBody, required: true },
          }),
          description: whoMay(permission),
          ...(permission === "open" && { security: [] }),
        },
      ];
    }),
  );
}

const reaches: Readonly<Record<Reach, string>> = {
  county: "in the whole county",
  any: "of some project",
  project: "of the project",
  municipality: "of the project, for their own municipalities",
  self: "about themselves",
};

/** A line of the permission table as a sentence. */
function whoMay(permission: Action | "open"): string {
  if (permission === "open") return "Open to all.";
  const rule: Partial<Record<Who, Reach>> = PERMISSIONS[permission];
  const who = [...ROLES, "person" as const].flatMap((role) => {
    const reach = rule[role];
    return reach ? [`${role === "person" ? "anybody signed in" : role} ${reaches[reach]}`] : [];
  });
  return `For ${who.join("; ")} (\`${permission}\`).`;
}
