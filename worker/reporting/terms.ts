/** Formats of the status export. */
export const EXPORT_FORMATS = ["xlsx", "csv", "json"] as const;

/** `semicolon`: for Finnish Excel, in words. `comma`: for machines, in codes. */
export const DELIMITERS = ["semicolon", "comma"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Version of the JSON export's schema: the first part grows when a reader could break. */
export const exportVersion = "1.1";

/** `draft` is seen by those who work on it, `submitted` also by the funder. */
export const REPORT_STATES = ["draft", "submitted"] as const;

export const reportNameLengthMax = 120;
export const reportMessageLengthMax = 2000;
export const reportsMax = 200;
/** Rows of a list in one file: more than a project has cells. */
export const rowsMax = 20_000;
