import { describe, expect, test } from "vitest";
import type { ChangesView } from "../../../worker/progress/contract/changes.ts";
import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { story } from "../../support/story.ts";
import { aWorld, type Client, signIn } from "../../support/world.ts";

const path = "/api/projects/demo/changes";
const cell = "/api/projects/demo/progress/1/837";
const read = async (person: Client, query: string) =>
  ok<ChangesView>(await person.get(`${path}?${query}`));
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));
const now = () => new Date().toISOString();

describe("what moved", () => {
  test("since a moment is what people said after it, with the figures at both", async () => {
    const { lead, steering } = await aWorld();
    await ok(await lead.send("PATCH", cell, { declared: "in_progress" }, { version: 0 }));
    await soon();
    const since = now();
    await soon();
    expect((await read(steering, `since=${since}`)).items).toEqual([]);
    const done = { declared: "done", doneOn: "2024-01-01", note: "kanarialintu" };
    await ok(await lead.send("PATCH", cell, done, { version: 1 }));
    const view = await read(steering, `since=${since}`);
    expect(view).toMatchObject({
      since,
      moved: 1,
      before: { percent: 0, done: 0 },
      after: { percent: 100, done: 1 },
      items: [
        {
          milestone: 1,
          municipality: "837",
          name: "Tampere",
          before: { declared: "in_progress" },
          after: { declared: "done", doneOn: "2024-01-01" },
        },
      ],
    });
    expect(JSON.stringify(view)).not.toContain("kanarialintu");
  });

  test("since before the project was there is all that was said", async () => {
    const { lead } = await aWorld();
    await lead.send("PATCH", cell, { declared: "in_progress" }, { version: 0 });
    expect(await read(lead, "since=2020-01-01")).toMatchObject({
      before: null,
      moved: 1,
      items: [{ before: null, after: { declared: "in_progress" } }],
    });
  });

  test("is told by what it comes to, by kind, and by municipality", async () => {
    const { lead } = await aWorld();
    await lead.send("PATCH", cell, { declared: "in_progress" }, { version: 0 });
    await soon();
    const since = now();
    await soon();
    const other = "/api/projects/demo/progress/2/837";
    await ok(
      await lead.send("PATCH", cell, { declared: "done", doneOn: "2024-01-01" }, { version: 1 }),
    );
    await ok(
      await lead.send("PATCH", other, { declared: "in_progress", value: 1 }, { version: 0 }),
    );
    const view = await read(lead, `since=${since}&kind=done`);
    expect(view).toMatchObject({ moved: 2, items: [{ milestone: 1, kind: "done" }] });
    expect(view.kinds.find(({ kind }) => kind === "done")).toEqual({ kind: "done", count: 1 });
    expect(view.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    const tampere = view.municipalities.find(({ municipality }) => municipality === "837");
    expect(tampere?.before).toBe(0);
    expect(tampere?.after).toBeGreaterThan(0);
    await refusal(await lead.get(`${path}?since=${since}&kind=odd`), 400, "invalid");
  });

  test("does not begin now", async () => {
    const { lead } = await aWorld();
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Helsinki" });
    const answer = await refusal(await lead.get(`${path}?since=${today}&lang=en`), 400, "invalid");
    expect(pathsOf(answer)).toEqual(["since"]);
    expect(answer.detail).not.toMatch(/saved/);
    expect(JSON.stringify(answer)).toContain("Choose a moment that is past");
  });

  test("is read page by page", async () => {
    const { lead } = await aWorld();
    const batch = [1, 2].flatMap((milestone) =>
      ["837", "536"].map((municipality) => ({
        milestone,
        municipality,
        version: 0,
        declared: "in_progress",
      })),
    );
    await ok(await lead.send("POST", "/api/projects/demo/progress/batch", batch));
    const first = await read(lead, "since=2020-01-01&limit=3");
    expect(first).toMatchObject({ moved: 4, items: { length: 3 } });
    const rest = await read(lead, `since=2020-01-01&limit=3&cursor=${first.nextCursor}`);
    expect(rest).toMatchObject({ moved: 4, items: { length: 1 }, nextCursor: null });
  });

  test("between any two steps of two years is the difference of the two matrices", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    for (const { take } of story) await take();
    const moments = story.slice(2).map((step) => step.now);
    const matrixAt = async (at: string) =>
      ok<MatrixView>(await admin.get(`/api/projects/demo/progress?asOf=${at}`));
    for (const [index, until] of moments.entries()) {
      const since = moments[index - 1];
      if (since === undefined) continue;
      const [then, later] = [await matrixAt(since), await matrixAt(until)];
      const key = (one: { milestone: number; municipality: string }) =>
        `${one.milestone}/${one.municipality}`;
      const before = new Map(then.cells.map((one) => [key(one), one]));
      const expected = later.cells
        .filter((one) => {
          const was = before.get(key(one));
          if (!was) return one.declared !== "no_data";
          const fields = [
            "declared",
            "schedule",
            "evidence",
            "value",
            "dueOn",
            "forecastOn",
            "doneOn",
          ] as const;
          return fields.some((field) => was[field] !== one[field]);
        })
        .map(key);
      const there = new Set(later.cells.map(key));
      const left = then.cells.filter((one) => !there.has(key(one)) && one.declared !== "no_data");
      const { items } = await read(admin, `since=${since}&until=${until}&limit=500`);
      expect(items.map(key), `${since} – ${until}`).toEqual([...expected, ...left.map(key)]);
    }
  });

  test("needs two moments in their order, none of them to come", async () => {
    const { lead, funder } = await aWorld();
    const wrong = async (query: string) =>
      pathsOf(await refusal(await lead.get(`${path}?${query}`), 400, "invalid"));
    expect(await wrong("")).toEqual(["since"]);
    expect(await wrong("since=2024-02-01&until=2024-01-01")).toEqual(["until"]);
    expect(await wrong("since=2024-01-01&until=2024-01-01")).toEqual(["until"]);
    expect(await wrong("since=2099-01-01")).toEqual(["since"]);
    expect(await wrong("since=2024-01-01&until=2099-01-01")).toEqual(["until"]);
    expect(await wrong("since=odd&until=odd")).toEqual(["since", "until"]);
    await refusal(await funder.get(`${path}?since=2024-01-01`), 403, "forbidden");
  });

  test("is taken along as CSV, a row for each field, harmless and logged", async () => {
    const { lead, admin } = await aWorld();
    await lead.send("PATCH", cell, { declared: "in_progress" }, { version: 0 });
    const answer = await lead.get(`${path}/export?since=2020-01-01&lang=fi`);
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="demo-muutokset-2020-01-01-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const text = await answer.text();
    expect(text).toMatch(
      /^Nro;Välitavoite tai tavoite;Kuntakoodi;Kunta;Muutos;Mikä muuttui;Ennen;Jälkeen/,
    );
    expect(text).toContain("1;Pilotti valittu;837;Tampere;Myöhästyi;Tila;;Käynnissä");
    const machine = await lead.get(`${path}/export?since=2020-01-01&delimiter=comma`);
    expect(await machine.text()).toContain(
      "1,Pilotti valittu,837,Tampere,late,declared,,in_progress",
    );
    const { items } = await ok<{ items: object[] }>(await admin.get("/api/uses?kind=exported"));
    expect(items).toMatchObject([{ detail: "changes csv" }, { detail: "changes csv" }]);
  });
});
