import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import type { PortfolioView } from "../../../worker/progress/contract/portfolio.ts";
import { pastPortfolioMax } from "../../../worker/progress/terms.ts";
import { COLUMNS, WORDS } from "../../../worker/progress/words/portfolio.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { costOf, isSession, sumOf } from "../../support/meter.ts";
import { aWorld, type Client, project, signIn, stranger } from "../../support/world.ts";

const path = "/api/portfolio/export";

/** The lines of the file by their headings, as text. */
async function taken(person: Client, query = "delimiter=comma") {
  const answer = await person.get(`${path}?${query}`);
  expect(answer.status).toBe(200);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const delimiter = query.includes("comma") ? "," : ";";
  const [headings = [], ...rows] = parseCsv(text, { delimiter }).map((row) => row.map(String));
  const lines = rows.map((row) => Object.fromEntries(headings.map((name, at) => [name, row[at]])));
  return { answer, text, headings, lines };
}

/** `demo` has one cell done, one late and one not applicable; `toinen` is another stage. */
async function twoProjects() {
  const people = await aWorld();
  const cell = { version: 0, declared: "in_progress" };
  const batch = [
    { ...cell, milestone: 1, municipality: "837", declared: "done", doneOn: "2023-06-30" },
    { ...cell, milestone: 1, municipality: "536" },
    { ...cell, milestone: 2, municipality: "536", declared: "in_progress" },
  ];
  await ok(await people.lead.send("POST", "/api/projects/demo/progress/batch", batch));
  const other = { ...project, slug: "toinen", name: "=Toinen", stage: "ready" };
  await ok(await people.admin.send("POST", "/api/projects", other), 201);
  return people;
}

describe("the portfolio as a file", () => {
  test("says for machines what the portfolio says, in codes", async () => {
    const { admin } = await twoProjects();
    const { items } = await ok<PortfolioView>(await admin.get("/api/portfolio"));
    const { lines, headings, text } = await taken(admin);
    expect(headings).toEqual([...COLUMNS]);
    expect(text.startsWith("\uFEFF")).toBe(false);
    expect(lines).toHaveLength(2);
    const demo = items.find((item) => item.project.slug === "demo");
    expect(lines[0]).toMatchObject({
      project: "demo",
      programme: "Ohjelma",
      funder: "Rahoittaja",
      stage: "planned",
      startsOn: "2023-01-01",
      percent: String(demo?.total.percent),
      done: "1",
      counted: "3",
      noData: "2",
      late: "1",
      disagreeing: "1",
      municipalities: "2",
      milestones: "3",
      nextOn: "2099-12-31",
      nextTitle: "Loppuraportti",
      asOf: expect.stringMatching(/Z$/),
    });
    expect(lines[1]).toMatchObject({ name: "'=Toinen", percent: "", nextOn: "" });
  });

  test.each(["fi", "sv", "en"] as const)("is for people in %s words", async (language) => {
    const { admin } = await twoProjects();
    const { headings, lines, text, answer } = await taken(admin, `lang=${language}`);
    const { columns, stages, fileName } = WORDS[language];
    expect(headings).toEqual(COLUMNS.map((key) => columns[key]));
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(answer.headers.get("content-disposition")).toContain(`"${fileName}-`);
    expect(lines[0]).toMatchObject({
      [columns.stage]: stages.planned,
      [columns.endsOn]: "31.12.2024",
      [columns.nextOn]: "31.12.2099",
    });
  });

  test("has decimal commas for Finnish Excel", async () => {
    const { admin } = await twoProjects();
    const { lines } = await taken(admin, "lang=fi");
    // One of weight 1 is done, of 1 + 1 + 2 that count.
    expect(lines[0]).toMatchObject({ "Valmiina %": "25" });
    const done = { declared: "done", doneOn: "2023-06-30" };
    const at = "/api/projects/demo/progress/3/all";
    await ok(await admin.send("PATCH", at, done, { version: 0 }));
    const milestone = { weight: 0.5 };
    const three = "/api/projects/demo/milestones/3";
    await ok(await admin.send("PATCH", three, milestone, { version: 1 }));
    expect((await taken(admin, "lang=fi")).lines[0]).toMatchObject({ "Valmiina %": "33,3" });
  });

  test("is narrowed and ordered as the page is", async () => {
    const { admin } = await twoProjects();
    const slugs = async (query: string) =>
      (await taken(admin, `delimiter=comma&${query}`)).lines.map((line) => line["project"]);
    expect(await slugs("order=name")).toEqual(["toinen", "demo"]);
    expect(await slugs("order=attention")).toEqual(["demo", "toinen"]);
    expect(await slugs("stage=ready")).toEqual(["toinen"]);
    expect(await slugs("only=late")).toEqual(["demo"]);
    expect(await slugs("search=simerk")).toEqual(["demo"]);
    expect(await slugs("programme=muu")).toEqual([]);
    const wrong = await admin.get(`${path}?stage=done&order=size&only=none&programme=%20`);
    expect(pathsOf(await refusal(wrong, 400, "invalid")).toSorted()).toEqual([
      "only",
      "order",
      "programme",
      "stage",
    ]);
  });

  test("has what one may see, and leaves its line in the log", async () => {
    const { admin, steering, funder } = await twoProjects();
    expect((await taken(steering)).lines).toMatchObject([{ project: "demo" }]);
    // As in the portfolio: a funder is given submitted reports and no figures of today.
    expect((await taken(funder)).lines).toEqual([]);
    expect((await taken(await signIn({ id: "nobody" }))).lines).toEqual([]);
    await refusal(await stranger.get(path), 401, "signed_out");
    expect(await ok(await admin.get("/api/uses?kind=exported"))).toMatchObject({
      items: ["nobody", "funder", "steering"].map((person) => ({
        person,
        project: null,
        detail: "portfolio csv",
      })),
    });
  });

  test("costs a row a project and one a programme, beside who asks and what is written down", async () => {
    const { admin } = await twoProjects();
    const cost = await costOf(admin, path);
    const beside = (sql: string) => !isSession(sql) && !/into "(uses|limits)"/.test(sql);
    expect(sumOf(cost, beside)).toEqual({ statements: 2, read: 3, written: 0 });
  });

  test("is as of a moment too, without projects that were not there yet", async () => {
    const { admin } = await twoProjects();
    const { lines } = await taken(admin, "delimiter=comma&asOf=2020-01-01");
    expect(lines).toEqual([]);
    await refusal(await admin.get(`${path}?asOf=2099-01-01`), 400, "invalid");
  });

  test("refuses rather than leave a project out unsaid", async () => {
    const { admin } = await aWorld();
    for (let number = 1; number <= pastPortfolioMax; number += 1) {
      const other = { ...project, slug: `hanke-${number}`, municipalities: ["837"] };
      await ok(await admin.send("POST", "/api/projects", other), 201);
    }
    await refusal(await admin.get(`${path}?asOf=2020-01-01`), 413, "too_large");
    expect((await taken(admin)).lines).toHaveLength(pastPortfolioMax + 1);
    const past = `/api/portfolio?limit=500&asOf=2020-01-01`;
    const { nextCursor } = await ok<PortfolioView>(await admin.get(past));
    expect(nextCursor).not.toBeNull();
  });
});
