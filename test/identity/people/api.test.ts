import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { PersonList, PersonView } from "../../../worker/identity/contract/account.ts";
import type { UseList, UseView } from "../../../worker/identity/contract/uses.ts";
import worker from "../../../worker/index.ts";
import { dateInHelsinki } from "../../../worker/kernel/instant.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { aReport } from "../../support/editions.ts";
import {
  aWorld,
  type Client,
  client,
  giveToken,
  holds,
  project,
  signIn,
  stranger,
} from "../../support/world.ts";

const people = "/api/people";
const administrator = (person: string) => `${people}/${person}/administrator`;
/** Lines of the log, but for those that say who has read it. */
const uses = async (by: Client, query = "") =>
  (await ok<UseList>(await by.get(`/api/uses${query}`))).items.filter(
    ({ kind }) => kind !== "log_read",
  );
const listed = async (by: Client, query = "") =>
  (await ok<PersonList>(await by.get(`${people}${query}`))).items;
const kindsOf = (items: readonly UseView[]) => items.map(({ kind, detail }) => `${kind} ${detail}`);
const ids = (items: readonly PersonView[]) => items.map(({ id }) => id);
const county = async () =>
  (
    await env.DB.prepare(
      "SELECT person FROM memberships WHERE role = 'admin' AND ended_at IS NULL",
    ).all<{ person: string }>()
  ).results.map(({ person }) => person);

async function name(by: Client, fields: object) {
  const { version } = await ok<{ version: number }>(await by.get("/api/account"));
  await ok(await by.send("PATCH", "/api/account", fields, { version }));
}

