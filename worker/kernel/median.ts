/** In the middle of the values that are known, or between the two there; null where none is. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((one) => one !== null).toSorted((one, other) => one - other);
  const upper = known[Math.floor(known.length / 2)];
  const lower = known[Math.ceil(known.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
