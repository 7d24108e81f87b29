/** At most so many facts are looked at for one page of a filtered history. */
export const scanMax = 2000;
/** Facts are read until their details come to so many characters; one is always read. */
export const detailSizeMax = 4_000_000;
/** What a text was or became is told up to this many characters; an export has all of it. */
export const valueLengthMax = 600;
/** Facts whose chain is checked in one request. */
export const verifiedMax = 1000;
/** Facts that are read at once for an export. */
export const exportedMax = 500;
/** Rows of the table that are passed by at once to find those of one project. */
export const passedMax = 20_000;
/** At most so many problems are told of one page. */
export const problemsMax = 100;

export const HISTORY_FORMATS = ["jsonl", "csv"] as const;
export const DELIMITERS = ["semicolon", "comma"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Of the form of exported facts: `drizzle/verify.ts` reads it. */
export const factsVersion = 1;

/** What can be wrong with a chain of facts, and with what is told of it. */
export const PROBLEMS = [
  "hash",
  "link",
  "gap",
  "order",
  "row_differs",
  "row_missing",
  "fact_missing",
  "view_differs",
] as const;

/** What became of an edition of a report. `waiting`: for the funder's decision. */
export const STANDINGS = ["in_force", "waiting", "returned", "superseded"] as const;
export type Standing = (typeof STANDINGS)[number];

/** Seconds for which anybody may keep what a fingerprint turned out to be. */
export const checkedAgeMax = 60;

/** Of the form of a pack: the first part grows when a reader could break. */
export const packForm = "etappi.pack";
export const packVersion = "1.0";
/** Files of evidence in one part of a pack: each is fetched from the store while it is sent. */
export const packFilesMax = 400;
/** Bytes of evidence in one part; a file of more than that is a part of its own. */
export const packSizeMax = 1024 * 1024 * 1024;
/** More items than a project can have, and so more parts than a pack. */
export const packItemsMax = 5000;

/** Bytes of a file whose fingerprint a browser reckons. */
export const checkedFileMax = 200 * 1024 * 1024;
/** Up to so many bytes it is also looked at whether JSON says the same in another form. */
export const checkedJsonMax = 32 * 1024 * 1024;
