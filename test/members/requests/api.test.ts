import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type {
  AccessRequestView,
  AskedAccess,
  MemberList,
} from "../../../worker/members/contract.ts";
import { openRequestsMax } from "../../../worker/members/terms.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { aWorld, type Client, holds, project, signIn, stranger } from "../../support/world.ts";

const own = "/api/access-requests";
const asked = "/api/projects/demo/access-requests";
const asContact = { project: "demo", role: "contact", municipalities: ["837"], message: "Hei" };

const ask = async (by: Client, body: object = asContact) => by.send("POST", own, body);
const waiting = async (by: Client, path = asked) =>
  (await ok<{ items: AskedAccess[] }>(await by.get(path))).items;
const ownOf = async (by: Client) =>
  (await ok<{ items: AccessRequestView[] }>(await by.get(own))).items;
const newestOf = async (by: Client) => (await ownOf(by))[0]?.id ?? "";
const decide = async (by: Client, id: string, body: object) =>
  by.send("POST", `${asked}/${id}/decision`, body);
const rolesOf = async (by: Client, person: string) =>
  (await ok<MemberList>(await by.get("/api/projects/demo/members"))).items
    .filter((one) => one.person === person)
    .map(({ role, municipalities, deputyFor }) => ({ role, municipalities, deputyFor }));

/** `aWorld` with somebody who asks to be the contact of 837. */
async function oneAsks() {
  const world = await aWorld();
  const asker = await signIn({ id: "asker" });
  const request = await ok<AccessRequestView>(await ask(asker), 201);
  return { ...world, asker, id: request.id };
}

/** An answer without what differs between any two requests. */
async function shape(answer: Response, slug: string) {
  const body = (await answer.text())
    .replaceAll(/r-[0-9a-f]{20}/g, "id")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "time")
    .replaceAll(slug, "slug");
  const headers = [...answer.headers].map(([name, value]) => [
    name,
    value.replaceAll(/r-[0-9a-f]{20}/g, "id").replace(/^(W\/)?".*"$/, "tag"),
  ]);
  return { status: answer.status, headers, body };
}

