import { describe, expect, test } from "vitest";
import type { MilestoneView } from "../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import type { TemplateView } from "../../worker/projects/contract/templates.ts";
import { TEMPLATES } from "../../worker/projects/terms.ts";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { aWorld, type Client, holds, project, signIn } from "../support/world.ts";

const projects = "/api/projects";
const demo = `${projects}/demo`;
type List<Item> = { items: Item[] };

const milestonesOf = async (by: Client, slug: string) =>
  (await ok<List<MilestoneView>>(await by.get(`${projects}/${slug}/milestones`))).items;

const { phases: _phases, endsOn: _endsOn, ...setUp } = project;
const copied = { ...setUp, slug: "jatko", name: "Jatko", startsOn: "2026-01-01", copyFrom: "demo" };

/** A world whose last milestone falls due where a copy of it still has a date. */
async function aNearWorld() {
  const world = await aWorld();
  const near = { dueOn: "2024-12-31" };
  await ok(await world.lead.send("PATCH", `${demo}/milestones/3`, near, { version: 1 }));
  return world;
}

describe("a project that is copied from another", () => {
  test("has its phases and milestones, as far later as it starts later, and nothing said or granted", async () => {
    const { lead, admin } = await aNearWorld();
    const change = { dueOnByMunicipality: { "536": "2024-02-29" } };
    await ok(await lead.send("PATCH", `${demo}/milestones/1`, change, { version: 1 }));
    await ok(
      await lead.send("PATCH", `${demo}/progress/1/837`, { declared: "done" }, { version: 0 }),
    );
    await ok(await lead.send("POST", `${demo}/grant`, { grantedOn: "2023-02-01" }, { version: 1 }));
    const made = await ok<ProjectView>(await admin.send("POST", projects, copied), 201);
    expect(made).toMatchObject({ endsOn: "2027-12-31", grantedOn: null, version: 1 });
    expect(made.phases.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ["2026-01-01", "2026-12-31"],
      ["2027-01-01", "2027-12-31"],
    ]);
    const [first, second, third] = await milestonesOf(admin, "jatko");
    expect(first).toMatchObject({
      title: "Pilotti valittu",
      dueOn: "2026-06-30",
      dueOnByMunicipality: { "536": "2027-02-28" },
      granted: null,
      version: 1,
    });
    expect(second).toMatchObject({ kind: "target", goal: 100, weight: 2 });
    expect(third).toMatchObject({ scope: "project" });
    type Matrix = { cells: { declared: string }[] };
    const { cells } = await ok<Matrix>(await admin.get(`${projects}/jatko/progress`));
    expect(new Set(cells.map(({ declared }) => declared))).toEqual(new Set(["no_data"]));
  });

  test("leaves out what has ended, counts anew what is counted, and drops dates of strangers", async () => {
    const { lead, admin } = await aNearWorld();
    const target = {
      phase: 2,
      title: "Kuntia",
      kind: "target",
      scope: "project",
      unit: "kuntaa",
      goal: 2,
      evidenceKinds: ["record"],
      measure: { kind: "municipalities_done", milestone: 2 },
    };
    await ok(await lead.send("POST", `${demo}/milestones`, target), 201);
    await ok(await lead.send("POST", `${demo}/grant`, { grantedOn: "2023-02-01" }, { version: 1 }));
    const amendment = {
      title: "Peruttu",
      reason: "Päätös",
      decidedOn: "2023-03-01",
      changes: [
        { kind: "cancel", number: 1, version: 2 },
        {
          kind: "change",
          number: 2,
          version: 2,
          set: { dueOnByMunicipality: { "536": "2024-05-01" } },
        },
      ],
    };
    await ok(await lead.send("POST", `${demo}/amendments`, amendment), 201);
    const body = { ...copied, municipalities: ["837", "211"] };
    await ok(await admin.send("POST", projects, body), 201);
    const milestones = await milestonesOf(admin, "jatko");
    expect(milestones.map(({ number, title }) => [number, title])).toEqual([
      [1, "Tavattuja nuoria"],
      [2, "Loppuraportti"],
      [3, "Kuntia"],
    ]);
    expect(milestones[0]?.dueOnByMunicipality).toEqual({});
    expect(milestones[2]).toMatchObject({
      evidenceKinds: ["record"],
      measure: { kind: "municipalities_done", milestone: 1 },
    });
  });

  test("may end at a day of its own, and moves by days where it starts on another day of a month", async () => {
    const { admin } = await aNearWorld();
    const body = { ...copied, startsOn: "2026-01-05", endsOn: "2028-06-30" };
    const made = await ok<ProjectView>(await admin.send("POST", projects, body), 201);
    expect(made.phases.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ["2026-01-05", "2027-01-04"],
      ["2027-01-05", "2028-06-30"],
    ]);
    expect((await milestonesOf(admin, "jatko"))[0]?.dueOn).toBe("2026-07-04");
  });

  test("is refused where the other is not there, is not for the actor's eyes, or leads past the calendar", async () => {
    const { admin, funder } = await aWorld();
    const unknown = await admin.send("POST", projects, { ...copied, copyFrom: "poissa" });
    const said = await refusal(unknown, 400, "invalid");
    expect(pathsOf(said)).toEqual(["copyFrom"]);
    const leads = await signIn({ id: "other-lead", memberships: [holds("lead", "other")] });
    const hidden = await refusal(await leads.send("POST", projects, copied), 400, "invalid");
    expect(hidden.errors).toEqual(said.errors);
    await refusal(await funder.send("POST", projects, copied), 403, "forbidden");
    const late = await admin.send("POST", projects, copied);
    expect(pathsOf(await refusal(late, 400, "invalid"))).toEqual(["startsOn"]);
  });

  test("is refused beside a template, and a project without either without its end", async () => {
    const { admin } = await aWorld();
    const both = await admin.send("POST", projects, {
      ...copied,
      template: "pilot",
      endsOn: "2027-12-31",
    });
    expect(pathsOf(await refusal(both, 400, "invalid"))).toEqual(["template"]);
    const { copyFrom: _copyFrom, name: _name, ...endless } = copied;
    const answer = await admin.send("POST", projects, endless);
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["endsOn", "name"]);
  });
});

