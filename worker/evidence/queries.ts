import type { EvidenceItem } from "./contract.ts";
import { evidenceByCell } from "./domain.ts";

type PastState = { readonly subject: string; readonly detail: string };

/** The evidence of each cell at a past moment, from the facts that were the newest then. */
export function evidenceFrom(facts: readonly PastState[]): Record<string, string[]> {
  return evidenceByCell(
    facts
      .filter(({ subject }) => subject.startsWith("evidence:"))
      // Facts of evidence are written by this context's commands alone, with this shape.
      .map(({ detail }) => (JSON.parse(detail) as { after: EvidenceItem }).after),
  );
}
