import * as z from "zod";
import { emailAddress } from "../../identity/contract/session.ts";
import { LANGUAGES } from "../../kernel/language.ts";
import { freeText, listOf, page, text } from "../../kernel/shapes.ts";
import {
  answerLengthMax,
  becauseLengthMax,
  CATEGORIES,
  DELIMITERS,
  FEEDBACK_STATES,
  feedbackLengthMax,
  pageLengthMax,
} from "../terms.ts";

/** A page of the service by its path: what stands behind `?` and `#` may name people. */
const pagePath = freeText(pageLengthMax).transform((path) => path.split(/[?#]/)[0] ?? "");

export const SendFeedback = z.strictObject({
  category: z.enum(CATEGORIES),
  text: text(feedbackLengthMax),
  page: pagePath.default("").meta({ example: "/projects/hoppu" }),
  email: emailAddress.nullable().default(null),
  leaveEmpty: z
    .string()
    .max(pageLengthMax)
    .refine((value) => value === "", { params: { sentence: "leaveEmpty" } })
    .default("")
    .meta({ description: "A field that people do not see: programs that fill it are refused" }),
});
export type SendFeedback = z.output<typeof SendFeedback>;

/** What the sender is told at once. */
export const FeedbackReceived = z
  .object({
    id: z.string().meta({ description: "The reference", example: "0p3w7kd-4f7m" }),
    receivedAt: z.string(),
    dueOn: z.string().meta({ description: "An answer is given by this date" }),
    isMailed: z.boolean().meta({ description: "Whether a letter confirms it" }),
  })
  .meta({ id: "FeedbackReceived" });
export type FeedbackReceived = z.infer<typeof FeedbackReceived>;

export const FeedbackView = z
  .object({
    id: z.string(),
    category: z.enum(CATEGORIES),
    text: z.string().meta({ description: "Empty once it has been erased" }),
    page: z.string(),
    email: z.string().nullable(),
    language: z.enum(LANGUAGES),
    state: z.enum(FEEDBACK_STATES),
    receivedAt: z.string(),
    dueOn: z.string(),
    isLate: z.boolean(),
    answer: z.string(),
    answeredAt: z.string().nullable(),
    answeredBy: z.string().nullable().meta({ description: "A pseudonym" }),
    mailedAt: z.string().nullable().meta({ description: "When the answer went out as a letter" }),
    closedAt: z.string().nullable(),
    closedBy: z.string().nullable().meta({ description: "A pseudonym" }),
    closedBecause: z.string(),
    erasedAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: "Feedback" });
export type FeedbackView = z.infer<typeof FeedbackView>;

export const FeedbackList = listOf(FeedbackView)
  .extend({
    waiting: z.number().int().meta({ description: "Of all that is not answered" }),
    late: z.number().int().meta({ description: "Of these, more than two weeks old" }),
  })
  .meta({ id: "FeedbackList" });
export type FeedbackList = z.infer<typeof FeedbackList>;

export const FeedbackQuery = z.object({
  ...page,
  state: z.enum(FEEDBACK_STATES).default("new").meta({
    description: "What waits comes oldest first, everything else newest first",
  }),
});
export type FeedbackQuery = z.output<typeof FeedbackQuery>;

export const FeedbackExportQuery = z.object({
  delimiter: z.enum(DELIMITERS).default("semicolon"),
});

export const AnswerFeedback = z.strictObject({ answer: text(answerLengthMax) });
export type AnswerFeedback = z.output<typeof AnswerFeedback>;

export const CloseFeedback = z.strictObject({ because: text(becauseLengthMax) });
export type CloseFeedback = z.output<typeof CloseFeedback>;
