import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { app } from "../../worker/app.ts";
import { milestonesMax } from "../../worker/projects/terms.ts";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { aProject, aWorld, type Client, holds, origin, signIn } from "../support/world.ts";

const path = "/api/projects/demo/milestones";
type Milestone = { number: number; version: number };

describe("adding to the plan", () => {
  test("gives running numbers, says where each is, and its version", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    await aProject(admin);
    for (const number of [1, 2, 3]) {
      const answer = await admin.send("POST", path, { phase: 1, title: `Välitavoite ${number}` });
      expect(answer.headers.get("location")).toBe(`${path}/${number}`);
      expect(answer.headers.get("etag")).toBe('"1"');
      expect(await ok(answer, 201)).toMatchObject({
        number,
        kind: "milestone",
        scope: "municipality",
        dueOn: null,
        weight: 1,
        version: 1,
      });
    }
  });

  test("of many at once gives each its own number", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    await aProject(admin);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        admin.send("POST", path, { phase: 1, title: `Välitavoite ${index}` }),
      ),
    );
    const added = await Promise.all(answers.map((answer) => ok<Milestone>(answer, 201)));
    const numbers = added.map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    type Matrix = { milestones: Milestone[] };
    const { milestones } = await ok<Matrix>(await admin.get("/api/projects/demo/progress"));
    expect(milestones.map(({ number }) => number)).toEqual(numbers);
  });

  test("is refused beyond what a plan holds", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    await aProject(admin);
    for (let number = 1; number <= milestonesMax; number += 1) {
      await admin.send("POST", path, { phase: 1, title: `Välitavoite ${number}` });
    }
    await refusal(await admin.send("POST", path, { phase: 1, title: "Liikaa" }), 409, "locked");
  });

  test("is refused with every broken rule at once", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    const answer = await lead.send("POST", path, {
      phase: 3,
      title: "Tavoite",
      kind: "target",
      dueOn: "2022-01-01",
      dueOnByMunicipality: { "091": "2024-01-01" },
    });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([
      "dueOn",
      "dueOnByMunicipality.091",
      "goal",
      "phase",
      "unit",
    ]);
    expect(await factCount()).toBe(facts);
  });

  test("is refused with every malformed field at once", async () => {
    const { lead } = await aWorld();
    const answer = await lead.send("POST", path, {
      phase: "1",
      kind: "wish",
      scope: "county",
      dueOn: "2024-06-31",
      dueOnByMunicipality: { "83": "2024-01-01", "837": "eilen" },
      weight: 101,
      goal: "paljon",
      number: 7,
    });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([
      "dueOn",
      "dueOnByMunicipality.83",
      "dueOnByMunicipality.837",
      "goal",
      "kind",
      "number",
      "phase",
      "scope",
      "title",
      "weight",
    ]);
  });

  test("is for leads: others who see the project are refused, and outsiders see nothing", async () => {
    const { contact, steering, funder } = await aWorld();
    const outsider = await signIn({ id: "outsider", memberships: [holds("lead", "other")] });
    const milestone = { phase: 1, title: "Oma" };
    for (const person of [contact, steering, funder]) {
      await refusal(await person.send("POST", path, milestone), 403, "forbidden");
    }
    await refusal(await outsider.send("POST", path, milestone), 404, "not_found");
  });
});

describe("a phase that goes while a milestone is added to it", () => {
  const phases = [{ name: "Kaikki", startsOn: "2023-01-01", endsOn: "2024-12-31" }];

  test("stays, when the milestone was first", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    await aProject(admin);
    const answer = await overtaken(admin, "PATCH", "/api/projects/demo", [
      { phases },
      async () => {
        await ok(await admin.send("POST", path, { phase: 2, title: "Ensin" }), 201);
      },
    ]);
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["phases"]);
  });

  test("is gone, when it went first", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    await aProject(admin);
    const milestone = { phase: 2, title: "Sitten" };
    const answer = await overtaken(admin, "POST", path, [
      milestone,
      async () => {
        await ok(await admin.send("PATCH", "/api/projects/demo", { phases }, { version: 1 }));
      },
    ]);
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["phase"]);
  });

  /** Sends a write, and does something else when it has read and decided and is about to write. */
  async function overtaken(
    { cookie }: Client,
    method: string,
    to: string,
    [body, first]: readonly [unknown, () => Promise<void>],
  ) {
    let batches = 0;
    const DB = {
      prepare: (sql: string) => env.DB.prepare(sql),
      // The project is read in the first batch, and the write is the second.
      async batch(statements: D1PreparedStatement[]) {
        batches += 1;
        if (batches === 2) await first();
        return env.DB.batch(statements);
      },
    } as D1Database;
    const headers = { cookie, "content-type": "application/json", "if-match": '"1"' };
    const request = new Request(`${origin}${to}`, { method, headers, body: JSON.stringify(body) });
    return app.fetch(request, { ...env, DB });
  }
});

