import * as z from "zod";
import { FACT_GROUPS, FACT_KINDS } from "../../history/terms.ts";
import { ROLES } from "../../kernel/permissions.ts";
import { listOf, moment, municipalityCode, page, slug } from "../../kernel/shapes.ts";
import { DELIMITERS, HISTORY_FORMATS, PROBLEMS } from "../terms.ts";

/** People are named by pseudonym alone: addresses are kept in logs. */
const pseudonym = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);

const place = {
  project: slug.optional().meta({
    description: "Without it: programmes and administrators, for the county's administrator",
  }),
};

const filters = {
  subject: z
    .string()
    .max(200)
    .regex(/^[\w:@-]+$/)
    .optional()
    .meta({ description: "What the facts are about", example: "cell:hoppu:3:837" }),
  kind: z
    .enum([...FACT_KINDS, ...FACT_GROUPS])
    .optional()
    .meta({ description: "A kind of fact, or its first half for all of a group" }),
  actor: pseudonym.optional().meta({ description: "Who did it, by pseudonym" }),
  role: z.enum(ROLES).optional().meta({ description: "The role in which it was done" }),
  municipality: municipalityCode.optional(),
  milestone: z.coerce.number().int().min(1).max(9999).optional(),
  since: moment.optional().meta({ description: "From the beginning of this day in Helsinki" }),
  until: moment.optional().meta({ description: "To the end of this day in Helsinki" }),
};

export const HistoryQuery = z.object({ ...page, ...place, ...filters });
export type HistoryQuery = z.infer<typeof HistoryQuery>;

const scope = z.enum(["all"]).optional().meta({
  description: "All facts of the database, for the county's administrator: what `restore` needs",
});

export const HistoryExportQuery = z.object({
  ...place,
  ...filters,
  scope,
  format: z.enum(HISTORY_FORMATS).default("jsonl").meta({
    description: "`jsonl`: every fact with its hash, unfiltered. `csv`: a row for each change",
  }),
  delimiter: z.enum(DELIMITERS).default("semicolon"),
});
export type HistoryExportQuery = z.infer<typeof HistoryExportQuery>;

export const VerifyQuery = z.object({
  ...place,
  scope,
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .meta({ description: "`next` of the page before" }),
  seal: z
    .string()
    .regex(/^([0-9a-f]{64})?$/)
    .default("")
    .meta({ description: "`seal` of the page before" }),
});
export type VerifyQuery = z.infer<typeof VerifyQuery>;

const Value = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
  .nullable()
  .meta({ id: "FactValue" });
export type Value = z.infer<typeof Value>;

const FactChange = z
  .object({
    field: z.string().meta({ description: "Dotted: `dueOnByMunicipality.837`" }),
    before: Value,
    after: Value,
  })
  .meta({ id: "FactChange" });
export type FactChange = z.infer<typeof FactChange>;

const FactView = z
  .object({
    seq: z.number().int(),
    scope: z.string(),
    subject: z.string(),
    version: z.number().int(),
    kind: z.enum(FACT_KINDS),
    at: z.string(),
    actor: z.string().meta({ description: "A pseudonym" }),
    actorName: z.string().meta({ description: "Empty once the person is erased" }),
    role: z.enum(ROLES),
    person: z.string().nullable().meta({ description: "Whose role it is about, by pseudonym" }),
    personName: z.string(),
    reason: z.string().nullable(),
    changes: z.array(FactChange).meta({ description: "Long texts are cut; an export has them" }),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: "Fact" });
export type FactView = z.infer<typeof FactView>;

export const FactList = listOf(FactView).meta({ id: "FactList" });
export type FactList = z.infer<typeof FactList>;

const ChainProblem = z
  .object({
    subject: z.string(),
    version: z.number().int().nullable(),
    problem: z.enum(PROBLEMS),
  })
  .meta({ id: "ChainProblem" });
export type ChainProblem = z.infer<typeof ChainProblem>;

export const VerifyView = z
  .object({
    facts: z.number().int().meta({ description: "Checked on this page" }),
    subjects: z.number().int().meta({ description: "That begin on this page" }),
    problems: z.array(ChainProblem),
    lastSeq: z.number().int(),
    seal: z.string().meta({
      description:
        "Over all facts so far: beginning with an empty text, each makes it the SHA-256 of `<seal> <seq> <hash>`",
    }),
    next: z.number().int().nullable().meta({ description: "Null on the last page" }),
  })
  .meta({ id: "Verification" });
export type VerifyView = z.infer<typeof VerifyView>;

/** A fact as its row holds it: what its hash is made of, and the hash. */
export type FactRow = {
  readonly seq: number;
  readonly scope: string;
  readonly subject: string;
  readonly version: number;
  readonly kind: string;
  readonly actor: string;
  readonly role: string;
  readonly at: string;
  readonly key: string;
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
};

/** The first line of exported facts. */
export type FactsHeader = {
  readonly etappi: "facts";
  readonly version: number;
  /** Null: all facts of the database. */
  readonly scopes: readonly string[] | null;
  readonly exportedAt: string;
  readonly count: number;
  readonly lastSeq: number;
};
