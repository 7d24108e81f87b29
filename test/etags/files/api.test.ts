import { expect, test } from "vitest";
import { askFor } from "../../support/asks.ts";
import { filledIn, nameOf, operationsOf, served } from "../../support/document.ts";
import { aWorld } from "../../support/world.ts";

test("no file has an ETag: it goes out as it is made, and is not held back to be digested", async () => {
  const document = await served();
  const { admin } = await aWorld();
  const by = { id: "admin", client: admin, session: admin };
  const files = operationsOf(document).filter(({ method, path }) => {
    const made = JSON.stringify(document.paths[path]?.[method.toLowerCase()]?.responses["200"]);
    return /"format":"binary"/.test(made ?? "");
  });
  const tags: Record<string, string | null> = {};
  for (const operation of files) {
    const name = nameOf(operation);
    const { params, query = "", body } = await askFor(name, { admin, by });
    const path = `${filledIn(operation.path, params)}?${query}`;
    const answer = await admin.send(operation.method, path, body);
    expect({ name, status: answer.status }).toEqual({ name, status: 200 });
    tags[name] = answer.headers.get("etag");
  }
  expect(Object.keys(tags)).toContain("GET /api/projects/{project}/trend/export");
  expect(tags).toEqual(Object.fromEntries(files.map((operation) => [nameOf(operation), null])));
});
