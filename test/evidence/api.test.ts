import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { EvidenceRecords } from "../../worker/evidence/contract.ts";
import { evidenceMax, evidenceOfMilestoneMax } from "../../worker/evidence/terms.ts";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { added, link, list, review, reviewed, statusOf, thisMoment } from "../support/evidence.ts";
import { aWorld, holds, project, signIn } from "../support/world.ts";

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
});

describe("evidence", () => {
  test("is added, looked at, accepted, and shows in the cell each time", async () => {
    const { contact, steering, lead } = world;
    expect(await statusOf(lead)).toBe("none");
    const item = await added(contact, { note: "Avattu 1.3." });
    expect(item).toMatchObject({
      ...link,
      note: "Avattu 1.3.",
      state: "submitted",
      addedBy: "contact-837",
      addedByName: expect.any(String),
      reviewedBy: null,
      version: 1,
    });
    expect(await statusOf(lead)).toBe("submitted");
    expect(await statusOf(lead, 1, "536")).toBe("none");
    const done = await reviewed(steering, item, { state: "accepted" });
    expect(done).toMatchObject({ state: "accepted", reviewedBy: "steering", version: 2 });
    expect(await statusOf(lead)).toBe("accepted");
    expect(await ok(await contact.get(`/api/evidence/${item.id}`))).toEqual(done);
  });

  test("is rejected with a reason, and taken back by who added it", async () => {
    const { contact, lead } = world;
    const item = await added(contact);
    expect(
      pathsOf(await refusal(await review(lead, item, { state: "rejected" }), 400, "invalid")),
    ).toEqual(["review"]);
    const said = { state: "rejected", review: "Linkki ei aukea." };
    const rejected = await reviewed(lead, item, said);
    expect(rejected).toMatchObject(said);
    expect(await statusOf(lead)).toBe("rejected");
    await reviewed(contact, rejected, { state: "withdrawn" });
    expect(await statusOf(lead)).toBe("none");
  });

  test("of the whole project, and a decision without an address, are for a lead", async () => {
    const { lead, contact } = world;
    const decision = { kind: "decision", url: undefined, title: "Ohjausryhmä 12 §" };
    const whole = { ...decision, milestone: 3, municipalities: ["all"] };
    await refusal(await contact.send("POST", list, { ...link, ...whole }), 403, "forbidden");
    expect(await added(lead, whole)).toMatchObject({ kind: "decision", url: null });
    expect(await statusOf(lead, 3, "all")).toBe("submitted");
  });

  test("of a kind that is asked for counts, and of another kind is part of it", async () => {
    const { lead } = world;
    const milestone = "/api/projects/demo/milestones/1";
    const asked = { evidenceKinds: ["file", "decision"] };
    await ok(await lead.send("PATCH", milestone, asked, { version: 1 }));
    await added(lead);
    expect(await statusOf(lead)).toBe("partial");
  });

  test("is the same on the board, on the past board, and in the facts", async () => {
    const { lead, steering } = world;
    const item = await added(lead, { municipalities: ["837", "536"] });
    await reviewed(steering, item, { state: "accepted" });
    const then = await thisMoment();
    await reviewed(lead, { ...item, version: 2 }, { state: "withdrawn", review: "Väärä linkki" });
    expect(await statusOf(lead)).toBe("none");
    const past = await ok<{ evidence: string }>(
      await lead.get(`/api/projects/demo/progress/1/536?asOf=${then}`),
    );
    expect(past.evidence).toBe("accepted");
    const kinds = await env.DB.prepare("SELECT kind, detail FROM facts WHERE subject = ?")
      .bind(`evidence:demo:${item.id}`)
      .all<{ kind: string; detail: string }>();
    expect(kinds.results.map(({ kind }) => kind)).toEqual([
      "evidence.added",
      "evidence.reviewed",
      "evidence.withdrawn",
    ]);
    expect(kinds.results[2]?.detail).toContain('"reason":"Väärä linkki"');
  });
});

describe("a record of the service", () => {
  const records = async () =>
    (await ok<EvidenceRecords>(await world.lead.get(`${list}/records`))).items;

  beforeEach(async () => {
    const reports = "/api/projects/demo/reports";
    await ok(await world.lead.send("POST", reports, { name: "Väliraportti" }), 201);
    await ok(await world.lead.send("POST", `${reports}/1/submit`, undefined, { version: 1 }));
  });

  test("is offered by its name, and stands with its hash", async () => {
    const [report, ...others] = await records();
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      subject: "report:demo:1",
      version: 2,
      kind: "report.submitted",
      name: "Väliraportti",
    });
    const { name: _name, ...kept } = report ?? {};
    const asked = { kind: "record", url: undefined, subject: "report:demo:1", version: 2 };
    expect((await added(world.lead, asked)).record).toEqual(kept);
  });

  test.each([
    ["that is not there", "report:demo:9", 1],
    ["in another version", "report:demo:1", 3],
    ["of a draft", "report:demo:1", 1],
    ["of what somebody said of a cell", "milestone:demo:1", 1],
    ["of another project", "report:other:1", 2],
  ])("%s is refused", async (_, subject, version) => {
    const other = { ...project, slug: "other" };
    await ok(await world.admin.send("POST", "/api/projects", other), 201);
    const reports = "/api/projects/other/reports";
    await ok(await world.admin.send("POST", reports, { name: "Muu" }), 201);
    await ok(await world.admin.send("POST", `${reports}/1/submit`, undefined, { version: 1 }));
    const asked = { ...link, url: undefined, kind: "record", subject, version };
    const facts = await factCount();
    const answer = await world.lead.send("POST", list, asked);
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["subject"]);
    expect(await factCount()).toBe(facts);
  });
});

