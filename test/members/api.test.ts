import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type {
  MemberHistory,
  MemberLeft,
  MemberList,
  MemberView,
} from "../../worker/members/contract.ts";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { aWorld, type Client, client, holds, project, signIn, stranger } from "../support/world.ts";

const members = "/api/projects/demo/members";
const memberPath = (person: string, role: string) => `${members}/${person}/${role}`;
const list = async (person: Client) => ok<MemberList>(await person.get(members));
const contact = (id: string, municipalities: string[], deputyFor: string[] = []) =>
  signIn({ id, memberships: [holds("contact", "demo", municipalities, deputyFor)] });

async function memberOf(reader: Client, person: string, role: string): Promise<MemberView> {
  const { items } = await list(reader);
  const found = items.find((one) => one.person === person && one.role === role);
  if (!found) throw new Error(`${person} is no ${role}`);
  return found;
}

const remove = async (by: Client, person: string, role: string, version = 1) =>
  by.send("DELETE", memberPath(person, role), undefined, { version });
const change = async (by: Client, person: string, body: object, version = 1) =>
  by.send("PATCH", memberPath(person, "contact"), body, { version });

/** `aWorld`, whose administrator created the project and so leads it: here only `lead` does. */
async function oneLead() {
  const world = await aWorld();
  await ok(await remove(world.admin, "admin", "lead"));
  return { ...world, admin: await signInAgain("admin") };
}

/** The session that a removal ended, put back as another sign-in would make it. */
async function signInAgain(person: string): Promise<Client> {
  const answer = await stranger.send("POST", "/api/demo/session", { person });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  return client(cookie);
}

describe("the members of a project", () => {
  test("are listed with their roles, and with the municipalities that nobody speaks for", async () => {
    const { steering } = await aWorld();
    await contact("deputy", [], ["536"]);
    const { items, withoutContact } = await list(steering);
    expect(items.map(({ person, role }) => `${person} ${role}`)).toEqual([
      "admin lead",
      "contact-837 contact",
      "deputy contact",
      "funder funder",
      "lead lead",
      "steering steering",
    ]);
    expect(withoutContact).toEqual([{ code: "536", name: { fi: "Nokia", sv: "Nokia" } }]);
    expect(items[1]).toMatchObject({
      email: "contact-837@etappi.example",
      municipalities: ["837"],
      deputyFor: [],
      version: 1,
    });
  });

  test("are not for the funder, nor for the lead of another project, to see", async () => {
    const { funder, admin } = await aWorld();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const otherLead = await signIn({ id: "other", memberships: [holds("lead", "other")] });
    for (const path of [members, `${members}/history`]) {
      await refusal(await funder.get(path), 403, "forbidden");
      await refusal(await otherLead.get(path), 404, "not_found");
      await refusal(await stranger.get(path), 401, "signed_out");
    }
  });

  test("are read anew only when they have changed", async () => {
    const { lead } = await aWorld();
    const tag = (await lead.get(members)).headers.get("etag") ?? "";
    expect((await lead.get(members, { "if-none-match": tag })).status).toBe(304);
    await ok(await change(lead, "contact-837", { deputyFor: ["536"] }));
    expect((await lead.get(members, { "if-none-match": tag })).status).toBe(200);
  });
});

