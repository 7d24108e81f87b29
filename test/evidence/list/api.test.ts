import { beforeEach, describe, expect, test } from "vitest";
import { addEvidence } from "../../../worker/evidence/commands.ts";
import { CreateEvidence, type EvidenceView } from "../../../worker/evidence/contract.ts";
import { ok, refusal } from "../../support/answers.ts";
import { added, link, list, listed, review, reviewed, thisMoment } from "../../support/evidence.ts";
import { aForm } from "../../support/files.ts";
import { at, aWorld, holds, signIn } from "../../support/world.ts";

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
});

describe("the list", () => {
  test("is of the newest first, by page, with how many are in each state", async () => {
    const { lead, steering } = world;
    const all = [];
    for (const title of ["1", "2", "3"]) all.push(await added(lead, { title }));
    const [first] = all;
    if (first) await reviewed(steering, first, { state: "accepted" });
    const page = await listed(lead, "?limit=2");
    expect(page.items.map(({ title }) => title)).toEqual(["3", "2"]);
    expect(page.counts).toEqual({ submitted: 2, accepted: 1, rejected: 0, withdrawn: 0 });
    const rest = await listed(lead, `?limit=2&cursor=${page.nextCursor}`);
    expect(rest.items.map(({ title }) => title)).toEqual(["1"]);
    expect(rest.nextCursor).toBeNull();
  });

  test("is narrowed by milestone, municipality, state and kind, and is empty at first", async () => {
    const { lead, steering } = world;
    expect(await listed(lead)).toMatchObject({ items: [], nextCursor: null });
    const both = await added(lead, { title: "molemmat", municipalities: ["837", "536"] });
    await added(lead, { title: "päätös", kind: "decision", milestone: 2 });
    await reviewed(steering, both, { state: "rejected", review: "Ei" });
    const titles = async (query: string) =>
      (await listed(lead, query)).items.map(({ title }) => title);
    expect(await titles("?municipality=536")).toEqual(["molemmat"]);
    expect(await titles("?milestone=2")).toEqual(["päätös"]);
    expect(await titles("?state=rejected&milestone=1")).toEqual(["molemmat"]);
    expect(await titles("?kind=decision&municipality=536")).toEqual([]);
    expect(await titles("?municipality=' OR 1=1")).toEqual([]);
    await refusal(await lead.get(`${list}?state=lost`), 400, "invalid");
  });

  test("as of a moment is as it was then, with the same pages", async () => {
    const { lead } = world;
    const first = await added(lead, { title: "1" });
    await added(lead, { title: "2" });
    const then = await thisMoment();
    await reviewed(lead, first, { state: "withdrawn" });
    await added(lead, { title: "3" });
    const page = await listed(lead, `?limit=1&asOf=${then}`);
    expect(page.items.map(({ title }) => title)).toEqual(["2"]);
    expect(page.counts).toMatchObject({ submitted: 2, withdrawn: 0 });
    const rest = await listed(lead, `?limit=1&asOf=${then}&cursor=${page.nextCursor}`);
    expect(rest.items).toMatchObject([{ title: "1", state: "submitted", version: 1 }]);
    expect(rest.nextCursor).toBeNull();
  });

  test("keeps its order for who looks back, whichever request began first", async () => {
    for (const [title, moment] of [
      ["1", "2024-02-02T09:00:00.000Z"],
      ["2", "2024-02-01T09:00:00.000Z"],
    ] as const) {
      await addEvidence(at(moment), "demo", CreateEvidence.parse({ ...link, title }));
    }
    for (const query of ["", "?asOf=2024-02-03"]) {
      const { items } = await listed(world.lead, query);
      expect(items.map(({ title }) => title)).toEqual(["2", "1"]);
    }
  });

  test("is of one's own project alone", async () => {
    const item = await added(world.lead);
    const other = await signIn({ id: "other", memberships: [holds("lead", "other")] });
    await refusal(await other.get(list), 404, "not_found");
    await refusal(await other.get(`/api/evidence/${item.id}`), 404, "not_found");
    await refusal(await review(other, item, { state: "accepted" }), 404, "not_found");
    await refusal(await world.funder.get(list), 403, "forbidden");
  });
});

describe("the list as a file", () => {
  const file = async (query: string) => {
    const answer = await world.steering.get(`${list}/export?${query}`);
    expect(answer.status).toBe(200);
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { headers: answer.headers, text: decoder.decode(await answer.arrayBuffer()) };
  };

  test("is CSV in words for people and in codes for machines, and runs nothing", async () => {
    const title = "=1+1";
    await added(world.lead, { title, municipalities: ["837", "536"], note: "a;b" });
    const form = aForm({ title: "Liite" });
    await ok<EvidenceView>(await world.lead.send("POST", list, form), 201);
    const people = await file("delimiter=semicolon&lang=fi");
    expect(people.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(people.headers.get("content-disposition")).toMatch(
      /"demo-todenteet-\d{4}-\d\d-\d\d\.csv"/,
    );
    expect(people.text).toMatch(/^\uFEFFNro;Kuntakoodit;Laji;Nimi;/);
    expect(people.text).toContain(`1;536 837;Linkki;'=1+1;"a;b";`);
    expect(people.text).toContain("Odottaa tarkastusta");
    const { text } = await file("delimiter=comma");
    const [head, newest] = text.split(/\r?\n/);
    expect(head).toMatch(
      /^milestone,municipalities,kind,title,note,url,fileName,size,digest,state,/,
    );
    expect(newest).toMatch(/^1,837,file,Liite,,,Näyttö 1\.pdf,\d+,[0-9a-f]{64},submitted,/);
  });

  test("is as of a moment, is logged, and is not for a funder", async () => {
    const first = await added(world.lead);
    const then = await thisMoment();
    await reviewed(world.steering, first, { state: "accepted" });
    expect((await file(`delimiter=comma&asOf=${then}`)).text).toContain(",submitted,");
    expect((await file("delimiter=comma")).text).toContain(",accepted,");
    const uses = await world.admin.get("/api/uses?kind=exported");
    expect(await ok(uses)).toMatchObject({
      items: [{ detail: "evidence csv", person: "steering" }, { detail: "evidence csv" }],
    });
    await refusal(await world.funder.get(`${list}/export`), 403, "forbidden");
  });
});
