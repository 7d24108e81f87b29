import type { EvidenceItem } from "./contract.ts";
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
