/** Formats of the status export. */
export const EXPORT_FORMATS = ["xlsx", "csv", "json"] as const;

/** `semicolon`: for Finnish Excel, in words. `comma`: for machines, in codes. */
export const DELIMITERS = ["semicolon", "comma"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Version of the JSON export's schema: the first part grows when a reader could break. */
export const exportVersion = "1.0";
