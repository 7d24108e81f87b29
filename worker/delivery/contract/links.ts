import * as z from "zod";
import { text } from "../../kernel/shapes.ts";
import { editionsMax, REPORT_FORMATS } from "../../reporting/terms.ts";
import { LINK_STATES, linkDaysDefault, linkDaysMax, linkNameLengthMax } from "../terms.ts";

const formats = z.array(z.enum(REPORT_FORMATS));

export const CreateLink = z
  .strictObject({
    report: z.number().int().min(1).max(9999).meta({ description: "The number of the report" }),
    edition: z.number().int().min(1).max(editionsMax).nullable().default(null).meta({
      description: "Null: always the newest that was submitted",
    }),
    formats: formats
      .min(1)
      .max(REPORT_FORMATS.length)
      .refine((all) => new Set(all).size === all.length, { params: { sentence: "wrongFormat" } }),
    name: text(linkNameLengthMax).meta({ description: "Whom it is for, as its maker calls them" }),
    days: z.number().int().min(1).max(linkDaysMax).default(linkDaysDefault),
  })
  .meta({ id: "CreateLink" });
export type CreateLink = z.output<typeof CreateLink>;

export const LinkView = z
  .object({
    id: z.string(),
    project: z.string(),
    report: z.number().int(),
    edition: z.number().int().nullable().meta({ description: "Null: always the newest" }),
    formats,
    name: z.string(),
    state: z.enum(LINK_STATES),
    createdAt: z.string(),
    expiresAt: z.string(),
    revokedAt: z.string().nullable(),
    times: z.number().int().meta({ description: "Files that were taken with it" }),
    usedAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: "Link" });
export type LinkView = z.infer<typeof LinkView>;
export const LinkList = z.object({ items: z.array(LinkView) }).meta({ id: "LinkList" });
export type LinkList = z.infer<typeof LinkList>;

/** `link` is shown this once; null when asked again. */
export const LinkMade = LinkView.extend({ link: z.string().nullable() }).meta({ id: "LinkMade" });
export type LinkMade = z.infer<typeof LinkMade>;

const token = z.string().regex(/^[\w-]{43}$/);
export const LinkToken = z.strictObject({ token });
export type LinkToken = z.infer<typeof LinkToken>;

export const TakeShared = z.strictObject({ token, format: z.enum(REPORT_FORMATS) });
export type TakeShared = z.infer<typeof TakeShared>;

/** What a link opens: enough to know what it is, and to check what was taken. */
export const SharedReport = z
  .object({
    projectName: z.string(),
    reportName: z.string(),
    report: z.number().int(),
    edition: z.number().int(),
    newest: z.boolean().meta({ description: "Whether no newer edition has been submitted" }),
    outcome: z.enum(["waiting", "returned", "accepted"]),
    asOf: z.string().meta({ description: "The moment of the figures" }),
    fingerprint: z.string().meta({ description: "SHA-256 of the canonical JSON" }),
    formats,
    expiresAt: z.string(),
  })
  .meta({ id: "SharedReport" });
export type SharedReport = z.infer<typeof SharedReport>;