describe("evidence is refused", () => {
  test.each([
    ["without an address", { url: undefined }, ["url"]],
    ["with an address that runs", { url: "javascript:alert(1)" }, ["url"]],
    ["with another host behind a name", { url: "https://etappi.example@evil.example/" }, ["url"]],
    ["with an address of a file", { url: "file:///etc/passwd" }, ["url"]],
    ["without a title", { title: " " }, ["title"]],
    ["for nobody", { municipalities: [] }, ["municipalities"]],
    ["twice for one", { municipalities: ["837", "837"] }, ["municipalities.1"]],
    ["for a milestone that is not there", { milestone: 9 }, ["municipalities.0"]],
    ["for a municipality elsewhere", { municipalities: ["837", "091"] }, ["municipalities.1"]],
    ["for the whole of what is by municipality", { municipalities: ["all"] }, ["municipalities.0"]],
    ["with a field too many", { digest: "x" }, ["digest"]],
    ["as a file without one", { kind: "file" }, ["kind"]],
  ])("%s", async (_, more, paths) => {
    const facts = await factCount();
    const answer = await world.lead.send("POST", list, { ...link, ...more });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(paths);
    expect(await factCount()).toBe(facts);
  });

  test("as nothing, and as something else than a form or JSON", async () => {
    await refusal(await world.lead.send("POST", list), 415, "unsupported_media_type");
    const headers = { "content-type": "text/plain" };
    const plain = await world.lead.send("POST", list, "hei", { headers });
    expect((await refusal(plain, 415, "unsupported_media_type")).detail).toMatch(/form/);
  });

  test("from a contact for what is not theirs, also in part", async () => {
    for (const municipalities of [["536"], ["837", "536"]]) {
      const answer = await world.contact.send("POST", list, { ...link, municipalities });
      await refusal(answer, 403, "forbidden");
    }
  });

  test("over the bound of a milestone and of a project, also from many at once", async () => {
    const item = await added(world.lead);
    const copies = async (count: number, milestone: number) =>
      env.DB.batch([
        env.DB.prepare("DROP TRIGGER evidence_by_fact"),
        env.DB.prepare(
          `INSERT INTO evidence SELECT 'e-' || ?2 || '-' || json_each.value, project, ?2, municipalities, kind,
            title, note, url, digest, file_name, media_type, size, record, state, review, added_by,
            added_at, reviewed_by, reviewed_at, version, hash
          FROM evidence, json_each(?1) WHERE evidence.id = ?3`,
        ).bind(
          JSON.stringify(Array.from({ length: count }, (_, index) => index)),
          milestone,
          item.id,
        ),
      ]);
    await copies(evidenceOfMilestoneMax - 3, 1);
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => world.lead.send("POST", list, link)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 201, 409, 409, 409,
    ]);
    await ok(await world.lead.send("POST", list, { ...link, milestone: 2 }), 201);
    await env.DB.prepare(
      "CREATE TRIGGER evidence_by_fact BEFORE INSERT ON evidence BEGIN SELECT 1; END",
    ).run();
    await copies(evidenceMax - evidenceOfMilestoneMax - 1, 4);
    const full = await world.lead.send("POST", list, { ...link, milestone: 2 });
    expect((await refusal(full, 409, "locked")).detail).toContain(`${evidenceMax}`);
  });
});

describe("nobody", () => {
  test("accepts or rejects what they added themselves", async () => {
    const { lead, admin } = world;
    const item = await added(lead);
    for (const state of ["accepted", "rejected"]) {
      const answer = await review(lead, item, { state, review: "Oma" });
      expect((await refusal(answer, 403, "forbidden")).detail).toMatch(/Somebody else/);
    }
    await reviewed(admin, item, { state: "accepted" });
  });

  test("but who added it or a lead withdraws, and what was accepted only a lead", async () => {
    const { lead, contact, steering } = world;
    const stranger = await signIn({
      id: "c-536",
      memberships: [holds("contact", "demo", ["536"])],
    });
    const item = await added(contact);
    const withdrawn = { state: "withdrawn" };
    for (const person of [steering, stranger]) {
      await refusal(await review(person, item, withdrawn), 403, "forbidden");
    }
    const accepted = await reviewed(lead, item, { state: "accepted" });
    await refusal(await review(contact, accepted, withdrawn), 409, "locked");
    const gone = await reviewed(lead, accepted, withdrawn);
    await refusal(await review(lead, gone, { state: "accepted" }), 409, "locked");
    await refusal(await review(lead, item, { state: "accepted" }), 412, "stale");
  });

  test("withdraws for a municipality that they speak for no more", async () => {
    const { contact, admin } = world;
    const item = await added(contact);
    const member = "/api/projects/demo/members/contact-837/contact";
    const moved = { municipalities: ["536"] };
    await ok(await admin.send("PATCH", member, moved, { version: 1 }));
    const answer = await review(contact, item, { state: "withdrawn" });
    expect([401, 403]).toContain(answer.status);
    expect(await statusOf(admin)).toBe("submitted");
  });
});
