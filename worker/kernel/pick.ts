/** These fields of something, and no others that it may have. */
export function pick<From extends object, Key extends keyof From>(
  from: From,
  ...keys: readonly Key[]
): Pick<From, Key> {
  // Every key is there: it is one of `From`.
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<From, Key>;
}
