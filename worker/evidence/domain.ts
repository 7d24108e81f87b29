import type { Problem } from "../kernel/refusal.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Plan } from "../projects/contract/plan.ts";
import { WHOLE_PROJECT } from "../projects/terms.ts";
import type { EvidenceItem, ReviewEvidence } from "./contract.ts";
import { WEIGHED_STATES } from "./terms.ts";

type Weighed = Pick<EvidenceItem, "milestone" | "municipalities" | "kind" | "state">;

/**
 * The evidence of each cell as boards keep it: by `milestone/municipality`, the best state of each
 * kind as `kind:state`, in alphabetical order. What was withdrawn is not there.
 */
export function evidenceByCell(items: readonly Weighed[]): Record<string, string[]> {
  const best = new Map<string, Map<string, number>>();
  for (const { milestone, municipalities, kind, state } of items) {
    const weight = WEIGHED_STATES.findIndex((one) => one === state);
    if (weight < 0) continue;
    for (const municipality of municipalities) {
      const key = `${milestone}/${municipality}`;
      const kinds = best.get(key) ?? new Map<string, number>();
      kinds.set(kind, Math.min(weight, kinds.get(kind) ?? weight));
      best.set(key, kinds);
    }
  }
  return Object.fromEntries(
    [...best].map(([key, kinds]) => [
      key,
      [...kinds].map(([kind, weight]) => `${kind}:${WEIGHED_STATES[weight] ?? ""}`).toSorted(),
    ]),
  );
}

/** What is wrong with where an item should belong: no such cell, one named twice, an ended milestone. */
export function problemsOfPlace(
  plan: Plan,
  { milestone, municipalities }: Pick<EvidenceItem, "milestone" | "municipalities">,
): Problem[] {
  const found = plan.milestones.find(({ number }) => number === milestone);
  if (found && found.state !== "active") {
    return [{ path: "milestone", message: (say) => say.milestoneEnded(milestone) }];
  }
  const codes = plan.municipalities.map(({ code }) => code);
  const places = found ? (found.scope === "project" ? [WHOLE_PROJECT] : codes) : [];
  return municipalities.flatMap((code, index) => {
    const path = `municipalities.${index}`;
    const twice = municipalities.indexOf(code) < index;
    return [
      ...(places.includes(code)
        ? []
        : [{ path, message: (say) => say.cellUnknown(milestone, code) } satisfies Problem]),
      ...(twice ? [{ path, message: (say) => say.municipalityTwice(code) } satisfies Problem] : []),
    ];
  });
}

type Reviewer = {
  readonly id: string;
  readonly now: string;
  /** Whether they review evidence in this project. */
  readonly reviews: boolean;
  /** Whether they lead it: they withdraw anything. */
  readonly leads: boolean;
  /** Whether it is theirs: they added it, and still speak for its municipalities. */
  readonly owns: boolean;
};

/**
 * An item as it is once it has been accepted, rejected or withdrawn. Refuses with `forbidden` (also
 * who reviews what they added), `invalid` (no reason for rejecting, nothing changes) and `locked`
 * (it was withdrawn, or was accepted and is withdrawn by another than a lead).
 */
export function review(
  before: EvidenceItem,
  { state, review: reason }: ReviewEvidence,
  { id, now, reviews, leads, owns }: Reviewer,
): EvidenceItem {
  const withdraws = leads || owns;
  if (state === "withdrawn" ? !withdraws : !reviews) {
    throw new Refusal("forbidden", (say) => say.forbidden());
  }
  if (state !== "withdrawn" && before.addedBy === id) {
    throw new Refusal("forbidden", (say) => say.evidenceOwn());
  }
  if (before.state === "withdrawn") throw new Refusal("locked", (say) => say.evidenceWithdrawn());
  if (state === "withdrawn" && before.state === "accepted" && !leads) {
    throw new Refusal("locked", (say) => say.evidenceAccepted());
  }
  if (state === "rejected" && reason === "") {
    const problems = [{ path: "review", message: (say) => say.reviewMissing() } satisfies Problem];
    throw new Refusal("invalid", (say) => say.invalid(), { problems });
  }
  if (state === before.state && reason === before.review) {
    throw new Refusal("invalid", (say) => say.nothingChanged());
  }
  return { ...before, state, review: reason, reviewedBy: id, reviewedAt: now };
}
