import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { dateInHelsinki } from "../../worker/kernel/instant.ts";
import { addRisk } from "../../worker/risks/commands/risks.ts";
import type {
  DeviationEntry,
  DeviationView,
  RiskEntry,
  RiskView,
} from "../../worker/risks/contract.ts";
import { CreateRisk } from "../../worker/risks/contract.ts";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { aDeviation, aRisk } from "../support/risks.ts";
import { at, aWorld, type Client, project } from "../support/world.ts";

const risks = "/api/projects/demo/risks";
const deviations = "/api/projects/demo/deviations";
const today = () => dateInHelsinki(new Date().toISOString());
type List<Item> = { items: Item[]; nextCursor: string | null };

const add = async (by: Client, more: Parameters<typeof aRisk>[0] = {}) =>
  ok<RiskView>(await by.send("POST", risks, aRisk(more)), 201);
const notice = async (by: Client, more: Parameters<typeof aDeviation>[0] = {}) =>
  ok<DeviationView>(await by.send("POST", deviations, aDeviation(more)), 201);
const titles = async (by: Client, path: string) =>
  (await ok<List<RiskView>>(await by.get(path))).items.map(({ title }) => title);

describe("a risk", () => {
  test("is added, read by those who work on the project, and numbered", async () => {
    const { lead, contact, steering } = await aWorld();
    expect(await ok(await steering.get(risks))).toEqual({ items: [], nextCursor: null });
    const answer = await lead.send("POST", risks, aRisk());
    expect(answer.headers.get("location")).toBe(`${risks}/1`);
    const risk = await ok<RiskView>(answer, 201);
    expect(risk).toMatchObject({
      ...aRisk(),
      number: 1,
      level: 12,
      state: "open",
      closedBecause: null,
      reviewedOn: today(),
      reviewOverdue: false,
      version: 1,
    });
    expect((await add(lead)).number).toBe(2);
    for (const reader of [contact, steering]) {
      expect(await ok(await reader.get(`${risks}/1`))).toEqual(risk);
    }
    const one = await lead.get(`${risks}/1`);
    expect(one.headers.get("etag")).toBe('"1"');
    expect(one.headers.get("cache-control")).toBe("private, no-store");
  });

  test("is managed by leads alone, and is nothing for a funder", async () => {
    const { admin, lead, contact, steering, funder } = await aWorld();
    await add(lead);
    for (const by of [contact, steering, funder]) {
      await refusal(await by.send("POST", risks, aRisk()), 403, "forbidden");
      const change = await by.send("PATCH", `${risks}/1`, { owner: "x" }, { version: 1 });
      await refusal(change, 403, "forbidden");
      await refusal(await by.send("POST", `${risks}/1/review`), 403, "forbidden");
    }
    for (const path of [risks, `${risks}/1`, `${risks}/1/history`, deviations]) {
      await refusal(await funder.get(path), 403, "forbidden");
    }
    expect((await add(admin)).number).toBe(2);
  });

  test("is changed by its version, and shows what is there to one who is late", async () => {
    const { lead } = await aWorld();
    await add(lead);
    const path = `${risks}/1`;
    await refusal(await lead.send("PATCH", path, { owner: "x" }), 428, "precondition_required");
    const changed = await lead.send("PATCH", path, { likelihood: 5 }, { version: 1 });
    expect(await ok(changed)).toMatchObject({ level: 20, version: 2, title: aRisk().title });
    const late = await lead.send("PATCH", path, { likelihood: 1 }, { version: 1 });
    const { current } = await refusal(late, 412, "stale");
    expect(current).toEqual(await ok(await lead.get(path)));
    await refusal(
      await lead.send("POST", `${path}/review`, undefined, { version: 1 }),
      412,
      "stale",
    );
  });

  test("is closed with a reason, cannot be reviewed then, and can be opened again", async () => {
    const { lead } = await aWorld();
    await add(lead);
    const path = `${risks}/1`;
    const silent = await lead.send("PATCH", path, { state: "closed" }, { version: 1 });
    expect(pathsOf(await refusal(silent, 400, "invalid"))).toEqual(["closedBecause"]);
    const closing = { state: "closed", closedBecause: "Tehtävä päättyi" };
    await ok(await lead.send("PATCH", path, closing, { version: 1 }));
    await refusal(await lead.send("POST", `${path}/review`), 409, "locked");
    const opened = await ok<RiskView>(
      await lead.send("PATCH", path, { state: "open" }, { version: 2 }),
    );
    expect(opened).toMatchObject({ state: "open", closedBecause: null, version: 3 });
  });

  test("is overdue twelve months after its review, and no longer once it is looked at", async () => {
    const { lead } = await aWorld();
    const old = await add(lead, { reviewedOn: "2020-05-31" });
    expect(old).toMatchObject({ reviewDueOn: "2021-05-31", reviewOverdue: true });
    const reviewed = await ok<RiskView>(
      await lead.send("POST", `${risks}/1/review`, undefined, { version: 1 }),
    );
    expect(reviewed).toMatchObject({ reviewedOn: today(), reviewOverdue: false, version: 2 });
    expect(reviewed).toMatchObject({ title: old.title, links: old.links });
  });

  test("tells its history, newest first, with who, from what and to what", async () => {
    const { lead, steering, admin } = await aWorld();
    await add(lead);
    await lead.send("PATCH", `${risks}/1`, { likelihood: 5 }, { version: 1 });
    await admin.send("POST", `${risks}/1/review`);
    const closing = { state: "closed", closedBecause: "Ohi" };
    await lead.send("PATCH", `${risks}/1`, closing, { version: 3 });
    const { items } = await ok<List<RiskEntry>>(await steering.get(`${risks}/1/history`));
    expect(items.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
      "risk.closed lead",
      "risk.reviewed admin",
      "risk.changed lead",
      "risk.added lead",
    ]);
    const changed = items[2];
    expect([changed?.before?.likelihood, changed?.after.likelihood]).toEqual([3, 5]);
    for (const [index, { previousHash }] of items.slice(0, -1).entries()) {
      expect(previousHash).toBe(items[index + 1]?.hash);
    }
    const page = await ok<List<RiskEntry>>(await steering.get(`${risks}/1/history?limit=3`));
    const rest = `${risks}/1/history?cursor=${page.nextCursor}`;
    expect((await ok<List<RiskEntry>>(await steering.get(rest))).items).toEqual(items.slice(3));
  });
});

