import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { app } from "../../worker/app.ts";
import { declareProgress } from "../../worker/progress/commands.ts";
import { ok, refusal } from "../support/answers.ts";
import { aDeviation, aRisk } from "../support/risks.ts";
import { at, aWorld, origin, stranger } from "../support/world.ts";

/** Every read of a signed-in person, but exports, which are files. */
const reads = [
  "/api/municipalities",
  "/api/programmes",
  "/api/programmes/rrp",
  "/api/projects",
  "/api/projects/demo",
  "/api/projects/demo/publication",
  "/api/projects/demo/milestones",
  "/api/projects/demo/milestones/1",
  "/api/projects/demo/progress",
  "/api/projects/demo/summary",
  "/api/portfolio",
  "/api/municipalities/standings",
  "/api/municipalities/837/standing",
  "/api/projects/demo/progress/1/837",
  "/api/projects/demo/progress/1/837/history",
  "/api/projects/demo/risks",
  "/api/projects/demo/risks/1",
  "/api/projects/demo/risks/1/history",
  "/api/projects/demo/deviations",
  "/api/projects/demo/deviations/1",
  "/api/projects/demo/deviations/1/history",
];

async function aWorldWithHistory() {
  const people = await aWorld();
  const place = { project: "demo", milestone: 1, municipality: "837" };
  await declareProgress(at(new Date().toISOString()), place, 0, { declared: "in_progress" });
  await ok(await people.lead.send("POST", "/api/projects/demo/risks", aRisk()), 201);
  await ok(await people.lead.send("POST", "/api/projects/demo/deviations", aDeviation()), 201);
  return people;
}

describe("a read", () => {
  test.each(reads)("of %s has an ETag, and answers 304 while nothing has changed", async (path) => {
    const { lead } = await aWorldWithHistory();
    const first = await lead.get(path);
    const tag = first.headers.get("etag") ?? "";
    expect(first.status).toBe(200);
    expect(tag).toMatch(/^(W\/)?"[^"]+"$/);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await lead.get(path, { "if-none-match": tag });
    expect(second.status).toBe(304);
    expect(second.headers.get("etag")).toBe(tag);
    expect(await second.text()).toBe("");
    expect((await lead.get(path, { "if-none-match": '"other"' })).status).toBe(200);
  });

  test.each([
    "/api/projects/demo/progress",
    "/api/projects/demo/summary",
    "/api/portfolio",
    "/api/projects/demo/progress/1/837",
    "/api/projects/demo/progress/1/837/history",
  ])("of %s gets another ETag with a change", async (path) => {
    const { lead } = await aWorldWithHistory();
    const tag = (await lead.get(path)).headers.get("etag") ?? "";
    await ok(
      await lead.send(
        "PATCH",
        "/api/projects/demo/progress/1/837",
        { declared: "done" },
        { version: 1 },
      ),
    );
    const answer = await lead.get(path, { "if-none-match": tag });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("etag")).not.toBe(tag);
  });

  test("in another language has another ETag, where texts are in it", async () => {
    const { lead } = await aWorldWithHistory();
    const tagIn = async (language: string) =>
      (await lead.get(`/api/projects/demo/progress?lang=${language}`)).headers.get("etag");
    expect(await tagIn("sv")).not.toBe(await tagIn("fi"));
  });

  test("by someone else is never taken for the first one's", async () => {
    const { lead } = await aWorldWithHistory();
    const answer = await lead.get("/api/projects/demo/progress");
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    expect(answer.headers.get("vary")).toMatch(/Cookie/);
    expect(answer.headers.get("vary")).toMatch(/Accept-Language/);
  });

  test("that is refused has no ETag and is never a 304", async () => {
    const { lead } = await aWorldWithHistory();
    const answer = await lead.get("/api/projects/none", { "if-none-match": "*" });
    expect(answer.headers.get("etag")).toBeNull();
    expect(answer.headers.get("cache-control")).toBe("no-store");
    await refusal(answer, 404, "not_found");
  });

  test("by HEAD has the headers of GET and no body", async () => {
    const { lead } = await aWorldWithHistory();
    const head = await lead.send("HEAD", "/api/projects/demo");
    expect(head.status).toBe(200);
    expect(head.headers.get("etag")).toBe('"1"');
    expect(await head.text()).toBe("");
  });
});

describe("a write", () => {
  test("with If-None-Match still answers with the thing", async () => {
    const { lead } = await aWorldWithHistory();
    const path = "/api/projects/demo/progress/1/837";
    const headers = { "if-none-match": '"2"' };
    const answer = await lead.send("PATCH", path, { note: "Soitettu" }, { version: 1, headers });
    expect(await ok(answer)).toMatchObject({ version: 2 });
  });

  test.each(['"0"', '"99"', "*", "garbage", '"1", "2"', '"-1"', '"1e0"', "W/"])(
    "with If-Match %j is stale, and shows what is there",
    async (tag) => {
      const { lead } = await aWorldWithHistory();
      const path = "/api/projects/demo/progress/1/837";
      const answer = await lead.send(
        "PATCH",
        path,
        { note: "Soitettu" },
        { headers: { "if-match": tag } },
      );
      const { current } = await refusal(answer, 412, "stale");
      expect(current).toMatchObject({ declared: "in_progress", version: 1 });
      expect(answer.headers.get("content-language")).toBe("en");
    },
  );

  test.each(['"1"', "1", 'W/"1"'])("with If-Match %s names version 1", async (tag) => {
    const { lead } = await aWorldWithHistory();
    const path = "/api/projects/demo/progress/1/837";
    const answer = await lead.send(
      "PATCH",
      path,
      { note: "Soitettu" },
      { headers: { "if-match": tag } },
    );
    expect(await ok(answer)).toMatchObject({ version: 2 });
  });
});

describe("every answer", () => {
  test.each([
    ["a read", "/api/health", 200],
    ["a refusal", "/api/projects", 401],
    ["a place that is not there", "/elsewhere", 404],
  ])("carries the headers that keep a browser safe: %s", async (_, path, status) => {
    const answer = await app.fetch(new Request(`${origin}${path}`), env);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("strict-transport-security")).toMatch(
      /max-age=63072000; includeSubDomains/,
    );
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("x-frame-options")).toBe("DENY");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
    expect(answer.headers.get("content-type")).toMatch(/^application\/(problem\+)?json/);
  });

  test("of health names the version of the service, and touches the database", async () => {
    expect(await ok(await stranger.get("/api/health"))).toEqual({
      status: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  });
});
