import { describe, expect, test } from "vitest";
import type { CellDetail, MatrixView } from "../../worker/progress/contract/progress.ts";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { aProject, aWorld, type Client, holds, signIn, stranger } from "../support/world.ts";

const matrixPath = "/api/projects/demo/progress";
const tampere = `${matrixPath}/1/837`;
const matrixOf = async (person: Client) => ok<MatrixView>(await person.get(matrixPath));
const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Helsinki" });

describe("the matrix", () => {
  test("has a cell for every milestone and municipality, also where nothing is known", async () => {
    const { steering } = await aWorld();
    const { cells } = await matrixOf(steering);
    const shown = cells.map(({ milestone, municipality }) => `${milestone}/${municipality}`);
    expect(shown).toEqual(["1/536", "1/837", "2/536", "2/837", "3/all"]);
    for (const cell of cells) {
      expect(cell).toMatchObject({
        declared: "no_data",
        evidence: "none",
        value: null,
        forecastOn: null,
        doneOn: null,
        confirmedAt: null,
        stale: false,
        disagreements: [],
        version: 0,
      });
    }
    expect(cells.map(({ schedule }) => schedule)).toEqual([
      "late",
      "late",
      "none",
      "none",
      "upcoming",
    ]);
  });

  test("has the shape that scripts lean on", async () => {
    const { steering } = await aWorld();
    const matrix = await matrixOf(steering);
    expect(Object.keys(matrix).toSorted()).toEqual([
      "asOf",
      "cells",
      "milestones",
      "municipalities",
      "phases",
      "project",
    ]);
    expect(Date.parse(matrix.asOf)).toBeLessThanOrEqual(Date.now());
    expect(matrix.phases[0]).toEqual({
      number: 1,
      name: "Pilotti",
      startsOn: "2023-01-01",
      endsOn: "2023-12-31",
    });
    expect(matrix.milestones[1]).toMatchObject({
      number: 2,
      phase: 2,
      kind: "target",
      goal: 100,
      weight: 2,
    });
    expect(matrix.municipalities[1]).toMatchObject({ code: "837", name: "Tampere", tileColumn: 2 });
  });

  test("of a project without milestones is empty", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    await aProject(admin);
    expect(await matrixOf(admin)).toMatchObject({ milestones: [], cells: [] });
  });

  test("grows by a column for a municipality that joins, and keeps what was said", async () => {
    const { lead } = await aWorld();
    await lead.send("PATCH", tampere, { declared: "done" }, { version: 0 });
    const municipalities = ["536", "837", "980"];
    await lead.send("PATCH", "/api/projects/demo", { municipalities }, { version: 1 });
    const { cells } = await matrixOf(lead);
    const first = cells.filter(({ milestone }) => milestone === 1);
    expect(first.map(({ municipality, declared }) => [municipality, declared])).toEqual([
      ["536", "no_data"],
      ["837", "done"],
      ["980", "no_data"],
    ]);
  });

  test("does not show texts, which are read cell by cell", async () => {
    const { lead } = await aWorld();
    await lead.send(
      "PATCH",
      tampere,
      { declared: "paused", reason: "Syy", note: "Vain meille" },
      { version: 0 },
    );
    expect(JSON.stringify(await matrixOf(lead))).not.toMatch(/Syy|Vain meille/);
  });
});

describe("a cell", () => {
  test("that nobody has spoken of is there with version 0, and takes its first status", async () => {
    const { lead } = await aWorld();
    expect(await ok(await lead.get(tampere))).toMatchObject({
      declared: "no_data",
      version: 0,
      note: null,
    });
    const answer = await lead.send("PATCH", tampere, { declared: "in_progress" }, { version: 0 });
    expect(answer.headers.get("etag")).toBe('"1"');
    const after = await ok<CellDetail>(answer);
    expect(after).toMatchObject({ declared: "in_progress", schedule: "late", version: 1 });
    expect(after.disagreements).toEqual(["in_progress_past_due"]);
    expect(await ok(await lead.get(tampere))).toEqual(after);
  });

  test("done without a day is done today in Helsinki", async () => {
    const { lead } = await aWorld();
    const before = today();
    const answer = await lead.send("PATCH", tampere, { declared: "done" }, { version: 0 });
    expect([before, today()]).toContain((await ok<CellDetail>(answer)).doneOn);
  });

  test("of a target keeps its value exactly", async () => {
    const { lead } = await aWorld();
    const path = `${matrixPath}/2/837`;
    const value = 33.333333333333336;
    await ok(await lead.send("PATCH", path, { declared: "in_progress", value }, { version: 0 }));
    expect(await ok(await lead.get(path))).toMatchObject({ value });
    const { cells } = await matrixOf(lead);
    expect(
      cells.find(({ milestone, municipality }) => milestone === 2 && municipality === "837")?.value,
    ).toBe(value);
  });

  test("that the plan does not have is not there, whatever one does with it", async () => {
    const { lead } = await aWorld();
    const places = ["1/all", "3/837", "1/980", "1/999", "4/837", "9999/837", "1/Tampere"];
    const paths = places.map((place) => `${matrixPath}/${place}`);
    for (const path of [...paths, "/api/projects/none/progress/1/837"]) {
      await refusal(await lead.get(path), 404, "not_found");
      await refusal(
        await lead.send("PATCH", path, { declared: "done" }, { version: 0 }),
        404,
        "not_found",
      );
      await refusal(await lead.send("POST", `${path}/confirm`), 404, "not_found");
      await refusal(await lead.get(`${path}/history`), 404, "not_found");
    }
  });

  test("is refused a change with every broken rule at once, and stays", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    const change = { declared: "paused", value: 1, doneOn: "2024-01-01", forecastOn: "2001-01-01" };
    const answer = await lead.send("PATCH", tampere, change, { version: 0 });
    const paths = pathsOf(await refusal(answer, 400, "invalid"));
    expect(paths).toEqual(["doneOn", "forecastOn", "reason", "value"]);
    expect(await factCount()).toBe(facts);
    expect(await ok(await lead.get(tampere))).toMatchObject({ version: 0 });
  });

  test("is refused a change with every malformed field at once", async () => {
    const { lead } = await aWorld();
    const change = {
      declared: "no_data",
      value: "7",
      doneOn: "2023-02-29",
      forecastOn: 5,
      reason: "x".repeat(2001),
      note: false,
      evidence: "accepted",
    };
    const answer = await lead.send("PATCH", tampere, change, { version: 0 });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(Object.keys(change).toSorted());
  });

  test("needs If-Match, and shows both sides when it is stale", async () => {
    const { lead, contact } = await aWorld();
    const change = { declared: "in_progress" };
    await refusal(await lead.send("PATCH", tampere, change), 428, "precondition_required");
    await contact.send("PATCH", tampere, { ...change, note: "Alkoi" }, { version: 0 });
    const stale = await refusal(
      await lead.send("PATCH", tampere, change, { version: 0 }),
      412,
      "stale",
    );
    expect(stale.current).toMatchObject({ declared: "in_progress", note: "Alkoi", version: 1 });
  });
});

