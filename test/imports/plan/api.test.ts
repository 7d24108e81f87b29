import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { ImportView } from "../../../worker/imports/contract.ts";
import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import { factCount, ok, refusal } from "../../support/answers.ts";
import { aCsv, aSheetForm, workbookOf } from "../../support/workbooks.ts";
import { aProject, aWorld, type Client, holds, signIn } from "../../support/world.ts";

const path = "/api/projects/demo/import?kind=plan";
type Rows = Parameters<typeof aCsv>[0];

let people: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  people = await aWorld();
});

const send = (person: Client, rows: Rows, fields: Record<string, string> = {}) =>
  person.send("POST", path, aSheetForm(aCsv(rows), fields));
const preview = async (person: Client, rows: Rows, fields: Record<string, string> = {}) =>
  ok<ImportView>(await person.send("POST", `${path}&dryRun=true`, aSheetForm(aCsv(rows), fields)));
const plan = async () =>
  (await ok<{ items: MilestoneView[] }>(await people.lead.get("/api/projects/demo/milestones")))
    .items;
const template = async (person: Client, language = "fi") => {
  const answer = await person.get(`/api/projects/demo/import/template?lang=${language}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(
    /demo-(suunnitelma|plan)-[\d-]+\.xlsx"$/,
  );
  return new Uint8Array(await answer.arrayBuffer());
};

const rows: Rows = [
  ["Numero", "Tavoite", "Vaihe", "Määräaika", "Mittayksikkö", "Tavoitetaso", "Tampere", "Taso"],
  [1, "Pilotti valittu", "Laajennus", "30.9.2024", null, null, "31.12.2024", null],
  [null, "Koulutettuja", 2, null, "henkilöä", "1 250,5", null, "kunnittain"],
  [null, "Arviointi", "Vaihe 1", "2023-12-31", null, null, null, "Koko hanke"],
];

describe("a plan from a sheet", () => {
  test("changes a target that counts a milestone, and leaves what it counts", async () => {
    const target = { phase: 2, title: "Kuntia", kind: "target", scope: "project", unit: "kuntaa" };
    const measure = { kind: "municipalities_done", milestone: 1 };
    const body = { ...target, goal: 2, measure };
    await ok(await people.lead.send("POST", "/api/projects/demo/milestones", body), 201);
    const sheet: Rows = [
      ["Numero", "Tavoite", "Vaihe", "Määräaika"],
      [4, "Kuntia", 2, "31.12.2024"],
    ];
    expect((await preview(people.lead, sheet)).changes).toMatchObject([{ milestone: 4 }]);
    await ok(await send(people.lead, sheet));
    expect((await plan())[3]).toMatchObject({ dueOn: "2024-12-31", measure });
  });

  test("is shown before it is written: what changes, and what is new with its number", async () => {
    const before = await factCount();
    const view = await preview(people.lead, rows);
    expect(view).toMatchObject({ kind: "plan", toChange: 3, unchanged: 0, problems: [] });
    expect(view.changes).toEqual([
      expect.objectContaining({
        address: "B2",
        milestone: 1,
        isNew: false,
        fields: [
          { field: "phase", before: 1, after: 2 },
          { field: "dueOn", before: "2023-06-30", after: "2024-09-30" },
          { field: "municipality/837", before: null, after: "2024-12-31" },
        ],
      }),
      expect.objectContaining({ milestone: 4, title: "Koulutettuja", isNew: true }),
      expect.objectContaining({ milestone: 5, title: "Arviointi", isNew: true }),
    ]);
    expect(await factCount()).toBe(before);
  });

  test("is written in one batch, with a fact for each milestone and one for the import", async () => {
    const before = await factCount();
    expect(await ok<ImportView>(await send(people.lead, rows))).toMatchObject({ written: true });
    expect(await factCount()).toBe(before + 4);
    const milestones = await plan();
    expect(
      milestones.map(({ number, title, phase, version }) => [number, title, phase, version]),
    ).toEqual([
      [1, "Pilotti valittu", 2, 2],
      [2, "Tavattuja nuoria", 2, 1],
      [3, "Loppuraportti", 2, 1],
      [4, "Koulutettuja", 2, 1],
      [5, "Arviointi", 1, 1],
    ]);
    expect(milestones[0]).toMatchObject({ dueOnByMunicipality: { "837": "2024-12-31" } });
    expect(milestones[3]).toMatchObject({ kind: "target", goal: 1250.5, unit: "henkilöä" });
    expect(milestones[4]).toMatchObject({ scope: "project", dueOn: "2023-12-31" });
    const kinds = await env.DB.prepare("SELECT kind FROM facts ORDER BY seq DESC LIMIT 4").all();
    expect(kinds.results.map(({ kind }) => String(kind)).toSorted()).toEqual([
      "milestone.added",
      "milestone.added",
      "milestone.changed",
      "plan.imported",
    ]);
    const again = await preview(people.lead, rows);
    expect(again).toMatchObject({ toChange: 0, unchanged: 3 });
  });

  test("with an error in its last row writes nothing, and names each by its cell", async () => {
    const before = await factCount();
    const broken: Rows = [
      [
        "Nro",
        "Nimi",
        "Vaihe",
        "Laji",
        "Seuranta",
        "Määräpäivä",
        "Yksikkö",
        "Tavoitearvo",
        "Painoarvo",
      ],
      [1, "Pilotti valittu", 1, "Tavoite", null, "1.1.2020", null, null, null],
      [9, "Uusi", 1, null, null, null, null, null, null],
      [null, null, 1, null, null, null, null, null, null],
      [null, "Ilman vaihetta", null, null, null, null, null, null, null],
      [null, "Mittari", 7, "mittari", "kylittäin", "kesällä", null, "paljon", "101"],
      [null, "Ei yksikköä", 1, "Tavoite", null, null, null, "5", null],
      [1, "Pilotti valittu", 1, null, null, null, null, null, null],
    ];
    const { errors } = await refusal(await send(people.lead, broken), 400, "invalid");
    expect(errors?.map(({ path: place, message }) => [place, message])).toEqual(
      expect.arrayContaining([
        ["D2", expect.stringMatching("Kind and tracking cannot be changed")],
        ["F2", expect.stringMatching("before the start of the project")],
        ["A3", expect.stringMatching("gets number 4")],
        ["B4", expect.stringMatching("must have a name")],
        ["C5", expect.stringMatching("Give the phase")],
        ["C6", expect.stringMatching("no such phase")],
        ["D6", expect.stringMatching("Write “Milestone” or “Target”")],
        ["E6", expect.stringMatching("By municipality")],
        ["F6", expect.stringMatching("Write the date")],
        ["H6", expect.stringMatching("Write a number")],
        ["I6", expect.stringMatching("At most 100")],
        ["G7", expect.stringMatching("needs a unit")],
        ["A8", expect.stringMatching("A2 already has this number")],
      ]),
    );
    expect(await factCount()).toBe(before);
  });
});

describe("a plan that is not as it was, or not to be changed", () => {
  test("is refused when the plan changed since the preview", async () => {
    const { fingerprint } = await preview(people.lead, rows);
    const change = { title: "Pilotit valittu" };
    await ok(
      await people.lead.send("PATCH", "/api/projects/demo/milestones/1", change, { version: 1 }),
    );
    await refusal(await send(people.lead, rows, { fingerprint }), 412, "stale");
  });

  test("is for those who write the plan", async () => {
    await refusal(await send(people.contact, rows), 403, "forbidden");
    await refusal(await send(people.steering, rows), 403, "forbidden");
    const other = await signIn({ id: "toinen", memberships: [holds("lead", "other")] });
    await refusal(await send(other, rows), 404, "not_found");
  });

  test("that has been granted is left to amendments", async () => {
    const grant = { grantedOn: "2023-01-15", reason: "Rahoituspäätös" };
    await ok(await people.lead.send("POST", "/api/projects/demo/grant", grant, { version: 1 }));
    const { detail } = await refusal(await send(people.lead, rows), 409, "locked");
    expect(detail).toMatch("Only an amendment can change this");
  });

  test("says of a milestone that an amendment has ended that it is", async () => {
    const grant = { grantedOn: "2023-01-15", reason: "Rahoituspäätös" };
    await ok(await people.lead.send("POST", "/api/projects/demo/grant", grant, { version: 1 }));
    const amendment = {
      title: "Luovutaan",
      reason: "Ei tarvita",
      decidedOn: "2024-01-15",
      changes: [{ kind: "cancel", number: 1, version: 2 }],
    };
    await ok(await people.lead.send("POST", "/api/projects/demo/amendments", amendment), 201);
    const progress: Rows = [
      ["Kunta", "Nro", "Tila"],
      ["Tampere", 1, "Valmis"],
      ["Tampere", 2, "Käynnissä"],
    ];
    const form = aSheetForm(aCsv(progress));
    const view = await ok<ImportView>(
      await people.lead.send("POST", "/api/projects/demo/import?dryRun=true", form),
    );
    expect(view.problems.map(({ address }) => address)).toEqual(["C2"]);
    expect(view.changes.map(({ address, milestone }) => [address, milestone])).toEqual([["C3", 2]]);
  });

  test("has room for no more milestones than a plan has", async () => {
    const many = Array.from({ length: 118 }, (_, index) => [`Uusi ${index}`, 1]);
    const { errors } = await refusal(
      await send(people.lead, [["Nimi", "Vaihe"], ...many]),
      400,
      "invalid",
    );
    expect(errors).toEqual([{ path: "1", message: "The project already has 120 milestones." }]);
  });
});

describe("the plan as a sheet", () => {
  test.each(["fi", "sv", "en"])("in %s, brought in again, changes nothing", async (language) => {
    const dates = { dueOnByMunicipality: { "536": "2024-05-31" }, verification: "=1+1 _x0041_" };
    await ok(
      await people.lead.send("PATCH", "/api/projects/demo/milestones/1", dates, { version: 1 }),
    );
    const form = aSheetForm(await template(people.lead, language), { name: "plan.xlsx" });
    const view = await ok<ImportView>(await people.lead.send("POST", `${path}&dryRun=true`, form));
    expect(view).toMatchObject({ own: true, rows: 3, toChange: 0, unchanged: 3, problems: [] });
  });

  test("of an empty plan shows how it is filled in, and that is passed over", async () => {
    const admin = await signIn({ id: "toinen-yllapitaja", admin: true });
    await aProject(admin, { slug: "tyhja" });
    const answer = await admin.get("/api/projects/tyhja/import/template?lang=fi");
    const form = aSheetForm(new Uint8Array(await answer.arrayBuffer()), { name: "plan.xlsx" });
    const view = await ok<ImportView>(
      await admin.send("POST", "/api/projects/tyhja/import?kind=plan&dryRun=true", form),
    );
    expect(view).toMatchObject({ own: true, rows: 0, toChange: 0, problems: [] });
    expect(view.columns[1]?.samples).toEqual(["Tavattuja nuoria"]);
  });

  test("is for those who write the plan, and leaves a line in the log", async () => {
    await refusal(
      await people.steering.get("/api/projects/demo/import/template"),
      403,
      "forbidden",
    );
    await template(people.lead);
    const uses = await env.DB.prepare("SELECT detail FROM uses WHERE kind = 'exported'").all();
    expect(uses.results).toEqual([{ detail: "plan xlsx" }]);
  });

  test("a workbook of somebody else's is read the same", async () => {
    const bytes = await workbookOf([
      {
        rows: [
          ["Tavoite", "Vaihe"],
          ["Uusi asia", "Pilotti"],
        ],
      },
    ]);
    const form = aSheetForm(Uint8Array.from(bytes), { name: "plan.xlsx" });
    const view = await ok<ImportView>(await people.lead.send("POST", `${path}&dryRun=true`, form));
    expect(view.changes[0]).toMatchObject({ milestone: 4, title: "Uusi asia", isNew: true });
  });
});
