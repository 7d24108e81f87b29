import { beforeEach, describe, expect, test } from "vitest";
import { ok, pathsOf, refusal } from "../support/answers.ts";
import { aWorld, type Client } from "../support/world.ts";

let lead: Client;

beforeEach(async () => {
  ({ lead } = await aWorld());
});

describe("an address", () => {
  test.each([
    ["/api/projects/%ff", 404],
    ["/api/projects/%00", 404],
    ["/api/projects/demo%00", 404],
    ["/api/projects/%zz", 404],
    ["/api/projects/d%65mo", 200],
    ["/api/projects/demo%2Fprogress", 404],
    ["/api/projects/..%2F..%2Fhealth", 404],
    ["/api/projects/%2e%2e/health", 200],
    ["/api/projects/DEMO", 404],
    ["/API/projects/demo", 404],
    ["/api/projects/demo/", 404],
    ["/api//projects", 404],
    ["/api/projects/__proto__", 404],
    ["/api/projects/constructor/progress", 404],
    ["/api/projects/%F0%9F%98%80", 404],
    ["/api/projects/%ED%A0%80", 404],
    ["/api/projects/'%20OR%201=1--", 404],
    ["/api/nothing", 404],
    ["/api", 404],
    [`/api/projects/${"a".repeat(61)}`, 400],
    [`/api/projects/${"a".repeat(8000)}`, 400],
    [`/api/projects/${"a/".repeat(4000)}`, 404],
    ["/api/projects/demo/progress/1/%ff", 404],
    ["/api/projects/demo/progress/1/837%00", 404],
    ["/api/projects/demo/progress/99999/837", 400],
    ["/api/projects/demo/progress/%31/837", 200],
    ["/api/projects/demo/progress/1e0/837", 400],
    [`/api/projects/demo/progress/1/${"8".repeat(61)}`, 400],
  ])("%s is answered in the contract's words", async (path, status) => {
    const answer = await lead.get(path);
    expect(answer.status, await answer.clone().text()).toBe(status);
    if (status === 404) await refusal(answer, 404, "not_found");
    if (status === 400) await refusal(answer, 400, "invalid");
  });

  test.each(["PUT", "DELETE", "OPTIONS", "PROPFIND", "QUERY", "POST"])(
    "that knows no %s is not there for it",
    async (method) => {
      await refusal(await lead.send(method, "/api/projects/demo"), 404, "not_found");
    },
  );
});

describe("a query", () => {
  test.each([
    ["limit=0", ["limit"]],
    ["limit=501", ["limit"]],
    ["limit=-1", ["limit"]],
    ["limit=1.5", ["limit"]],
    ["limit=", ["limit"]],
    ["limit=abc", ["limit"]],
    ["limit=1e400", ["limit"]],
    ["limit=NaN", ["limit"]],
    ["limit=1&limit=2", ["limit"]],
    ["lang=fi&lang=sv", ["lang"]],
    ["lang=xx", ["lang"]],
    ["lang=", ["lang"]],
    ["lang=FI", ["lang"]],
    ["cursor=!!!", ["cursor"]],
    ["cursor=%00", ["cursor"]],
    ["cursor=%ff", ["cursor"]],
    ["cursor=AAAA", ["cursor"]],
    ["cursor=a", ["cursor"]],
    [`cursor=${btoa("Infinity")}`, ["cursor"]],
    [`cursor=${btoa("1e999")}`, ["cursor"]],
    [`cursor=${btoa("-1")}`, ["cursor"]],
    [`cursor=${btoa("'; DROP TABLE")}`, ["cursor"]],
    [`cursor=${"A".repeat(201)}`, ["cursor"]],
    ["limit=0&cursor=!!!&lang=xx", ["lang"]],
  ])("of ?%s is invalid where milestones are listed", async (query, paths) => {
    const problem = await refusal(
      await lead.get(`/api/projects/demo/milestones?${query}`),
      400,
      "invalid",
    );
    expect(pathsOf(problem)).toEqual(paths);
  });

  test.each(["/api/municipalities", "/api/programmes", "/api/projects", "/api/portfolio"])(
    "with a cursor that no list gave is invalid at %s",
    async (path) => {
      for (const cursor of ["!!!", "AAAA", "a", btoa("ÄÖ"), btoa("A B"), btoa("x".repeat(61))]) {
        const answer = await lead.get(`${path}?cursor=${encodeURIComponent(cursor)}`);
        expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["cursor"]);
      }
    },
  );

  test("at the bounds of limit is answered", async () => {
    for (const limit of [1, 500]) {
      const { items } = await ok<{ items: unknown[] }>(
        await lead.get(`/api/municipalities?limit=${limit}`),
      );
      expect(items).toHaveLength(Math.min(limit, 308));
    }
  });

  test.each([
    ["format=pdf", ["format"]],
    ["", ["format"]],
    ["format=csv&delimiter=tab", ["delimiter"]],
    ["format=csv&municipality=Tampere", ["municipality"]],
    ["format=csv&municipality=83", ["municipality"]],
    ["format=csv&phase=0", ["phase"]],
    ["format=csv&phase=x", ["phase"]],
    ["format=csv&declared=ready", ["declared"]],
    ["format=csv&schedule=soon", ["schedule"]],
    ["format=csv&format=json", ["format"]],
    ["format=x&declared=x&schedule=x", ["declared", "format", "schedule"]],
  ])("of ?%s is invalid where a status is exported", async (query, paths) => {
    const problem = await refusal(
      await lead.get(`/api/projects/demo/export?${query}`),
      400,
      "invalid",
    );
    expect(pathsOf(problem)).toEqual(paths);
  });
});
