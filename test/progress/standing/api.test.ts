import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import { declareProgress } from "../../../worker/progress/commands.ts";
import { CellChange } from "../../../worker/progress/contract/progress.ts";
import type { StandingsView, StandingView } from "../../../worker/progress/contract/standing.ts";
import { loadStanding, loadStandings } from "../../../worker/progress/queries/standing.ts";
import { sayingsMax } from "../../../worker/progress/terms.ts";
import { ok, refusal } from "../../support/answers.ts";
import { costOf, isSession, sumOf } from "../../support/meter.ts";
import { aDeviation, aRisk } from "../../support/risks.ts";
import { story } from "../../support/story.ts";
import { at, aWorld, type Client, project, signIn } from "../../support/world.ts";

const path = "/api/municipalities/837/standing";
const standing = async (person: Client, query = "") =>
  ok<StandingView>(await person.get(`${path}${query}`));
const standings = async (person: Client) =>
  ok<StandingsView>(await person.get("/api/municipalities/standings"));

/** `demo`, in which Tampere has begun and Nokia is late, and `other`, in which Tampere is alone. */
async function twoProjects() {
  const people = await aWorld();
  const { admin } = people;
  const alone = { ...project, slug: "other", municipalities: ["837"] };
  await ok(await admin.send("POST", "/api/projects", alone), 201);
  const milestone = { phase: 1, title: "Sovittu", dueOn: "2099-06-30" };
  await ok(await admin.send("POST", "/api/projects/other/milestones", milestone), 201);
  const cell = { version: 0, declared: "in_progress" };
  const batch = [
    { ...cell, milestone: 1, municipality: "837", declared: "done", doneOn: "2023-05-31" },
    { ...cell, milestone: 2, municipality: "837", value: 498 },
    { ...cell, milestone: 1, municipality: "536" },
  ];
  await ok(await admin.send("POST", "/api/projects/demo/progress/batch", batch));
  return people;
}

describe("a municipality over all projects", () => {
  test("began when it last did, and not where a beginning was taken back", async () => {
    await aWorld();
    const place = { project: "demo", milestone: 1, municipality: "837" };
    for (const [version, [day, declared]] of [
      ["10", "in_progress"],
      ["11", "not_started"],
      ["20", "in_progress"],
      ["25", "paused"],
    ].entries()) {
      const change = CellChange.parse({ declared, reason: "Syy" });
      await declareProgress(at(`2024-01-${day}T09:00:00.000Z`), place, version, change);
    }
    const asked = { code: "837", project: undefined };
    const { projects } = await loadStanding(at("2024-02-01T09:00:00.000Z"), asked, null);
    expect(projects[0]?.began).toMatchObject({ on: "2024-01-20", milestone: 1 });
  });

  test("tells of each its cells, figures, beginning and what stands in its way", async () => {
    const { admin, lead } = await twoProjects();
    await ok(await lead.send("POST", "/api/projects/demo/risks", aRisk()), 201);
    const elsewhere = aRisk({ links: [{ milestone: 1, municipality: "536" }] });
    await ok(await lead.send("POST", "/api/projects/demo/risks", elsewhere), 201);
    await ok(await lead.send("POST", "/api/projects/demo/deviations", aDeviation()), 201);
    const view = await standing(admin);
    expect(view).toMatchObject({
      municipality: { code: "837", name: "Tampere", nameSv: "Tammerfors" },
      standing: { projects: 2, cells: 3, done: 1, percent: 33.3, late: 0 },
      hasMore: false,
    });
    const [demo, other] = view.projects;
    expect(demo).toMatchObject({
      project: { slug: "demo" },
      standing: { percent: 33.3 },
      medians: { percent: 16.7, late: 0.5, municipalities: 2 },
      began: { on: "2023-05-31", milestone: 1 },
      risks: [{ number: 1, milestones: [1] }],
      deviations: [{ number: 1, milestones: [1] }],
    });
    expect(demo?.milestones.map(({ number }) => number)).toEqual([1, 2]);
    // Tampere had 249,009 inhabitants at the end of 2022; the other has told no value.
    expect(demo?.relative).toEqual([
      { milestone: 2, value: 498, perThousand: 2, median: 2, municipalities: 1 },
    ]);
    expect(other).toMatchObject({ began: null, standing: { percent: null } });
    expect(view.next).toEqual([
      { project: "other", milestone: 1, title: "Sovittu", dueOn: "2099-06-30" },
    ]);
  });

  test("shows a person their own projects, and a funder and an outsider none", async () => {
    const { steering, contact, funder } = await twoProjects();
    for (const person of [steering, contact]) {
      const { projects, places } = await standing(person);
      expect(projects.map((part) => part.project.slug)).toEqual(["demo"]);
      expect(places.map(({ code, projects: count }) => [code, count])).toEqual([
        ["536", 1],
        ["837", 1],
      ]);
    }
    for (const person of [funder, await signIn({ id: "nobody" })]) {
      expect(await standing(person)).toMatchObject({ projects: [], places: [], next: [] });
      expect(await standings(person)).toMatchObject({ places: [], projects: 0 });
    }
  });

  test("can be asked of one project, as far as that may be seen", async () => {
    const { steering, funder } = await twoProjects();
    const { projects, medians } = await standing(steering, "?project=demo");
    expect(projects).toHaveLength(1);
    expect(medians).toEqual(projects[0]?.medians);
    await refusal(await steering.get(`${path}?project=other`), 404, "not_found");
    await refusal(await funder.get(`${path}?project=demo`), 403, "forbidden");
  });

  test("is not there for a code that the register does not know", async () => {
    const { steering } = await aWorld();
    await refusal(await steering.get("/api/municipalities/999/standing"), 404, "not_found");
    await refusal(await steering.get("/api/municipalities/83/standing"), 400, "invalid");
    expect((await standing(steering)).standing).toMatchObject({ projects: 1, percent: null });
  });

  test("that takes part in nothing is told with the others beside it", async () => {
    const { steering } = await aWorld();
    const view = await ok<StandingView>(await steering.get("/api/municipalities/020/standing"));
    expect(view).toMatchObject({ standing: { projects: 0, percent: null }, projects: [] });
    expect(view.places).toHaveLength(2);
  });
});

