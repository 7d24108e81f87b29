import { describe, expect, test } from "vitest";
import type { CellList, MatrixView } from "../../../worker/progress/contract/progress.ts";
import { factCount, ok, pathsOf, refusal } from "../../support/answers.ts";
import { aProject, aWorld, type Client, holds, signIn } from "../../support/world.ts";

const path = "/api/projects/demo/progress/batch";
const cell = (milestone: number, municipality: string, more: object = {}) => ({
  milestone,
  municipality,
  version: 0,
  declared: "in_progress",
  ...more,
});
const versionsOf = async (person: Client) => {
  const { cells } = await ok<MatrixView>(await person.get("/api/projects/demo/progress"));
  return Object.fromEntries(
    cells.map(({ milestone, municipality, version }) => [`${milestone}/${municipality}`, version]),
  );
};
const untouched = { "1/536": 0, "1/837": 0, "2/536": 0, "2/837": 0, "3/all": 0 };

describe("a batch", () => {
  test("changes all its cells, and answers with them in its order", async () => {
    const { lead } = await aWorld();
    const batch = [
      cell(3, "all"),
      cell(1, "837", { declared: "done", doneOn: "2023-05-05" }),
      cell(1, "536"),
    ];
    const { items } = await ok<CellList>(await lead.send("POST", path, batch));
    expect(
      items.map(({ milestone, municipality, version }) => [milestone, municipality, version]),
    ).toEqual([
      [3, "all", 1],
      [1, "837", 1],
      [1, "536", 1],
    ]);
    expect(items[1]).toMatchObject({
      declared: "done",
      doneOn: "2023-05-05",
      schedule: "done_on_time",
    });
    expect(await versionsOf(lead)).toEqual({ ...untouched, "3/all": 1, "1/837": 1, "1/536": 1 });
  });

  test("of 500 cells goes through, and of 501 is refused", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    const { items: all } = await ok<{ items: { code: string }[] }>(
      await admin.get("/api/municipalities?limit=500"),
    );
    const municipalities = all
      .map(({ code }) => code)
      .filter((code) => code !== "588")
      .slice(0, 251);
    await aProject(admin, { municipalities });
    for (const title of ["Yksi", "Kaksi"]) {
      await admin.send("POST", "/api/projects/demo/milestones", { phase: 1, title });
    }
    const cells = [1, 2].flatMap((milestone) =>
      municipalities.map((code) => cell(milestone, code)),
    );
    const facts = await factCount();
    const tooMany = await refusal(
      await admin.send("POST", path, cells.slice(0, 501)),
      400,
      "invalid",
    );
    expect(tooMany.errors).toEqual([{ path: "", message: "At most 500 items." }]);
    expect(await factCount()).toBe(facts);
    const { items } = await ok<CellList>(await admin.send("POST", path, cells.slice(0, 500)));
    expect(items).toHaveLength(500);
    expect(await factCount()).toBe(facts + 500);
  });

  test("of 500 cells with long texts in them is kept for its key, and replayed", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    const register = await admin.get("/api/municipalities?limit=251");
    const { items: all } = await ok<{ items: { code: string }[] }>(register);
    const municipalities = all.map(({ code }) => code).filter((code) => code !== "588");
    await aProject(admin, { municipalities: municipalities.slice(0, 250) });
    for (const title of ["Yksi", "Kaksi"]) {
      await admin.send("POST", "/api/projects/demo/milestones", { phase: 1, title });
    }
    const cells = [1, 2].flatMap((milestone) =>
      municipalities.slice(0, 250).map((code) => cell(milestone, code)),
    );
    const text = "€".repeat(2000);
    for (let from = 0; from < 500; from += 50) {
      const written = cells
        .slice(from, from + 50)
        .map((one) => ({ ...one, note: text, reason: text }));
      await ok(await admin.send("POST", path, written));
    }
    const again = cells.map((one) => ({ ...one, version: 1 }));
    const first = await ok(await admin.send("POST", path, again, { key: "kaikki" }));
    expect(await ok(await admin.send("POST", path, again, { key: "kaikki" }))).toEqual(first);
  });

  test("with one stale cell names it, shows it, and changes nothing", async () => {
    const { lead, contact } = await aWorld();
    await contact.send(
      "PATCH",
      "/api/projects/demo/progress/1/837",
      { declared: "done" },
      { version: 0 },
    );
    const facts = await factCount();
    const answer = await lead.send("POST", path, [cell(1, "536"), cell(1, "837"), cell(3, "all")]);
    const { errors, current } = await refusal(answer, 412, "stale");
    expect(errors).toEqual([
      { path: "1.version", message: expect.stringMatching(/Milestone 1 in municipality 837/) },
    ]);
    expect(current).toEqual([
      expect.objectContaining({ milestone: 1, municipality: "837", declared: "done", version: 1 }),
    ]);
    expect(await factCount()).toBe(facts);
    expect(await versionsOf(lead)).toEqual({ ...untouched, "1/837": 1 });
  });

  test("names every stale cell", async () => {
    const { lead } = await aWorld();
    await lead.send("POST", path, [cell(1, "536"), cell(1, "837")]);
    const answer = await lead.send("POST", path, [cell(1, "837"), cell(3, "all"), cell(1, "536")]);
    expect(pathsOf(await refusal(answer, 412, "stale"))).toEqual(["0.version", "2.version"]);
  });

  test("with a stale cell says stale, also where the change would not fit what it is now", async () => {
    const { lead } = await aWorld();
    const paused = cell(1, "837", { declared: "paused", reason: "Tauko" });
    await lead.send("POST", path, [paused]);
    await lead.send(
      "PATCH",
      "/api/projects/demo/progress/1/837",
      { declared: "done" },
      { version: 1 },
    );
    const late = { milestone: 1, municipality: "837", version: 1, unblock: "Sijainen" };
    await refusal(await lead.send("POST", path, [late]), 412, "stale");
  });
});

