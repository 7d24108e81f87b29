import { beforeEach, describe, expect, test } from "vitest";
import { factsOf } from "../../../worker/history/queries.ts";
import type { FactKind } from "../../../worker/history/terms.ts";
import { ReportDocument } from "../../../worker/reporting/contract/document.ts";
import type {
  EditionView,
  ReportDetail,
  ReportEntry,
  ReportView,
  SectionVersion,
  SectionView,
  ThinView,
  ToldList,
} from "../../../worker/reporting/contract/reports.ts";
import {
  REPORT_STATES,
  type ReportMove,
  type ReportState,
} from "../../../worker/reporting/terms.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { aWorld, type Client, database } from "../../support/world.ts";

const reports = "/api/projects/demo/reports";
const one = `${reports}/1`;

const BODIES: Readonly<Record<ReportMove, object | undefined>> = {
  submit: undefined,
  return: { note: "Täydennä." },
  accept: {},
  correct: { edition: 1, reason: "Väärä luku." },
};

let world: Awaited<ReturnType<typeof aWorld>>;
let report: ReportView;

async function begin(): Promise<void> {
  report = await ok<ReportView>(await world.lead.send("POST", reports, { name: "Raportti" }), 201);
}

beforeEach(async () => {
  world = await aWorld();
  await begin();
});

const moved = (by: Client, move: ReportMove, body = BODIES[move]) =>
  by.send("POST", `${one}/${move}`, body, { version: report.version });

async function go(by: Client, move: ReportMove, body = BODIES[move]): Promise<ReportView> {
  report = await ok<ReportView>(await moved(by, move, body));
  return report;
}

/** How a report comes to stand in each state. */
const PATHS: Readonly<Record<ReportState, readonly ReportMove[]>> = {
  draft: [],
  submitted: ["submit"],
  returned: ["submit", "return"],
  accepted: ["submit", "accept"],
  correcting: ["submit", "accept", "correct"],
};

/** Where each move leads from each state; nothing where it is refused. */
const EDGES: Readonly<Record<ReportState, Partial<Record<ReportMove, ReportState>>>> = {
  draft: { submit: "submitted" },
  submitted: { return: "returned", accept: "accepted" },
  returned: { submit: "submitted" },
  accepted: { correct: "correcting" },
  correcting: { submit: "submitted" },
};
const MOVES = ["submit", "return", "accept", "correct"] as const;
const moverOf = (move: ReportMove) =>
  move === "return" || move === "accept" ? world.funder : world.lead;

describe("from each state", () => {
  test.each(
    REPORT_STATES.flatMap((state) =>
      MOVES.map((move) => [state, move, EDGES[state][move]] as const),
    ),
  )("%s, %s leads to %s", async (state, move, to) => {
    for (const step of PATHS[state]) await go(moverOf(step), step);
    expect(report.state).toBe(state);
    // A correction names the edition in force, also where none is due.
    const body =
      move === "correct" ? { edition: Math.max(report.edition, 1), reason: "x" } : undefined;
    const answer = await moved(moverOf(move), move, body ?? BODIES[move]);
    if (to) expect(await ok(answer)).toMatchObject({ state: to });
    else expect([404, 409]).toContain((await refusalOf(answer)).status);
    const { state: now } = await ok<ReportDetail>(await world.lead.get(one));
    expect(now).toBe(to ?? state);
  });

  test.each([
    ["draft", 200],
    ["submitted", 409],
    ["returned", 200],
    ["accepted", 409],
    ["correcting", 200],
  ] as const)("%s, writing in it is answered with %s", async (state, status) => {
    for (const step of PATHS[state]) await go(moverOf(step), step);
    const { lead } = world;
    const section = `${one}/sections/summary`;
    const wrote = await lead.send("PUT", section, { text: state }, { version: 0 });
    const named = await lead.send("PATCH", one, { name: state }, { version: report.version });
    expect([wrote.status, named.status]).toEqual([status, status]);
  });
});

async function refusalOf(answer: Response) {
  const problem: { readonly status: number; readonly detail: string } = await answer.json();
  return problem;
}