describe("changing a contact", () => {
  test("changes what they may write on the next request, and the version", async () => {
    const { lead, contact: person } = await aWorld();
    const nokia = "/api/projects/demo/progress/1/536";
    const declare = () => person.send("PATCH", nokia, { declared: "done" }, { version: 0 });
    await refusal(await declare(), 403, "forbidden");
    const answer = await change(lead, "contact-837", { deputyFor: ["536"] });
    expect(answer.headers.get("etag")).toBe('"2"');
    expect(await ok(answer)).toMatchObject({
      municipalities: ["837"],
      deputyFor: ["536"],
      version: 2,
    });
    await ok(await declare());
    await ok(await change(lead, "contact-837", { deputyFor: [] }, 2));
    const again = await person.send("PATCH", nokia, { note: "x" }, { version: 1 });
    await refusal(again, 403, "forbidden");
  });

  test("needs the version, and shows the current one to who has another", async () => {
    const { lead } = await aWorld();
    const path = memberPath("contact-837", "contact");
    const body = { municipalities: ["536"] };
    await refusal(await lead.send("PATCH", path, body), 428, "precondition_required");
    const stale = await refusal(await change(lead, "contact-837", body, 7), 412, "stale");
    expect(stale.current).toEqual(await memberOf(lead, "contact-837", "contact"));
    expect(await memberOf(lead, "contact-837", "contact")).toMatchObject({ version: 1 });
  });

  test("goes through for one of two who change the same version at once", async () => {
    const { lead, admin } = await aWorld();
    const answers = await Promise.all([
      change(lead, "contact-837", { municipalities: ["536"] }),
      change(admin, "contact-837", { deputyFor: ["536"] }),
    ]);
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(["200", "412"]);
    expect(await memberOf(lead, "contact-837", "contact")).toMatchObject({ version: 2 });
  });

  test("is refused for municipalities outside the project, for none, and for two at once", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    for (const [body, paths] of [
      [{ municipalities: ["211"] }, ["municipalities.0"]],
      [{ municipalities: [] }, ["municipalities"]],
      [{ deputyFor: ["837"] }, ["deputyFor.0"]],
      [{ municipalities: ["999"], deputyFor: ["536", "536"] }, ["deputyFor.1", "municipalities.0"]],
      [{ municipalities: "837", role: "lead" }, ["municipalities", "role"]],
    ] as const) {
      const answer = await refusal(await change(lead, "contact-837", body), 400, "invalid");
      expect(pathsOf(answer), JSON.stringify(body)).toEqual(paths);
    }
    expect(await factCount()).toBe(facts);
  });

  test("is refused where nothing is said, and writes no fact then", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    await refusal(await change(lead, "contact-837", {}), 400, "invalid");
    expect(await factCount()).toBe(facts);
  });

  test("gives a lead or a funder no municipalities", async () => {
    const { lead } = await aWorld();
    const path = memberPath("funder", "funder");
    const answer = await lead.send("PATCH", path, { municipalities: ["837"] }, { version: 1 });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["municipalities"]);
  });

  test("is not for the contact, nor for others who do not manage the members", async () => {
    const { contact: person, steering, funder } = await aWorld();
    for (const one of [person, steering, funder]) {
      const answer = await change(one, "contact-837", { municipalities: ["536", "837"] });
      await refusal(answer, 403, "forbidden");
    }
    const own = await change(person, "contact-837", { deputyFor: ["536"] }, 99);
    await refusal(own, 403, "forbidden");
  });

  test("finds nobody who is not, or is no longer, a member", async () => {
    const { lead } = await aWorld();
    await refusal(await change(lead, "nobody", { deputyFor: [] }), 404, "not_found");
    await refusal(await change(lead, "funder", { deputyFor: ["837"] }), 404, "not_found");
    await ok(await remove(lead, "contact-837", "contact"));
    const gone = await change(lead, "contact-837", { deputyFor: ["536"] }, 2);
    await refusal(gone, 404, "not_found");
  });
});

