import { given } from "../kernel/given.ts";
import { monthsAfter } from "../kernel/instant.ts";
import { type Problem, refuseProblems, type Sentence } from "../kernel/refusal.ts";
import type { Plan } from "../projects/contract/plan.ts";
import { WHOLE_PROJECT } from "../projects/terms.ts";
import type {
  CellLink,
  ChangeDeviation,
  ChangeRisk,
  CreateDeviation,
  CreateRisk,
  DeviationState,
  DeviationView,
  RiskState,
  RiskView,
} from "./contract.ts";
import { type DEVIATION_FACTS, type RISK_FACTS, reviewMonthsMax } from "./terms.ts";

/** What a risk or deviation is held against. */
type Setting = {
  readonly plan: Pick<Plan, "milestones" | "municipalities">;
  /** The date, in Helsinki. */
  readonly today: string;
};
type Begun = { readonly number: number; readonly createdAt: string };

const problem = (path: string, message: Sentence): Problem => ({ path, message });
const nothingChanged = problem("", (say) => say.nothingChanged());

/** A new risk, open. Refuses cells that the plan does not have, and a review in the future. */
export function planRisk(
  { reviewedOn, ...input }: CreateRisk,
  begun: Begun,
  setting: Setting,
): RiskState {
  const state: RiskState = {
    ...input,
    ...begun,
    reviewedOn: reviewedOn ?? setting.today,
    state: "open",
    closedBecause: null,
  };
  refuseProblems(riskProblems(state, setting));
  return state;
}

/**
 * A risk with a change made. Refuses what `planRisk` does, an empty change, and closing without
 * saying why; why it was closed is forgotten when it is opened again.
 */
export function changeRisk(
  before: RiskState,
  change: ChangeRisk,
  setting: Setting,
): { readonly after: RiskState; readonly kind: (typeof RISK_FACTS)[number] } {
  const set = given(change);
  const state = set.state ?? before.state;
  const kept = state === "closed" ? before.closedBecause : null;
  const after = { ...before, closedBecause: kept, ...set };
  refuseProblems([
    ...(Object.keys(set).length === 0 ? [nothingChanged] : []),
    ...riskProblems(after, setting),
  ]);
  const closes = before.state === "open" && after.state === "closed";
  return { after, kind: closes ? "risk.closed" : "risk.changed" };
}

function riskProblems(risk: RiskState, setting: Setting): Problem[] {
  const { state, closedBecause, reviewedOn, links } = risk;
  return [
    ...(reviewedOn > setting.today
      ? [problem("reviewedOn", (say) => say.dayInFuture(setting.today))]
      : []),
    ...(state === "closed" && closedBecause === null
      ? [problem("closedBecause", (say) => say.closedBecauseMissing())]
      : []),
    ...(state === "open" && closedBecause !== null
      ? [problem("closedBecause", (say) => say.closedBecauseOnlyClosed())]
      : []),
    ...linkProblems(links, setting),
  ];
}

/** Cells that the plan does not have, and those that are named twice. */
function linkProblems(links: readonly CellLink[], { plan }: Setting): Problem[] {
  const seen = new Set<string>();
  return links.flatMap(({ milestone, municipality }, index) => {
    const path = `links.${index}`;
    const key = `${milestone}/${municipality}`;
    const isTwice = seen.has(key);
    seen.add(key);
    if (isTwice) return [problem(path, (say) => say.cellTwice(milestone, municipality))];
    const isThere = isCell(plan, { milestone, municipality });
    return isThere ? [] : [problem(path, (say) => say.cellUnknown(milestone, municipality))];
  });
}

function isCell(plan: Setting["plan"], { milestone, municipality }: CellLink): boolean {
  const scope = plan.milestones.find(({ number }) => number === milestone)?.scope;
  if (scope === "project") return municipality === WHOLE_PROJECT;
  return scope === "municipality" && plan.municipalities.some(({ code }) => code === municipality);
}

/** What a register of a project holds beside: how many risks there are, numbered without a gap. */
type DeviationSetting = Setting & { readonly risks: number };

/** A new deviation, open. Refuses cells and a risk that are not there, and a day in the future. */
export function planDeviation(
  input: CreateDeviation,
  begun: Begun,
  setting: DeviationSetting,
): DeviationState {
  const state: DeviationState = { ...input, ...begun, resolvedOn: null, state: "open" };
  refuseProblems(deviationProblems(state, setting));
  return state;
}

/**
 * A deviation with a change made: with a day on which it was resolved it is, and with null it is
 * open again. Refuses what `planDeviation` does, an empty change, a day before it was noticed, and
 * resolving it without saying what was done.
 */
export function changeDeviation(
  before: DeviationState,
  change: ChangeDeviation,
  setting: DeviationSetting,
): { readonly after: DeviationState; readonly kind: (typeof DEVIATION_FACTS)[number] } {
  const set = given(change);
  const changed = { ...before, ...set };
  const after: DeviationState = {
    ...changed,
    state: changed.resolvedOn === null ? "open" : "resolved",
  };
  refuseProblems([
    ...(Object.keys(set).length === 0 ? [nothingChanged] : []),
    ...deviationProblems(after, setting),
  ]);
  const resolves = before.state === "open" && after.state === "resolved";
  return { after, kind: resolves ? "deviation.resolved" : "deviation.changed" };
}

function deviationProblems(deviation: DeviationState, setting: DeviationSetting): Problem[] {
  const { noticedOn, resolvedOn, correctiveAction, risk, links } = deviation;
  const { today, risks } = setting;
  const future: Sentence = (say) => say.dayInFuture(today);
  return [
    ...(noticedOn > today ? [problem("noticedOn", future)] : []),
    ...(resolvedOn !== null && resolvedOn > today ? [problem("resolvedOn", future)] : []),
    ...(resolvedOn !== null && resolvedOn < noticedOn
      ? [problem("resolvedOn", (say) => say.resolvedBeforeNoticed())]
      : []),
    ...(resolvedOn !== null && correctiveAction === ""
      ? [problem("correctiveAction", (say) => say.correctiveActionMissing())]
      : []),
    ...(risk !== null && risk > risks ? [problem("risk", (say) => say.riskUnknown(risk))] : []),
    ...linkProblems(links, setting),
  ];
}

type Headed = { readonly version: number; readonly changedAt: string };

/** A risk as people read it on a date: its level, and whether it should have been reviewed. */
export function viewRisk(state: RiskState, headed: Headed, today: string): RiskView {
  const reviewDueOn = monthsAfter(state.reviewedOn, reviewMonthsMax);
  return {
    ...state,
    level: state.likelihood * state.significance,
    reviewDueOn,
    reviewOverdue: state.state === "open" && reviewDueOn < today,
    changedAt: headed.changedAt,
    version: headed.version,
  };
}

/** A deviation as people read it. */
export function viewDeviation(
  state: DeviationState,
  { changedAt, version }: Headed,
): DeviationView {
  return { ...state, changedAt, version };
}
