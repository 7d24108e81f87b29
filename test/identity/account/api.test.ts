import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { AccountView } from "../../../worker/identity/contract/account.ts";
import type { OwnSessions } from "../../../worker/identity/contract/session.ts";
import { sessionsMax } from "../../../worker/identity/terms.ts";
import { digest } from "../../../worker/kernel/digest.ts";
import type { OwnData } from "../../../worker/members/contract.ts";
import { factCount, ok, pathsOf, refusal } from "../../support/answers.ts";
import { Browser, codeFor } from "../../support/sign-in.ts";
import { aWorld, client, type Client, holds, signIn, stranger } from "../../support/world.ts";

const account = "/api/account";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";

const own = async (by: Client) => ok<AccountView>(await by.get(account));
const sessionsOf = async (by: Client) =>
  (await ok<OwnSessions>(await by.get(`${account}/sessions`))).items;
const dataOf = async (by: Client) => ok<OwnData>(await by.get(`${account}/data`));

/** Another session of a seeded person, from another device. */
async function anotherDevice(person: string, userAgent = firefox): Promise<Client> {
  const headers = { "user-agent": userAgent };
  const answer = await stranger.send("POST", "/api/demo/session", { person }, { headers });
  return client(answer.headers.get("set-cookie")?.split(";")[0] ?? "");
}

describe("one's own details", () => {
  test("are shown with one's roles, also those that have ended", async () => {
    const { lead } = await aWorld();
    const person = await signIn({
      id: "person",
      memberships: [holds("steering", "demo"), holds("funder", "demo")],
    });
    const path = "/api/projects/demo/members/person/funder";
    await ok(await lead.send("DELETE", path, undefined, { version: 1 }));
    await env.DB.prepare("UPDATE sessions SET person = 'person' WHERE person = 'steering'").run();
    const seen = await own(client("__Host-etappi=token-of-steering"));
    expect(seen).toMatchObject({ id: "person", email: "person@etappi.example", version: 1 });
    expect(seen.roles.map(({ role, endedAt }) => `${role} ${endedAt !== null}`).toSorted()).toEqual(
      ["funder true", "steering false"],
    );
    await refusal(await person.get(account), 401, "signed_out");
  });

  test("change by their version, are logged by their fields' names, and leave no fact", async () => {
    const { contact } = await aWorld();
    const facts = await factCount();
    const change = { name: "Aino Åberg", title: "Rehtori", organisation: "Koulu", language: "sv" };
    const answer = await contact.send("PATCH", account, change, { version: 1 });
    expect(answer.headers.get("etag")).toBe('"2"');
    expect(await ok(answer)).toMatchObject({ ...change, version: 2 });
    expect(await own(contact)).toMatchObject({ ...change, version: 2 });
    expect(await factCount()).toBe(facts);
    const logged = await env.DB.prepare("SELECT * FROM uses WHERE kind = 'data_changed'").all();
    expect(logged.results).toMatchObject([
      { person: "contact-837", detail: "name title organisation language" },
    ]);
    expect(JSON.stringify(logged.results)).not.toContain("Aino");
  });

  test("need the version, and are shown as they are to who has another", async () => {
    const { contact } = await aWorld();
    await refusal(
      await contact.send("PATCH", account, { name: "A" }),
      428,
      "precondition_required",
    );
    await ok(await contact.send("PATCH", account, { name: "A" }, { version: 1 }));
    const answer = await contact.send("PATCH", account, { name: "B" }, { version: 1 });
    const { current } = await refusal(answer, 412, "stale");
    expect(current).toEqual(await own(contact));
    expect(current).toMatchObject({ name: "A" });
  });

  test("change once when two changes of one version come at once", async () => {
    const { contact } = await aWorld();
    const answers = await Promise.all(
      ["A", "B"].map((name) => contact.send("PATCH", account, { name }, { version: 1 })),
    );
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(["200", "412"]);
    expect(await own(contact)).toMatchObject({ version: 2 });
  });

  test("are no way to another address, role or pseudonym", async () => {
    const { contact } = await aWorld();
    for (const [body, paths] of [
      [{ email: "lead@etappi.example" }, ["email"]],
      [{ admin: true, id: "admin" }, ["admin", "id"]],
      [{ roles: [], demo: true, emailVerified: true }, ["demo", "emailVerified", "roles"]],
      [{ name: "x".repeat(121), notices: "never" }, ["name", "notices"]],
      [{ name: "a\u0000b" }, ["name"]],
      [{}, [""]],
    ] as const) {
      const answer = await contact.send("PATCH", account, body, { version: 1 });
      expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(paths);
    }
    expect(await own(contact)).toMatchObject({ email: "contact-837@etappi.example", version: 1 });
  });

  test("are kept by no browser: whoever sits down next is told of themselves", async () => {
    const { contact, steering } = await aWorld();
    for (const path of [account, `${account}/sessions`, `${account}/tokens`]) {
      const answer = await contact.get(path);
      expect(answer.headers.get("cache-control"), path).toBe("no-store");
      const tag = answer.headers.get("etag") ?? '"1"';
      const other = await steering.get(path, { "if-none-match": tag });
      expect(await other.text(), path).not.toContain("contact-837");
    }
    expect((await steering.get(account, { "if-none-match": '"1"' })).status).toBe(200);
  });
});

