import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAfter, daysBetween } from "../../worker/kernel/instant.ts";
import { Refusal } from "../../worker/kernel/refusal.ts";
import {
  ChangeMilestone,
  CreateMilestone,
  type MilestoneState,
} from "../../worker/projects/contract/plan.ts";
import { CreateProgramme } from "../../worker/projects/contract/programmes.ts";
import { CreateProject, type ProjectState } from "../../worker/projects/contract/projects.ts";
import * as milestones from "../../worker/projects/domain/milestones.ts";
import * as programmes from "../../worker/projects/domain/programmes.ts";
import * as projects from "../../worker/projects/domain/projects.ts";
import { cellsMax } from "../../worker/projects/terms.ts";

const endsOn = "2024-12-31";
const asked = { programme: "rrp", leadOrganisation: "Hyvinvointialue", startsOn: "2023-01-01" };
const input = { ...CreateProject.parse({ name: "Esimerkki", ...asked, endsOn }), endsOn };
const first = { name: "Pilotti", startsOn: "2023-01-01", endsOn: "2023-12-31" };
const second = { name: "Laajennus", startsOn: "2024-01-01", endsOn: "2024-12-31" };
const place = { slug: "demo", municipalities: ["837", "536"] };
const planned = (more: Partial<projects.NewProject> = {}) =>
  projects.planProject({ ...input, phases: [first, second], ...more }, place);

/** The paths of all that a decision is refused for, or nothing where it goes through. */
function pathsOf(decide: () => unknown): string[] {
  try {
    decide();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.problems.map(({ path }) => path);
    throw error;
  }
}

describe("a project", () => {
  test("without phases has one over its whole period", () => {
    expect(projects.planProject(input, place).phases).toEqual([
      { number: 1, name: "Esimerkki", startsOn: "2023-01-01", endsOn: "2024-12-31" },
    ]);
  });

  test("numbers its phases and sorts its municipalities", () => {
    expect(planned()).toMatchObject({
      slug: "demo",
      municipalities: ["536", "837"],
      phases: [
        { number: 1, ...first },
        { number: 2, ...second },
      ],
    });
  });

  test.each([
    ["a gap of a day", [first, { ...second, startsOn: "2024-01-02" }], ["phases.1.startsOn"]],
    ["an overlap of a day", [first, { ...second, startsOn: "2023-12-31" }], ["phases.1.startsOn"]],
    ["a late start", [{ ...first, startsOn: "2023-01-02" }, second], ["phases.0.startsOn"]],
    ["an early start", [{ ...first, startsOn: "2022-12-31" }, second], ["phases.0.startsOn"]],
    ["an early end", [first, { ...second, endsOn: "2024-12-30" }], ["phases.1.endsOn"]],
    ["a late end", [first, { ...second, endsOn: "2025-01-01" }], ["phases.1.endsOn"]],
    [
      "phases in the wrong order",
      [second, first],
      ["phases.0.startsOn", "phases.1.startsOn", "phases.1.endsOn"],
    ],
    [
      "a phase that ends before it starts",
      [{ ...first, endsOn: "2022-12-31" }, second],
      ["phases.0.endsOn", "phases.1.startsOn"],
    ],
  ])("is refused with %s", (_, phases, paths) => {
    expect(pathsOf(() => planned({ phases }))).toEqual(paths);
  });

  test("is refused when it ends before it starts", () => {
    const reversed = { ...input, startsOn: "2024-01-02", endsOn: "2024-01-01" };
    expect(pathsOf(() => projects.planProject(reversed, place))).toContain("endsOn");
  });

  test("may last a day", () => {
    const day = { ...input, startsOn: "2024-02-29", endsOn: "2024-02-29" };
    expect(projects.planProject(day, place).phases).toHaveLength(1);
  });

  test("is accepted with any cut of its period into phases, and refused with any day missing", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 700 }), { maxLength: 11 });
    fc.assert(
      fc.property(cuts, fc.nat(11), (unsorted, chosen) => {
        const phases = phasesCutAt([...unsorted].toSorted((a, b) => a - b));
        expect(pathsOf(() => planned({ phases }))).toEqual([]);
        const index = chosen % phases.length;
        const short = phases.map((phase, at) =>
          at === index ? { ...phase, startsOn: dayAfter(phase.startsOn) } : phase,
        );
        expect(pathsOf(() => planned({ phases: short }))).toContain(`phases.${index}.startsOn`);
      }),
    );
  });

  /** Phases of `2023-01-01 … 2024-12-31`, each ending so many days after the start. */
  function phasesCutAt(cuts: readonly number[]) {
    const last = daysBetween(input.startsOn, input.endsOn);
    const dayAt = (days: number) =>
      new Date(Date.parse(input.startsOn) + days * 86_400_000).toISOString().slice(0, 10);
    return [...cuts, last].map((end, index) => ({
      name: `Vaihe ${index + 1}`,
      startsOn: dayAt((cuts[index - 1] ?? -1) + 1),
      endsOn: dayAt(end),
    }));
  }
});