describe("a batch with faults", () => {
  test("is refused with every problem of every cell at once, and changes nothing", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    const answer = await lead.send("POST", path, [
      cell(1, "837"),
      cell(9, "837"),
      cell(1, "536", { declared: "paused", value: 3 }),
      cell(1, "837"),
      cell(3, "837"),
      { milestone: 3, municipality: "all", version: 0 },
    ]);
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([
      "1",
      "2.reason",
      "2.value",
      "3",
      "4",
      "5",
      "5.declared",
    ]);
    expect(await factCount()).toBe(facts);
  });

  test("is refused with every malformed cell at once", async () => {
    const { lead } = await aWorld();
    const answer = await lead.send("POST", path, [
      {},
      cell(0, "Tampere", { version: -1, declared: "ready", doneOn: "2024-13-01", extra: 1 }),
      null,
    ]);
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([
      "0.milestone",
      "0.municipality",
      "0.version",
      "1.declared",
      "1.doneOn",
      "1.extra",
      "1.milestone",
      "1.municipality",
      "1.version",
      "2",
    ]);
  });

  test("that is empty or no list at all is refused", async () => {
    const { lead } = await aWorld();
    for (const body of ["[]", "{}", "null", '"text"', '{"items":[]}', "1"]) {
      await refusal(await lead.send("POST", path, body), 400, "invalid");
    }
  });

  test("by a contact reaches no other municipality, and then nothing at all", async () => {
    const { contact } = await aWorld();
    const facts = await factCount();
    await refusal(
      await contact.send("POST", path, [cell(1, "837"), cell(1, "536")]),
      403,
      "forbidden",
    );
    expect(await factCount()).toBe(facts);
    await ok(await contact.send("POST", path, [cell(1, "837"), cell(2, "837")]));
  });

  test("from outside the project finds nothing there", async () => {
    await aWorld();
    const outsider = await signIn({ id: "outsider", memberships: [holds("lead", "other")] });
    await refusal(await outsider.send("POST", path, [cell(1, "837")]), 404, "not_found");
  });
});