describe("one's own sessions", () => {
  test("are listed with their devices, and which of them asks", async () => {
    await aWorld();
    const other = await anotherDevice("lead");
    const [newest, first, ...rest] = await sessionsOf(other);
    expect(rest).toEqual([]);
    expect(newest).toMatchObject({ device: "Firefox, Linux", current: true, method: "demo" });
    expect(first).toMatchObject({ id: "session-of-lead", current: false });
    const text = JSON.stringify(await sessionsOf(other));
    const token = other.cookie.split("=")[1] ?? "";
    expect(text).not.toContain(token);
    expect(text).not.toContain(await digest(token));
  });

  test("are bounded: the oldest end when a person opens too many", async () => {
    await aWorld();
    const browser = new Browser();
    const email = `many-${crypto.randomUUID()}@county.test`;
    const signInAgain = async () => {
      await browser.ask("POST", "/api/sign-in/code", { email });
      await browser.ask("POST", "/api/sign-in/code/check", { email, code: await codeFor(email) });
      return (await browser.actor())?.id ?? "";
    };
    const person = await signInAgain();
    const rows = Array.from({ length: sessionsMax - 1 }, (_, index) =>
      env.DB.prepare(
        "INSERT INTO sessions (token_hash, person, id, method, created_at, used_at, expires_at) VALUES (?, ?, ?, 'code', ?, ?, ?)",
      ).bind(
        `hash-${index}`,
        person,
        `old-${index}`,
        new Date(Date.now() - (index + 1) * 1000).toISOString(),
        new Date().toISOString(),
        new Date(Date.now() + 3_600_000).toISOString(),
      ),
    );
    await env.DB.batch(rows);
    await signInAgain();
    const { results } = await env.DB.prepare("SELECT id FROM sessions WHERE person = ?")
      .bind(person)
      .all<{ id: string }>();
    expect(results).toHaveLength(sessionsMax);
    expect(results.map(({ id }) => id)).not.toContain(`old-${sessionsMax - 2}`);
    expect(results.map(({ id }) => id)).toContain(`old-${sessionsMax - 3}`);
  });

  test("end one by one, on the next request", async () => {
    const { lead } = await aWorld();
    const other = await anotherDevice("lead");
    const id = (await sessionsOf(other))[0]?.id ?? "";
    expect((await lead.send("DELETE", `${account}/sessions/${id}`)).status).toBe(204);
    await refusal(await other.get(account), 401, "signed_out");
    expect((await lead.get(account)).status).toBe(200);
    await refusal(await lead.send("DELETE", `${account}/sessions/${id}`), 404, "not_found");
  });

  test("end all but the one that asks", async () => {
    const { lead, funder } = await aWorld();
    const others = [await anotherDevice("lead"), await anotherDevice("lead")];
    expect((await lead.send("DELETE", `${account}/sessions`)).status).toBe(204);
    for (const other of others) await refusal(await other.get(account), 401, "signed_out");
    expect(await sessionsOf(lead)).toHaveLength(1);
    expect((await funder.get(account)).status).toBe(200);
  });

  test("are not ended by another, not even by who knows what they are called", async () => {
    const { funder, lead } = await aWorld();
    const answer = await funder.send("DELETE", `${account}/sessions/session-of-lead`);
    await refusal(answer, 404, "not_found");
    expect((await lead.get(account)).status).toBe(200);
  });

  test("that have lain unused too long are a stranger's", async () => {
    const { lead, steering } = await aWorld();
    const unused = (minutes: number) =>
      env.DB.prepare("UPDATE sessions SET method = 'code', used_at = ?")
        .bind(new Date(Date.now() - minutes * 60_000).toISOString())
        .run();
    await unused(31);
    await refusal(await lead.get(account), 401, "signed_out");
    expect((await steering.get(account)).status).toBe(200);
    await unused(241);
    await refusal(await steering.get(account), 401, "signed_out");
    await unused(29);
    expect((await lead.get(account)).status).toBe(200);
  });

  test("go on for who uses them, and their use is written down at most every five minutes", async () => {
    const { lead } = await aWorld();
    const usedAt = () =>
      env.DB.prepare("SELECT used_at FROM sessions WHERE person = 'lead'").first<string>("used_at");
    const set = async (minutes: number) => {
      const at = new Date(Date.now() - minutes * 60_000).toISOString();
      await env.DB.prepare("UPDATE sessions SET used_at = ?").bind(at).run();
      return at;
    };
    const recent = await set(4);
    await lead.get(account);
    expect(await usedAt()).toBe(recent);
    const older = await set(6);
    await lead.get(account);
    expect((await usedAt()) ?? "").not.toBe(older);
  });
});