describe("a change of a project", () => {
  const changed = (change: Parameters<typeof projects.changeProject>[1], inUse: number[] = []) =>
    projects.changeProject(planned(), change, inUse);

  test("keeps what is not named", () => {
    expect(changed({ name: "Uusi" })).toEqual({ ...planned(), name: "Uusi" });
  });

  test("lets a municipality join", () => {
    const { municipalities } = changed({ municipalities: ["837", "980", "536"] });
    expect(municipalities).toEqual(["536", "837", "980"]);
  });

  test.each([
    ["of nothing", {}, [], [""]],
    ["that drops a municipality", { municipalities: ["837"] }, [], ["municipalities"]],
    ["that drops both", { municipalities: ["980"] }, [], ["municipalities", "municipalities"]],
    [
      "that lengthens the project and not its last phase",
      { endsOn: "2025-12-31" },
      [],
      ["phases.1.endsOn"],
    ],
    [
      "that shortens the project and not its last phase",
      { endsOn: "2024-11-30" },
      [],
      ["phases.1.endsOn"],
    ],
    [
      "that drops a phase with milestones",
      { phases: [{ ...first, endsOn: "2024-12-31" }] },
      [2],
      ["phases"],
    ],
  ])("%s is refused", (_, change, inUse, paths) => {
    expect(pathsOf(() => changed(change, inUse))).toEqual(paths);
  });

  test("may drop a phase without milestones", () => {
    const { phases } = changed({ phases: [{ ...first, endsOn: "2024-12-31" }] }, [1]);
    expect(phases).toHaveLength(1);
  });

  test("may empty the grant reference with null", () => {
    const before: ProjectState = { ...planned(), grantReference: "VN/1/2023" };
    expect(projects.changeProject(before, { grantReference: null }, []).grantReference).toBeNull();
  });
});

test("a project holds as many cells as its board can, and not one more", () => {
  expect(() => projects.assertRoom(40, cellsMax / 40)).not.toThrow();
  expect(() => projects.assertRoom(1, cellsMax + 1)).toThrow("locked");
});

describe("a milestone", () => {
  const projectState = planned();
  const milestone = (more: object) =>
    CreateMilestone.parse({ phase: 1, title: "Valittu", ...more });
  const target = { kind: "target", unit: "kpl", goal: 10 };
  const problems = (more: object) =>
    pathsOf(() => milestones.planMilestone(projectState, milestone(more), 1, []));

  test.each([
    ["in a phase that is not there", { phase: 3 }, ["phase"]],
    ["due before the project", { dueOn: "2022-12-31" }, ["dueOn"]],
    ["a target without unit and goal", { kind: "target" }, ["unit", "goal"]],
    [
      "a milestone with a measure",
      { unit: "kpl", goal: 1, baseline: 0 },
      ["unit", "goal", "baseline"],
    ],
    [
      "due in a municipality outside",
      { dueOnByMunicipality: { "091": "2024-01-01" } },
      ["dueOnByMunicipality.091"],
    ],
    [
      "due early in one municipality",
      { dueOnByMunicipality: { "837": "2022-01-01" } },
      ["dueOnByMunicipality.837"],
    ],
    [
      "of the whole project with dates by municipality",
      { scope: "project", dueOnByMunicipality: { "837": "2024-01-01" } },
      ["dueOnByMunicipality.837"],
    ],
    [
      "with several faults, all of them named",
      { phase: 9, dueOn: "1990-01-01", goal: 1 },
      ["phase", "dueOn", "goal"],
    ],
  ])("is refused: %s", (_, more, paths) => {
    expect(problems(more)).toEqual(paths);
  });

  test.each([
    ["due on the first day", { dueOn: "2023-01-01" }],
    ["due after the end: embedding is followed up later", { dueOn: "2027-01-01" }],
    ["a target without a baseline", target],
    ["a target whose goal is zero", { ...target, goal: 0, baseline: 12 }],
    ["without weight", { weight: 0 }],
  ])("is accepted: %s", (_, more) => {
    expect(problems(more)).toEqual([]);
  });

  test("keeps its kind, scope and number through a change", () => {
    const before: MilestoneState = { ...milestone(target), ...milestones.NEW_MILESTONE, number: 7 };
    const change = ChangeMilestone.parse({ goal: 20, reason: "Rahoittajan päätös" });
    expect(milestones.changeMilestone(projectState, before, change, [])).toEqual({
      ...before,
      goal: 20,
    });
  });

  test("keeps a due date that the project's start has moved past, and takes no new one there", () => {
    const due = CreateMilestone.parse({ phase: 1, title: "Valittu", dueOn: "2023-02-01" });
    const before = milestones.planMilestone(planned(), due, 1, []);
    const moved = { ...planned(), startsOn: "2023-06-01" };
    expect(
      pathsOf(() => milestones.changeMilestone(moved, before, { title: "Otettu" }, [])),
    ).toEqual([]);
    const earlier = { dueOn: "2023-01-15" };
    expect(pathsOf(() => milestones.changeMilestone(moved, before, earlier, []))).toEqual([
      "dueOn",
    ]);
  });

  test("is not counted beyond what a board can hold", () => {
    projects.assertRoom(20, 400);
    expect(() => projects.assertRoom(21, 400)).toThrow(Refusal);
  });

  test("is not changed by a reason alone", () => {
    const before: MilestoneState = { ...milestone({}), ...milestones.NEW_MILESTONE, number: 1 };
    const change = ChangeMilestone.parse({ reason: "Muuten vain" });
    expect(pathsOf(() => milestones.changeMilestone(projectState, before, change, []))).toEqual([
      "",
    ]);
  });
});

