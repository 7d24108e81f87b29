import { EVIDENCE_KINDS, type EvidenceKind } from "../../projects/terms.ts";
import type { Evidence } from "../terms.ts";

/**
 * What has been shown of a cell, from the different `kind:state` of its items and the kinds that
 * its milestone asks for. `partial`: a kind is missing, or has been rejected only. A milestone that
 * asks for no kind takes any.
 */
export function evidenceOf(items: readonly string[], asked: readonly EvidenceKind[]): Evidence {
  if (items.length === 0) return "none";
  const standing = items.filter((item) => !item.endsWith(":rejected"));
  if (standing.length === 0) return "rejected";
  const has = (kind: EvidenceKind) => standing.some((item) => item.startsWith(`${kind}:`));
  if (!asked.every(has)) return "partial";
  const isAccepted = (kind: EvidenceKind) => standing.includes(`${kind}:accepted`);
  const accepted = asked.length === 0 ? EVIDENCE_KINDS.some(isAccepted) : asked.every(isAccepted);
  return accepted ? "accepted" : "submitted";
}
