import type { Sentence } from "../../kernel/refusal.ts";
import type {
  ChangeMilestone,
  CreateMilestone,
  MilestoneView,
  Plan,
} from "../../projects/contract/plan.ts";
import type { Finding } from "../contract.ts";
import type { SaidMilestone, SaidPlan } from "./plan.ts";
import { isSameText } from "./values.ts";

/** What a row of a plan sheet does to the plan. */
export type PlanStep =
  | {
      readonly item: SaidMilestone;
      readonly before: MilestoneView;
      readonly change: ChangeMilestone;
    }
  | {
      readonly item: SaidMilestone;
      readonly before: null;
      readonly create: CreateMilestone;
      readonly number: number;
    };

const FIELDS = [
  "title",
  "phase",
  "dueOn",
  "description",
  "verification",
  "weight",
  "unit",
  "baseline",
  "goal",
] as const satisfies readonly (keyof SaidPlan)[];

/**
 * What the rows of a plan sheet do: change milestones that are there, by number or title, in only
 * what they tell otherwise, and add the others, numbered on from the last in the order of the rows.
 */
export function stepsOf(
  items: readonly SaidMilestone[],
  known: readonly MilestoneView[],
  plan: Plan,
): { readonly steps: readonly PlanStep[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const byNumber = new Map(known.map((one) => [one.number, one]));
  let next = Math.max(0, ...byNumber.keys()) + 1;
  const steps = items.flatMap((item): PlanStep[] => {
    const at = (field: string, message: Sentence) =>
      findings.push({ row: item.row, column: item.columns[field] ?? null, message });
    const before = item.number === null ? undefined : byNumber.get(item.number);
    if (!before) {
      const number = next;
      if (item.number !== null && item.number !== number) {
        at("number", (say) => say.numberUnknown(number));
        return [];
      }
      next += 1;
      const create = newMilestone(item, plan);
      if (create.title === "") at("title", (say) => say.titleMissing());
      if (create.phase === 0) at("phase", (say) => say.phaseMissing());
      return create.title === "" || create.phase === 0
        ? []
        : [{ item, before: null, create, number }];
    }
    const { kind = before.kind, scope = before.scope } = item.said;
    if (before.state !== "active") {
      at("number", (say) => say.milestoneEnded(before.number));
      return [];
    }
    if (kind !== before.kind) at("kind", (say) => say.kindStays());
    if (scope !== before.scope) at("scope", (say) => say.kindStays());
    const change = changeOf(item, before);
    return Object.keys(change).length === 0 ? [] : [{ item, before, change }];
  });
  return { steps, findings };
}

/** A target where a unit or a goal is told; in the only phase where there is one. */
function newMilestone({ said, dues }: SaidMilestone, { phases }: Plan): CreateMilestone {
  const { title = "", phase = phases.length === 1 ? 1 : 0, dueOn = null } = said;
  const { unit = null, goal = null, baseline = null, weight = 1 } = said;
  const { description = "", verification = "", scope = "municipality" } = said;
  const kind = said.kind ?? (unit === null && goal === null ? "milestone" : "target");
  const dueOnByMunicipality = Object.fromEntries(
    Object.entries(dues).flatMap(([code, date]) => (date === null ? [] : [[code, date] as const])),
  );
  const measured = { unit, goal, baseline, weight, evidenceKinds: [], measure: null };
  const told = { title, phase, dueOn, dueOnByMunicipality, description, verification };
  return { ...told, ...measured, kind, scope };
}

function changeOf({ said, dues }: SaidMilestone, before: MilestoneView): ChangeMilestone {
  const changed = FIELDS.filter((field) => {
    const [told, known] = [said[field], before[field]];
    if (told === undefined) return false;
    const isText = typeof told === "string" && typeof known === "string";
    return isText ? !isSameText(told, known) : told !== known;
  });
  const after = { ...before.dueOnByMunicipality };
  for (const [code, date] of Object.entries(dues)) {
    if (date === null) delete after[code];
    else after[code] = date;
  }
  const isMoved = wording(after) !== wording(before.dueOnByMunicipality);
  return {
    ...Object.fromEntries(changed.map((field) => [field, said[field]])),
    ...(isMoved && { dueOnByMunicipality: after }),
  };
}

const wording = (dates: Readonly<Record<string, string>>) =>
  JSON.stringify(Object.entries(dates).toSorted(([one], [other]) => (one < other ? -1 : 1)));