test("all municipalities stand in one list with the medians, as each of them is told alone", async () => {
  const { admin } = await twoProjects();
  const all = await standings(admin);
  const { places, medians, standing: own } = await standing(admin);
  expect(all).toMatchObject({ places, medians, projects: 2 });
  expect(all.places.find(({ code }) => code === "837")).toMatchObject(own);
});

test("as of a past moment the view is what was shown then, at every step of two years", async () => {
  const asked = { code: "837", project: undefined };
  await signIn({ id: "admin", admin: true });
  const seen = new Map<string, object>();
  for (const { now, take } of story) {
    await take();
    seen.set(now, [await loadStanding(at(now), asked, null), await loadStandings(at(now), null)]);
  }
  for (const [now, view] of seen) {
    const later = at("2026-06-30T09:00:00.000Z");
    expect([await loadStanding(later, asked, now), await loadStandings(later, now)], now).toEqual(
      view,
    );
  }
});

describe("what it costs", () => {
  const beside = (sql: string) => !isSession(sql);

  test("is one row a project for the list of all", async () => {
    const { admin } = await twoProjects();
    const cost = await costOf(admin, "/api/municipalities/standings");
    expect(sumOf(cost, beside)).toEqual({ statements: 1, read: 2, written: 0 });
  });

  test("is for one the boards, its own row, and at most the first fifty that were said of a cell, twice", async () => {
    const { admin } = await twoProjects();
    const asked = async () => sumOf(await costOf(admin, path), beside);
    const cell = "/api/projects/demo/progress/2/837";
    const first = await asked();
    expect(first.statements).toBe(5);
    const said = async (from: number, to: number) => {
      for (let version = from; version < to; version += 1) {
        await ok(await admin.send("PATCH", cell, { note: `${version}` }, { version }));
      }
      return (await asked()).read - first.read;
    };
    const full = await said(1, sayingsMax);
    expect(full).toBeLessThanOrEqual(2 * sayingsMax);
    expect(await said(sayingsMax, sayingsMax + 10)).toBe(full);
  });
});

describe("the file", () => {
  const file = "/api/municipalities/837/export";

  test("has a row for each cell in words, and one in codes, and leaves lines in the log", async () => {
    const { admin } = await twoProjects();
    const answer = await admin.get(`${file}?lang=fi`);
    expect(answer.headers.get("content-disposition")).toMatch(/kunta-837-\d{4}-\d\d-\d\d\.csv/);
    const [head = [], ...rows] = parseCsv(await answer.text(), {
      delimiter: ";",
    }).map((row) => row.map(String));
    expect(head.slice(0, 4)).toEqual(["Hanke", "Nro", "Välitavoite tai tavoite", "Laji"]);
    const told = (row: readonly string[]) =>
      ["Hanke", "Nro", "Tila", "Valmistui"].map((name) => row[head.indexOf(name)]);
    expect(rows.map(told)).toEqual([
      ["Esimerkki", "1", "Valmis", "31.5.2023"],
      ["Esimerkki", "2", "Käynnissä", ""],
      ["Esimerkki", "1", "Ei tietoa", ""],
    ]);
    const machine = await (await admin.get(`${file}?delimiter=comma`)).text();
    expect(machine).toContain("project,milestone,title");
    expect(machine).toContain("in_progress");
    const log = await ok<{ items: { project: string; detail: string }[] }>(
      await admin.get("/api/uses?kind=exported"),
    );
    expect(log.items.map((line) => [line.project, line.detail])).toContainEqual([
      "other",
      "municipality 837 csv",
    ]);
  });

  test("has no row for who may see no project, and never what people wrote", async () => {
    const { admin, contact, funder } = await twoProjects();
    const cell = "/api/projects/demo/progress/2/837";
    const paused = { declared: "paused", reason: "SYY", unblock: "AVAUS", note: "MUISTIO" };
    await ok(await admin.send("PATCH", cell, paused, { version: 1 }));
    const text = await (await contact.get(file)).text();
    expect(text).toContain("Esimerkki");
    expect(text).not.toMatch(/SYY|AVAUS|MUISTIO/);
    const [, ...rows] = parseCsv(await (await funder.get(file)).text(), { delimiter: ";" });
    expect(rows).toEqual([]);
    await refusal(await admin.get("/api/municipalities/999/export"), 404, "not_found");
  });
});
