import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAfter } from "../../worker/kernel/instant.ts";
import { Refusal } from "../../worker/kernel/refusal.ts";
import { type Change, CreateAmendment } from "../../worker/projects/contract/amendments.ts";
import { CreateMilestone, type MilestoneState } from "../../worker/projects/contract/plan.ts";
import { CreateProject } from "../../worker/projects/contract/projects.ts";
import { amend, type Amended } from "../../worker/projects/domain/amendments.ts";
import { grantPlan } from "../../worker/projects/domain/grants.ts";
import { changeMilestone, NEW_MILESTONE } from "../../worker/projects/domain/milestones.ts";
import { changeProject, planProject } from "../../worker/projects/domain/projects.ts";
import type { PlanNow } from "../../worker/projects/domain/steps.ts";
import { amendmentChangesMax, amendmentsMax, milestonesMax } from "../../worker/projects/terms.ts";

const endsOn = "2024-12-31";
const project = planProject(
  {
    ...CreateProject.parse({
      name: "Esimerkki",
      programme: "rrp",
      leadOrganisation: "Hyvinvointialue",
      startsOn: "2023-01-01",
      endsOn,
      phases: [
        { name: "Pilotti", startsOn: "2023-01-01", endsOn: "2023-12-31" },
        { name: "Laajennus", startsOn: "2024-01-01", endsOn },
      ],
    }),
    endsOn,
  },
  { slug: "demo", municipalities: ["837", "536"] },
);
const today = "2024-06-30";
const milestone = (number: number, more: object = {}): MilestoneState => ({
  ...CreateMilestone.parse({
    phase: 1,
    title: `Välitavoite ${number}`,
    dueOn: "2023-06-30",
    ...more,
  }),
  ...NEW_MILESTONE,
  number,
});
const counting = {
  kind: "target",
  scope: "project",
  unit: "kuntaa",
  goal: 2,
  measure: { kind: "municipalities_done", milestone: 1 },
};
const planOfThree = [milestone(1), milestone(2, { dueOn: "2023-09-30" }), milestone(3, counting)];

/** A plan of three milestones, the third of which counts the first, as it was granted. */
function granted(milestones: readonly MilestoneState[] = planOfThree): PlanNow {
  const plan = grantPlan({ project, milestones }, { grantedOn: "2023-02-01" }, today);
  return {
    project: { ...plan.project, version: 2 },
    milestones: plan.milestones.map((one) => ({ ...one, version: 2 })),
    amendments: 0,
  };
}

const made = { phase: 2, title: "Uusi", dueOn: "2024-09-30" };
const told = { title: "Muutos", reason: "Arviointi", decidedOn: "2024-05-31" };
const asked = (...changes: readonly object[]) => CreateAmendment.parse({ ...told, changes });
const at = (number: number) => ({ number, version: 2 });
const amended = (plan: PlanNow, ...changes: readonly object[]) =>
  amend(plan, asked(...changes), { today });

/** What becomes of a plan by an amendment. */
function after(plan: PlanNow, { amendment, project: changed, milestones }: Amended): PlanNow {
  const touched = new Map(milestones.map((one) => [one.after.number, one]));
  const added = milestones.flatMap((one) => (one.before ? [] : [{ ...one.after, version: 1 }]));
  return {
    project: changed ? { ...changed, version: plan.project.version + 1 } : plan.project,
    milestones: [
      ...plan.milestones.map((one) => {
        const own = touched.get(one.number);
        return own ? { ...own.after, version: one.version + 1 } : one;
      }),
      ...added,
    ],
    amendments: amendment.number,
  };
}

function refused(decide: () => unknown): { code: string; paths: string[] } {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal)
      return { code: error.code, paths: error.problems.map(({ path }) => path) };
    throw error;
  }
  return { code: "", paths: [] };
}