describe("asking for access", () => {
  test("looks the same for a project that is there and one that is not", async () => {
    await aWorld();
    const [first, second] = [await signIn({ id: "first" }), await signIn({ id: "other" })];
    const slugs = ["demo", "none"] as const;
    const about = (slug: string, more: object = {}) => ({ ...asContact, project: slug, ...more });
    for (const body of [
      {},
      {},
      { role: "funder", municipalities: [] },
      { role: "lead", municipalities: ["837"] },
      { role: "contact", municipalities: ["211"] },
      { role: "contact", municipalities: [] },
    ]) {
      const answers = [
        await ask(first, about("demo", body)),
        await ask(second, about("none", body)),
      ];
      const [known, unknown] = await Promise.all(
        answers.map(async (answer, index) => shape(answer, slugs[index] ?? "")),
      );
      expect(unknown, JSON.stringify(body)).toEqual(known);
    }
    const lists = [
      await shape(await first.get(own), "demo"),
      await shape(await second.get(own), "none"),
    ];
    expect(lists[1]).toEqual(lists[0]);
    for (const [person, slug] of [
      [first, "demo"],
      [second, "none"],
    ] as const) {
      const id = await newestOf(person);
      expect((await person.send("DELETE", `${own}/${id}`)).status, slug).toBe(204);
    }
  });

  test("is told to who manages the members, with who asks, and to nobody else", async () => {
    const { lead, admin, contact, steering, funder, asker, id } = await oneAsks();
    const [one] = await waiting(lead);
    expect(one).toMatchObject({
      id,
      person: "asker",
      email: "asker@etappi.example",
      message: "Hei",
      municipalities: ["837"],
      decision: null,
    });
    expect(await waiting(admin)).toEqual([one]);
    for (const person of [contact, steering, funder]) {
      await refusal(await person.get(asked), 403, "forbidden");
      await refusal(await decide(person, id, { decision: "approved" }), 403, "forbidden");
    }
    await refusal(await asker.get(asked), 404, "not_found");
    await refusal(await decide(asker, id, { decision: "approved" }), 404, "not_found");
    await refusal(await stranger.get(asked), 401, "signed_out");
  });

  test("is neither seen nor decided by the lead of another project", async () => {
    const { lead, admin, id } = await oneAsks();
    await admin.send("POST", "/api/projects", { ...project, slug: "other" });
    const otherLead = await signIn({ id: "other", memberships: [holds("lead", "other")] });
    await refusal(await otherLead.get(asked), 404, "not_found");
    await refusal(await decide(otherLead, id, { decision: "approved" }), 404, "not_found");
    const within = `/api/projects/other/access-requests/${id}/decision`;
    const answer = await otherLead.send("POST", within, { decision: "approved" });
    await refusal(answer, 404, "not_found");
    expect(await waiting(otherLead, "/api/projects/other/access-requests")).toEqual([]);
    expect(await waiting(lead)).toHaveLength(1);
  });

  test("for the same role again is refused as long as it waits, and another role is not", async () => {
    const { asker } = await oneAsks();
    await refusal(await ask(asker, { ...asContact, message: "Taas" }), 409, "conflict");
    await ok(await ask(asker, { project: "demo", role: "steering" }), 201);
    expect(await ownOf(asker)).toHaveLength(2);
  });

  test("waits in a bounded number; one that was taken back makes room", async () => {
    await aWorld();
    const asker = await signIn({ id: "asker" });
    for (let number = 1; number <= openRequestsMax; number += 1) {
      await ok(await ask(asker, { ...asContact, project: `hanke-${number}` }), 201);
    }
    await refusal(await ask(asker), 409, "locked");
    const id = await newestOf(asker);
    expect((await asker.send("DELETE", `${own}/${id}`)).status).toBe(204);
    await ok(await ask(asker), 201);
  });

  test("many times at once leaves no more waiting than the bound", async () => {
    await aWorld();
    const asker = await signIn({ id: "asker" });
    const answers = await Promise.all(
      Array.from({ length: openRequestsMax + 3 }, (_, number) =>
        ask(asker, { ...asContact, project: `hanke-${number}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(openRequestsMax);
    expect(await ownOf(asker)).toHaveLength(openRequestsMax);
  });

  test("refuses what no project could grant", async () => {
    await aWorld();
    const asker = await signIn({ id: "asker" });
    for (const [wrong, paths] of [
      [{ role: "admin" }, ["role"]],
      [{ municipalities: [] }, ["municipalities"]],
      [{ municipalities: ["837", "837"] }, ["municipalities.1"]],
      [{ deputyFor: ["837"] }, ["deputyFor.0"]],
      [{ message: "x".repeat(1001) }, ["message"]],
      [{ person: "lead" }, ["person"]],
    ] as const) {
      const answer = await refusal(await ask(asker, { ...asContact, ...wrong }), 400, "invalid");
      expect(pathsOf(answer), JSON.stringify(wrong)).toEqual(paths);
    }
    expect(await ownOf(asker)).toEqual([]);
  });
});

describe("a request", () => {
  test("that is approved gives what was asked for, and says so to who asked", async () => {
    const { lead, asker, id } = await oneAsks();
    const answer = await decide(lead, id, { decision: "approved", answer: "Tervetuloa" });
    expect(await ok(answer)).toMatchObject({ decision: "approved", answer: "Tervetuloa" });
    expect(await rolesOf(lead, "asker")).toEqual([
      { role: "contact", municipalities: ["837"], deputyFor: [] },
    ]);
    expect((await asker.get("/api/projects/demo")).status).toBe(200);
    expect(await ownOf(asker)).toMatchObject([{ decision: "approved", answer: "Tervetuloa" }]);
    expect(await waiting(lead)).toEqual([]);
  });

  test("can be granted as another role, which leaves the municipalities out", async () => {
    const { lead, asker, id } = await oneAsks();
    await ok(await decide(lead, id, { decision: "approved", role: "steering" }));
    expect(await rolesOf(lead, "asker")).toEqual([
      { role: "steering", municipalities: [], deputyFor: [] },
    ]);
    expect(await ownOf(asker)).toMatchObject([{ role: "steering", municipalities: [] }]);
  });

  test("can be granted for other municipalities", async () => {
    const { lead, id } = await oneAsks();
    const other = { decision: "approved", municipalities: [], deputyFor: ["536"] };
    await ok(await decide(lead, id, other));
    expect(await rolesOf(lead, "asker")).toEqual([
      { role: "contact", municipalities: [], deputyFor: ["536"] },
    ]);
  });

  test("adds to the role that who asks holds already", async () => {
    const { lead } = await aWorld();
    const held = [holds("contact", "demo", ["536"])];
    const asker = await signIn({ id: "asker", memberships: held });
    const { id } = await ok<AccessRequestView>(await ask(asker), 201);
    await ok(await decide(lead, id, { decision: "approved" }));
    expect(await rolesOf(lead, "asker")).toEqual([
      { role: "contact", municipalities: ["536", "837"], deputyFor: [] },
    ]);
  });

  test("is granted for municipalities of the project alone, and waits otherwise", async () => {
    const { lead } = await aWorld();
    const asker = await signIn({ id: "asker" });
    const outside = { ...asContact, municipalities: ["211"] };
    const { id } = await ok<AccessRequestView>(await ask(asker, outside), 201);
    for (const body of [{}, { municipalities: ["999"] }, { role: "lead", deputyFor: ["837"] }]) {
      const answer = await decide(lead, id, { decision: "approved", ...body });
      await refusal(answer, 400, "invalid");
    }
    await refusal(await decide(lead, id, { decision: "withdrawn" }), 400, "invalid");
    await refusal(await decide(lead, id, { decision: "approved", role: "admin" }), 400, "invalid");
    expect(await waiting(lead)).toHaveLength(1);
    expect(await rolesOf(lead, "asker")).toEqual([]);
    await ok(await decide(lead, id, { decision: "approved", municipalities: ["837"] }));
  });

  test("that is declined gives nothing, and can be asked anew", async () => {
    const { lead, asker, id } = await oneAsks();
    await ok(await decide(lead, id, { decision: "declined", answer: "Ei nyt" }));
    expect(await rolesOf(lead, "asker")).toEqual([]);
    await refusal(await asker.get("/api/projects/demo"), 404, "not_found");
    expect(await ownOf(asker)).toMatchObject([{ decision: "declined", answer: "Ei nyt" }]);
    await ok(await ask(asker), 201);
  });

  test("is decided once, also when it is decided the same way", async () => {
    const { lead, id } = await oneAsks();
    await ok(await decide(lead, id, { decision: "declined" }));
    for (const decision of ["approved", "declined"]) {
      await refusal(await decide(lead, id, { decision }), 409, "locked");
    }
    expect(await rolesOf(lead, "asker")).toEqual([]);
  });

  test.each([
    ["approved and declined", { decision: "approved" }, { decision: "declined" }],
    ["approved twice", { decision: "approved" }, { decision: "approved" }],
    [
      "approved as two different roles",
      { decision: "approved" },
      { decision: "approved", role: "steering" },
    ],
    [
      "declined twice with different answers",
      { decision: "declined", answer: "a" },
      { decision: "declined", answer: "b" },
    ],
  ])("that is %s at once is decided by one of the two", async (_, first, second) => {
    const { lead, admin, asker, id } = await oneAsks();
    const answers = await Promise.all([decide(lead, id, first), decide(admin, id, second)]);
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(["200", "409"]);
    const winner = answers.find(({ status }) => status === 200);
    const won = winner && (await ok<AskedAccess>(winner));
    const [kept] = await ownOf(asker);
    expect(kept).toMatchObject({ decision: won?.decision, role: won?.role, answer: won?.answer });
    expect((await rolesOf(lead, "asker")).map(({ role }) => role)).toEqual(
      won?.decision === "approved" ? [won.role] : [],
    );
  });

  test("that is withdrawn can no longer be approved", async () => {
    const { lead, asker, id } = await oneAsks();
    expect((await asker.send("DELETE", `${own}/${id}`)).status).toBe(204);
    expect(await waiting(lead)).toEqual([]);
    await refusal(await decide(lead, id, { decision: "approved" }), 409, "locked");
    expect(await rolesOf(lead, "asker")).toEqual([]);
    expect(await ownOf(asker)).toMatchObject([{ decision: "withdrawn" }]);
    await refusal(await asker.send("DELETE", `${own}/${id}`), 404, "not_found");
  });

  test("that was approved cannot be withdrawn, and nobody withdraws another's", async () => {
    const { lead, funder, asker, id } = await oneAsks();
    await refusal(await funder.send("DELETE", `${own}/${id}`), 404, "not_found");
    await refusal(await lead.send("DELETE", `${own}/${id}`), 404, "not_found");
    await ok(await decide(lead, id, { decision: "approved" }));
    await refusal(await asker.send("DELETE", `${own}/${id}`), 404, "not_found");
    expect(await ownOf(asker)).toMatchObject([{ decision: "approved" }]);
  });

  test("that is withdrawn and approved at once is one of the two", async () => {
    const { lead, asker, id } = await oneAsks();
    const [withdrawn, approved] = await Promise.all([
      asker.send("DELETE", `${own}/${id}`),
      decide(lead, id, { decision: "approved" }),
    ]);
    const isApproved = approved.status === 200;
    expect(withdrawn.status === 204).toBe(!isApproved);
    expect(await rolesOf(lead, "asker")).toHaveLength(isApproved ? 1 : 0);
  });

  test("for a project that is not there yet gives nothing when it appears, until it is decided", async () => {
    const { admin } = await aWorld();
    const asker = await signIn({ id: "asker" });
    await ok(await ask(asker, { ...asContact, project: "later" }), 201);
    await admin.send("POST", "/api/projects", { ...project, slug: "later" });
    await refusal(await asker.get("/api/projects/later"), 404, "not_found");
    expect(await waiting(admin, "/api/projects/later/access-requests")).toHaveLength(1);
  });

  test("shows its writer no more than what they wrote and what was answered", async () => {
    const { lead, asker, id } = await oneAsks();
    await ok(await decide(lead, id, { decision: "declined", answer: "Ei" }));
    const text = JSON.stringify(await ownOf(asker));
    expect(text).not.toContain("lead");
    const kept = env.DB.prepare("SELECT decided_by FROM access_requests");
    expect(await kept.first("decided_by")).toBe("lead");
  });
});
