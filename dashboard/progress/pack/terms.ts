/** What a pack can hold, in the order in which it is bound. */
export const PARTS = [
  "overview",
  "matrix",
  "attention",
  "changes",
  "targets",
  "risks",
  "dates",
] as const;
export type Part = (typeof PARTS)[number];

/** Rows of what needs a look, and of risks and deviations. */
export const rowsMax = 500;
export const audienceLengthMax = 120;
/** So much of a fingerprint is enough to tell two apart. */
export const fingerprintLengthMin = 16;
export const fingerprintLength = 64;

/** The parts that an address asks for; all where it asks for none. */
export function partsIn(asked: string | null): readonly Part[] {
  if (asked === null) return PARTS;
  const names = asked.split(",");
  return PARTS.filter((part) => names.includes(part));
}

/** `0123abcd…` in groups of four, as people read it aloud. */
export const grouped = (fingerprint: string) => fingerprint.match(/.{1,4}/g)?.join(" ") ?? "";