describe("a plan that is granted", () => {
  test("keeps what was granted of every milestone beside what it becomes", () => {
    const plan = granted();
    expect(plan.project.grantedOn).toBe("2023-02-01");
    expect(plan.milestones.map((one) => one.granted)).toEqual([
      { dueOn: "2023-06-30", dueOnByMunicipality: {}, goal: null },
      { dueOn: "2023-09-30", dueOnByMunicipality: {}, goal: null },
      { dueOn: "2023-06-30", dueOnByMunicipality: {}, goal: 2 },
    ]);
  });

  test("is granted once, not in the future, and not empty", () => {
    const again = () => grantPlan(granted(), { grantedOn: "2023-03-01" }, today);
    expect(refused(again)).toEqual({ code: "locked", paths: [] });
    const early = () => grantPlan({ project, milestones: [] }, { grantedOn: "2024-07-01" }, today);
    expect(refused(early)).toEqual({ code: "invalid", paths: ["grantedOn", ""] });
  });

  test.each([
    ["title", "Toinen"],
    ["phase", 2],
    ["verification", "Pöytäkirja"],
    ["dueOn", "2023-07-01"],
    ["dueOnByMunicipality", { "837": "2023-08-01" }],
    ["weight", 2],
    ["evidenceKinds", ["file"]],
  ])("takes no change of a milestone's %s", (field, value) => {
    const { project: held } = granted();
    const change = () => changeMilestone(held, milestone(1), { [field]: value }, []);
    expect(refused(change).code).toBe("locked");
  });

  test("lets go on what says more of a milestone, and what is sent as it was", () => {
    const { project: held } = granted();
    const change = { description: "Tarkennus", dueOn: "2023-06-30", title: "Välitavoite 1" };
    expect(changeMilestone(held, milestone(1), change, []).description).toBe("Tarkennus");
  });

  test("takes no change of the project's dates, phases and municipalities, and one of its name", () => {
    const { project: held } = granted();
    const phases = held.phases.map((phase) => ({ ...phase, name: "Toinen" }));
    for (const change of [
      { endsOn: "2025-12-31" },
      { phases },
      { municipalities: ["536", "837", "980"] },
    ]) {
      expect(refused(() => changeProject(held, change, [])).code).toBe("locked");
    }
    const same = { municipalities: ["837", "536"], startsOn: "2023-01-01", name: "Uusi nimi" };
    expect(changeProject(held, same, []).name).toBe("Uusi nimi");
  });
});

