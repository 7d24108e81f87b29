import { describe, expect, test } from "vitest";
import type { AttentionView } from "../../../worker/progress/contract/attention.ts";
import { loadAttention } from "../../../worker/progress/queries/attention.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { costOf, isSession, sumOf } from "../../support/meter.ts";
import { aDeviation, aRisk } from "../../support/risks.ts";
import { atRisk, besideThePlan, story } from "../../support/story.ts";
import { at, aWorld, type Client, signIn } from "../../support/world.ts";

const path = "/api/projects/demo/attention";
const read = async (person: Client, query = "") =>
  ok<AttentionView>(await person.get(`${path}${query}`));
const kindsIn = ({ items }: AttentionView) =>
  items.map(({ kind, milestone, municipality }) => `${kind} ${milestone ?? "-"} ${municipality}`);

describe("the list of attention", () => {
  test("names municipalities that are not reached and have nobody to speak for them", async () => {
    const { steering } = await aWorld();
    const view = await read(steering);
    expect(kindsIn(view).filter((row) => row.includes("-"))).toEqual([
      "not_reached - 536",
      "not_reached - 837",
      "without_contact - 536",
    ]);
    expect(view.counts).toMatchObject({ not_reached: 2, without_contact: 1 });
  });

  test("changes with what people say, and with who speaks for a municipality", async () => {
    const { lead, steering } = await aWorld();
    const paused = { declared: "paused", reason: "Ei työntekijää", unblock: "Rekrytointi" };
    await lead.send("PATCH", "/api/projects/demo/progress/1/837", paused, { version: 0 });
    const one = await read(steering, "?kind=paused");
    expect(one.items).toMatchObject([
      { milestone: 1, municipality: "837", why: "Paused: Ei työntekijää", unblock: "Rekrytointi" },
    ]);
    await signIn({
      id: "contact-536",
      memberships: [{ project: "demo", role: "contact", municipalities: ["536"], deputyFor: [] }],
    });
    const { counts, items } = await read(steering, "?kind=without_contact");
    expect(counts).toMatchObject({ without_contact: 0, paused: 1, not_reached: 1 });
    expect(items).toEqual([]);
  });

  test("is read page by page, each row once", async () => {
    const { steering } = await aWorld();
    const whole = await read(steering);
    const pages: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: AttentionView = await read(
        steering,
        `?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      expect(page.counts).toEqual(whole.counts);
      pages.push(...kindsIn(page));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual(kindsIn(whole));
    expect((await read(steering, `?cursor=${btoa("9999")}`)).items).toEqual([]);
  });

  test("holds no internal note, and is nothing for a funder", async () => {
    const { lead, contact, funder } = await aWorld();
    const noted = { declared: "paused", reason: "Syy", note: "kanarialintu" };
    await lead.send("PATCH", "/api/projects/demo/progress/1/837", noted, { version: 0 });
    expect(JSON.stringify(await read(contact))).not.toContain("kanarialintu");
    await refusal(await funder.get(path), 403, "forbidden");
  });

  test("refuses a kind, a cursor and a moment that are none", async () => {
    const { lead } = await aWorld();
    const wrong = await lead.get(`${path}?kind=odd&asOf=yesterday&limit=0`);
    expect(pathsOf(await refusal(wrong, 400, "invalid"))).toEqual(["asOf", "kind", "limit"]);
    await refusal(await lead.get(`${path}?cursor=xx`), 400, "invalid");
  });

  test("is taken along as CSV, by those who may see it, and that is logged", async () => {
    const { lead, steering, funder, admin } = await aWorld();
    const paused = { declared: "paused", reason: "=1+1", unblock: "=2+2" };
    await lead.send("PATCH", "/api/projects/demo/progress/1/837", paused, { version: 0 });
    const answer = await steering.get(`${path}/export?lang=fi`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="demo-huomiot-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toMatch(/^Huomio;Nro;/);
    expect(text).toContain("Keskeytetty;1;Pilotti valittu;837;Tampere;Keskeytetty: =1+1;;'=2+2");
    const machine = await (await lead.get(`${path}/export?delimiter=comma&lang=en`)).text();
    expect(machine).toMatch(
      /^kind,milestone,title,municipality,name,why,days,unblock,risk,deviation/,
    );
    expect(machine).toContain("without_contact,,,536,Nokia,");
    await refusal(await funder.get(`${path}/export`), 403, "forbidden");
    type Uses = { items: { kind: string; person: string; detail: string }[] };
    const { items } = await ok<Uses>(await admin.get("/api/uses?kind=exported"));
    expect(items).toMatchObject([
      { person: "lead", detail: "attention csv" },
      { person: "steering", detail: "attention csv" },
    ]);
  });

  test("as of a past moment is what was shown then, at every step of two years", async () => {
    const asked = { kind: undefined, after: 0, limit: 500, asOf: null };
    const admin = await signIn({ id: "admin", admin: true });
    await story[0]?.take();
    const seen = new Map<string, object>();
    // Roles come and go too: who has a contact is as of the moment.
    const steps = [...story.slice(1), ...atRisk, ...besideThePlan].toSorted((one, other) =>
      one.now.localeCompare(other.now),
    );
    for (const { now, take } of steps) {
      await take();
      const { next: _next, ...view } = await loadAttention(at(now), "demo", asked);
      seen.set(now, { ...view, nextCursor: null });
    }
    expect(seen.size).toBeGreaterThan(15);
    for (const [now, view] of seen) {
      expect(await read(admin, `?lang=fi&limit=500&asOf=${now}`), now).toEqual(view);
    }
  });

  test("costs the board and the roles, however much there is to list", async () => {
    const { steering, lead } = await aWorld();
    const beside = (sql: string) => !isSession(sql);
    const before = sumOf(await costOf(steering, path), beside);
    for (const milestone of [1, 2]) {
      for (const municipality of ["837", "536"]) {
        const cell = `/api/projects/demo/progress/${milestone}/${municipality}`;
        await lead.send(
          "PATCH",
          cell,
          { declared: "in_progress", forecastOn: "2099-12-31" },
          { version: 0 },
        );
      }
    }
    expect(sumOf(await costOf(steering, path), beside)).toEqual(before);
    expect(before.read).toBeLessThanOrEqual(20);
  });
});

describe("what of risks and deviations is in the list", () => {
  test("is named by its number, and leaves out what is settled", async () => {
    const { lead, steering } = await aWorld();
    const add = async (list: string, body: object) =>
      ok(await lead.send("POST", `/api/projects/demo/${list}`, body), 201);
    await add("risks", aRisk({ likelihood: 5, significance: 5, reviewedOn: "2020-01-01" }));
    await add("risks", aRisk());
    await add("deviations", aDeviation({ correctiveAction: "" }));
    const view = await read(steering);
    const named = view.items.filter(({ risk, deviation }) => risk !== null || deviation !== null);
    expect(named).toMatchObject([
      { kind: "deviation_open", deviation: 1, title: aDeviation().title },
      { kind: "risk_high", risk: 1, why: expect.stringContaining("25/25") },
      { kind: "risk_review_due", risk: 1, why: expect.stringContaining("01/01/2020") },
    ]);
    expect((await read(steering, "?kind=risk_high")).items).toHaveLength(1);
    await ok(await lead.send("POST", "/api/projects/demo/risks/1/review"));
    const closing = { state: "closed", closedBecause: "Ohi" };
    await ok(await lead.send("PATCH", "/api/projects/demo/risks/1", closing, { version: 2 }));
    const done = { resolvedOn: "2024-01-01", correctiveAction: "Sijainen" };
    await ok(await lead.send("PATCH", "/api/projects/demo/deviations/1", done, { version: 1 }));
    const settled = { deviation_open: 0, risk_high: 0, risk_review_due: 0 };
    expect((await read(steering)).counts).toMatchObject(settled);
    const text = await (await lead.get(`${path}/export?delimiter=comma`)).text();
    expect(text).not.toContain("risk_high");
  });

  test("costs a row for each risk and deviation of the project, whatever their facts", async () => {
    const { lead, steering } = await aWorld();
    const cost = async () =>
      sumOf(await costOf(steering, path), (sql) => /from "(risks|deviations)"/.test(sql));
    expect(await cost()).toEqual({ statements: 2, read: 0, written: 0 });
    for (const list of ["risks", "risks", "deviations"]) {
      const body = list === "risks" ? aRisk() : aDeviation();
      await ok(await lead.send("POST", `/api/projects/demo/${list}`, body), 201);
    }
    for (let times = 0; times < 5; times += 1) {
      await ok(await lead.send("POST", "/api/projects/demo/risks/1/review"));
    }
    expect(await cost()).toEqual({ statements: 2, read: 3, written: 0 });
  });
});
