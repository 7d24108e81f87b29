import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { hashOf } from "../../../worker/history/record.ts";
import type { PersonView } from "../../../worker/identity/contract/account.ts";
import type { MemberHistory, MemberList } from "../../../worker/members/contract.ts";
import { factCount, ok, refusal } from "../../support/answers.ts";
import {
  aWorld,
  type Client,
  client,
  holds,
  project,
  signIn,
  stranger,
} from "../../support/world.ts";

const canary = "kanarialintu";
const email = `${canary}@etappi.example`;
const invitations = "/api/projects/demo/invitations";
const cell = "/api/projects/demo/progress/1/837";
const erase = async (by: Client, person = "person") =>
  by.send("POST", `/api/people/${person}/erase`);

type Fact = Parameters<typeof hashOf>[0] & { readonly hash: string };

/** Every fact as it is stored, under the names that its hash is made of. */
async function facts(): Promise<readonly Fact[]> {
  const { results } = await env.DB.prepare(
    "SELECT scope, subject, version, kind, actor, role, at, key, detail, previous_hash AS previousHash, hash FROM facts ORDER BY seq",
  ).all<Fact>();
  return results;
}

/** Every table and column in which a text stands. */
async function whereIs(text: string): Promise<string[]> {
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  ).all<{ name: string }>();
  const found: string[] = [];
  for (const { name } of tables) {
    const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
    for (const row of results) {
      for (const [column, value] of Object.entries(row)) {
        if (String(value).toLowerCase().includes(text)) found.push(`${name}.${column}`);
      }
    }
  }
  return [...new Set(found)].toSorted();
}

/**
 * A lead and contact whose name, title, organisation and address are a canary, in every table that
 * people leave something in; without what is kept of repeated requests and of a demonstration's mail.
 */
async function aPersonEverywhere() {
  const world = await aWorld();
  const memberships = [holds("lead", "demo"), holds("contact", "demo", ["536"], ["837"])];
  const person = await signIn({ id: "person", memberships });
  await env.DB.prepare("UPDATE people SET email = ? WHERE id = 'person'").bind(email).run();
  const details = { name: `${canary} A`, title: `${canary} B`, organisation: `${canary} C` };
  await ok(await person.send("PATCH", "/api/account", details, { version: 1 }));
  await ok(await person.send("PATCH", cell, { declared: "done" }, { version: 0 }));
  const token = { name: canary, scope: "write" };
  const made = await person.send("POST", "/api/account/tokens", token);
  const { token: secret } = await ok<{ token: string }>(made, 201);
  const ask = { project: "demo", role: "steering", message: `${canary} kysyy` };
  const asked = await person.send("POST", "/api/access-requests", ask);
  const { id } = await ok<{ id: string }>(asked, 201);
  const decision = { decision: "declined", answer: `Hei ${canary}` };
  const path = `/api/projects/demo/access-requests/${id}/decision`;
  await ok(await world.lead.send("POST", path, decision));
  await ok(await person.send("POST", "/api/access-requests", { ...ask, role: "funder" }), 201);
  for (const role of ["steering", "funder"]) {
    await ok(await world.lead.send("POST", invitations, { email, role }), 201);
  }
  await env.DB.prepare("DELETE FROM demo_letters").run();
  await env.DB.prepare(
    `INSERT INTO accounts VALUES ('p-1', 'person', 'oidc', '${canary}', '2024-01-01', '2024-01-01')`,
  ).run();
  return { ...world, person, secret };
}