describe("reading the plan", () => {
  test("is an empty list for a project without milestones", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    await aProject(admin);
    expect(await ok(await admin.get(path))).toEqual({ items: [], nextCursor: null });
  });

  test("goes page by page in the order of numbers, also past nine", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    await aProject(admin);
    for (let number = 1; number <= 12; number += 1) {
      await admin.send("POST", path, { phase: 1, title: `Välitavoite ${number}` });
    }
    type List = { items: Milestone[]; nextCursor: string };
    const first = await ok<List>(await admin.get(`${path}?limit=9`));
    const second = await ok<List>(await admin.get(`${path}?limit=9&cursor=${first.nextCursor}`));
    expect(first.items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(second.items.map(({ number }) => number)).toEqual([10, 11, 12]);
    expect(second.nextCursor).toBeNull();
  });

  test("is open to those who work in the project, refused to its funder, and a 404 to others", async () => {
    const { contact, steering, funder } = await aWorld();
    const outsider = await signIn({ id: "outsider", memberships: [holds("lead", "other")] });
    for (const person of [contact, steering]) {
      expect(await ok(await person.get(`${path}/1`))).toMatchObject({ title: "Pilotti valittu" });
    }
    await refusal(await funder.get(path), 403, "forbidden");
    await refusal(await funder.get(`${path}/1`), 403, "forbidden");
    await refusal(await outsider.get(path), 404, "not_found");
    await refusal(await outsider.get(`${path}/1`), 404, "not_found");
  });

  test("of a number that is not there is a 404, and of no number invalid", async () => {
    const { lead } = await aWorld();
    await refusal(await lead.get(`${path}/99`), 404, "not_found");
    for (const number of ["0", "-1", "1.5", "01", "x", "1e1"]) {
      await refusal(await lead.get(`${path}/${number}`), 400, "invalid");
    }
  });
});

describe("changing the plan", () => {
  test("gives the next version, which every view shows", async () => {
    const { lead } = await aWorld();
    const change = {
      title: "Pilotti valittu ja sovittu",
      dueOn: "2023-09-30",
      reason: "Hankinta viivästyi",
    };
    const answer = await lead.send("PATCH", `${path}/1`, change, { version: 1 });
    expect(answer.headers.get("etag")).toBe('"2"');
    const { reason: _reason, ...shown } = change;
    expect(await ok(answer)).toMatchObject({ ...shown, number: 1, version: 2 });
    type Matrix = { cells: { milestone: number; dueOn: string }[] };
    const { cells } = await ok<Matrix>(await lead.get("/api/projects/demo/progress"));
    const due = cells.filter(({ milestone }) => milestone === 1).map(({ dueOn }) => dueOn);
    expect(due).toEqual(["2023-09-30", "2023-09-30"]);
  });

  test("takes a due date of its own for a municipality", async () => {
    const { lead } = await aWorld();
    const change = { dueOnByMunicipality: { "536": "2024-03-31" } };
    await ok(await lead.send("PATCH", `${path}/1`, change, { version: 1 }));
    expect(await ok(await lead.get("/api/projects/demo/progress/1/536"))).toMatchObject({
      dueOn: "2024-03-31",
    });
    expect(await ok(await lead.get("/api/projects/demo/progress/1/837"))).toMatchObject({
      dueOn: "2023-06-30",
    });
  });

  test("shows what it is now when someone else was first", async () => {
    const { admin, lead } = await aWorld();
    await admin.send("PATCH", `${path}/1`, { title: "Ensin" }, { version: 1 });
    const answer = await lead.send("PATCH", `${path}/1`, { title: "Sitten" }, { version: 1 });
    const { current } = await refusal(answer, 412, "stale");
    expect(current).toMatchObject({ title: "Ensin", version: 2 });
    expect(current).not.toHaveProperty("hash");
  });

  test("needs If-Match, something to change, and leaves kind and scope alone", async () => {
    const { lead } = await aWorld();
    await refusal(
      await lead.send("PATCH", `${path}/1`, { title: "Uusi" }),
      428,
      "precondition_required",
    );
    await refusal(await lead.send("PATCH", `${path}/1`, {}, { version: 1 }), 400, "invalid");
    const fixed = await lead.send(
      "PATCH",
      `${path}/1`,
      { kind: "target", scope: "project" },
      { version: 1 },
    );
    expect(pathsOf(await refusal(fixed, 400, "invalid"))).toEqual(["kind", "scope"]);
  });
});