describe("a deviation", () => {
  test("is noticed, names the risk that came true, and is resolved by a day", async () => {
    const { lead, steering } = await aWorld();
    await add(lead);
    const first = await notice(lead, { correctiveAction: "", risk: 1 });
    expect(first).toMatchObject({ number: 1, state: "open", resolvedOn: null, risk: 1 });
    const path = `${deviations}/1`;
    const undone = await lead.send("PATCH", path, { resolvedOn: "2023-08-01" }, { version: 1 });
    expect(pathsOf(await refusal(undone, 400, "invalid"))).toEqual(["correctiveAction"]);
    const done = { resolvedOn: "2023-08-01", correctiveAction: "Sijainen" };
    const resolved = await ok(await lead.send("PATCH", path, done, { version: 1 }));
    expect(resolved).toMatchObject({ ...done, state: "resolved", version: 2 });
    expect(await ok(await steering.get(path))).toEqual(resolved);
    const { items } = await ok<List<DeviationEntry>>(await steering.get(`${path}/history`));
    expect(items.map(({ kind }) => kind)).toEqual(["deviation.resolved", "deviation.added"]);
    const opened = await lead.send("PATCH", path, { resolvedOn: null }, { version: 2 });
    expect(await ok(opened)).toMatchObject({ state: "open", resolvedOn: null, version: 3 });
  });

  test("is managed by leads alone, and changed by its version", async () => {
    const { lead, contact, steering } = await aWorld();
    await notice(lead);
    const path = `${deviations}/1`;
    for (const by of [contact, steering]) {
      await refusal(await by.send("POST", deviations, aDeviation()), 403, "forbidden");
      const change = await by.send("PATCH", path, { owner: "x" }, { version: 1 });
      await refusal(change, 403, "forbidden");
    }
    await refusal(await lead.send("PATCH", path, { owner: "x" }), 428, "precondition_required");
    await ok(await lead.send("PATCH", path, { owner: "Koordinaattori" }, { version: 1 }));
    const late = await lead.send("PATCH", path, { owner: "x" }, { version: 1 });
    const { current } = await refusal(late, 412, "stale");
    expect(current).toEqual(await ok(await lead.get(path)));
  });
});

