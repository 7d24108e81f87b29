import * as z from "zod";
import type { Sentence } from "../kernel/refusal.ts";
import { milestonesMax } from "../projects/terms.ts";
import {
  changesShownMax,
  columnsMax,
  EMPTY_MEANINGS,
  headerSearchMax,
  IMPORT_KINDS,
  mappingLengthMax,
  type Mark,
  problemsShownMax,
  sheetNameLengthMax,
  sheetRowsMax,
} from "./terms.ts";

/** A value as the file holds it. A date is `2024-06-30`, or empty where it is no day at all. */
export type SheetValue = string | number | boolean | { readonly date: string } | null;

/** Cells merged into one: rows from 1, columns from 0, both ends in it. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** A table as its file holds it, from its first row and column on. */
export type Sheet = {
  readonly name: string;
  readonly format: "xlsx" | "csv" | "json";
  /** How text in it writes decimals; null where the file does not tell. */
  readonly decimal: "," | "." | null;
  readonly rows: readonly (readonly SheetValue[])[];
  /** By address. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  readonly merges: readonly Merge[];
};

export type ReadText = {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "windows-1252";
};

/** What was read of a file: the sheet that was asked for, and the names of all. */
export type SheetFile = {
  readonly names: readonly string[];
  readonly sheet: Sheet;
  /** What is to be known of the file as a whole. */
  readonly notes: readonly Sentence[];
};

/** Something to be said of a row or a cell. Rows from 1, columns from 0, null for a whole row. */
export type Finding = {
  readonly row: number;
  readonly column: number | null;
  readonly message: Sentence;
};

const meaning = z
  .string()
  .regex(/^(?:[a-zA-Z]{1,20}|milestone\/[1-9]\d{0,3}|municipality\/(?:\d{3}|all))$/)
  .meta({
    description:
      "A field, `ignore`, or whose cells the column holds: `milestone/3`, `municipality/837`",
  });

/** What a person says of the columns of a sheet; what is left out is guessed. */
export const Mapping = z.strictObject({
  headerRow: z
    .number()
    .int()
    .min(1)
    .max(sheetRowsMax)
    .optional()
    .meta({
      description: `Where it is not told: looked for in the first ${headerSearchMax} rows`,
    }),
  columns: z
    .array(z.strictObject({ column: z.string().regex(/^[A-Z]{1,3}$/), means: meaning }))
    .max(columnsMax)
    .optional(),
  empty: z.enum(EMPTY_MEANINGS).optional().meta({
    description: "`keep`: an empty cell says nothing; `clear`: that there is nothing",
  }),
  milestone: z.number().int().min(1).max(milestonesMax).optional().meta({
    description: "What the whole sheet is about, where no column tells",
  }),
  municipality: z
    .string()
    .regex(/^(?:\d{3}|all)$/)
    .optional(),
});
export type Mapping = z.infer<typeof Mapping>;

/** What a file is read by. Everything is told in the parts of the form, beside the file. */
export const ImportFields = z.strictObject({
  sheet: z.string().max(sheetNameLengthMax).optional().meta({
    description: "The sheet to read; the first that is not hidden where none is told",
  }),
  mapping: z
    .string()
    .max(mappingLengthMax)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", params: { sentence: "jsonMalformed" } });
        return z.NEVER;
      }
    })
    .pipe(Mapping)
    .optional()
    .meta({
      description: "What the columns hold, as JSON; what is left out is guessed",
      contentMediaType: "application/json",
      contentSchema: z.toJSONSchema(Mapping, { io: "input" }),
    }),
  fingerprint: z.string().max(64).optional().meta({
    description: "Of the preview that was seen: what has changed since is refused with 412",
  }),
});

export const ImportQuery = z.object({
  kind: z.enum(IMPORT_KINDS).default("progress"),
  dryRun: z.enum(["true", "false"]).default("false").meta({
    description: "`true`: tells what would be written and every problem, and writes nothing",
  }),
});

const Said = z.object({
  address: z.string().meta({ description: "As a spreadsheet program shows it: `C14`, or a row" }),
  row: z.number().int(),
  column: z.string().nullable(),
  value: z.string().meta({ description: "What stands there, cut short where it is long" }),
  message: z.string(),
});

const shown = z.union([z.string(), z.number()]).nullable();

export const ImportView = z
  .object({
    kind: z.enum(IMPORT_KINDS),
    written: z.boolean(),
    sheet: z.string(),
    sheets: z.array(z.string()),
    headerRow: z.number().int(),
    empty: z.enum(EMPTY_MEANINGS),
    own: z.boolean().meta({ description: "Whether it has every column of a file taken from here" }),
    columns: z.array(
      z.object({
        column: z.string(),
        heading: z.string(),
        samples: z.array(z.string()),
        means: z.string(),
      }),
    ),
    rows: z.number().int().meta({ description: "Rows that were read" }),
    toChange: z.number().int(),
    unchanged: z.number().int(),
    problemCount: z.number().int(),
    problems: z.array(Said).meta({ description: `At most ${problemsShownMax}` }),
    notes: z.array(Said).meta({ description: "What was read in a way that should be known" }),
    changes: z
      .array(
        z.object({
          address: z.string(),
          milestone: z.number().int(),
          title: z.string(),
          municipality: z.string().nullable(),
          name: z.string(),
          isNew: z.boolean(),
          fields: z.array(z.object({ field: z.string(), before: shown, after: shown })),
        }),
      )
      .meta({ description: `At most ${changesShownMax}, and none once they are written` }),
    fingerprint: z.string(),
  })
  .meta({ id: "Import" });
export type ImportView = z.infer<typeof ImportView>;
