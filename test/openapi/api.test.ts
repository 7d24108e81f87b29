import { expect, test } from "vitest";
import * as z from "zod";
import { ok } from "../support/answers.ts";
import { filledIn, nameOf, operationsOf, type Schema, served } from "../support/document.ts";
import { aWorld, programme, project } from "../support/world.ts";

type Responses = Readonly<
  Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
>;

const cell = "/api/projects/demo/progress/1/837";
const BODIES: Readonly<Record<string, unknown>> = {
  "POST /api/programmes": { ...programme, slug: "uusi" },
  "PATCH /api/programmes/{programme}": { name: "Uusi" },
  "POST /api/projects": { ...project, slug: "uusi" },
  "PATCH /api/projects/{project}": { summary: "Uusi" },
  "POST /api/projects/{project}/milestones": { phase: 1, title: "Uusi" },
  "PATCH /api/projects/{project}/milestones/{number}": { title: "Uusi" },
  "POST /api/projects/{project}/progress/batch": [
    { milestone: 1, municipality: "536", version: 0, declared: "done" },
  ],
  "PATCH /api/projects/{project}/progress/{number}/{municipality}": { note: "Uusi" },
};

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
  const paused = { declared: "paused", reason: "Tauko", unblock: "Sijainen", note: "Sovittu" };
  await ok(await admin.send("PATCH", cell, paused, { version: 0 }));
  await ok(await admin.send("POST", `${cell}/confirm`));
  const looked: string[] = [];
  for (const operation of operationsOf(document)) {
    const { method, path } = operation;
    const name = nameOf(operation);
    const responses = (document.paths[path]?.[method.toLowerCase()]?.responses ?? {}) as Responses;
    const [status = "", response] =
      Object.entries(responses).find(([code]) => code.startsWith("2")) ?? [];
    const schema = response?.content?.["application/json"]?.schema;
    if (!schema) continue;
    const at = filledIn(path);
    const version =
      method === "PATCH" ? (await ok<{ version: number }>(await admin.get(at))).version : undefined;
    const query = path.endsWith("/export") ? "?format=json" : "";
    const answer = await admin.send(method, `${at}${query}`, BODIES[name], {
      ...(version !== undefined && { version }),
    });
    const body = await ok(answer, Number(status));
    const whole = JSON.stringify({ ...schema, $defs: schemas });
    const rules: unknown = JSON.parse(whole.replaceAll("#/components/schemas/", "#/$defs/"));
    // What `z.fromJSONSchema` takes is any JSON Schema.
    const parsed = z
      .fromJSONSchema(rules as Parameters<typeof z.fromJSONSchema>[0])
      .safeParse(body);
    expect(parsed.error, name).toBeUndefined();
    expect(unnamed(body, schema, schemas), name).toEqual([]);
    looked.push(name);
  }
  expect(looked).toHaveLength(operationsOf(document).length - 2);
});