describe("a template", () => {
  test.each(["fi", "sv", "en"])("is told in %s, and each in its own words", async (language) => {
    const { lead } = await aWorld();
    const { items } = await ok<List<TemplateView>>(
      await lead.get(`/api/milestone-templates?lang=${language}`),
    );
    expect(items.map(({ template }) => template)).toEqual(TEMPLATES);
    expect(new Set(items.map(({ name }) => name)).size).toBe(TEMPLATES.length);
  });

  test.each(TEMPLATES)(
    "%s begins a project, with a phase for each of its own and dates inside",
    async (template) => {
      const { admin } = await aWorld();
      const body = { ...setUp, slug: "uusi", endsOn: "2025-12-31", template };
      const made = await ok<ProjectView>(await admin.send("POST", projects, body), 201);
      const { items } = await ok<List<TemplateView>>(
        await admin.get("/api/milestone-templates?lang=en"),
      );
      const told = items.find((one) => one.template === template);
      expect(made.phases.map(({ name }) => name)).toEqual(told?.phases);
      const milestones = await milestonesOf(admin, "uusi");
      expect(milestones.map(({ title }) => title)).toEqual(
        told?.milestones.map(({ title }) => title),
      );
      for (const { dueOn, phase, measure, goal } of milestones) {
        const { startsOn, endsOn } = made.phases[phase - 1] ?? { startsOn: "", endsOn: "" };
        expect(dueOn !== null && dueOn >= startsOn && dueOn <= endsOn).toBe(true);
        if (measure) expect(goal).toBe(made.municipalities.length);
      }
    },
  );

  test("goes into phases that are there, after the milestones that are there", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    const answer = await lead.send("POST", `${demo}/milestones/from-template`, {
      template: "pilot",
    });
    const { items } = await ok<List<MilestoneView>>(answer, 201);
    expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => index + 4));
    expect(Math.max(...items.map(({ phase }) => phase))).toBe(2);
    expect(items.find(({ measure }) => measure)?.measure).toEqual({
      kind: "municipalities_done",
      milestone: 8,
    });
    expect(await factCount()).toBe(facts + items.length);
    expect((await milestonesOf(lead, "demo")).length).toBe(3 + items.length);
  });

  test("is refused by role and when there is no such one", async () => {
    const { lead, contact, funder } = await aWorld();
    const path = `${demo}/milestones/from-template`;
    for (const person of [contact, funder]) {
      await refusal(await person.send("POST", path, { template: "pilot" }), 403, "forbidden");
    }
    await refusal(await contact.get("/api/milestone-templates"), 403, "forbidden");
    const unknown = await lead.send("POST", path, { template: "muu" });
    expect(pathsOf(await refusal(unknown, 400, "invalid"))).toEqual(["template"]);
  });
});
