import * as z from "zod";
import { ROLES } from "../../kernel/permissions.ts";
import { date, freeText, listOf, page, slug, text } from "../../kernel/shapes.ts";
import { ReportPeriod, ReportSection } from "../../projects/contract/programmes.ts";
import { REPORT_KINDS, REPORT_SECTIONS, reportSectionsMax } from "../../projects/terms.ts";
import {
  ASKED_TURNS,
  budgetMax,
  decisionNoteLengthMax,
  DELIMITERS,
  editionsMax,
  REPORT_FORMATS,
  REPORT_STATES,
  reportMessageLengthMax,
  reportNameLengthMax,
  sectionTextLengthMax,
  THIN,
  TURNS,
} from "../terms.ts";

/** A period of the programme's calendar, known by its kind and its dates. */
const PeriodChoice = ReportPeriod.pick({ kind: true, startsOn: true, endsOn: true });

const amount = z.number().min(0).max(budgetMax);
const Budget = z.strictObject({ granted: amount, used: amount }).meta({
  description: "In euros: what was granted for the project, and what of it has been used",
});

const report = {
  name: text(reportNameLengthMax),
  message: freeText(reportMessageLengthMax).meta({ description: "To the funder" }),
  budget: Budget.nullable(),
};

export const CreateReport = z
  .strictObject({
    ...report,
    message: report.message.default(""),
    budget: report.budget.default(null),
    period: PeriodChoice.nullable().default(null).meta({
      description: "Of the programme's calendar; null for a report that no calendar asks for",
    }),
  })
  .meta({ id: "CreateReport" });
export type CreateReport = z.output<typeof CreateReport>;

export const ChangeReport = z.strictObject(report).partial().meta({ id: "ChangeReport" });
export type ChangeReport = z.infer<typeof ChangeReport>;

export const WriteSection = z
  .strictObject({ text: freeText(sectionTextLengthMax) })
  .meta({ id: "WriteSection" });
export type WriteSection = z.infer<typeof WriteSection>;

const note = freeText(decisionNoteLengthMax);

export const ReturnReport = z
  .strictObject({
    note: text(decisionNoteLengthMax).meta({ description: "What has to change" }),
    sections: z
      .array(z.strictObject({ section: slug, note: text(decisionNoteLengthMax) }))
      .max(reportSectionsMax)
      .default([]),
  })
  .meta({ id: "ReturnReport" });
export type ReturnReport = z.output<typeof ReturnReport>;

export const AcceptReport = z.strictObject({ note: note.default("") }).meta({ id: "AcceptReport" });
export type AcceptReport = z.output<typeof AcceptReport>;

export const CorrectReport = z
  .strictObject({
    edition: z.number().int().min(1).max(editionsMax).meta({
      description: "The edition that is corrected: the newest, or the request is refused",
    }),
    reason: text(decisionNoteLengthMax),
  })
  .meta({ id: "CorrectReport" });
export type CorrectReport = z.infer<typeof CorrectReport>;

/** A numbered correction of an accepted edition. */
export const Correction = z.object({
  number: z.number().int(),
  edition: z.number().int().meta({ description: "The edition that it corrects" }),
  reason: z.string(),
  at: z.string(),
});
export type Correction = z.infer<typeof Correction>;

const Decision = z.object({
  outcome: z.enum(["returned", "accepted"]),
  edition: z.number().int(),
  note: z.string(),
  sections: z.array(z.object({ section: z.string(), note: z.string() })),
  at: z.string(),
});
export type Decision = z.infer<typeof Decision>;

const reportFields = {
  project: z.string(),
  number: z.number().int(),
  name: z.string(),
  message: z.string(),
  budget: Budget.nullable(),
  period: ReportPeriod.nullable().meta({ description: "As the calendar had it when it began" }),
  sections: z.array(ReportSection).meta({ description: "The programme's, when it began" }),
  state: z.enum(REPORT_STATES),
  edition: z.number().int().meta({ description: "Of the newest submission; 0 before the first" }),
  asOf: z
    .string()
    .nullable()
    .meta({ description: "The moment of the newest edition's figures; null before the first" }),
  correction: Correction.nullable().meta({ description: "The correction that is under way" }),
  decision: Decision.nullable().meta({ description: "What the funder decided last" }),
  accepted: z
    .object({ edition: z.number().int(), asOf: z.string(), at: z.string() })
    .nullable()
    .meta({ description: "The edition that is in force, and when it was accepted" }),
  fingerprint: z
    .string()
    .nullable()
    .meta({ description: "SHA-256 of the newest edition's canonical JSON" }),
  size: z.number().int().nullable().meta({ description: "Bytes of that" }),
  createdAt: z.string(),
};

/** A report as its facts carry it. Its texts have facts of their own. */
const ReportState = z.object(reportFields);
export type ReportState = z.infer<typeof ReportState>;

/** A report in a list: without its sections. */
export const ReportView = z
  .object({
    ...ReportState.omit({ sections: true }).shape,
    turn: z.enum(TURNS).meta({ description: "Who has to do something next" }),
    version: z.number().int(),
  })
  .meta({ id: "Report" });
export type ReportView = z.infer<typeof ReportView>;
export const ReportList = listOf(ReportView).meta({ id: "ReportList" });
export type ReportList = z.infer<typeof ReportList>;