describe("erasing a person", () => {
  test("empties their name, title, organisation and address in every table", async () => {
    const { admin } = await aPersonEverywhere();
    expect(await whereIs(canary)).toEqual([
      "access_requests.answer",
      "access_requests.message",
      "accounts.account_id",
      "invitations.email",
      "people.email",
      "people.name",
      "people.organisation",
      "people.title",
      "tokens.name",
    ]);
    expect(await ok(await erase(admin))).toMatchObject({
      id: "person",
      name: "",
      title: "",
      organisation: "",
      email: null,
      admin: false,
      erasedAt: expect.any(String),
    });
    expect(await whereIs(canary)).toEqual([]);
  });

  test("empties what is kept of their own repeated requests, and of others about them", async () => {
    const { admin, lead, person } = await aPersonEverywhere();
    const key = { key: "avain" };
    await ok(await person.send("PATCH", "/api/account", { title: canary }, { ...key, version: 2 }));
    await ok(
      await lead.send("POST", "/api/projects/demo/invitations", { email, role: "lead" }, key),
      201,
    );
    expect(await whereIs(canary)).toContain("requests.answer");
    await ok(await erase(admin));
    await env.DB.prepare("DELETE FROM demo_letters").run();
    expect(await whereIs(canary)).toEqual([]);
  });

  test("takes the letters of a demonstration to them along", async () => {
    const { admin, lead } = await aPersonEverywhere();
    const invitation = { email, role: "lead" };
    await ok(await lead.send("POST", "/api/projects/demo/invitations", invitation), 201);
    expect(await whereIs(canary)).toContain("demo_letters.recipient");
    await ok(await erase(admin));
    expect(await (await stranger.get("/api/demo/letters")).text()).not.toContain(canary);
  });

  test("leaves every hash of the history as it was, and the chain unbroken", async () => {
    const { admin } = await aPersonEverywhere();
    const before = await facts();
    await ok(await erase(admin));
    const after = await facts();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
    const newest = new Map<string, Fact>();
    for (const fact of after) {
      const previous = newest.get(fact.subject);
      expect(fact.previousHash, fact.subject).toBe(previous?.hash ?? "");
      expect(fact.version, fact.subject).toBe((previous?.version ?? 0) + 1);
      expect(await hashOf(fact), fact.subject).toBe(fact.hash);
      newest.set(fact.subject, fact);
    }
    const { results: heads } = await env.DB.prepare(
      "SELECT 'membership:' || project || ':' || person || ':' || role AS subject, version, hash FROM memberships",
    ).all<{ subject: string; version: number; hash: string }>();
    for (const { subject, version, hash } of heads) {
      expect(newest.get(subject), subject).toMatchObject({ version, hash });
    }
  });
});

describe("an erasure", () => {
  test("ends all their roles, and hands over what they spoke for", async () => {
    const { admin, lead } = await aPersonEverywhere();
    const deputy = await signIn({
      id: "deputy",
      memberships: [holds("contact", "demo", [], ["536"])],
    });
    const { roles } = await ok<PersonView>(await erase(admin));
    expect(roles.map(({ role, endedAt }) => `${role} ${endedAt !== null}`).toSorted()).toEqual([
      "contact true",
      "lead true",
    ]);
    const { items } = await ok<MemberList>(await lead.get("/api/projects/demo/members"));
    expect(items.map(({ person }) => person)).not.toContain("person");
    expect(items.find(({ person }) => person === "deputy")).toMatchObject({
      municipalities: ["536"],
      deputyFor: [],
    });
    const nokia = "/api/projects/demo/progress/1/536";
    await ok(await deputy.send("PATCH", nokia, { declared: "done" }, { version: 0 }));
  });

  test("ends their sessions and tokens on the next request", async () => {
    const { admin, person, secret } = await aPersonEverywhere();
    const headers = { authorization: `Bearer ${secret}` };
    expect((await stranger.get("/api/projects", headers)).status).toBe(200);
    await ok(await erase(admin));
    await refusal(await person.get("/api/projects"), 401, "signed_out");
    await refusal(await stranger.get("/api/projects", headers), 401, "signed_out");
    expect(await whereIs("token-of-person")).toEqual([]);
  });

  test("withdraws what they asked for, and closes the invitations to them", async () => {
    const { admin, lead } = await aPersonEverywhere();
    const invitation = { email, role: "lead" };
    const path = "/api/projects/demo/invitations";
    const made = await ok<{ link: string; id: string }>(
      await lead.send("POST", path, invitation),
      201,
    );
    await ok(await erase(admin));
    const waiting = await lead.get("/api/projects/demo/access-requests");
    expect(await ok(waiting)).toEqual({ items: [] });
    const token = made.link.split("#")[1];
    const look = await stranger.send("POST", "/api/invitations/look", { token });
    await refusal(look, 404, "not_found");
    const resent = await lead.send("POST", `${path}/${made.id}/send`);
    expect(await whereIs(canary)).not.toContain("invitations.email");
    expect(await resent.text()).not.toContain(canary);
  });

  test("shows an empty name where the history speaks of them", async () => {
    const { admin, lead, person } = await aPersonEverywhere();
    const change = { municipalities: ["536", "837"] };
    const path = "/api/projects/demo/members/contact-837/contact";
    await ok(await person.send("PATCH", path, change, { version: 1 }));
    const names = async () => {
      const history = await lead.get("/api/projects/demo/members/history");
      const { items } = await ok<MemberHistory>(history);
      return items
        .filter((one) => one.by === "person")
        .map((one) => [one.person, one.personName, one.byName]);
    };
    const told = async () => (await lead.get(`${cell}/history`)).text();
    expect(await names()).toEqual([["contact-837", "", `${canary} A`]]);
    expect(await told()).toContain(canary);
    await ok(await erase(admin));
    expect(await names()).toEqual([["contact-837", "", ""]]);
    expect(await told()).not.toContain(canary);
    expect(await told()).toContain('"actor":"person"');
  });

  test("twice changes nothing the second time, also at once", async () => {
    const { admin } = await aPersonEverywhere();
    const twins = await Promise.all([erase(admin), erase(admin)]);
    const [first, second] = await Promise.all(twins.map((answer) => ok<PersonView>(answer)));
    expect(second?.erasedAt).toBe(first?.erasedAt);
    const count = await factCount();
    const lines = async () =>
      env.DB.prepare("SELECT count(*) AS n FROM uses WHERE kind = 'person_erased'").first("n");
    expect(await lines()).toBe(1);
    expect(await ok(await erase(admin))).toEqual(first);
    expect(await factCount()).toBe(count);
    expect(await lines()).toBe(1);
  });

  test("is logged by the pseudonym", async () => {
    const { admin } = await aPersonEverywhere();
    await ok(await erase(admin));
    const log = await (await admin.get("/api/uses?kind=person_erased")).text();
    expect(log).toContain('"detail":"person"');
    expect(log).not.toContain(canary);
  });

  test("leaves everybody else as they were", async () => {
    const { admin, contact, lead, funder } = await aPersonEverywhere();
    const others = async () => {
      const { items } = await ok<{ items: PersonView[] }>(await admin.get("/api/people"));
      return items.filter(({ id }) => id !== "person");
    };
    const before = await others();
    await ok(await erase(admin));
    expect(await others()).toEqual(before);
    for (const one of [contact, lead, funder]) {
      expect((await one.get("/api/projects")).status).toBe(200);
    }
  });
});

