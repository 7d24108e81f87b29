import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { refusal } from "../support/answers.ts";
import { filledIn, nameOf, operationsOf, served } from "../support/document.ts";
import { aWorld, origin } from "../support/world.ts";

const foreign = [
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: `${origin}.evil.example` },
  { origin: origin.replace("https", "http") },
  { origin: `${origin}:8443` },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { origin, "sec-fetch-site": "cross-site" },
] as const;

const everything = async () =>
  JSON.stringify(
    await env.DB.batch(
      ["facts", "people", "sessions", "memberships", "tokens", "invitations", "reports"].map(
        (table) => env.DB.prepare(`SELECT * FROM ${table}`),
      ),
    ).then((results) => results.map(({ results: rows }) => rows)),
  );

describe("a write that carries the cookie from somewhere else", () => {
  test("is refused on every operation, before anything is read or written", async () => {
    const { admin } = await aWorld();
    const before = await everything();
    const operations = operationsOf(await served()).filter(({ method }) => method !== "GET");
    expect(operations.length).toBeGreaterThan(25);
    for (const operation of operations) {
      for (const headers of foreign) {
        const answer = await admin.send(
          operation.method,
          filledIn(operation.path),
          operation.body ? {} : undefined,
          { headers: { ...headers } },
        );
        await refusal(answer, 403, "forbidden").catch((cause: unknown) => {
          throw new Error(`${nameOf(operation)} with ${JSON.stringify(headers)}`, { cause });
        });
      }
    }
    expect(await everything()).toBe(before);
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/html",
    "application/jsonp",
  ])("as %s, which a page can send unasked, is refused on every operation", async (type) => {
    const { admin } = await aWorld();
    const before = await everything();
    const operations = operationsOf(await served()).filter(({ body }) => body !== null);
    for (const { method, path, takesForm } of operations) {
      const answer = await admin.send(method, filledIn(path), "{}", {
        headers: { "content-type": type },
        version: 1,
      });
      // Where a form may be sent, this is none.
      const status = takesForm && type.startsWith("multipart/") ? 400 : 415;
      expect({ path, status: answer.status }).toEqual({ path, status });
    }
    expect(await everything()).toBe(before);
  });
});

test("a read never changes anything", async () => {
  const { admin } = await aWorld();
  const before = await everything();
  for (const { method, path } of operationsOf(await served())) {
    if (method === "GET") await admin.get(`${filledIn(path)}?format=json`);
  }
  expect(await everything()).toBe(before);
});
