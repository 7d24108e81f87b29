import * as z from "zod";
import { ROLES } from "../kernel/permissions.ts";
import { freeText, listOf, municipalityCode, text } from "../kernel/shapes.ts";
import { WHOLE_PROJECT } from "../projects/terms.ts";
import { COMMENT_STATES, commentLengthMax, removalReasonLengthMax, SHOWN_STATES } from "./terms.ts";

const said = text(commentLengthMax).meta({
  description: "Plain text. `@[pseudonym]` names a member of the project",
});
const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);

export const WriteComment = z
  .strictObject({
    text: said,
    municipality: z
      .union([municipalityCode, z.literal(WHOLE_PROJECT)])
      .nullable()
      .default(null)
      .meta({ description: "The cell that it is about; null: the milestone. A reply has none" }),
    thread: id.nullable().default(null).meta({ description: "The comment that it answers" }),
  })
  .meta({ id: "WriteComment" });
export type WriteComment = z.output<typeof WriteComment>;

export const ChangeComment = z.strictObject({ text: said }).meta({ id: "ChangeComment" });
export type ChangeComment = z.output<typeof ChangeComment>;

export const WithdrawComment = z
  .strictObject({
    reason: freeText(removalReasonLengthMax)
      .default("")
      .meta({ description: "Needed to remove what another has written; it is kept" }),
  })
  .meta({ id: "WithdrawComment" });
export type WithdrawComment = z.output<typeof WithdrawComment>;

export const ResolveThread = z
  .strictObject({ resolved: z.boolean() })
  .meta({ id: "ResolveThread" });
export type ResolveThread = z.output<typeof ResolveThread>;

/** As facts carry it: by pseudonyms and a digest of the text, never the text. */
const CommentSaid = z.object({
  id: z.string(),
  project: z.string(),
  milestone: z.number().int(),
  municipality: z.string().nullable(),
  thread: z.string().nullable(),
  textDigest: z.string(),
  mentions: z.array(z.string()),
  author: z.string().meta({ description: "A pseudonym" }),
  role: z.enum(ROLES).meta({ description: "In which they wrote" }),
  writtenAt: z.string(),
  editedAt: z.string().nullable(),
  state: z.enum(COMMENT_STATES),
  removedBecause: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  resolvedBy: z.string().nullable(),
});
export type CommentSaid = z.infer<typeof CommentSaid>;

export const CommentView = CommentSaid.omit({ textDigest: true })
  .extend({
    text: z
      .string()
      .nullable()
      .meta({ description: "Null once it has been taken away, and in an answer said again" }),
    state: z.enum(SHOWN_STATES),
    mentions: z.array(z.object({ person: z.string(), name: z.string() })),
    authorName: z
      .string()
      .meta({ description: "Empty for one who was erased; no answer said again has names" }),
    resolvedByName: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: "Comment" });
export type CommentView = z.infer<typeof CommentView>;

/** A comment and the texts that it has had, the newest first: up to fifty. */
export const CommentDetail = CommentView.extend({
  texts: z.array(z.object({ version: z.number().int(), at: z.string(), text: z.string() })),
  hasMoreTexts: z.boolean().meta({ description: "Whether it has had texts before these" }),
}).meta({ id: "CommentDetail" });
export type CommentDetail = z.infer<typeof CommentDetail>;

const Thread = CommentView.extend({
  replies: z.array(CommentView).meta({ description: "The oldest first" }),
}).meta({ id: "CommentThread" });
export type Thread = z.infer<typeof Thread>;

export const ThreadList = listOf(Thread)
  .extend({
    counts: z
      .object({ open: z.number().int(), resolved: z.number().int() })
      .meta({ description: "Threads of the milestone, or of the cell that is asked for" }),
  })
  .meta({ id: "CommentThreads" });
export type ThreadList = z.infer<typeof ThreadList>;

const MentionView = z
  .object({
    comment: CommentView,
    milestoneTitle: z.string(),
    projectName: z.string(),
    seenAt: z.string().nullable().meta({ description: "Null until one has looked at the list" }),
  })
  .meta({ id: "Mention" });
export type MentionView = z.infer<typeof MentionView>;

export const MentionList = listOf(MentionView)
  .extend({ unseen: z.number().int() })
  .meta({ id: "MentionList" });
export type MentionList = z.infer<typeof MentionList>;

export const MentionsSeen = z.object({ unseen: z.number().int() }).meta({ id: "MentionsSeen" });
