type Given<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** The fields of a change that were given: a missing one keeps its value, `null` empties it. */
export function given<Fields extends object>(fields: Fields): Given<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets the keys' names; they are those of `fields`.
  return Object.fromEntries(entries) as Given<Fields>;
}