describe("a funder", () => {
  test("decides, and nobody else does; who submitted it does not accept it", async () => {
    await go(world.lead, "submit");
    for (const person of [world.lead, world.contact, world.steering]) {
      await refusal(await moved(person, "accept"), 403, "forbidden");
      await refusal(await moved(person, "return"), 403, "forbidden");
    }
    await go(world.funder, "return");
    await go(world.admin, "submit");
    const { detail } = await refusal(await moved(world.admin, "accept"), 403, "forbidden");
    expect(detail).toContain("submitted");
    expect(await go(world.funder, "accept")).toMatchObject({ accepted: { edition: 2 } });
  });

  test("returns it with notes on sections that there are", async () => {
    await go(world.lead, "submit");
    const wrong = { note: "x", sections: [{ section: "nowhere", note: "y" }] };
    const answer = await refusal(await moved(world.funder, "return", wrong), 400, "invalid");
    expect(pathsOf(answer)).toEqual(["sections.0.section"]);
    const right = { note: "x", sections: [{ section: "measures", note: "y" }] };
    const { decision } = await go(world.funder, "return", right);
    expect(decision).toMatchObject({ outcome: "returned", edition: 1, sections: right.sections });
  });

  test("has its decisions found, however often the report was changed since", async () => {
    await go(world.lead, "submit");
    await go(world.funder, "return");
    for (const name of ["A", "B", "C"]) {
      const { version } = report;
      report = await ok<ReportView>(await world.lead.send("PATCH", one, { name }, { version }));
    }
    const few = { below: Number.MAX_SAFE_INTEGER, limit: 2, until: null };
    const kindsOf = async (kinds: readonly FactKind[] | null) =>
      (await factsOf(database(), "report:demo:1", { ...few, kinds })).map(({ kind }) => kind);
    expect(await kindsOf(null)).toEqual(["report.changed", "report.changed"]);
    const told = ["report.returned", "report.submitted"] as const;
    expect(await kindsOf(told)).toEqual(told);
    const history = await ok<{ items: ReportEntry[] }>(await world.funder.get(`${one}/history`));
    expect(history.items.map(({ kind }) => kind)).toEqual(told);
    const editions = await ok<{ items: EditionView[] }>(await world.funder.get(`${one}/editions`));
    expect(editions.items).toMatchObject([{ edition: 1, outcome: "returned" }]);
  });

  test("reads what was submitted, while the next edition is written", async () => {
    const write = async (text: string, version: number) =>
      ok(await world.lead.send("PUT", `${one}/sections/summary`, { text }, { version }));
    await write("Ensimmäinen", 0);
    await go(world.lead, "submit");
    await go(world.funder, "return");
    await write("kanarialintu", 1);
    await ok(await world.lead.send("PATCH", one, { name: "kanaria" }, { version: report.version }));
    const paths = ["", "/document", "/told", "/editions", "/history", "/export?format=json"];
    for (const path of paths) {
      const answer = await world.funder.get(`${one}${path}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain("kanaria");
    }
    expect(await (await world.funder.get(reports)).text()).not.toContain("kanaria");
    const detail = await ok<ReportDetail>(await world.funder.get(one));
    expect(detail.sections.find(({ key }) => key === "summary")?.text).toBe("Ensimmäinen");
    for (const path of ["/thin", "/sections/summary/versions"]) {
      await refusal(await world.funder.get(`${one}${path}`), 403, "forbidden");
    }
  });

  test("is not told that an accepted report is being corrected", async () => {
    for (const step of PATHS.correcting) await go(moverOf(step), step);
    const seen = await ok<ReportDetail>(await world.funder.get(one));
    expect(seen).toMatchObject({ state: "accepted", correction: null, accepted: { edition: 1 } });
    expect(await (await world.funder.get(`${one}/history`)).text()).not.toContain("Väärä luku");
    const set = { name: "kanaria", message: "kanaria" };
    await ok(await world.lead.send("PATCH", one, set, { version: report.version }));
    for (const version of [report.version, report.version + 1]) {
      const body = { note: "x" };
      const answer = await world.funder.send("POST", `${one}/return`, body, { version });
      const told = await answer.text();
      expect([409, 412]).toContain(answer.status);
      expect(told).not.toMatch(/kanaria|Väärä luku|correcting/);
      expect(told).not.toContain("is writing it");
    }
  });
});

test("a funder's list has all that was submitted, page by page, whatever drafts lie between", async () => {
  await go(world.lead, "submit");
  await ok(await world.lead.send("POST", reports, { name: "Luonnos" }), 201);
  const page = await ok<{ items: ReportView[]; nextCursor: string | null }>(
    await world.funder.get(`${reports}?limit=1`),
  );
  expect(page.items.map(({ number }) => number)).toEqual([1]);
  expect(page.nextCursor).toBeNull();
});

test("without sections in its programme a report has figures alone, and goes the same way", async () => {
  const { admin, lead, funder } = world;
  const programme = "/api/programmes/rrp";
  const { version } = await ok<{ version: number }>(await admin.get(programme));
  await ok(await admin.send("PATCH", programme, { reportSections: [] }, { version }));
  const bare = await ok<ReportView>(await lead.send("POST", reports, { name: "Paljas" }), 201);
  const path = `${reports}/${bare.number}`;
  const { items } = await ok<ThinView>(await lead.get(`${path}/thin`));
  expect(items.map(({ code }) => code)).not.toContain("section_empty");
  expect(await ok(await lead.get(`${path}/told`))).toMatchObject({ items: [] });
  await ok(await lead.send("POST", `${path}/submit`, undefined, { version: 1 }));
  for (const format of ["json", "pdf", "xlsx", "csv", "docx", "iati", "ics"]) {
    const answer = await funder.get(`${path}/export?format=${format}`);
    expect([format, answer.status]).toEqual([format, 200]);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
  }
  // The one that was begun before keeps the sections that it was begun with.
  const { sections } = await ok<ReportDetail>(await lead.get(one));
  expect(sections.length).toBeGreaterThan(5);
});

describe("a section", () => {
  test("is kept in every version, and nothing is overwritten unseen", async () => {
    const put = (text: string, version: number) =>
      world.lead.send("PUT", `${one}/sections/summary`, { text }, { version });
    expect(await ok<SectionView>(await put("Yksi", 0))).toMatchObject({ version: 1 });
    await ok(await put("Kaksi", 1));
    const { current } = await refusal(await put("Kolme", 1), 412, "stale");
    expect(current).toMatchObject({ text: "Kaksi", version: 2 });
    const { items } = await ok<{ items: SectionVersion[] }>(
      await world.lead.get(`${one}/sections/summary/versions`),
    );
    expect(items.map(({ text, version }) => [version, text])).toEqual([
      [2, "Kaksi"],
      [1, "Yksi"],
    ]);
    await refusal(
      await world.lead.send("PUT", `${one}/sections/nowhere`, { text: "x" }, { version: 0 }),
      404,
      "not_found",
    );
  });
});

describe("a correction", () => {
  test("has a number and a reason, names the newest edition, and leaves the old one in force", async () => {
    await go(world.lead, "submit");
    await go(world.funder, "accept");
    const old = await (await world.lead.get(`${one}/export?format=json&edition=1`)).text();
    await go(world.lead, "correct");
    expect(report).toMatchObject({
      correction: { number: 1, edition: 1 },
      accepted: { edition: 1 },
    });
    await go(world.lead, "submit");
    await refusal(await moved(world.lead, "correct"), 409, "locked");
    await go(world.funder, "accept");
    expect(report).toMatchObject({ correction: null, accepted: { edition: 2 } });
    const { detail } = await refusal(await moved(world.lead, "correct"), 409, "locked");
    expect(detail).toContain("edition 2");
    await go(world.lead, "correct", { edition: 2, reason: "Toinen" });
    expect(report.correction).toMatchObject({ number: 2, edition: 2 });
    expect(await (await world.lead.get(`${one}/export?format=json&edition=1`)).text()).toBe(old);
    const { items } = await ok<{ items: EditionView[] }>(await world.lead.get(`${one}/editions`));
    expect(items.map(({ edition, outcome }) => [edition, outcome])).toEqual([
      [2, "accepted"],
      [1, "accepted"],
    ]);
    expect(items.map(({ sections }) => sections)).toEqual([[], []]);
    expect(items[0]?.correction).toMatchObject({ number: 1, reason: "Väärä luku." });
    const { items: entries } = await ok<{ items: ReportEntry[] }>(
      await world.lead.get(`${one}/history`),
    );
    expect(entries.map(({ kind }) => kind)).toEqual([
      "report.reopened",
      "report.accepted",
      "report.submitted",
      "report.reopened",
      "report.accepted",
      "report.submitted",
      "report.drafted",
    ]);
  });
});

describe("a report tells", () => {
  test("what moved since the accepted one, in figures and in three languages", async () => {
    await go(world.lead, "submit");
    await go(world.funder, "accept");
    const cell = "/api/projects/demo/progress/1/837";
    await ok(await world.lead.send("PATCH", cell, { declared: "done" }, { version: 0 }));
    const next = await ok<ReportView>(
      await world.lead.send("POST", reports, { name: "Seuraava" }),
      201,
    );
    const path = `${reports}/${next.number}`;
    const document = ReportDocument.parse(
      JSON.parse(await (await world.lead.get(`${path}/document`)).text()),
    );
    expect(document.changes).toMatchObject({
      report: 1,
      edition: 1,
      kinds: [{ kind: "done", count: 1 }],
      moves: [{ milestone: 1, municipality: "837", kind: "done" }],
    });
    for (const [language, sentence] of [
      ["fi", "Valmistui 1."],
      ["sv", "Blev färdigt: 1."],
      ["en", "Got done: 1."],
    ]) {
      const told = await ok<ToldList>(await world.lead.get(`${path}/told?lang=${language}`));
      expect(told.changes).toContain(sentence);
    }
  });

  test("what is thin, and is submitted all the same", async () => {
    const { items } = await ok<ThinView>(await world.lead.get(`${one}/thin`));
    expect(items).toContainEqual({
      code: "section_empty",
      count: 5,
      sections: ["summary", "measures", "networks", "training", "communication"],
    });
    expect(items.find(({ code }) => code === "budget_unknown")).toMatchObject({ count: 1 });
    await go(world.lead, "submit");
  });

  test("its share of the budget, which cannot be more than all of it", async () => {
    const set = (used: number) =>
      world.lead.send(
        "PATCH",
        one,
        { budget: { granted: 100, used } },
        { version: report.version },
      );
    const answer = await refusal(await set(101), 400, "invalid");
    expect(pathsOf(answer)).toEqual(["budget.used"]);
    await ok(await set(25));
    const { items } = await ok<ToldList>(await world.lead.get(`${one}/told?lang=fi`));
    expect(items.find(({ key }) => key === "costs")?.sentences.join(" ")).toMatch(/25\s%/);
  });
});
