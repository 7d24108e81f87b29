import { expect, test } from "vitest";
import * as z from "zod";
import { ok } from "../support/answers.ts";
import { askFor } from "../support/asks.ts";
import { filledIn, nameOf, operationsOf, type Schema, served } from "../support/document.ts";
import { aWorld } from "../support/world.ts";

type Responses = Readonly<
  Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
>;

/** Nothing is behind these where no provider is set; the others answer a file alone. */
const NOT_JSON = [
  "POST /api/sign-in/oidc",
  "GET /api/sign-in/callback/oidc",
  "GET /api/history/export",
  "GET /api/portfolio/export",
  "GET /api/report-calendar/export",
  "GET /api/feedback/export",
  "GET /api/projects/{project}/amendments/export",
  "GET /api/projects/{project}/attention/export",
  "GET /api/projects/{project}/changes/export",
  "GET /api/projects/{project}/trend/export",
  "GET /api/projects/{project}/risks/export",
  "GET /api/projects/{project}/deviations/export",
  "GET /api/projects/{project}/evidence/export",
  "GET /api/projects/{project}/comments/export",
  "GET /api/evidence/{id}/file",
  "GET /api/projects/{project}/reports/{number}/pack",
  "GET /api/projects/{project}/reports/{number}/export",
  "POST /api/shared/file",
  "GET /api/projects/{project}/import/template",
  "GET /api/municipalities/{municipality}/export",
];

/** Fields of an answer that its schema does not name. */
function unnamed(
  value: unknown,
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
): string[] {
  const known = schema.$ref ? (schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {}) : schema;
  if (known.anyOf) {
    const each = known.anyOf.map((one) => unnamed(value, one, schemas));
    return each.find((fields) => fields.length === 0) ?? each[0] ?? [];
  }
  if (Array.isArray(value)) return value.flatMap((one) => unnamed(one, known.items ?? {}, schemas));
  if (typeof value !== "object" || value === null) return [];
  const { properties } = known;
  if (!properties || Object.keys(properties).length === 0) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    properties[name] ? unnamed(inner, properties[name], schemas) : [name],
  );
}

test("every answer has the shape that the document says, and no field that it does not name", async () => {
  const document = await served();
  const { schemas } = document.components;
  const { admin } = await aWorld();
  const by = { id: "admin", client: admin, session: admin };
  const looked: string[] = [];
  const faults: { readonly name: string; readonly wrong: string[]; readonly more: string[] }[] = [];
  for (const operation of operationsOf(document)) {
    const { method, path } = operation;
    const name = nameOf(operation);
    const responses = (document.paths[path]?.[method.toLowerCase()]?.responses ?? {}) as Responses;
    const [status = "", response] =
      Object.entries(responses).find(([code]) => code.startsWith("2")) ?? [];
    const schema = response?.content?.["application/json"]?.schema;
    if (!schema || NOT_JSON.includes(name)) continue;
    const { params, query, body: asked, version, headers } = await askFor(name, { admin, by });
    const at = `${filledIn(path, params)}${query === undefined ? "" : `?${query}`}`;
    const answer = await admin.send(method, at, asked, {
      ...(version !== undefined && { version }),
      ...(headers && { headers }),
    });
    const body = await ok(answer, Number(status));
    const whole = JSON.stringify({ ...schema, $defs: schemas });
    const rules: unknown = JSON.parse(whole.replaceAll("#/components/schemas/", "#/$defs/"));
    // What `z.fromJSONSchema` takes is any JSON Schema.
    const parsed = z
      .fromJSONSchema(rules as Parameters<typeof z.fromJSONSchema>[0])
      .safeParse(body);
    const wrong = parsed.error?.issues.map(({ path: place }) => place.join(".")) ?? [];
    const more = [...new Set(unnamed(body, schema, schemas))];
    if (wrong.length + more.length > 0) faults.push({ name, wrong, more });
    looked.push(name);
  }
  expect(faults).toEqual([]);
  expect(looked.toSorted()).toEqual(
    operationsOf(document)
      .filter(({ responses }) => !responses.some((status) => status === "204" || status === "302"))
      .map(nameOf)
      .filter((name) => !NOT_JSON.includes(name))
      .toSorted(),
  );
});
