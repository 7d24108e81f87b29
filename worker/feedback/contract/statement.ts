import * as z from "zod";
import { emailAddress } from "../../identity/contract/session.ts";
import { date, freeText, translated } from "../../kernel/shapes.ts";
import {
  CONFORMANCES,
  criterionLengthMax,
  nameLengthMax,
  paragraphLengthMax,
  shortcomingsMax,
  urlLengthMax,
} from "../terms.ts";

const webAddress = z
  .url({ protocol: /^https$/ })
  .max(urlLengthMax)
  .meta({ format: "uri", example: "https://www.saavutettavuusvaatimukset.fi/" });

const Shortcoming = z.strictObject({
  what: translated(paragraphLengthMax),
  why: translated(paragraphLengthMax),
  criterion: freeText(criterionLengthMax).meta({ example: "WCAG 1.1.1, 1.3.1" }),
  alternative: translated(paragraphLengthMax),
  resolveBy: date.nullable(),
});
export type Shortcoming = z.infer<typeof Shortcoming>;

const statementFields = {
  serviceName: translated(nameLengthMax),
  conformance: z.enum(CONFORMANCES),
  assessedOn: date,
  assessedHow: translated(paragraphLengthMax),
  shortcomings: z.array(Shortcoming).max(shortcomingsMax),
  otherwise: translated(paragraphLengthMax).meta({
    description: "How to get what is not accessible in another way",
  }),
  contactEmail: emailAddress.meta({ description: "A role's mailbox, not a person's" }),
  authority: z.strictObject({
    name: translated(nameLengthMax),
    url: z.strictObject({ fi: webAddress, sv: webAddress, en: webAddress }),
    contact: translated(nameLengthMax),
  }),
};

/** The whole statement, as an administrator approves it. */
export const ApproveStatement = z.strictObject(statementFields);
export type ApproveStatement = z.output<typeof ApproveStatement>;

export const StatementView = z
  .object({
    ...statementFields,
    assessedOn: statementFields.assessedOn.nullable(),
    contactEmail: z.string().nullable(),
    version: z.number().int(),
    firstApprovedAt: z.string().nullable().meta({ description: "Null: a draft, with version 0" }),
    approvedAt: z.string().nullable(),
  })
  .meta({ id: "AccessibilityStatement" });
export type StatementView = z.infer<typeof StatementView>;