describe("when a contact goes", () => {
  test.each(["leaves", "is removed"])(
    "the deputy speaks for the municipality from then on: the contact %s",
    async (how) => {
      const { lead, contact: leaver } = await aWorld();
      const deputy = await contact("deputy", ["536"], ["837"]);
      const answer = await remove(how === "leaves" ? leaver : lead, "contact-837", "contact");
      expect(await ok<MemberLeft>(answer)).toEqual({
        person: "contact-837",
        role: "contact",
        endedAt: expect.any(String),
        handedOver: [{ municipality: "837", to: "deputy" }],
        withoutContact: [],
      });
      expect(await memberOf(lead, "deputy", "contact")).toMatchObject({
        municipalities: ["536", "837"],
        deputyFor: [],
        version: 2,
      });
      const cell = "/api/projects/demo/progress/1/837";
      await ok(await deputy.send("PATCH", cell, { declared: "done" }, { version: 0 }));
      expect((await list(lead)).withoutContact).toEqual([]);
    },
  );

  test("one of several deputies takes over, and the others stay deputies", async () => {
    const { lead } = await aWorld();
    for (const id of ["deputy-a", "deputy-b", "deputy-c"]) await contact(id, [], ["837"]);
    const left = await ok<MemberLeft>(await remove(lead, "contact-837", "contact"));
    expect(left.handedOver).toEqual([{ municipality: "837", to: "deputy-a" }]);
    const speaking = (await list(lead)).items.filter(({ municipalities }) =>
      municipalities.includes("837"),
    );
    expect(speaking.map(({ person }) => person)).toEqual(["deputy-a"]);
    expect(await memberOf(lead, "deputy-b", "contact")).toMatchObject({
      deputyFor: ["837"],
      version: 1,
    });
    const next = await ok<MemberLeft>(await remove(lead, "deputy-a", "contact", 2));
    expect(next.handedOver).toEqual([{ municipality: "837", to: "deputy-b" }]);
  });

  test("nobody takes over what another contact speaks for already", async () => {
    const { lead } = await aWorld();
    await contact("second", ["837"]);
    await contact("deputy", [], ["837"]);
    const left = await ok<MemberLeft>(await remove(lead, "contact-837", "contact"));
    expect(left).toMatchObject({ handedOver: [], withoutContact: [] });
    expect(await memberOf(lead, "deputy", "contact")).toMatchObject({ deputyFor: ["837"] });
  });

  test("a municipality without a deputy is told as left with nobody, then and in the list", async () => {
    const { lead } = await aWorld();
    await contact("elsewhere", ["536"]);
    const left = await ok<MemberLeft>(await remove(lead, "contact-837", "contact"));
    expect(left).toMatchObject({ handedOver: [], withoutContact: ["837"] });
    expect((await list(lead)).withoutContact).toEqual([
      { code: "837", name: { fi: "Tampere", sv: "Tammerfors" } },
    ]);
  });

  test("a deputy of another project does not take over", async () => {
    const { lead, admin } = await aWorld();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    await signIn({ id: "foreign", memberships: [holds("contact", "other", [], ["837"])] });
    const left = await ok<MemberLeft>(await remove(lead, "contact-837", "contact"));
    expect(left).toMatchObject({ handedOver: [], withoutContact: ["837"] });
  });

  test("together with the deputy at once, nobody who has gone speaks for it", async () => {
    const { lead, contact: leaver } = await aWorld();
    const deputy = await contact("deputy", [], ["837"]);
    const answers = await Promise.all([
      remove(leaver, "contact-837", "contact"),
      remove(deputy, "deputy", "contact"),
    ]);
    // The deputy may have been made the contact meanwhile, and then goes with the new version.
    for (const { status } of answers) expect([200, 409, 412]).toContain(status);
    const { items, withoutContact } = await list(lead);
    const speaking = items.filter(({ municipalities }) => municipalities.includes("837"));
    expect(speaking.length + withoutContact.filter(({ code }) => code === "837").length).toBe(1);
    expect(items.map(({ person }) => person)).not.toContain("contact-837");
  });
});

describe("a role that is ended", () => {
  test("ends the sessions of who had it, and of nobody else, on the next request", async () => {
    const { lead, contact: removed, steering } = await aWorld();
    await ok(await remove(lead, "contact-837", "contact"));
    await refusal(await removed.get("/api/projects"), 401, "signed_out");
    await refusal(await removed.get("/api/account"), 401, "signed_out");
    expect((await steering.get("/api/projects")).status).toBe(200);
    expect((await lead.get("/api/projects")).status).toBe(200);
  });

  test("takes the project from an API token, which goes on for the other ones", async () => {
    const { admin, lead } = await aWorld();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const two = [holds("lead", "demo"), holds("lead", "other")];
    const owner = await signIn({ id: "owner", memberships: two });
    const made = await owner.send("POST", "/api/account/tokens", { name: "x", scope: "write" });
    const { token } = await ok<{ token: string }>(made, 201);
    const headers = { authorization: `Bearer ${token}` };
    expect((await stranger.get("/api/projects/demo", headers)).status).toBe(200);
    await ok(await remove(lead, "owner", "lead"));
    await refusal(await stranger.get("/api/projects/demo", headers), 404, "not_found");
    expect((await stranger.get("/api/projects/other", headers)).status).toBe(200);
  });

  test("needs the version, and shows the current one to who has another", async () => {
    const { lead } = await aWorld();
    const path = memberPath("contact-837", "contact");
    await refusal(await lead.send("DELETE", path), 428, "precondition_required");
    const stale = await refusal(await remove(lead, "contact-837", "contact", 2), 412, "stale");
    expect(stale.current).toEqual(await memberOf(lead, "contact-837", "contact"));
    expect(JSON.stringify(stale)).not.toContain("hash");
  });

  test("is one's own, or anybody's to those who manage members, and never another's", async () => {
    const { contact: person, steering, funder } = await aWorld();
    await refusal(await remove(person, "steering", "steering"), 403, "forbidden");
    await refusal(await remove(steering, "contact-837", "contact"), 403, "forbidden");
    await refusal(await remove(funder, "lead", "lead", 99), 403, "forbidden");
    for (const [own, id, role] of [
      [steering, "steering", "steering"],
      [funder, "funder", "funder"],
    ] as const) {
      await ok(await remove(own, id, role));
      await refusal(await own.get("/api/projects"), 401, "signed_out");
    }
  });

  test("is not there to be ended again, nor is one that no project gives", async () => {
    const { lead } = await aWorld();
    await ok(await remove(lead, "funder", "funder"));
    await refusal(await remove(lead, "funder", "funder", 2), 404, "not_found");
    await refusal(await remove(lead, "funder", "admin", 1), 400, "invalid");
  });

  test("keeps its row and its facts", async () => {
    const { lead } = await aWorld();
    await ok(await remove(lead, "funder", "funder"));
    const row = env.DB.prepare("SELECT * FROM memberships WHERE person = 'funder'");
    expect(await row.first()).toMatchObject({ version: 2, ended_at: expect.any(String) });
    const facts = env.DB.prepare(
      "SELECT kind FROM facts WHERE subject = 'membership:demo:funder:funder' ORDER BY version",
    );
    expect((await facts.all()).results).toEqual([
      { kind: "member.added" },
      { kind: "member.removed" },
    ]);
  });
});