describe("a programme", () => {
  const programme = CreateProgramme.parse({
    slug: "rrp",
    name: "Ohjelma",
    funder: "Rahoittaja",
    funderClass: "Muu EU-rahoitus",
    visibilityText: { fi: "Rahoitettu", sv: "Finansierad", en: "Funded" },
  });
  const period = { name: "Kevät", kind: "interim", dueOn: "2024-03-01" } as const;
  const spring = { ...period, startsOn: "2024-01-01", endsOn: "2024-02-01" };

  test("is refused with every report period that ends before it starts", () => {
    const reportPeriods = [
      { ...period, startsOn: "2024-01-02", endsOn: "2024-01-01" },
      { ...period, startsOn: "2024-01-01", endsOn: "2024-01-01" },
      { ...period, startsOn: "2024-02-01", endsOn: "2024-01-01" },
    ];
    const plan = () => programmes.planProgramme({ ...programme, reportPeriods });
    expect(pathsOf(plan)).toEqual(["reportPeriods.0.endsOn", "reportPeriods.2.endsOn"]);
  });

  test("is refused with a period that is there twice, or due before it starts", () => {
    const reportPeriods = [
      spring,
      { ...spring, kind: "final" as const },
      { ...spring, name: "Sama uudelleen", dueOn: "2024-04-01" },
      { ...spring, startsOn: "2024-03-02", endsOn: "2024-04-01" },
    ];
    const plan = () => programmes.planProgramme({ ...programme, reportPeriods });
    expect(pathsOf(plan)).toEqual(["reportPeriods.2.startsOn", "reportPeriods.3.dueOn"]);
  });

  test("has its periods in the order of their due dates, however they were given", () => {
    const later = { ...spring, startsOn: "2024-02-02", endsOn: "2024-04-01", dueOn: "2024-05-01" };
    const final = { ...spring, kind: "final" as const, dueOn: later.dueOn };
    const { reportPeriods } = programmes.planProgramme({
      ...programme,
      reportPeriods: [final, later, spring],
    });
    expect(reportPeriods).toEqual([spring, later, final]);
    const changed = programmes.changeProgramme(programme, { reportPeriods: [later, spring] });
    expect(changed.reportPeriods).toEqual([spring, later]);
  });

  test("begins with the standard sections, and can do without any", () => {
    expect(programme.reportSections.map(({ key }) => key)).toContain("planchanges");
    expect(programmes.changeProgramme(programme, { reportSections: [] }).reportSections).toEqual(
      [],
    );
  });

  test("is refused with sections of one key, and with one of no known kind without a title", () => {
    const other = { key: "muu", kind: "other" as const, guidance: null, required: false };
    const title = { fi: "Muu", sv: "Annat", en: "Other" };
    const reportSections = [
      { ...other, title },
      { ...other, title },
      { ...other, key: "nimeton", title: null },
    ];
    const change = () => programmes.changeProgramme(programme, { reportSections });
    expect(pathsOf(change)).toEqual(["reportSections.1.key", "reportSections.2.title"]);
  });

  test("is refused a change of nothing", () => {
    const change = () => programmes.changeProgramme(programme, {}, { isReported: false });
    expect(pathsOf(change)).toEqual([""]);
  });
});