describe("what is refused", () => {
  test("is told all at once, and writes nothing", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    const malformed = { title: " ", likelihood: 6, significance: 2.5, links: [{ milestone: 0 }] };
    expect(
      pathsOf(await refusal(await lead.send("POST", risks, malformed), 400, "invalid")),
    ).toEqual(
      ["likelihood", "links.0.milestone", "links.0.municipality", "mitigation", "owner"].concat([
        "significance",
        "title",
      ]),
    );
    const links = [
      { milestone: 1, municipality: "211" },
      { milestone: 3, municipality: "all" },
      { milestone: 3, municipality: "837" },
    ];
    const unruly = await lead.send("POST", risks, aRisk({ links, reviewedOn: "2099-01-01" }));
    expect(pathsOf(await refusal(unruly, 400, "invalid"))).toEqual([
      "links.0",
      "links.2",
      "reviewedOn",
    ]);
    const noticed = { links, risk: 1, noticedOn: "2099-01-01" };
    const answer = await lead.send("POST", deviations, aDeviation(noticed));
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([
      "links.0",
      "links.2",
      "noticedOn",
      "risk",
    ]);
    expect(await factCount()).toBe(facts);
  });

  test("is what is not there: another number, another project, another list", async () => {
    const { lead, admin } = await aWorld();
    await add(lead);
    await ok(await admin.send("POST", "/api/projects", { ...project, slug: "other" }), 201);
    const elsewhere = "/api/projects/other/risks/1";
    await refusal(await admin.get(elsewhere), 404, "not_found");
    await refusal(await lead.get(elsewhere), 404, "not_found");
    const change = await admin.send("PATCH", elsewhere, { owner: "x" }, { version: 1 });
    await refusal(change, 404, "not_found");
    for (const path of [`${risks}/2`, `${risks}/2/history`, `${deviations}/1`]) {
      await refusal(await lead.get(path), 404, "not_found");
    }
    const wrong = await lead.get(`${risks}?state=odd&cell=1&asOf=never&limit=0`);
    expect(pathsOf(await refusal(wrong, 400, "invalid"))).toEqual([
      "asOf",
      "cell",
      "limit",
      "state",
    ]);
    await refusal(await lead.get(`${risks}/0`), 400, "invalid");
  });

  test("is one risk more than a project holds", async () => {
    const { lead } = await aWorld();
    const now = "2024-01-01T09:00:00.000Z";
    for (let number = 1; number <= 200; number += 1) {
      await addRisk(at(now), "demo", CreateRisk.parse(aRisk({ links: [] })));
    }
    await refusal(await lead.send("POST", risks, aRisk()), 409, "locked");
    const { items } = await ok<List<RiskView>>(await lead.get(`${risks}?limit=500`));
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
  });
});

