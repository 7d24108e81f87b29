import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { app } from "../../worker/app.ts";

type Operation = {
  summary?: string;
  tags?: string[];
  parameters?: { name: string }[];
  "x-permission"?: string;
  requestBody?: { required?: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { description?: string; content?: Record<string, unknown> }>;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: object };
};

async function served(): Promise<Document> {
  // The document is made from the schemas alone, so no database is asked.
  const answer = await app.request(
    "/api/openapi.json",
    {},
    { DB: {}, DEPLOYMENT: "demonstration" },
  );
  return answer.json();
}

const operations = async () =>
  Object.entries((await served()).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method} ${path}`,
      operation,
    })),
  );

/** Whatever changes what somebody has read: a thing, a cell that stays, a report, a role that ends. */
const namesVersion =
  /^patch |^post .*\/(confirm|submit|grant|withdraw|resolve|answer|close|return|correct|reports\/\{number\}\/accept|risks\/\{number\}\/review)$|^put \/api\/accessibility$|^put .*\/sections\/|^delete .*\/(members|views)\//;

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(await served());
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  test("names every operation once, and says what each refusal looks like", async () => {
    const all = await operations();
    expect(new Set(all.map(({ operation }) => operation.summary)).size).toBe(all.length);
    for (const { name, operation } of all) {
      expect(operation.tags, name).toHaveLength(1);
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect(description, name).toMatch(/\S/);
        if (Number(status) >= 400)
          expect(Object.keys(content ?? {}), name).toEqual(["application/problem+json"]);
      }
    }
  });

  test("bounds every text, list and number that a request can carry", async () => {
    const document = await served();
    const loose: string[] = [];
    const visit = (schema: unknown, path: string) => {
      if (typeof schema !== "object" || schema === null) return;
      const {
        type,
        maxLength,
        maxItems,
        maximum,
        pattern,
        format,
        enum: values,
      } = schema as Record<string, unknown>;
      const types = [type].flat();
      const bounded = pattern !== undefined || format !== undefined || values !== undefined;
      if (types.includes("string") && maxLength === undefined && !bounded) loose.push(path);
      if (types.includes("array") && maxItems === undefined) loose.push(path);
      if ((types.includes("number") || types.includes("integer")) && maximum === undefined)
        loose.push(path);
      for (const [name, inner] of Object.entries(schema)) visit(inner, `${path}.${name}`);
    };
    const named = Object.entries(document.components.schemas).filter(([name]) =>
      /^((Accept|Correct|Return)Report|Create|Change|Review|Grant|From|Write|Withdraw|Resolve|(Amendment|Milestone)Change$|Cell(Change|Batch))/.test(
        name,
      ),
    );
    expect(named.map(([name]) => name).toSorted()).toEqual([
      "AcceptReport",
      "AmendmentChange",
      "CellBatch",
      "CellChange",
      "ChangeComment",
      "ChangeDeviation",
      "ChangeMilestone",
      "ChangeProgramme",
      "ChangeProject",
      "ChangePublication",
      "ChangeReport",
      "ChangeRisk",
      "ChangeSavedView",
      "ChangeWebhook",
      "CorrectReport",
      "CreateAmendment",
      "CreateDeviation",
      "CreateEvidence",
      "CreateLink",
      "CreateMilestone",
      "CreateProgramme",
      "CreateProject",
      "CreateReport",
      "CreateRisk",
      "CreateSavedView",
      "CreateWebhook",
      "FromTemplate",
      "GrantPlan",
      "MilestoneChange",
      "ResolveThread",
      "ReturnReport",
      "ReviewEvidence",
      "WithdrawComment",
      "WriteComment",
      "WriteSection",
    ]);
    const bodies = (await operations()).flatMap(({ name, operation: { requestBody } }) =>
      Object.values(requestBody?.content ?? {}).map(({ schema }) => [name, schema] as const),
    );
    // A body that refers to a named schema is looked at there.
    for (const [name, schema] of [...named, ...bodies]) visit(schema, name);
    const withoutBody = bodies.filter(([, schema]) => schema === undefined);
    expect(withoutBody).toEqual([]);
    const referred = JSON.stringify(bodies).match(/#\/components\/schemas\/\w+/g) ?? [];
    const known = new Set(named.map(([name]) => `#/components/schemas/${name}`));
    expect(referred.filter((path) => !known.has(path))).toEqual([]);
    expect(loose).toEqual([]);
  });

  test("says that every body that can be sent has to be", async () => {
    const optional = (await operations()).filter(
      ({ operation: { requestBody } }) => requestBody && requestBody.required !== true,
    );
    expect(optional.map(({ name }) => name)).toEqual([]);
  });

  test("names If-Match where a version is changed, and takes a key on every POST and PATCH of a signed-in person and on feedback", async () => {
    for (const { name, operation } of await operations()) {
      const names = (operation.parameters ?? []).map((parameter) => parameter.name);
      expect(names.includes("if-match"), name).toBe(namesVersion.test(name));
      const keyed =
        name === "post /api/feedback" ||
        (/^(post|patch) /.test(name) && operation["x-permission"] !== "open");
      expect(names.includes("idempotency-key"), name).toBe(keyed);
    }
  });
});