describe("an erasure at the same moment as", () => {
  const rolesHeld = async () =>
    (
      await env.DB.prepare(
        "SELECT role FROM memberships WHERE person = 'guest' AND ended_at IS NULL",
      ).all()
    ).results;

  test("the acceptance of an invitation leaves them no role", async () => {
    const { admin, lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const invitation = { email: "guest@etappi.example", role: "lead" };
    const path = "/api/projects/demo/invitations";
    const { link } = await ok<{ link: string }>(await lead.send("POST", path, invitation), 201);
    const token = link.split("#")[1];
    const [, erased] = await Promise.all([
      guest.send("POST", "/api/invitations/accept", { token }),
      erase(admin, "guest"),
    ]);
    await ok(erased);
    expect(await rolesHeld()).toEqual([]);
  });

  test("the approval of what they asked for leaves them no role", async () => {
    const { admin, lead } = await aWorld();
    const guest = await signIn({ id: "guest" });
    const ask = { project: "demo", role: "lead" };
    const asked = await guest.send("POST", "/api/access-requests", ask);
    const { id } = await ok<{ id: string }>(asked, 201);
    const path = `/api/projects/demo/access-requests/${id}/decision`;
    const [, erased] = await Promise.all([
      lead.send("POST", path, { decision: "approved" }),
      erase(admin, "guest"),
    ]);
    await ok(erased);
    expect(await rolesHeld()).toEqual([]);
  });
});

describe("an erasure is refused", () => {
  test("for the last lead of a project, and does nothing by halves", async () => {
    const { admin, person } = await aPersonEverywhere();
    await ok(await person.send("POST", "/api/projects", { ...project, slug: "own" }), 201);
    const count = await factCount();
    await refusal(await erase(admin), 409, "locked");
    expect(await factCount()).toBe(count);
    expect((await person.get("/api/projects")).status).toBe(200);
    expect(await whereIs(canary)).toContain("people.name");
  });

  test("for the last administrator, who may go when there is another", async () => {
    const { admin, lead } = await aWorld();
    await refusal(await erase(admin, "admin"), 409, "locked");
    await ok(await admin.send("PUT", "/api/people/lead/administrator"));
    await ok(await erase(admin, "admin"));
    await refusal(await admin.get("/api/people"), 401, "signed_out");
    await refusal(await erase(lead, "lead"), 409, "locked");
  });

  test("for who is not the administrator, also of themselves", async () => {
    const { lead, person } = await aPersonEverywhere();
    await refusal(await erase(person), 403, "forbidden");
    await refusal(await erase(lead), 403, "forbidden");
    await refusal(await erase(stranger), 401, "signed_out");
    expect(await whereIs(canary)).toContain("people.name");
  });
});

describe("a person who was erased", () => {
  test("becomes no administrator again", async () => {
    const { admin } = await aPersonEverywhere();
    await ok(await erase(admin));
    const answer = await admin.send("PUT", "/api/people/person/administrator");
    await refusal(answer, 409, "locked");
  });

  test("is nobody whom a demonstration signs in", async () => {
    const { admin } = await aPersonEverywhere();
    await ok(await erase(admin, "funder"));
    const answer = await stranger.send("POST", "/api/demo/session", { person: "funder" });
    await refusal(answer, 400, "invalid");
    const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(await ok(await client(cookie).get("/api/session"))).toMatchObject({ actor: null });
  });
});
