import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { app } from "../../worker/app.ts";
import worker from "../../worker/index.ts";
import { digest } from "../../worker/kernel/digest.ts";
import { ok, pathsOf, refusal } from "../support/answers.ts";
import {
  aWorld,
  client,
  holds,
  origin,
  programme,
  request,
  signIn,
  stranger,
} from "../support/world.ts";

const signInAs = (body: object) => stranger.send("POST", "/api/demo/session", body);
const cookieOf = (answer: Response) => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
const sessionCount = async () =>
  env.DB.prepare("SELECT count(*) AS n FROM sessions").first<number>("n");
const inProduction = async (body: string) =>
  app.fetch(
    new Request(`${origin}/api/demo/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    }),
    { ...env, DEPLOYMENT: "production" },
  );

describe("signing in to a demonstration", () => {
  test.each(["lead", "steering", "funder", "admin"])("makes one the seeded %s", async (person) => {
    await aWorld();
    const answer = await signInAs({ person });
    expect(answer.status).toBe(204);
    const session = await client(cookieOf(answer)).get("/api/session");
    expect(await ok(session)).toMatchObject({
      demonstration: true,
      actor: { id: person, admin: person === "admin" },
    });
  });

  test("makes one the contact of the municipality named, or of Tampere", async () => {
    await aWorld();
    await signIn({ id: "contact-536", memberships: [holds("contact", "demo", ["536"])] });
    const actorFor = async (body: object) => {
      const session = await client(cookieOf(await signInAs(body))).get("/api/session");
      return (await ok<{ actor: object }>(session)).actor;
    };
    expect(await actorFor({ person: "contact", municipality: "536" })).toEqual({
      id: "contact-536",
      name: "",
      language: "fi",
      admin: false,
      memberships: [holds("contact", "demo", ["536"])],
    });
    expect(await actorFor({ person: "contact" })).toMatchObject({ id: "contact-837" });
  });

  test("gives a cookie that scripts cannot read, that stays on this host and goes only over HTTPS", async () => {
    await aWorld();
    const cookie = (await signInAs({ person: "lead" })).headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^__Host-etappi=[\w-]{43};/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Path=\/(;|$)/);
    expect(cookie).toMatch(/; Max-Age=43200/);
    expect(cookie).not.toMatch(/Domain/i);
  });

  test("gives another token each time, and keeps only its hash", async () => {
    await aWorld();
    const tokens = new Set<string>();
    for (let time = 0; time < 5; time += 1)
      tokens.add(cookieOf(await signInAs({ person: "lead" })));
    expect(tokens.size).toBe(5);
    const [token = ""] = [...tokens].map((cookie) => cookie.split("=")[1] ?? "");
    const { results } = await env.DB.prepare("SELECT * FROM sessions").all();
    expect(JSON.stringify(results)).toContain(await digest(token));
    expect(JSON.stringify(results)).not.toContain(token);
  });

  test("is refused for a municipality without a contact, and for persons that are not there", async () => {
    await aWorld();
    const before = await sessionCount();
    const without = await signInAs({ person: "contact", municipality: "980" });
    expect(pathsOf(await refusal(without, 400, "invalid"))).toEqual(["municipality"]);
    const unknown = await signInAs({ person: "root", municipality: "Tampere", token: 1 });
    expect(pathsOf(await refusal(unknown, 400, "invalid"))).toEqual([
      "municipality",
      "person",
      "token",
    ]);
    expect(await sessionCount()).toBe(before);
  });

  test("never makes one a person who is not of the demonstration", async () => {
    await aWorld();
    await env.DB.prepare("UPDATE people SET demo = 0 WHERE id = 'lead'").run();
    await refusal(await signInAs({ person: "lead" }), 400, "invalid");
  });

  test("is not there in production, whatever it is sent", async () => {
    await aWorld();
    const before = await sessionCount();
    for (const body of ['{"person":"admin"}', "{}", '{"person":"root"}', "[]"]) {
      const answer = await inProduction(body);
      expect(answer.headers.get("set-cookie")).toBeNull();
      await refusal(answer, 404, "not_found");
    }
    expect(await sessionCount()).toBe(before);
  });

  test("is not even spoken of in production's session", async () => {
    const asked = new Request(`${origin}/api/session`);
    const answer = await app.fetch(asked, { ...env, DEPLOYMENT: "production" });
    const methods = { oidc: null, code: false };
    expect(await ok(answer)).toEqual({ demonstration: false, actor: null, methods });
  });
});

test("a role kept with a project never makes an administrator of the county", async () => {
  await aWorld();
  const stray = { ...holds("funder", "demo"), role: "admin" as "lead" };
  const funder = await signIn({ id: "stray", memberships: [stray, holds("funder", "demo")] });
  expect(await ok(await funder.get("/api/session"))).toMatchObject({
    actor: { admin: false, memberships: [holds("funder", "demo")] },
  });
  await refusal(await funder.send("POST", "/api/programmes", programme), 403, "forbidden");
});

describe("a session", () => {
  test("ends when one signs out, and the cookie goes with it", async () => {
    await aWorld();
    const me = client(cookieOf(await signInAs({ person: "lead" })));
    const before = await sessionCount();
    const answer = await me.send("DELETE", "/api/session");
    expect(answer.status).toBe(204);
    expect(answer.headers.get("set-cookie")).toMatch(/^__Host-etappi=; Max-Age=0; Path=\/; Secure/);
    expect(await sessionCount()).toBe((before ?? 0) - 1);
    await refusal(await me.get("/api/projects"), 401, "signed_out");
    expect(await ok(await me.get("/api/session"))).toMatchObject({ actor: null });
  });

  test("of someone else goes on when one signs out", async () => {
    const { lead, funder } = await aWorld();
    await lead.send("DELETE", "/api/session");
    await stranger.send("DELETE", "/api/session");
    expect((await funder.get("/api/projects")).status).toBe(200);
  });

  test("that has expired is a stranger's", async () => {
    const { lead } = await aWorld();
    const expire = (at: string) =>
      env.DB.prepare("UPDATE sessions SET expires_at = ?").bind(at).run();
    await expire(new Date(Date.now() + 60_000).toISOString());
    expect((await lead.get("/api/projects")).status).toBe(200);
    await expire(new Date(Date.now() - 1).toISOString());
    await refusal(await lead.get("/api/projects"), 401, "signed_out");
  });

  test("is found by the token, and not by what is kept of it", async () => {
    const { lead } = await aWorld();
    const token = lead.cookie.split("=")[1] ?? "";
    const forged = client(`__Host-etappi=${await digest(token)}`);
    await refusal(await forged.get("/api/projects"), 401, "signed_out");
  });
});

describe("a session that lies unused", () => {
  const opened = async (method: string, id: string, minutesAgo: number) => {
    const at = new Date(Date.now() - minutesAgo * 60_000).toISOString();
    await env.DB.prepare("UPDATE sessions SET method = ?, used_at = ? WHERE person = ?")
      .bind(method, at, id)
      .run();
  };

  test.each([
    ["lead", 29, 31],
    ["admin", 29, 31],
    ["steering", 239, 241],
    ["contact-837", 239, 241],
  ])("of the %s holds for %i minutes and not for %i", async (id, open, closed) => {
    const people = await aWorld();
    const me = client(`__Host-etappi=token-of-${id}`);
    for (const method of ["code", "oidc"]) {
      await opened(method, id, open);
      expect((await me.get("/api/projects")).status).toBe(200);
      await opened(method, id, closed);
      await refusal(await me.get("/api/projects"), 401, "signed_out");
      expect((await people.funder.get("/api/projects")).status).toBe(200);
    }
  });

  test("is kept open by use, which is written down every five minutes at most", async () => {
    const { lead } = await aWorld();
    const usedAt = () =>
      env.DB.prepare("SELECT used_at FROM sessions WHERE person = 'lead'").first<string>("used_at");
    await opened("code", "lead", 20);
    await lead.get("/api/projects");
    const first = (await usedAt()) ?? "";
    expect(Date.now() - Date.parse(first)).toBeLessThan(60_000);
    await lead.get("/api/projects");
    expect(await usedAt()).toBe(first);
  });

  test("of a demonstration protects nothing, and ends with its twelve hours alone", async () => {
    const { lead } = await aWorld();
    await opened("demo", "lead", 600);
    expect((await lead.get("/api/projects")).status).toBe(200);
  });
});

test("two session cookies at once are nobody's", async () => {
  const { lead, funder } = await aWorld();
  const both = client(`${lead.cookie}; ${funder.cookie}`);
  await refusal(await both.get("/api/projects"), 401, "signed_out");
  const smuggled = client(`__Host-etappi=x; ${lead.cookie}`);
  await refusal(await smuggled.get("/api/projects"), 401, "signed_out");
});

test("the nightly task forgets sessions that have expired, and no other", async () => {
  await aWorld();
  const hours = (count: number) => Date.now() + count * 3_600_000;
  await env.DB.prepare("UPDATE sessions SET expires_at = ? WHERE person = 'lead'")
    .bind(new Date(hours(-1)).toISOString())
    .run();
  const before = (await sessionCount()) ?? 0;
  await worker.scheduled(
    { scheduledTime: hours(0), cron: "17 1 * * *", noRetry: () => undefined },
    env,
  );
  expect(await sessionCount()).toBe(before - 1);
  expect((await request("/api/health")).status).toBe(200);
});