/** Somebody of whom every table that speaks of people holds something. */
async function aPersonWithData() {
  const world = await aWorld();
  const person = await signIn({ id: "person", memberships: [holds("funder", "demo")] });
  const details = { name: "kanaria nimi", title: "kanaria virka", organisation: "kanaria talo" };
  await ok(await person.send("PATCH", account, details, { version: 1 }));
  const token = { name: "kanaria skripti", scope: "reports" };
  const made = await person.send("POST", `${account}/tokens`, token);
  const secret = (await ok<{ token: string }>(made, 201)).token;
  const ask = {
    project: "demo",
    role: "contact",
    municipalities: ["836", "837"],
    message: "kanaria viesti",
  };
  const asked = await person.send("POST", "/api/access-requests", ask);
  const { id } = await ok<{ id: string }>(asked, 201);
  const decision = { decision: "declined", answer: "kanaria vastaus" };
  const path = `/api/projects/demo/access-requests/${id}/decision`;
  await ok(await world.lead.send("POST", path, decision));
  const invitation = { email: "person@etappi.example", role: "steering" };
  await ok(await world.lead.send("POST", "/api/projects/demo/invitations", invitation), 201);
  await env.DB.prepare(
    "INSERT INTO accounts VALUES ('p-1', 'person', 'oidc', 'kanaria-tunnus', '2024-01-01', '2024-01-01')",
  ).run();
  return { ...world, person, secret };
}

describe("one's own data", () => {
  test("holds what is stored on oneself, of every kind", async () => {
    const { person } = await aPersonWithData();
    const data = await dataOf(person);
    expect(data).toMatchObject({
      account: {
        id: "person",
        name: "kanaria nimi",
        title: "kanaria virka",
        organisation: "kanaria talo",
        email: "person@etappi.example",
        roles: [{ project: "demo", role: "funder" }],
      },
      sessions: [{ id: "session-of-person" }],
      tokens: [{ name: "kanaria skripti", scope: "reports" }],
      signInAccounts: [{ provider: "oidc", createdAt: "2024-01-01" }],
      invitations: [{ project: "demo", role: "steering" }],
      accessRequests: [{ project: "demo", role: "contact", message: "kanaria viesti" }],
    });
    expect(data.uses.map(({ kind }) => kind)).toEqual(["token_created", "data_changed"]);
  });

  test.each([
    ["access_requests", "answer", "what was answered to a request"],
    ["access_requests", "municipalities", "which municipalities were asked for"],
    ["access_requests", "decision", "how a request was decided"],
    ["accounts", "account_id", "who one is at the county's sign-in"],
  ])("holds the column %s.%s: %s", async (table, column) => {
    const { person } = await aPersonWithData();
    const stored = await env.DB.prepare(`SELECT ${column} FROM ${table}`).first<string>(column);
    expect(stored).toBeTruthy();
    expect(JSON.stringify(await dataOf(person))).toContain(stored);
  });

  test("holds the changes that one made", async () => {
    const { lead } = await aWorld();
    const cell = "/api/projects/demo/progress/1/837";
    await ok(await lead.send("PATCH", cell, { declared: "done" }, { version: 0 }));
    expect((await dataOf(lead)).changes).toEqual([
      { at: expect.any(String), kind: "progress.declared", subject: "cell:demo:1:837" },
    ]);
  });

  test("holds no secret, nor the digest of one", async () => {
    const { person, secret } = await aPersonWithData();
    const text = JSON.stringify(await dataOf(person));
    for (const hidden of [secret, await digest(secret), await digest("token-of-person")]) {
      expect(text).not.toContain(hidden);
    }
    expect(text).not.toContain("token-of-person");
    expect(text).not.toMatch(/[0-9a-f]{64}/);
  });

  test("holds nothing of others", async () => {
    const { lead, funder } = await aPersonWithData();
    for (const other of [funder, lead]) {
      const text = JSON.stringify(await dataOf(other));
      expect(text).not.toContain("kanaria");
      expect(text).not.toContain("person@");
    }
  });

  test("comes as a file that is kept nowhere, and taking it is logged", async () => {
    const { steering } = await aWorld();
    const answer = await steering.get(`${account}/data`);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="etappi-\d{4}-\d\d-\d\d\.json"$/,
    );
    const { uses } = await dataOf(steering);
    expect(uses).toMatchObject([{ kind: "data_received", detail: "own" }]);
    await refusal(await stranger.get(`${account}/data`), 401, "signed_out");
  });
});