describe("the people", () => {
  test("are for the administrator alone to see and manage", async () => {
    const { lead, contact, steering, funder } = await aWorld();
    for (const person of [lead, contact, steering, funder]) {
      for (const [method, path] of [
        ["GET", people],
        ["GET", `${people}/lead`],
        ["GET", `${people}/none`],
        ["PUT", administrator("lead")],
        ["DELETE", administrator("admin")],
        ["DELETE", `${people}/admin/sessions`],
        ["POST", `${people}/admin/erase`],
        ["GET", "/api/uses"],
      ] as const) {
        await refusal(await person.send(method, path), 403, "forbidden");
      }
    }
    await refusal(await stranger.get(people), 401, "signed_out");
    await refusal(await stranger.get("/api/uses"), 401, "signed_out");
    expect(await county()).toEqual(["admin"]);
  });

  test("come with their roles in pages that hold everybody once", async () => {
    const { admin } = await aWorld();
    const all = await listed(admin);
    expect(ids(all)).toEqual(["admin", "contact-837", "funder", "lead", "steering"]);
    expect(all[0]).toMatchObject({ admin: true, email: "admin@etappi.example", erasedAt: null });
    const seen: PersonView[] = [];
    for (let cursor = ""; ;) {
      const page = await ok<PersonList>(await admin.get(`${people}?limit=2${cursor}`));
      seen.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(all);
  });

  test.each([
    ["åberg", ["contact-837"]],
    ["Åberg", ["contact-837"]],
    ["ÅBERG", ["contact-837"]],
    ["äijälä", ["lead"]],
    ["Äijälä", ["lead"]],
    ["koulu", ["contact-837"]],
    ["FUNDER@etappi", ["funder"]],
    ["%", []],
    ["_", []],
    ["'", []],
    ["nobody", []],
  ])("are found by %s in name, organisation or address", async (q, found) => {
    const { admin, contact, lead } = await aWorld();
    await name(contact, { name: "Aino Åberg", organisation: "Koulu" });
    await name(lead, { name: "Eero Äijälä" });
    expect(ids(await listed(admin, `?q=${encodeURIComponent(q)}`))).toEqual(found);
  });

  test("who are not there are not found", async () => {
    const { admin } = await aWorld();
    for (const [method, path] of [
      ["GET", `${people}/none`],
      ["PUT", administrator("none")],
      ["DELETE", administrator("none")],
      ["DELETE", `${people}/none/sessions`],
      ["POST", `${people}/none/erase`],
    ] as const) {
      await refusal(await admin.send(method, path), 404, "not_found");
    }
  });

  test("have their sessions ended by the administrator, on the next request", async () => {
    const { admin, lead, funder } = await aWorld();
    expect((await admin.send("DELETE", `${people}/lead/sessions`)).status).toBe(204);
    await refusal(await lead.get("/api/projects"), 401, "signed_out");
    expect((await funder.get("/api/projects")).status).toBe(200);
    expect(kindsOf(await uses(admin, "?kind=session_ended"))).toEqual([
      "session_ended all of lead",
    ]);
  });
});

describe("an administrator", () => {
  test("is made and ended by another, for the next request, once each", async () => {
    const { admin, lead } = await aWorld();
    await refusal(await lead.get(people), 403, "forbidden");
    for (let time = 0; time < 2; time += 1) {
      expect(await ok(await admin.send("PUT", administrator("lead")))).toMatchObject({
        admin: true,
      });
    }
    expect((await lead.get(people)).status).toBe(200);
    for (let time = 0; time < 2; time += 1) {
      expect(await ok(await admin.send("DELETE", administrator("lead")))).toMatchObject({
        admin: false,
      });
    }
    await refusal(await lead.get(people), 401, "signed_out");
    const facts = await env.DB.prepare(
      "SELECT kind FROM facts WHERE subject = 'membership:@county:lead:admin' ORDER BY version",
    ).all();
    expect(facts.results).toEqual([{ kind: "member.added" }, { kind: "member.removed" }]);
  });

  test("who is the last one stays", async () => {
    const { admin } = await aWorld();
    await refusal(await admin.send("DELETE", administrator("admin")), 409, "locked");
    await refusal(await admin.send("POST", `${people}/admin/erase`), 409, "locked");
    await ok(await admin.send("PUT", administrator("lead")));
    await ok(await admin.send("DELETE", administrator("admin")));
    await refusal(await admin.get(people), 401, "signed_out");
    expect(await county()).toEqual(["lead"]);
  });

  test.each([
    ["each other", "lead", "admin"],
    ["themselves", "admin", "lead"],
  ])("is left behind when two end %s at once", async (_, byAdmin, byLead) => {
    const { admin, lead } = await aWorld();
    await ok(await admin.send("PUT", administrator("lead")));
    await Promise.all([
      admin.send("DELETE", administrator(byAdmin)),
      lead.send("DELETE", administrator(byLead)),
    ]);
    expect(await county()).toHaveLength(1);
  });

  test("is nobody by a role that a project has", async () => {
    const { admin, lead } = await aWorld();
    await refusal(await lead.send("PUT", administrator("lead")), 403, "forbidden");
    const invitation = { email: "x@etappi.example", role: "admin" };
    const path = "/api/projects/demo/invitations";
    await refusal(await admin.send("POST", path, invitation), 400, "invalid");
    expect(await county()).toEqual(["admin"]);
  });
});

const from = { "cf-connecting-ip": "203.0.113.77" };

describe("the log", () => {
  test("holds signing in and out, with the network and without the address", async () => {
    const { admin } = await aWorld();
    const headers = { "cf-connecting-ip": "2001:db8:12:34:56:78:9a:bc" };
    const answer = await stranger.send(
      "POST",
      "/api/demo/session",
      { person: "lead" },
      { headers },
    );
    const lead = client(answer.headers.get("set-cookie")?.split(";")[0] ?? "");
    await lead.send("DELETE", "/api/session", undefined, { headers: from });
    expect(await uses(admin)).toEqual([
      {
        number: 2,
        at: expect.any(String),
        kind: "signed_out",
        person: "lead",
        personName: "",
        project: null,
        detail: "",
        network: "203.0.113.0/24",
      },
      expect.objectContaining({ kind: "signed_in", person: "lead", network: "2001:db8:12::/48" }),
    ]);
  });

  test("holds what somebody reached for and was refused, and the foreign things they asked for", async () => {
    const { admin, funder, contact } = await aWorld();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    await refusal(await funder.get("/api/projects/demo/progress?lang=sv"), 403, "forbidden");
    await refusal(await contact.get("/api/projects/other"), 404, "not_found");
    await refusal(await contact.get("/api/projects/none"), 404, "not_found");
    await refusal(await contact.get("/api/uses"), 403, "forbidden");
    const items = await uses(admin);
    expect(items.map(({ person, kind, detail }) => `${person} ${kind} ${detail}`)).toEqual([
      "contact-837 refused GET /api/uses",
      "contact-837 refused GET /api/projects/:project",
      "contact-837 refused GET /api/projects/:project",
      "funder refused GET /api/projects/:project/progress",
    ]);
  });

  test("holds no line for what goes well, for mistakes, nor for strangers", async () => {
    const { admin, lead } = await aWorld();
    await lead.get("/api/projects/demo/progress");
    await lead.get("/api/projects/demo/milestones/99");
    await lead.send("POST", "/api/projects/demo/milestones", {});
    await stranger.get("/api/projects/demo");
    await stranger.get("/api/projects", { authorization: "Bearer etappi_x" });
    expect(await uses(admin)).toEqual([]);
  });

  test("holds each file that was taken: which project, which report, in which format", async () => {
    const { admin, lead, steering } = await aWorld();
    await steering.get("/api/projects/demo/export?format=csv");
    await ok(await lead.send("POST", "/api/projects/demo/reports", { name: "Raportti" }), 201);
    await steering.get("/api/projects/demo/reports/1/export?format=json");
    await steering.get("/api/account/data");
    expect(await uses(admin)).toMatchObject([
      { kind: "data_received", detail: "own", person: "steering", project: null },
      { kind: "report_received", detail: "1 json", person: "steering", project: "demo" },
      { kind: "exported", detail: "csv", person: "steering", project: "demo" },
    ]);
  });

  test("holds who read a report whole without a part in writing it, and not the team", async () => {
    const world = await aWorld();
    const { admin, lead, funder } = world;
    const report = await aReport(world);
    await report.submit();
    const reader = await giveToken("funder", "lukija", "reports");
    await ok(await lead.get(`${report.path}/document`));
    await ok(await funder.get(`${report.path}/document`));
    await ok(await reader.get(`${report.path}/document`));
    await refusal(await funder.get(`${report.path}/document?edition=9`), 404, "not_found");
    const received = (await uses(admin)).filter(({ kind }) => kind === "report_received");
    expect(received).toMatchObject([
      { detail: "1 document", person: "funder", project: "demo" },
      { detail: "1 document", person: "funder", project: "demo" },
    ]);
    expect(received).toHaveLength(2);
  });

  test("holds no line for a file that was refused but the refusal", async () => {
    const { admin, funder, lead } = await aWorld();
    const outsider = await signIn({ id: "outsider", memberships: [holds("lead", "other")] });
    await refusal(await outsider.get("/api/projects/demo/export?format=csv"), 404, "not_found");
    await refusal(await funder.get("/api/projects/demo/export?format=csv"), 404, "not_found");
    await refusal(await lead.get("/api/projects/demo/export?format=pdf"), 400, "invalid");
    expect(kindsOf(await uses(admin))).toEqual(["refused GET /api/projects/:project/export"]);
  });

  test("holds tokens that were made and revoked, by what they are called and never as they are", async () => {
    const { admin, lead } = await aWorld();
    const body = { name: "kanaria", scope: "read", project: "demo" };
    const made = await lead.send("POST", "/api/account/tokens", body);
    const { id, token } = await ok<{ id: string; token: string }>(made, 201);
    const headers = { authorization: `Bearer ${token}` };
    await stranger.get("/api/projects/demo/export?format=csv", headers);
    await stranger.get("/api/uses", headers);
    await lead.send("DELETE", `/api/account/tokens/${id}`);
    const items = await uses(admin);
    expect(kindsOf(items)).toEqual([
      `token_revoked ${id}`,
      "refused GET /api/uses",
      "exported csv",
      `token_created ${id} read`,
    ]);
    expect(items.map(({ person }) => person)).toEqual(["lead", "lead", "lead", "lead"]);
    expect(JSON.stringify(items)).not.toContain(token);
  });

  test("holds neither a name, an address, a secret nor a whole network address", async () => {
    const { admin, lead, contact } = await aWorld();
    await name(contact, { name: "kanaria nimi" });
    const email = "kanaria@etappi.example";
    const invitation = { email, role: "steering" };
    const path = "/api/projects/demo/invitations";
    const made = await lead.send("POST", path, invitation, { headers: from });
    const { link } = await ok<{ link: string }>(made, 201);
    const token = link.split("#")[1] ?? "";
    await contact.send("POST", "/api/invitations/accept", { token }, { headers: from });
    await contact.send("GET", `/api/projects/demo/invitations?q=${email}`, undefined, {
      headers: from,
    });
    expect((await uses(admin)).length).toBeGreaterThanOrEqual(3);
    const stored = JSON.stringify((await env.DB.prepare("SELECT * FROM uses").all()).results);
    for (const hidden of ["kanaria", token, "203.0.113.77", "token-of-"]) {
      expect(stored).not.toContain(hidden);
    }
  });

  test.each([
    ["the log's own filter", "admin", "/api/uses?person=kanaria@etappi.example"],
    ["a path that was refused", "lead", "/api/people/kanaria@etappi.example"],
  ] as const)("holds no address that somebody wrote into %s", async (_, who, path) => {
    const world = await aWorld();
    await world[who].get(path);
    const stored = (await env.DB.prepare("SELECT detail FROM uses").all()).results;
    expect(stored).toHaveLength(who === "admin" ? 0 : 1);
    expect(JSON.stringify(stored)).not.toContain("kanaria");
  });

  test("keeps a refused path within bounds", async () => {
    const { admin, lead } = await aWorld();
    await lead.get(`/api/people/${"x".repeat(60)}`);
    await lead.get(`/api/projects/${"y".repeat(60)}/milestones?${"z=".repeat(300)}`);
    for (const { detail } of await uses(admin)) expect(detail.length).toBeLessThanOrEqual(200);
    expect(await uses(admin)).toHaveLength(2);
  });
});

describe("reading the log", () => {
  test("is filtered by kind, person and time", async () => {
    const { admin, funder, steering } = await aWorld();
    await steering.get("/api/projects/demo/export?format=csv");
    const between = new Date(Date.now() + 1).toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await funder.get("/api/uses");
    await steering.get("/api/uses");
    const persons = async (query: string) =>
      (await uses(admin, query)).map(({ kind, person }) => `${kind} ${person}`);
    expect(await persons("?kind=exported")).toEqual(["exported steering"]);
    expect(await persons("?person=steering")).toEqual(["refused steering", "exported steering"]);
    expect(await persons("?person=steering&kind=refused")).toEqual(["refused steering"]);
    expect(await persons(`?until=${between}`)).toEqual(["exported steering"]);
    expect(await persons(`?since=${between}`)).toEqual(["refused steering", "refused funder"]);
    const today = dateInHelsinki(new Date().toISOString());
    expect(await persons(`?since=${today}&until=${today}`)).toHaveLength(3);
    expect(await persons("?until=2024-01-01")).toEqual([]);
    expect(await persons("?person=nobody")).toEqual([]);
  });

  test("is itself in the log, and a reading that was refused is not such a one", async () => {
    const { admin, lead } = await aWorld();
    await refusal(await lead.get("/api/uses"), 403, "forbidden");
    await admin.get("/api/uses", from);
    await refusal(await admin.get("/api/uses?kind=read"), 400, "invalid");
    const { items } = await ok<UseList>(await admin.get("/api/uses?kind=log_read"));
    expect(items).toMatchObject([{ person: "admin", network: "203.0.113.0/24" }]);
  });

  test("refuses filters that mean nothing", async () => {
    const { admin } = await aWorld();
    const query = "?kind=read&since=2024-02-30&until=never&limit=0";
    const answer = await refusal(await admin.get(`/api/uses${query}`), 400, "invalid");
    expect(pathsOf(answer)).toEqual(["kind", "limit", "since", "until"]);
    await refusal(await admin.get("/api/uses?cursor=eA"), 400, "invalid");
  });

  test("comes in pages that hold every line once, newest first, also within a filter", async () => {
    const { admin, funder, steering } = await aWorld();
    for (const person of [funder, steering, funder, steering, funder])
      await person.get("/api/uses");
    for (const filter of ["&kind=refused", "&person=funder"]) {
      const all = await uses(admin, `?limit=500${filter}`);
      const seen: UseView[] = [];
      for (let cursor = ""; ;) {
        const path = `/api/uses?limit=2${filter}${cursor}`;
        const page = await ok<UseList>(await admin.get(path));
        seen.push(...page.items);
        if (page.nextCursor === null) break;
        cursor = `&cursor=${page.nextCursor}`;
      }
      expect(seen).toEqual(all);
      expect(all.map(({ number }) => number)).toEqual(
        all.map(({ number }) => number).toSorted((a, b) => b - a),
      );
    }
  });
});

describe("a line of the log", () => {
  test.each([
    ["changed", "UPDATE uses SET detail = 'x'"],
    ["changed to what it is", "UPDATE uses SET at = at"],
    ["removed", "DELETE FROM uses"],
    ["replaced", "INSERT OR REPLACE INTO uses SELECT * FROM uses"],
    [
      "replaced by another",
      "REPLACE INTO uses (seq, at, kind, detail, network) VALUES (1, '', 'refused', '', '')",
    ],
  ])("cannot be %s", async (_, statement) => {
    const { admin, funder } = await aWorld();
    await funder.get("/api/uses");
    const before = await uses(admin);
    expect(before).toHaveLength(1);
    await expect(env.DB.prepare(statement).run()).rejects.toThrow(/uses: /);
    expect(await uses(admin)).toEqual(before);
  });

  test("goes after five years, and no day sooner", async () => {
    await aWorld();
    const old = (years: number, days: number) => {
      const at = new Date();
      at.setUTCFullYear(at.getUTCFullYear() - years);
      at.setUTCDate(at.getUTCDate() + days);
      return at.toISOString();
    };
    for (const at of [old(5, -1), old(5, 1)]) {
      await env.DB.prepare(
        "INSERT INTO uses (at, kind, detail, network) VALUES (?, 'refused', '', '')",
      )
        .bind(at)
        .run();
    }
    const now = { scheduledTime: Date.now(), cron: "", noRetry: () => undefined };
    await worker.scheduled(now, env);
    const { results } = await env.DB.prepare("SELECT at FROM uses").all<{ at: string }>();
    expect(results.map(({ at }) => at.slice(0, 10))).toEqual([old(5, 1).slice(0, 10)]);
  });
});

test("a write from another site is refused as such, and logged as nobody's", async () => {
  const { admin, lead } = await aWorld();
  const headers = { origin: "https://paha.example" };
  for (const person of [lead, stranger]) {
    const body = { name: "x" };
    const answer = await person.send("PATCH", "/api/account", body, { version: 1, headers });
    await refusal(answer, 403, "forbidden");
  }
  expect((await uses(admin)).every(({ person }) => person === null)).toBe(true);
});
