/** What can be found, in the order in which equally good finds are told. */
export const FOUND_KINDS = ["project", "municipality", "milestone", "programme"] as const;

export const queryLengthMax = 100;
/** Words of a question that are looked for. */
export const questionWordsMax = 8;
/** Pairs of words that one search compares letter by letter, where nothing is written as asked. */
export const nearComparedMax = 50_000;
export const foundMax = 50;
export const foundDefault = 20;
/** Plans and programmes that one search looks through, the first by slug. */
export const searchedMax = 200;
/** A municipality names so many of the projects that it takes part in. */
export const projectsNamedMax = 5;