describe("who may speak", () => {
  const change = { declared: "in_progress" };

  test("a contact for their own municipality alone, and never for the whole project", async () => {
    const { contact } = await aWorld();
    const send = (cell: string) =>
      contact.send("PATCH", `${matrixPath}/${cell}`, change, { version: 0 });
    expect((await send("1/837")).status).toBe(200);
    await refusal(await send("1/536"), 403, "forbidden");
    await refusal(await send("3/all"), 403, "forbidden");
  });

  test("a contact who stands in for another municipality's contact for that one too", async () => {
    await aWorld();
    const deputy = await signIn({
      id: "deputy",
      memberships: [holds("contact", "demo", ["536"], ["837"])],
    });
    const send = (cell: string) =>
      deputy.send("PATCH", `${matrixPath}/${cell}`, change, { version: 0 });
    expect((await send("1/536")).status).toBe(200);
    expect((await send("1/837")).status).toBe(200);
    await refusal(await send("3/all"), 403, "forbidden");
  });

  test("not the steering group, which sees it, nor the funder, who does not", async () => {
    const { steering, funder } = await aWorld();
    for (const person of [steering, funder]) {
      await refusal(await person.send("PATCH", tampere, change, { version: 0 }), 403, "forbidden");
      await refusal(await person.send("POST", `${tampere}/confirm`), 403, "forbidden");
    }
    expect((await steering.get(tampere)).status).toBe(200);
    await refusal(await funder.get(tampere), 403, "forbidden");
    await refusal(await funder.get(matrixPath), 403, "forbidden");
  });

  test("no one from outside, to whom it is not there, and no stranger", async () => {
    await aWorld();
    const outsider = await signIn({ id: "outsider", memberships: [holds("lead", "other")] });
    const send = (person: Client) => person.send("PATCH", tampere, change, { version: 0 });
    await refusal(await send(outsider), 404, "not_found");
    await refusal(await outsider.get(matrixPath), 404, "not_found");
    await refusal(await send(stranger), 401, "signed_out");
  });

  test("a note is read by the project, and the funder reads no cell at all", async () => {
    const { lead, contact, steering, funder } = await aWorld();
    await lead.send(
      "PATCH",
      tampere,
      { declared: "in_progress", note: "Vain meille" },
      { version: 0 },
    );
    const noteFor = async (person: Client) =>
      (await ok<CellDetail>(await person.get(tampere))).note;
    expect(await noteFor(contact)).toBe("Vain meille");
    expect(await noteFor(steering)).toBe("Vain meille");
    const refused = await funder.get(tampere);
    expect(JSON.stringify(await refusal(refused, 403, "forbidden"))).not.toContain("Vain meille");
  });
});

describe("confirming", () => {
  test("keeps the values, gives the next version and a new moment", async () => {
    const { lead } = await aWorld();
    const change = { declared: "in_progress", note: "Sovittu", forecastOn: "2026-01-01" };
    const before = await ok<CellDetail>(await lead.send("PATCH", tampere, change, { version: 0 }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const answer = await lead.send("POST", `${tampere}/confirm`);
    expect(answer.headers.get("etag")).toBe('"2"');
    const { confirmedAt, version, ...after } = await ok<CellDetail>(answer);
    expect({ ...before, ...after }).toEqual(before);
    expect(version).toBe(2);
    expect(confirmedAt && before.confirmedAt && confirmedAt > before.confirmedAt).toBe(true);
  });

  test("what nobody has spoken of is refused", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    await refusal(await lead.send("POST", `${tampere}/confirm`), 409, "locked");
    expect(await factCount()).toBe(facts);
  });

  test("of another municipality is refused to a contact", async () => {
    const { lead, contact } = await aWorld();
    await lead.send("PATCH", `${matrixPath}/1/536`, { declared: "in_progress" }, { version: 0 });
    await refusal(await contact.send("POST", `${matrixPath}/1/536/confirm`), 403, "forbidden");
  });
});
