import * as z from "zod";
import type { EvidenceItem } from "../../evidence/contract.ts";
import { REPORT_FORMATS } from "../../reporting/terms.ts";
import { packForm, packItemsMax, packVersion } from "../terms.ts";
import type { FactRow, FactsHeader } from "./history.ts";

const edition = z.coerce.number().int().min(1).max(99).optional().meta({
  description: "The newest where it is not given",
});

export const ContentsQuery = z.object({ edition });

export const PackQuery = z.object({
  edition,
  part: z.coerce.number().int().min(1).max(packItemsMax).default(1).meta({
    description: "The first has all but the rest of the evidence; as `contents` counts them",
  }),
});

/** How long something is kept, and why. */
const Kept = z.object({
  class: z.literal("funding_evidence"),
  until: z.string().nullable().meta({ description: "A date; null where no end is set" }),
  basis: z.string(),
});

const PackFile = z.object({
  format: z.enum(REPORT_FORMATS),
  language: z.string(),
  digest: z.string(),
  size: z.number().int(),
});

/** What `pack.json` says of a pack. */
export const PackAbout = z.object({
  form: z.literal(packForm),
  version: z.literal(packVersion),
  service: z.string().meta({ description: "Where it was made and can be checked: an origin" }),
  project: z.string(),
  projectName: z.string(),
  report: z.number().int(),
  reportName: z.string(),
  edition: z.number().int(),
  asOf: z.string(),
  fingerprint: z.string(),
  retention: Kept,
  files: z.array(PackFile).meta({ description: "Of the report, as they were given out" }),
  parts: z.number().int(),
});
export type PackAbout = z.infer<typeof PackAbout>;

/** What will be in a pack, before anybody takes it. */
export const PackContents = z
  .object({
    ...PackAbout.omit({ form: true, version: true, service: true, parts: true }).shape,
    facts: z.number().int(),
    items: z.number().int().max(packItemsMax).meta({ description: "Of evidence" }),
    parts: z
      .array(z.object({ part: z.number().int(), files: z.number().int(), size: z.number().int() }))
      .meta({ description: "Each a ZIP; `size` in bytes, of the evidence files in it" }),
  })
  .meta({ id: "PackContents" });
export type PackContents = z.infer<typeof PackContents>;

/** A file of evidence with the ending that it came with. */
export type PackedFile = {
  readonly digest: string;
  readonly size: number;
  readonly ending: string;
};

/** What a part of a pack is written from. */
export type TakenPack = {
  readonly about: PackAbout;
  readonly part: number;
  readonly evidence: readonly PackedFile[];
  /** Of the first part alone, which tells of all. */
  readonly whole: {
    readonly items: readonly (EvidenceItem & { readonly version: number })[];
    readonly milestones: ReadonlyMap<number, string>;
    readonly municipalities: ReadonlyMap<string, string>;
    readonly header: FactsHeader;
    readonly pages: AsyncIterable<readonly FactRow[]>;
  } | null;
  /** The bytes kept under a SHA-256, or null where they are lost. */
  readonly open: (digest: string) => Promise<ReadableStream<Uint8Array> | null>;
};
