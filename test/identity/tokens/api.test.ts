import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { TokenCreated, TokenView } from "../../../worker/identity/contract/account.ts";
import { tokensMax } from "../../../worker/identity/terms.ts";
import { digest } from "../../../worker/kernel/digest.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import {
  aWorld,
  type Client,
  client,
  holds,
  project,
  request,
  signIn,
  stranger,
} from "../../support/world.ts";

const tokens = "/api/account/tokens";
const cell = "/api/projects/demo/progress/1/837";

async function made(by: Client, body: object = {}): Promise<TokenCreated & { token: string }> {
  const answer = await by.send("POST", tokens, { name: "Skripti", scope: "read", ...body });
  const created = await ok<TokenCreated>(answer, 201);
  return { ...created, token: created.token ?? "" };
}

/** A script that comes with this token and no cookie. */
const script = (token: string): Client => client("", { authorization: `Bearer ${token}` });
const listed = async (by: Client) => (await ok<{ items: TokenView[] }>(await by.get(tokens))).items;
const statusOf = async (answer: Promise<Response>) => (await answer).status;

describe("an API token", () => {
  test("is shown once, and kept only as a digest", async () => {
    const { lead } = await aWorld();
    const body = { name: "Skripti", scope: "read" };
    const answer = await lead.send("POST", tokens, body, { key: "avain" });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { token, ...view } = await ok<TokenCreated>(answer, 201);
    expect(token).toMatch(/^etappi_[\w-]{43}$/);
    const replayed = await lead.send("POST", tokens, body, { key: "avain" });
    expect(await ok(replayed, 201)).toEqual({ ...view, token: null });
    expect(await listed(lead)).toEqual([view]);
    const kept = JSON.stringify(
      await Promise.all(
        ["tokens", "requests", "uses", "facts", "limits"].map(
          async (table) => (await env.DB.prepare(`SELECT * FROM ${table}`).all()).results,
        ),
      ),
    );
    expect(kept).toContain(await digest(token ?? ""));
    expect(kept).not.toContain(token);
  });

  test("is another one each time, and lasts as long as was asked", async () => {
    const { lead } = await aWorld();
    const [first, second] = [await made(lead), await made(lead, { days: 1 })];
    expect(first.token).not.toBe(second.token);
    const days = ({ createdAt, expiresAt }: TokenView) =>
      (Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000;
    expect([days(first), days(second)]).toEqual([90, 1]);
  });

  test.each([
    ["no name", { name: "" }, ["name"]],
    ["another scope", { scope: "admin" }, ["scope"]],
    ["more than a year", { days: 366 }, ["days"]],
    ["no time at all", { days: 0 }, ["days"]],
    ["somebody else's name on it", { person: "admin" }, ["person"]],
    ["a project of others", { project: "other" }, ["project"]],
    ["a project that is not there", { project: "none" }, ["project"]],
  ])("is refused with %s", async (_, wrong, paths) => {
    const { lead, admin } = await aWorld();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const body = { name: "Skripti", scope: "read", ...wrong };
    const answer = await lead.send("POST", tokens, body);
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(paths);
    expect(await listed(lead)).toEqual([]);
  });

  test("is for leads and funders to make", async () => {
    const { contact, steering, funder } = await aWorld();
    const plain = await signIn({ id: "plain", admin: true });
    for (const person of [contact, steering, plain]) {
      const answer = await person.send("POST", tokens, { name: "x", scope: "reports" });
      await refusal(answer, 403, "forbidden");
    }
    await made(funder, { scope: "reports" });
  });

  test("is one of a bounded number that hold; one that was revoked makes room", async () => {
    const { lead } = await aWorld();
    const { id } = await made(lead);
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ${tokensMax})
       INSERT INTO tokens (id, person, name, token_hash, scope, created_at, expires_at)
       SELECT 't-' || i, person, name, 'hash-' || i, scope, created_at, expires_at FROM tokens, n`,
    ).run();
    const body = { name: "x", scope: "read" };
    await refusal(await lead.send("POST", tokens, body), 409, "locked");
    expect((await lead.send("DELETE", `${tokens}/${id}`)).status).toBe(204);
    await made(lead);
  });
});

describe("a script", () => {
  test("reads and writes as far as its scope goes", async () => {
    const { lead } = await aWorld();
    const draft = await lead.send("POST", "/api/projects/demo/reports", { name: "Luonnos" });
    await ok(draft, 201);
    const reaches = async (scope: string) => {
      const it = script((await made(lead, { scope })).token);
      return {
        project: await statusOf(it.get("/api/projects/demo")),
        reports: await statusOf(it.get("/api/projects/demo/reports")),
        draft: await statusOf(it.get("/api/projects/demo/reports/1")),
        milestones: await statusOf(it.get("/api/projects/demo/milestones")),
        progress: await statusOf(it.get("/api/projects/demo/progress")),
        history: await statusOf(it.get(`${cell}/history`)),
        members: await statusOf(it.get("/api/projects/demo/members")),
        export: await statusOf(it.get("/api/projects/demo/export?format=json")),
        declare: await statusOf(it.send("PATCH", cell, { declared: "done" }, { version: 0 })),
        plan: await statusOf(
          it.send("POST", "/api/projects/demo/milestones", { phase: 1, title: "x" }),
        ),
        creation: await statusOf(it.send("POST", "/api/projects", { ...project, slug: "uusi" })),
        report: await statusOf(it.send("POST", "/api/projects/demo/reports", { name: "x" })),
        submit: await statusOf(
          it.send("POST", "/api/projects/demo/reports/1/submit", undefined, { version: 1 }),
        ),
      };
    };
    const never = { members: 403, plan: 403, creation: 403, report: 403, submit: 403 };
    const seen = { project: 200, reports: 200, milestones: 200, progress: 200, history: 200 };
    expect(await reaches("reports")).toEqual({
      ...never,
      project: 200,
      reports: 200,
      draft: 404,
      milestones: 403,
      progress: 403,
      history: 403,
      export: 404,
      declare: 403,
      submit: 404,
    });
    expect(await reaches("read")).toEqual({
      ...never,
      ...seen,
      draft: 200,
      export: 200,
      declare: 403,
    });
    expect(await reaches("write")).toEqual({
      ...never,
      ...seen,
      draft: 200,
      export: 200,
      declare: 200,
    });
  });

  test("with a token to write still writes no more than its owner may", async () => {
    const { funder } = await aWorld();
    const it = script((await made(funder, { scope: "write" })).token);
    const write = await it.send("PATCH", cell, { declared: "done" }, { version: 0 });
    await refusal(write, 403, "forbidden");
    await refusal(await it.get("/api/projects/demo/progress"), 403, "forbidden");
  });

  test("reads notes of the work to nobody: a token does not carry them", async () => {
    const { lead } = await aWorld();
    const note = { declared: "in_progress", note: "kanarialintu" };
    await ok(await lead.send("PATCH", cell, note, { version: 0 }));
    const it = script((await made(lead, { scope: "write" })).token);
    for (const path of [cell, `${cell}/history`, "/api/projects/demo/progress"]) {
      expect(await (await it.get(path)).text(), path).not.toContain("kanarialintu");
    }
    expect(await (await lead.get(cell)).text()).toContain("kanarialintu");
  });

  test("sees the one project that its token is for, and of the others nothing", async () => {
    const { lead } = await aWorld();
    await ok(await lead.send("POST", "/api/projects", { ...project, slug: "toinen" }), 201);
    const it = script((await made(lead, { project: "demo" })).token);
    const { items } = await ok<{ items: { slug: string }[] }>(await it.get("/api/projects"));
    expect(items.map(({ slug }) => slug)).toEqual(["demo"]);
    await refusal(await it.get("/api/projects/toinen"), 404, "not_found");
    const path = "/api/projects/toinen/export?format=json";
    await refusal(await it.get(path), 404, "not_found");
    const portfolio = await (await it.get("/api/portfolio")).text();
    expect(portfolio).toContain("demo");
    expect(portfolio).not.toContain("toinen");
    const free = script((await made(lead)).token);
    expect((await free.get("/api/projects/toinen")).status).toBe(200);
  });

  test("is never an administrator, whoever its owner is", async () => {
    const { admin } = await aWorld();
    const lead = await signIn({ id: "other", memberships: [holds("lead", "other")] });
    await ok(await lead.send("POST", "/api/projects", { ...project, slug: "toinen" }), 201);
    const it = script((await made(admin, { scope: "write" })).token);
    expect(await ok(await it.get("/api/session"))).toMatchObject({
      actor: { id: "admin", admin: false, scope: "write" },
    });
    for (const path of ["/api/people", "/api/people/lead", "/api/uses"]) {
      await refusal(await it.get(path), 403, "forbidden");
    }
    expect((await admin.get("/api/projects/toinen")).status).toBe(200);
    await refusal(await it.get("/api/projects/toinen"), 404, "not_found");
    await refusal(await it.send("POST", "/api/people/lead/erase"), 403, "forbidden");
  });

  test("manages no account, makes and revokes no tokens, and takes no role", async () => {
    const { lead } = await aWorld();
    const { token, id } = await made(lead, { scope: "write" });
    const it = script(token);
    for (const [method, path, body] of [
      ["GET", "/api/account"],
      ["PATCH", "/api/account", { name: "x" }],
      ["GET", "/api/account/sessions"],
      ["DELETE", "/api/account/sessions"],
      ["DELETE", "/api/account/sessions/session-of-lead"],
      ["GET", "/api/account/data"],
      ["GET", tokens],
      ["POST", tokens, { name: "x", scope: "reports" }],
      ["DELETE", `${tokens}/${id}`],
      ["GET", "/api/access-requests"],
      ["POST", "/api/access-requests", { project: "demo", role: "lead" }],
      ["GET", "/api/projects/demo/members"],
      ["DELETE", "/api/projects/demo/members/lead/lead"],
      ["GET", "/api/projects/demo/invitations"],
    ] as const) {
      const answer = await it.send(method, path, body, { version: 1 });
      expect(`${path} ${answer.status}`).toBe(`${path} 403`);
    }
    await it.send("DELETE", "/api/session");
    expect((await lead.get("/api/account")).status).toBe(200);
    expect(await listed(lead)).toHaveLength(1);
  });
});

describe("a token that has ended", () => {
  test("works no more on the request after it was revoked", async () => {
    const { lead, funder } = await aWorld();
    const { token, id } = await made(lead);
    expect((await script(token).get("/api/projects")).status).toBe(200);
    await refusal(await funder.send("DELETE", `${tokens}/${id}`), 404, "not_found");
    expect((await lead.send("DELETE", `${tokens}/${id}`)).status).toBe(204);
    await refusal(await script(token).get("/api/projects"), 401, "signed_out");
    await refusal(await lead.send("DELETE", `${tokens}/${id}`), 404, "not_found");
    expect(await listed(lead)).toMatchObject([{ id, revokedAt: expect.any(String) }]);
  });

  test("works no more when its time is over", async () => {
    const { lead } = await aWorld();
    const { token } = await made(lead);
    const end = (at: number) =>
      env.DB.prepare("UPDATE tokens SET expires_at = ?").bind(new Date(at).toISOString()).run();
    await end(Date.now() + 60_000);
    expect((await script(token).get("/api/projects")).status).toBe(200);
    await end(Date.now() - 1);
    await refusal(await script(token).get("/api/projects"), 401, "signed_out");
  });

  test("loses what its owner loses, on the next request", async () => {
    const { admin, lead } = await aWorld();
    const it = script((await made(lead)).token);
    expect((await it.get("/api/projects/demo/progress")).status).toBe(200);
    const path = "/api/projects/demo/members/lead/lead";
    await ok(await admin.send("DELETE", path, undefined, { version: 1 }));
    await refusal(await it.get("/api/projects/demo/progress"), 404, "not_found");
    expect(await ok(await it.get("/api/projects"))).toMatchObject({ items: [] });
  });
});

describe("the header Authorization", () => {
  test("with a wrong token is refused even beside a good cookie", async () => {
    const { lead } = await aWorld();
    const { token } = await made(lead);
    for (const authorization of [
      `Bearer ${token}x`,
      `Bearer ${token.slice(0, -1)}`,
      `Bearer ${await digest(token)}`,
      `Basic ${btoa(`lead:${token}`)}`,
      `Basic ${token}`,
      `Token ${token}`,
      token,
      "Bearer",
      "Bearer ",
      `Bearer  ${token}`,
      `Bearer ${token} ${token}`,
      `Bearer ${token}, Bearer ${token}`,
      `Bearer ${token}=`,
    ]) {
      for (const path of ["/api/projects", "/api/session", "/api/health"]) {
        const { status } = await lead.get(path, { authorization });
        expect(`${path} ${authorization} ${status}`).toBe(`${path} ${authorization} 401`);
      }
    }
    expect((await lead.get("/api/projects")).status).toBe(200);
  });

  test("is read whatever the case of its first word, and the spaces around it", async () => {
    const { lead } = await aWorld();
    const { token } = await made(lead);
    for (const authorization of [`bearer ${token}`, `BEARER ${token}`, `  Bearer ${token}  `]) {
      expect((await stranger.get("/api/projects", { authorization })).status).toBe(200);
    }
  });

  test("goes before the cookie: the request is the token owner's", async () => {
    const { lead, funder } = await aWorld();
    const { token } = await made(funder);
    const answer = await lead.get("/api/session", { authorization: `Bearer ${token}` });
    expect(await ok(answer)).toMatchObject({ actor: { id: "funder", scope: "read" } });
  });
});

describe("the cookie", () => {
  const whose = async (cookie: string) =>
    (await ok<{ actor: { id: string } | null }>(await client(cookie).get("/api/session"))).actor
      ?.id;
  const [good, other] = ["__Host-etappi=token-of-lead", "__Host-etappi=token-of-funder"];

  test("that comes twice is nobody's, whichever comes first", async () => {
    await aWorld();
    expect(await whose(good)).toBe("lead");
    expect(await whose(`a=b; ${good}; c=d`)).toBe("lead");
    for (const cookies of [
      `${good}; ${other}`,
      `${other}; ${good}`,
      `${good};${good}`,
      `${good}; __Host-etappi=`,
      `__Host-etappi=; ${good}`,
      `${good}; x=y;  ${other}`,
    ]) {
      expect(await whose(cookies), cookies).toBeUndefined();
    }
  });

  test("of another name is never taken for it", async () => {
    await aWorld();
    for (const name of [
      "etappi",
      "__host-etappi",
      "__Host-Etappi",
      "x__Host-etappi",
      "__Host-etappi2",
    ]) {
      expect(await whose(`${name}=token-of-lead`), name).toBeUndefined();
      expect(await whose(`${name}=token-of-funder; ${good}`), name).toBe("lead");
    }
  });

  test.each([
    ["a no-break space", "\u00A0"],
    ["a next line", "\u0085"],
    ["an en quad", "\u2000"],
    ["a byte order mark", "\uFEFF"],
  ])("whose name begins with %s, which a subdomain could set, is nobody's", async (_, space) => {
    await aWorld();
    expect(await whose(`${space}__Host-etappi=token-of-funder`)).toBeUndefined();
    expect(await whose(`${space}__Host-etappi=token-of-funder; ${good}`)).not.toBe("funder");
    expect(await whose(`${good}; ${space}__Host-etappi=token-of-funder`)).not.toBe("funder");
  });

  test("with a space before its equals sign is no second one that wins", async () => {
    await aWorld();
    expect(await whose(`__Host-etappi =token-of-funder; ${good}`)).not.toBe("funder");
    expect(await whose(`${good}; __Host-etappi =token-of-funder`)).not.toBe("funder");
  });
});

describe("the last use of a token", () => {
  test("is shown, and written down at most every five minutes", async () => {
    const { lead } = await aWorld();
    const { token } = await made(lead);
    expect(await listed(lead)).toMatchObject([{ usedAt: null }]);
    const before = new Date().toISOString();
    await script(token).get("/api/projects");
    const [{ usedAt } = { usedAt: null }] = await listed(lead);
    expect(usedAt && usedAt >= before).toBe(true);
    await script(token).get("/api/projects");
    expect(await listed(lead)).toMatchObject([{ usedAt }]);
    const earlier = new Date(Date.now() - 300_001).toISOString();
    await env.DB.prepare("UPDATE tokens SET used_at = ?").bind(earlier).run();
    await script(token).get("/api/projects");
    expect((await listed(lead))[0]?.usedAt).not.toBe(earlier);
  });

  test("is not that of a refused one", async () => {
    const { lead } = await aWorld();
    const { token, id } = await made(lead);
    await lead.send("DELETE", `${tokens}/${id}`);
    await request("/api/projects", { headers: { authorization: `Bearer ${token}` } });
    expect(await listed(lead)).toMatchObject([{ usedAt: null }]);
  });
});

test("tokens are listed to their owner alone", async () => {
  const { lead, funder } = await aWorld();
  const { id } = await made(funder);
  expect(await listed(lead)).toEqual([]);
  expect(await listed(funder)).toMatchObject([{ id }]);
  await refusal(await stranger.get(tokens), 401, "signed_out");
});