describe("an amendment", () => {
  test("adds a milestone of which nothing was granted", () => {
    const { milestones, amendment } = amended(granted(), { kind: "add", into: made });
    expect(milestones).toMatchObject([
      { kind: "milestone.added", before: null, after: { number: 4, granted: null, amendment: 1 } },
    ]);
    expect(amendment.changes).toEqual([{ kind: "add", from: [], into: [4], fields: [] }]);
  });

  test("changes fields of a milestone and names those that became another", () => {
    const set = { dueOn: "2024-08-31", weight: 1, title: "Välitavoite 2" };
    const { milestones, amendment } = amended(granted(), { kind: "change", ...at(2), set });
    expect(milestones[0]).toMatchObject({
      kind: "milestone.changed",
      after: { dueOn: "2024-08-31", granted: { dueOn: "2023-09-30" }, amendment: 1 },
    });
    expect(amendment.changes[0]?.fields).toEqual(["dueOn"]);
  });

  test.each([
    ["cancel", { kind: "cancel", ...at(2) }, "cancelled", []],
    ["supersede", { kind: "supersede", ...at(2), into: made }, "superseded", [4]],
    ["split", { kind: "split", ...at(2), into: [made, made, made] }, "split", [4, 5, 6]],
  ])("ends a milestone and links both ways: %s", (_, change, state, successors) => {
    const { milestones } = amended(granted(), change);
    const [old, ...others] = milestones;
    expect(old).toMatchObject({ kind: "milestone.ended", after: { state, successors } });
    expect(others.map((one) => one.after.number)).toEqual(successors);
    for (const one of others) expect(one.after.predecessors).toEqual([2]);
  });

  test("merges several into one", () => {
    const plan = granted([milestone(1), milestone(2), milestone(3)]);
    const { milestones } = amended(plan, { kind: "merge", from: [at(1), at(3)], into: made });
    expect(milestones.map((one) => one.after)).toMatchObject([
      { number: 1, state: "merged", successors: [4] },
      { number: 3, state: "merged", successors: [4] },
      { number: 4, state: "active", predecessors: [1, 3] },
    ]);
  });

  test("changes the project first, so that new phases and municipalities can be used", () => {
    const phases = [
      ...project.phases.map(({ number: _number, ...phase }) => phase),
      { name: "Jälki", startsOn: "2025-01-01", endsOn: "2025-12-31" },
    ];
    const set = { endsOn: "2025-12-31", phases, municipalities: ["536", "837", "980"] };
    const into = { ...made, phase: 3, dueOnByMunicipality: { "980": "2025-06-30" } };
    const plan = granted();
    const result = amended(plan, { kind: "add", into }, { kind: "project", version: 2, set });
    expect(result.project).toMatchObject({
      endsOn: "2025-12-31",
      municipalities: ["536", "837", "980"],
    });
    expect(result.amendment.changes[1]?.fields).toEqual(["endsOn", "phases", "municipalities"]);
    expect(plan.project.endsOn).toBe(endsOn);
  });

  test("does not let a phase move away from under its milestones", () => {
    const [first, second] = project.phases.map(({ number: _number, ...phase }) => phase);
    if (!first || !second) throw new Error("The project has two phases.");
    const between = { ...second, name: "Väli", endsOn: second.startsOn };
    const phases = [first, between, { ...second, startsOn: dayAfter(second.startsOn) }];
    const late = milestone(4, { phase: 2, dueOn: "2024-06-30" });
    const plan = granted([...planOfThree, late]);
    const inserted = { kind: "project", version: 2, set: { phases } };
    expect(refused(() => amended(plan, inserted)).paths).toEqual(["changes.0.set.phases"]);
    const along = plan.milestones
      .filter(({ phase }) => phase === 2)
      .map(({ number, version }) => ({ kind: "change", number, version, set: { phase: 3 } }));
    expect(along.length).toBeGreaterThan(0);
    expect(amended(plan, inserted, ...along).project?.phases).toHaveLength(3);
    const renamed = { ...inserted, set: { phases: [first, { ...second, name: "Uusi nimi" }] } };
    expect(amended(plan, renamed).milestones).toEqual([]);
  });

  test("is refused for a plan that is not granted, and beyond what a plan holds", () => {
    const plan = granted();
    const add = { kind: "add", into: made };
    const ungranted = { ...plan, project: { ...plan.project, grantedOn: null } };
    expect(refused(() => amended(ungranted, add)).code).toBe("locked");
    expect(refused(() => amended({ ...plan, amendments: amendmentsMax }, add)).code).toBe("locked");
    const full = Array.from({ length: milestonesMax }, (_, index) => milestone(index + 1));
    expect(refused(() => amended(granted(full), add)).code).toBe("locked");
    expect(refused(() => amended(granted(full.slice(1)), add)).code).toBe("locked");
  });

  test("is refused with every problem by its path", () => {
    const result = refused(() =>
      amend(
        granted(),
        asked(
          { kind: "cancel", ...at(9) },
          { kind: "change", ...at(2), set: { weight: 1 } },
          { kind: "supersede", ...at(2), into: { ...made, phase: 7, dueOn: "2020-01-01" } },
          { kind: "split", ...at(1), into: [made, { ...made, unit: "kpl" }] },
          { kind: "project", version: 2, set: { endsOn: "2025-12-31" } },
          { kind: "project", version: 2, set: { municipalities: ["837"] } },
        ),
        { today: "2024-05-30" },
      ),
    );
    expect(result).toEqual({
      code: "invalid",
      paths: [
        "decidedOn",
        "changes.0.number",
        "changes.2.number",
        "changes.1.set",
        "changes.5",
        "changes.4.set.phases.1.endsOn",
        "changes.4.set.municipalities",
        "changes.2.into.phase",
        "changes.2.into.dueOn",
        "changes.3.into.1.unit",
        "changes.3.number",
      ],
    });
  });

  test("is refused before the grant, and with more changes than it holds", () => {
    const early = CreateAmendment.parse({
      ...told,
      decidedOn: "2023-01-31",
      changes: [{ kind: "add", into: made }],
    });
    expect(refused(() => amend(granted(), early, { today })).paths).toEqual(["decidedOn"]);
    const into = Array.from({ length: amendmentChangesMax }, () => made);
    expect(refused(() => amended(granted(), { kind: "split", ...at(2), into })).paths).toEqual([
      "changes",
    ]);
  });

  test("does not end what a target counts, unless the target counts another from then on", () => {
    const cancel = { kind: "cancel", ...at(1) };
    expect(refused(() => amended(granted(), cancel)).paths).toEqual(["changes.0.number"]);
    const measure = { kind: "municipalities_done", milestone: 2 };
    const recount = { kind: "change", ...at(3), set: { measure } };
    expect(amended(granted(), cancel, recount).milestones).toHaveLength(2);
    const nowhere = { ...recount, set: { measure: { ...measure, milestone: 8 } } };
    expect(refused(() => amended(granted(), nowhere)).paths).toEqual(["changes.0.set.measure"]);
  });

  test("changes no milestone that an earlier one has ended", () => {
    const plan = granted();
    const next = after(plan, amended(plan, { kind: "cancel", ...at(2) }));
    const again = refused(() => amended(next, { kind: "cancel", number: 2, version: 3 }));
    expect(again.paths).toEqual(["changes.0.number"]);
  });
});

