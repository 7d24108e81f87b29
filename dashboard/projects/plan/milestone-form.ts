import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import { EVIDENCE_KINDS, MILESTONE_KINDS, SCOPES } from "../../../worker/projects/terms.ts";
import { numberOf, textOf } from "../../shared/ui/form.tsx";

/** What of a milestone stays once it is there. */
type Fixed = Pick<MilestoneView, "kind" | "scope">;

/** What `MilestoneFields` hold: all that is planned of a milestone. */
export function milestoneOf(form: FormData, fixed: Fixed, prefix = "") {
  const text = (name: string) => textOf(form, `${prefix}${name}`);
  const isTarget = fixed.kind === "target";
  const counted = isTarget && fixed.scope === "project" ? numberOf(form, `${prefix}measure`) : null;
  return {
    phase: Number(form.get(`${prefix}phase`)),
    title: text("title") ?? "",
    description: text("description") ?? "",
    verification: text("verification") ?? "",
    dueOn: text("dueOn"),
    dueOnByMunicipality: fixed.scope === "municipality" ? dueDatesOf(form, prefix) : {},
    weight: numberOf(form, `${prefix}weight`) ?? 1,
    unit: isTarget ? text("unit") : null,
    goal: isTarget ? numberOf(form, `${prefix}goal`) : null,
    baseline: isTarget ? numberOf(form, `${prefix}baseline`) : null,
    evidenceKinds: EVIDENCE_KINDS.filter((kind) =>
      form.getAll(`${prefix}evidenceKinds`).includes(kind),
    ),
    measure: counted === null ? null : { kind: "municipalities_done" as const, milestone: counted },
  };
}

/** The kind and scope that were chosen for a new milestone. */
export function fixedOf(form: FormData, prefix = ""): Fixed {
  return {
    kind: MILESTONE_KINDS.find((one) => one === form.get(`${prefix}kind`)) ?? "milestone",
    scope: SCOPES.find((one) => one === form.get(`${prefix}scope`)) ?? "municipality",
  };
}

function dueDatesOf(form: FormData, prefix: string): Record<string, string> {
  const start = `${prefix}dueOnByMunicipality.`;
  return Object.fromEntries(
    [...form].flatMap(([name, date]) =>
      name.startsWith(start) && typeof date === "string" && date !== ""
        ? [[name.slice(start.length), date] as const]
        : [],
    ),
  );
}
