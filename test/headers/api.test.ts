import { expect, test } from "vitest";
import { app } from "../../worker/app.ts";
import { filledIn, nameOf, operationsOf, served } from "../support/document.ts";
import { aWorld, type Client, request, stranger } from "../support/world.ts";

const everywhere = {
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
};
const forbidden = ["server", "x-powered-by", "access-control-allow-origin"];

function faultsOf(answer: Response): string[] {
  const { headers } = answer;
  const wrong = Object.entries(everywhere).filter(([name, value]) => headers.get(name) !== value);
  const type = headers.get("content-type");
  const textual = type !== null && /^(text|application\/(problem\+)?json)/.test(type);
  return [
    ...wrong.map(([name]) => name),
    ...forbidden.filter((name) => headers.has(name)),
    ...(textual && !/charset=utf-8/i.test(type) ? ["charset"] : []),
    ...(headers.get("cache-control") === null && answer.status < 300 ? ["cache-control"] : []),
    ...(answer.status >= 500 ? [`status ${answer.status}`] : []),
  ];
}

test.each(["admin", "funder", "stranger"] as const)(
  "every answer of every operation to the %s carries the headers",
  async (name) => {
    const person: Client = name === "stranger" ? stranger : (await aWorld())[name];
    const faults: Record<string, string[]> = {};
    const operations = operationsOf(await served());
    expect(operations.length).toBeGreaterThan(55);
    for (const operation of operations) {
      const { method, body } = operation;
      const path = `${filledIn(operation.path)}?format=json`;
      const answer = await person.send(method, path, body ? {} : undefined);
      const found = faultsOf(answer);
      if (found.length > 0) faults[nameOf(operation)] = found;
    }
    expect(faults).toEqual({});
  },
);

test.each(["/api/openapi.json", "/.well-known/security.txt", "/api/none", "/none", "/api/%00"])(
  "so does %s",
  async (path) => {
    expect(faultsOf(await request(path)).filter((name) => name !== "cache-control")).toEqual([]);
  },
);

test("methods that nothing is for are refused without detail", async () => {
  for (const method of ["OPTIONS", "PROPFIND", "PUT", "HEAD"]) {
    const answer = await request("/api/health", { method });
    expect([200, 401, 404]).toContain(answer.status);
    expect(answer.headers.get("allow")).toBeNull();
    expect(faultsOf(answer).filter((name) => name !== "cache-control")).toEqual([]);
  }
});

test("security.txt says where to write, and is good for half a year", async () => {
  const answer = await request("/.well-known/security.txt");
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; ?charset=utf-8$/i);
  const text = await answer.text();
  expect(text).toMatch(/^Contact: mailto:\S+@\S+$/m);
  const expires = text.match(/^Expires: (.+)$/m)?.[1] ?? "";
  expect(Date.parse(expires)).toBeGreaterThan(Date.now() + 150 * 86_400_000);
  expect(app.routes.some(({ path }) => path === "/.well-known/security.txt")).toBe(true);
});
