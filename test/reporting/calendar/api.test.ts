import { parseCsv } from "hucre/csv";
import { beforeEach, expect, test } from "vitest";
import type { DueReport, DueReportList } from "../../../worker/reporting/contract/reports.ts";
import { CALENDAR_COLUMNS, WORDS } from "../../../worker/reporting/words/calendar.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { costOf, isSession, sumOf } from "../../support/meter.ts";
import { aWorld, type Client, programme, project, signIn, stranger } from "../../support/world.ts";

const path = "/api/report-calendar";
const demo = "/api/projects/demo";
const spring = {
  name: "=Kevät",
  kind: "interim",
  startsOn: "2023-01-01",
  endsOn: "2023-06-30",
  dueOn: "2023-08-31",
};
const final = { ...spring, name: "Loppu", kind: "final", dueOn: "2099-06-30" };
const { name: _name, dueOn: _dueOn, ...period } = spring;

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
  const calendar = { reportPeriods: [final, spring] };
  await ok(await world.admin.send("PATCH", "/api/programmes/rrp", calendar, { version: 1 }));
});

const due = async (by: Client, query = "", at = path) =>
  (await ok<DueReportList>(await by.get(`${at}${query}`))).items;
const stateOf = async (by: Client): Promise<Partial<DueReport> | undefined> =>
  (await due(by, "", `${demo}/report-calendar`))[0];

test("what is asked of a project is told as it is to its team, and to the funder as submitted", async () => {
  const { lead, funder } = world;
  const missing = await stateOf(lead);
  expect(missing).toMatchObject({ period: "=Kevät", state: "missing", number: null, late: true });
  const report = { name: "Kevät", period };
  await ok(await lead.send("POST", `${demo}/reports`, report), 201);
  expect(await stateOf(lead)).toMatchObject({
    state: "draft",
    turn: "team",
    number: 1,
    late: true,
  });
  expect(await stateOf(funder)).toEqual(missing);
  await ok(await lead.send("POST", `${demo}/reports/1/submit`, undefined, { version: 1 }));
  const submitted = {
    state: "submitted",
    turn: "funder",
    number: 1,
    submittedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    late: false,
  };
  expect(await stateOf(lead)).toMatchObject(submitted);
  expect(await stateOf(funder)).toMatchObject(submitted);
});

test("over all projects it has those whose reports one may see, by due date and page by page", async () => {
  const { admin, funder, steering } = world;
  const other = { ...project, slug: "toinen", name: "Toinen" };
  await ok(await admin.send("POST", "/api/projects", other), 201);
  const lines = (await due(admin)).map((one) => `${one.dueOn} ${one.project}`);
  expect(lines).toEqual([
    "2023-08-31 demo",
    "2023-08-31 toinen",
    "2099-06-30 demo",
    "2099-06-30 toinen",
  ]);
  const { items, nextCursor } = await ok<DueReportList>(await admin.get(`${path}?limit=3`));
  expect(items).toHaveLength(3);
  const rest = await ok<DueReportList>(await admin.get(`${path}?limit=3&cursor=${nextCursor}`));
  expect(rest).toMatchObject({ items: [{ project: "toinen", kind: "final" }], nextCursor: null });
  for (const person of [funder, steering]) {
    expect((await due(person)).map((one) => one.project)).toEqual(["demo", "demo"]);
  }
  expect(await due(await signIn({ id: "nobody" }))).toEqual([]);
  await refusal(await stranger.get(path), 401, "signed_out");
});

test("it is narrowed by turn, lateness and programme, and refuses what it does not know", async () => {
  const { admin } = world;
  const another = { ...programme, slug: "muu", name: "Muu", reportPeriods: [final] };
  await ok(await admin.send("POST", "/api/programmes", another), 201);
  const other = { ...project, slug: "toinen", programme: "muu" };
  await ok(await admin.send("POST", "/api/projects", other), 201);
  expect(await due(admin, "?programme=muu")).toMatchObject([{ project: "toinen" }]);
  expect(await due(admin, "?late=true")).toMatchObject([{ project: "demo", period: "=Kevät" }]);
  expect(await due(admin, "?turn=open&late=false")).toHaveLength(2);
  expect(await due(admin, "?turn=funder")).toEqual([]);
  const wrong = await admin.get(`${path}?turn=mine&late=1&programme=%20&cursor=eA`);
  const paths = pathsOf(await refusal(wrong, 400, "invalid")).toSorted();
  expect(paths).toEqual(["late", "programme", "turn"]);
});

test("it costs a row for each project and programme and each report, besides who asks", async () => {
  const { admin, lead } = world;
  await ok(await lead.send("POST", `${demo}/reports`, { name: "Kevät", period }), 201);
  await ok(await lead.send("POST", `${demo}/reports`, { name: "Ilman kautta" }), 201);
  const cost = await costOf(admin, path);
  expect(sumOf(cost, (sql) => !isSession(sql))).toEqual({ statements: 2, read: 4, written: 0 });
});

test("as a file it is in words or in codes, without formulas, and leaves its line in the log", async () => {
  const { admin } = world;
  const rows = async (query: string, delimiter: string) => {
    const answer = await admin.get(`${path}/export?${query}`);
    expect(answer.status).toBe(200);
    return parseCsv((await answer.text()).replace("\uFEFF", ""), { delimiter });
  };
  const [codes, first] = await rows("delimiter=comma&project=demo&late=true", ",");
  expect(codes).toEqual([...CALENDAR_COLUMNS]);
  expect(first?.map(String)).toEqual(
    expect.arrayContaining(["demo", "'=Kevät", "interim", "2023-08-31", "missing", "team", "true"]),
  );
  for (const language of ["fi", "sv", "en"] as const) {
    const [headings, line] = await rows(`lang=${language}&late=true`, ";");
    const { columns, states, late } = WORDS[language];
    expect(headings).toEqual(CALENDAR_COLUMNS.map((key) => columns[key]));
    expect(line).toEqual(expect.arrayContaining(["31.8.2023", states.missing, late]));
  }
  expect(await ok(await admin.get("/api/uses?kind=exported"))).toMatchObject({
    items: [{ project: null }, {}, {}, { project: "demo", detail: "report calendar csv" }],
  });
});
