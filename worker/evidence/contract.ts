import * as z from "zod";
import { freeText, listOf, municipalityCode, text } from "../kernel/shapes.ts";
import {
  EVIDENCE_KINDS,
  milestonesMax,
  municipalitiesMax,
  WHOLE_PROJECT,
} from "../projects/terms.ts";
import {
  EVIDENCE_STATES,
  evidenceLinkLengthMax,
  evidenceNoteLengthMax,
  evidenceTitleLengthMax,
  RECORD_KINDS,
  recordVersionMax,
} from "./terms.ts";

/** A record of the service itself: one fact of the project's history. */
const EvidenceRecord = z.object({
  subject: z.string().meta({ example: "report:hoppu:1" }),
  version: z.number().int(),
  kind: z.string(),
  at: z.string(),
  hash: z.string(),
});
export type EvidenceRecord = z.infer<typeof EvidenceRecord>;

export const EvidenceRecords = z
  .object({
    items: z.array(
      EvidenceRecord.extend({
        kind: z.enum(RECORD_KINDS),
        name: z.string().meta({ description: "What it is called, if anything" }),
      }),
    ),
  })
  .meta({ id: "EvidenceRecords", description: "What can stand as evidence, the newest first" });
export type EvidenceRecords = z.infer<typeof EvidenceRecords>;

/** Without a name and password before the host, which could pass for another host. */
const link = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain })
  .max(evidenceLinkLengthMax)
  .refine((address) => !/^https?:\/\/[^/?#]*@/i.test(address));

const place = {
  milestone: z.number().int().min(1).max(milestonesMax),
  municipalities: z
    .array(z.union([municipalityCode, z.literal(WHOLE_PROJECT)]))
    .min(1)
    .max(municipalitiesMax),
  title: text(evidenceTitleLengthMax),
  note: freeText(evidenceNoteLengthMax).default(""),
};

/** A link, a decision (with where it can be read, if anywhere) or a record of the service. */
export const CreateEvidence = z
  .discriminatedUnion("kind", [
    z.strictObject({ ...place, kind: z.literal("link"), url: link }),
    z.strictObject({ ...place, kind: z.literal("decision"), url: link.nullable().default(null) }),
    z.strictObject({
      ...place,
      kind: z.literal("record"),
      subject: z.string().max(200),
      version: z.number().int().min(1).max(recordVersionMax),
    }),
  ])
  .meta({ id: "CreateEvidence" });
export type CreateEvidence = z.output<typeof CreateEvidence>;

/** What comes with a file, as fields of a form: municipalities apart by commas. */
export const FileEvidence = z
  .strictObject({
    milestone: z.coerce.number().int().min(1).max(milestonesMax),
    municipalities: z
      .string()
      .max(municipalitiesMax * 6)
      .transform((codes) => codes.split(",").map((code) => code.trim()))
      .pipe(place.municipalities),
    title: text(evidenceTitleLengthMax).optional(),
    note: place.note,
    kind: z.enum(["file", "decision"]).default("file"),
  })
  .meta({ id: "FileEvidence" });
export type FileEvidence = z.output<typeof FileEvidence>;

export const ReviewEvidence = z
  .strictObject({
    state: z.enum(["accepted", "rejected", "withdrawn"]),
    review: freeText(evidenceNoteLengthMax)
      .default("")
      .meta({ description: "Why; needed to reject" }),
  })
  .meta({ id: "ReviewEvidence" });
export type ReviewEvidence = z.output<typeof ReviewEvidence>;

export const EvidenceView = z
  .object({
    id: z.string(),
    project: z.string(),
    milestone: z.number().int(),
    municipalities: z.array(z.string()).meta({ description: "3-digit codes, or `all`" }),
    kind: z.enum(EVIDENCE_KINDS),
    title: z.string(),
    note: z.string(),
    url: z.string().nullable(),
    digest: z.string().nullable().meta({ description: "SHA-256 of the file, in hexadecimal" }),
    fileName: z.string().nullable(),
    mediaType: z.string().nullable(),
    size: z.number().int().nullable().meta({ description: "Bytes" }),
    record: EvidenceRecord.nullable(),
    state: z.enum(EVIDENCE_STATES),
    review: z.string(),
    addedBy: z.string().meta({ description: "A pseudonym" }),
    addedByName: z.string(),
    addedAt: z.string(),
    reviewedBy: z.string().nullable().meta({ description: "A pseudonym" }),
    reviewedByName: z.string().nullable(),
    reviewedAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: "Evidence" });
export type EvidenceView = z.infer<typeof EvidenceView>;

export const EvidenceList = listOf(EvidenceView)
  .extend({
    counts: z
      .object({
        submitted: z.number().int(),
        accepted: z.number().int(),
        rejected: z.number().int(),
        withdrawn: z.number().int(),
      })
      .meta({ description: "Items of the milestone or project in each state" }),
  })
  .meta({ id: "EvidenceList" });
export type EvidenceList = z.infer<typeof EvidenceList>;

/** As facts carry it: by pseudonyms alone. */
export type EvidenceItem = Omit<EvidenceView, "version" | "addedByName" | "reviewedByName">;