describe("the lists", () => {
  test("are read page by page, by state, and by the cell they are linked to", async () => {
    const { lead, steering } = await aWorld();
    await add(lead, { title: "a" });
    await add(lead, { title: "b", links: [{ milestone: 3, municipality: "all" }] });
    await add(lead, { title: "c", links: [] });
    const closing = { state: "closed", closedBecause: "Ohi" };
    await lead.send("PATCH", `${risks}/1`, closing, { version: 1 });
    const page = await ok<List<RiskView>>(await steering.get(`${risks}?limit=2`));
    expect(page.items.map(({ title }) => title)).toEqual(["a", "b"]);
    expect(await titles(steering, `${risks}?limit=2&cursor=${page.nextCursor}`)).toEqual(["c"]);
    expect(await titles(steering, `${risks}?state=open`)).toEqual(["b", "c"]);
    expect(await titles(steering, `${risks}?cell=1-837`)).toEqual(["a"]);
    expect(await titles(steering, `${risks}?cell=1-536`)).toEqual([]);
    expect(await titles(steering, `${risks}?cell=3-all&state=open`)).toEqual(["b"]);
    const past = `&asOf=${new Date().toISOString()}`;
    expect(await titles(steering, `${risks}?state=open${past}`)).toEqual(["b", "c"]);
    expect(await titles(steering, `${risks}?cell=3-all&limit=1${past}`)).toEqual(["b"]);
    await notice(lead, { title: "d" });
    expect(await titles(steering, `${deviations}?cell=1-837&state=open`)).toEqual(["d"]);
    expect(await titles(steering, `${deviations}?state=resolved`)).toEqual([]);
  });
});

describe("the same request with the same key", () => {
  test("adds, changes and reviews once", async () => {
    const { lead } = await aWorld();
    const sends: readonly (() => Promise<Response>)[] = [
      () => lead.send("POST", risks, aRisk(), { key: "a" }),
      () => lead.send("PATCH", `${risks}/1`, { owner: "x" }, { version: 1, key: "b" }),
      () => lead.send("POST", `${risks}/1/review`, undefined, { version: 2, key: "c" }),
      () => lead.send("POST", deviations, aDeviation(), { key: "d" }),
      () => lead.send("PATCH", `${deviations}/1`, { owner: "x" }, { version: 1, key: "e" }),
    ];
    for (const send of sends) {
      const facts = await factCount();
      const [first, second] = [await send(), await send()];
      expect(second.headers.get("idempotent-replayed")).toBe("true");
      expect([second.status, await second.text()]).toEqual([first.status, await first.text()]);
      expect(await factCount()).toBe(facts + 1);
    }
  });

  test("many who add at once are each given a number of their own", async () => {
    const { lead, admin } = await aWorld();
    const answers = await Promise.all(
      [lead, admin, lead, admin, lead].map(async (by) => add(by, { links: [] })),
    );
    expect(answers.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });
});

describe("the database refuses to", () => {
  test.each([
    ["change a risk without its fact", "UPDATE risks SET likelihood = 1", /risks: write a fact/],
    [
      "change a risk by the fact that it has",
      "UPDATE risks SET likelihood = 1, version = version + 1",
      /risks: write a fact/,
    ],
    ["remove a risk", "DELETE FROM risks", /risks: never deleted/],
    ["replace a risk", "INSERT OR REPLACE INTO risks SELECT * FROM risks", /risks: |risk exists/],
    [
      "close a deviation without its fact",
      "UPDATE deviations SET state = 'resolved', version = version + 1",
      /deviations: write a fact/,
    ],
    ["remove a deviation", "DELETE FROM deviations", /deviations: never deleted/],
    [
      "replace a deviation",
      "INSERT OR REPLACE INTO deviations SELECT * FROM deviations",
      /deviations: |deviation exists/,
    ],
  ])("%s", async (_, statement, message) => {
    const { lead } = await aWorld();
    await add(lead);
    await notice(lead);
    const read = async () => [
      await ok(await lead.get(risks)),
      await ok(await lead.get(deviations)),
    ];
    const before = await read();
    await expect(env.DB.prepare(statement).run()).rejects.toThrow(message);
    expect(await read()).toEqual(before);
  });
});
