/** Who has looked at an item. `withdrawn`: taken back by whoever gave it, before it was accepted. */
export const EVIDENCE_STATES = ["submitted", "accepted", "rejected", "withdrawn"] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** Of several items of a kind, the first of these that one is in says how the kind stands. */
export const WEIGHED_STATES = [
  "accepted",
  "submitted",
  "rejected",
] as const satisfies readonly EvidenceState[];

export const evidenceTitleLengthMax = 200;
export const evidenceNoteLengthMax = 2000;
export const evidenceLinkLengthMax = 2000;
export const fileNameLengthMax = 200;
/** Items of one project. */
export const evidenceMax = 5000;
/** Items of one milestone: its cells' evidence is read again whenever one of them changes. */
export const evidenceOfMilestoneMax = 500;

/** What of the service's own records can stand as evidence: never somebody's word on the cell itself. */
export const RECORD_KINDS = ["report.submitted", "plan.granted", "plan.amended"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
/** Records that are offered, the newest. */
export const recordsMax = 200;
export const recordVersionMax = 1_000_000;