describe("the last lead of a project", () => {
  test("stays, whether they want to leave or the administrator removes them", async () => {
    const { admin, lead } = await oneLead();
    await refusal(await remove(lead, "lead", "lead"), 409, "locked");
    await refusal(await remove(admin, "lead", "lead"), 409, "locked");
    expect((await lead.get(members)).status).toBe(200);
  });

  test("can go when there is another, who is then the last", async () => {
    const { lead } = await oneLead();
    const second = await signIn({ id: "second", memberships: [holds("lead", "demo")] });
    await ok(await remove(lead, "lead", "lead"));
    await refusal(await remove(second, "second", "lead"), 409, "locked");
  });

  test("is not replaced by the lead of another project", async () => {
    const { admin, lead } = await oneLead();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    await signIn({ id: "foreign", memberships: [holds("lead", "other")] });
    await refusal(await remove(lead, "lead", "lead"), 409, "locked");
  });

  test("is left behind when two leads leave at once", async () => {
    const { lead, admin } = await oneLead();
    const second = await signIn({ id: "second", memberships: [holds("lead", "demo")] });
    const answers = await Promise.all([
      remove(lead, "lead", "lead"),
      remove(second, "second", "lead"),
    ]);
    const leads = (await list(admin)).items.filter(({ role }) => role === "lead");
    expect(leads).toHaveLength(1);
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(["200", "409"]);
  });
});

describe("the history of the members", () => {
  const history = `${members}/history`;

  test("tells every change newest first: who, what, by whom and why", async () => {
    const { lead } = await aWorld();
    await contact("deputy", [], ["837"]);
    await ok(await change(lead, "deputy", { deputyFor: ["536", "837"] }));
    await ok(await remove(lead, "contact-837", "contact"));
    const { items } = await ok<MemberHistory>(await lead.get(`${history}?limit=3`));
    expect(items).toMatchObject([
      {
        kind: "member.changed",
        person: "deputy",
        by: "lead",
        municipalities: ["837"],
        deputyFor: ["536"],
        reason: "handover",
      },
      { kind: "member.removed", person: "contact-837", by: "lead", reason: null },
      { kind: "member.changed", person: "deputy", deputyFor: ["536", "837"], reason: null },
    ]);
  });

  test("comes in pages that hold every change once", async () => {
    const { steering } = await aWorld();
    const all = (await ok<MemberHistory>(await steering.get(history))).items;
    expect(all).toHaveLength(5);
    const seen: unknown[] = [];
    for (let cursor = ""; ;) {
      const path = `${history}?limit=2${cursor}`;
      const { items, nextCursor } = await ok<MemberHistory>(await steering.get(path));
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items);
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(all);
    await refusal(await steering.get(`${history}?cursor=eA`), 400, "invalid");
  });

  test("says nothing of administrators, nor of other projects", async () => {
    const { lead, admin } = await aWorld();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const { items } = await ok<MemberHistory>(await lead.get(history));
    expect(items.filter(({ person }) => person === "admin")).toMatchObject([
      { role: "lead", reason: "created" },
    ]);
  });
});