/** Where one draws from what is active: the kind, and two numbers that choose among it. */
const drawn = fc.tuple(
  fc.constantFrom("add", "change", "cancel", "supersede", "merge", "split", "project"),
  fc.nat(),
  fc.integer({ min: 2, max: 4 }),
);
type Drawn = readonly [Change["kind"], number, number];

/** A valid change of a plan, or none where it has too little left. */
function changeOf(plan: PlanNow, [kind, choice, count]: Drawn): object | null {
  const active = plan.milestones.filter(({ state }) => state === "active");
  const chosen = active[choice % Math.max(active.length, 1)];
  const into = { ...made, title: `Uusi ${choice}`, weight: choice % 5 };
  const known = chosen && { number: chosen.number, version: chosen.version };
  if (kind === "add") return { kind, into };
  if (kind === "project") {
    const municipalities = [...plan.project.municipalities, String(100 + plan.amendments)];
    return { kind, version: plan.project.version, set: { municipalities } };
  }
  if (!known) return null;
  if (kind === "change") return { kind, ...known, set: { title: `Otsikko ${plan.amendments}` } };
  if (kind === "cancel") return { kind, ...known };
  if (kind === "supersede") return { kind, ...known, into };
  if (kind === "split") return { kind, ...known, into: Array.from({ length: count }, () => into) };
  const from = active.slice(0, count).map(({ number, version }) => ({ number, version }));
  return from.length < 2 ? null : { kind, from, into };
}

test("through any amendments links hold both ways, no number comes twice, and what was granted stays", () => {
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 20 }), (all) => {
      const first = granted([milestone(1), milestone(2), milestone(3)]);
      let plan = first;
      for (const one of all) {
        const change = changeOf(plan, one);
        if (!change) continue;
        const before = plan;
        const result = amended(plan, change);
        plan = after(plan, result);
        expect(result.amendment.number).toBe(before.amendments + 1);
        const gone = before.milestones.filter(
          ({ number }) => !plan.milestones.some((kept) => kept.number === number),
        );
        expect(gone).toEqual([]);
      }
      expectConsistent(plan, first);
    }),
  );
});

function expectConsistent({ milestones }: PlanNow, first: PlanNow): void {
  const numbers = milestones.map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const byNumber = new Map(milestones.map((one) => [one.number, one]));
  for (const one of milestones) {
    for (const to of one.successors) expect(byNumber.get(to)?.predecessors).toContain(one.number);
    for (const from of one.predecessors) {
      expect(byNumber.get(from)?.successors).toContain(one.number);
      expect(byNumber.get(from)?.state).not.toBe("active");
    }
    expect(one.state === "active" && one.successors.length > 0).toBe(false);
    const was = first.milestones.find(({ number }) => number === one.number);
    expect(one.granted).toEqual(was?.granted ?? null);
  }
  const weights = milestones.filter(({ state }) => state === "active").map(({ weight }) => weight);
  expect(weights.every((weight) => weight >= 0)).toBe(true);
}