export const SectionView = z
  .object({
    ...ReportSection.shape,
    text: z.string(),
    version: z.number().int().meta({ description: "Of its text; 0 where nobody has written yet" }),
  })
  .meta({ id: "SectionOfReport" });
export type SectionView = z.infer<typeof SectionView>;

/** One report whole. A funder is given the text of the newest edition, never of a draft. */
export const ReportDetail = z
  .object({ ...ReportView.shape, sections: z.array(SectionView) })
  .meta({ id: "ReportDetail" });
export type ReportDetail = z.infer<typeof ReportDetail>;

/** A section as a reader of a format sees it: what the service knows, and what the team wrote. */
const ToldSection = z.object({
  key: z.string(),
  kind: z.enum(REPORT_SECTIONS),
  title: z.string(),
  guidance: z.string().nullable(),
  sentences: z.array(z.string()).meta({ description: "Put together by the service" }),
  isUnknown: z.boolean().meta({ description: "The service knows nothing of this" }),
  text: z.string().meta({ description: "The team's, in the language in which it was written" }),
});
export type ToldSection = z.infer<typeof ToldSection>;
export const ToldList = z
  .object({ items: z.array(ToldSection), changes: z.array(z.string()) })
  .meta({ id: "ToldReport", description: "The sections, and what moved since the last accepted" });
export type ToldList = z.infer<typeof ToldList>;

const SectionVersion = z.object({
  version: z.number().int(),
  at: z.string(),
  actor: z.string().meta({ description: "A pseudonym" }),
  actorName: z.string().meta({ description: "Empty for one who was erased" }),
  role: z.enum(ROLES),
  text: z.string(),
});
export type SectionVersion = z.infer<typeof SectionVersion>;
export const SectionVersions = listOf(SectionVersion).meta({ id: "SectionVersions" });

/** What a report still lacks: told before it is submitted, and no reason to refuse it. */
export const ThinView = z
  .object({
    items: z.array(
      z.object({
        code: z.enum(THIN),
        count: z.number().int(),
        sections: z.array(z.string()).meta({ description: "Keys, for section_empty" }),
      }),
    ),
  })
  .meta({ id: "ThinParts" });
export type ThinView = z.infer<typeof ThinView>;

/** A submission: what was frozen, under its SHA-256. Never changed, and superseded by the next. */
export const EditionView = z
  .object({
    edition: z.number().int(),
    asOf: z.string(),
    fingerprint: z.string().meta({ description: "SHA-256 of the canonical JSON, hexadecimal" }),
    size: z.number().int().meta({ description: "Bytes of the canonical JSON" }),
    correction: Correction.nullable(),
    outcome: z.enum(["waiting", "returned", "accepted"]),
    decidedAt: z.string().nullable(),
    note: z.string().meta({ description: "Of the funder" }),
    sections: z
      .array(z.object({ section: z.string(), note: z.string() }))
      .meta({ description: "What the funder wrote on sections" }),
  })
  .meta({ id: "Edition" });
export type EditionView = z.infer<typeof EditionView>;
export const EditionList = z.object({ items: z.array(EditionView) }).meta({ id: "EditionList" });

const ReportEntry = z.object({
  version: z.number().int(),
  kind: z.string(),
  at: z.string(),
  actor: z.string().meta({ description: "A pseudonym" }),
  actorName: z.string(),
  role: z.enum(ROLES),
  edition: z.number().int(),
  note: z.string().meta({ description: "Of a return, an acceptance or a correction" }),
});
export type ReportEntry = z.infer<typeof ReportEntry>;
export const ReportHistory = listOf(ReportEntry).meta({ id: "ReportHistory" });

export const ReportExportQuery = z.object({
  format: z.enum(REPORT_FORMATS),
  edition: z.coerce.number().int().min(1).max(editionsMax).optional().meta({
    description: "The newest where it is not given; a draft's figures are of now",
  }),
});

const calendarAsked = {
  turn: z.enum(ASKED_TURNS).optional().meta({
    description: "Whose turn it is; open: the team's or the funder's",
  }),
  late: z.enum(["true", "false"]).optional().meta({ description: "Late ones, or the others" }),
};
export const CalendarQuery = z.object({ ...page, ...calendarAsked });

/** The same over all projects. */
export const CalendarsQuery = CalendarQuery.extend({ programme: slug.optional() });
export const CalendarExportQuery = CalendarsQuery.omit({ limit: true, cursor: true }).extend({
  project: slug.optional(),
  delimiter: z.enum(DELIMITERS).default("semicolon"),
});
export type CalendarAsked = Omit<z.infer<typeof CalendarExportQuery>, "delimiter">;

/** A report that the calendar of a programme asks of a project. */
export const DueReport = z
  .object({
    project: z.string(),
    projectName: z.string(),
    programme: z.string(),
    period: z.string(),
    kind: z.enum(REPORT_KINDS),
    startsOn: date,
    endsOn: date,
    dueOn: date,
    state: z.enum([...REPORT_STATES, "missing"]),
    turn: z.enum(TURNS),
    number: z.number().int().nullable().meta({ description: "Null where nobody has begun it" }),
    submittedOn: z.string().nullable(),
    late: z
      .boolean()
      .meta({ description: "Past due and with the team, in Helsinki; a correction is not" }),
  })
  .meta({ id: "DueReport" });
export type DueReport = z.infer<typeof DueReport>;
export const DueReportList = listOf(DueReport).meta({ id: "DueReportList" });
export type DueReportList = z.infer<typeof DueReportList>;
