import * as z from "zod";
import { AccountView, TokenView } from "../identity/contract/account.ts";
import { emailAddress, OwnSession } from "../identity/contract/session.ts";
import { SavedView } from "../identity/contract/views.ts";
import { LANGUAGES } from "../kernel/language.ts";
import { PROJECT_ROLES } from "../kernel/permissions.ts";
import { freeText, municipalityCode, slug } from "../kernel/shapes.ts";
import { municipalitiesMax } from "../projects/terms.ts";
import { DECISIONS, INVITATION_STATES, messageLengthMax } from "./terms.ts";

const codes = z.array(municipalityCode).max(municipalitiesMax);

/** A contact names the municipalities that they speak for; the other roles name none. */
const offer = {
  role: z.enum(PROJECT_ROLES),
  municipalities: codes.default([]),
  deputyFor: codes.default([]).meta({
    description: "Municipalities of a contact whose own contact they stand in for",
  }),
};
const offered = {
  role: z.enum(PROJECT_ROLES),
  municipalities: z.array(z.string()),
  deputyFor: z.array(z.string()),
};

export const MemberView = z
  .object({
    person: z.string().meta({ description: "A pseudonym" }),
    name: z.string(),
    title: z.string(),
    organisation: z.string(),
    email: z.string().nullable(),
    ...offered,
    since: z.string(),
    version: z.number().int(),
  })
  .meta({ id: "Member" });
export type MemberView = z.infer<typeof MemberView>;

export const MemberList = z
  .object({
    items: z.array(MemberView),
    withoutContact: z
      .array(z.object({ code: z.string(), name: z.object({ fi: z.string(), sv: z.string() }) }))
      .meta({ description: "Municipalities of the project that nobody speaks for" }),
  })
  .meta({ id: "MemberList" });
export type MemberList = z.infer<typeof MemberList>;

export const ChangeMember = z.strictObject({
  municipalities: codes.optional(),
  deputyFor: codes.optional(),
});
export type ChangeMember = z.infer<typeof ChangeMember>;

/** A role that has ended, and who speaks for its municipalities now. */
export const MemberLeft = z
  .object({
    person: z.string(),
    role: z.enum(PROJECT_ROLES),
    endedAt: z.string(),
    handedOver: z.array(z.object({ municipality: z.string(), to: z.string() })),
    withoutContact: z.array(z.string()),
  })
  .meta({ id: "MemberLeft" });
export type MemberLeft = z.infer<typeof MemberLeft>;

const MemberChange = z.object({
  at: z.string(),
  kind: z.string(),
  person: z.string(),
  personName: z.string(),
  by: z.string(),
  byName: z.string(),
  ...offered,
  reason: z.string().nullable(),
});
export const MemberHistory = z
  .object({ items: z.array(MemberChange), nextCursor: z.string().nullable() })
  .meta({ id: "MemberHistory" });
export type MemberHistory = z.infer<typeof MemberHistory>;

export const Invite = z.strictObject({
  email: emailAddress,
  ...offer,
  language: z.enum(LANGUAGES).default("fi").meta({ description: "Of the mail" }),
});
export type Invite = z.infer<typeof Invite>;

export const InvitationView = z
  .object({
    id: z.string(),
    project: z.string(),
    ...offered,
    email: z.string().nullable(),
    state: z.enum(INVITATION_STATES),
    createdAt: z.string(),
    expiresAt: z.string(),
    mailedAt: z.string().nullable().meta({ description: "Null where the mail did not go out" }),
    acceptedAt: z.string().nullable(),
    invitedBy: z.string(),
  })
  .meta({ id: "Invitation" });
export type InvitationView = z.infer<typeof InvitationView>;

export const InvitationList = z
  .object({ items: z.array(InvitationView) })
  .meta({ id: "InvitationList" });

/** `link` is shown once, to pass on where mail does not arrive; null when asked again. */
export const InvitationMade = InvitationView.extend({ link: z.string().nullable() }).meta({
  id: "InvitationMade",
});
export type InvitationMade = z.infer<typeof InvitationMade>;

export const InvitationToken = z.strictObject({
  token: z.string().regex(/^[\w-]{43}$/),
});
export type InvitationToken = z.infer<typeof InvitationToken>;

/** What the holder of the link is offered. */
export const InvitationOffer = z
  .object({
    project: z.string(),
    projectName: z.string(),
    ...offered,
    email: z.string().meta({ description: "The address that has to sign in" }),
    expiresAt: z.string(),
  })
  .meta({ id: "InvitationOffer" });
export type InvitationOffer = z.infer<typeof InvitationOffer>;

export const Accepted = z
  .object({ project: z.string(), ...offered })
  .meta({ id: "InvitationAccepted" });
export type Accepted = z.infer<typeof Accepted>;

export const AskAccess = z.strictObject({
  project: slug,
  ...offer,
  message: freeText(messageLengthMax).default(""),
});
export type AskAccess = z.infer<typeof AskAccess>;

export const AccessRequestView = z
  .object({
    id: z.string(),
    project: z.string(),
    ...offered,
    message: z.string(),
    createdAt: z.string(),
    decision: z.enum(DECISIONS).nullable(),
    decidedAt: z.string().nullable(),
    answer: z.string(),
  })
  .meta({ id: "AccessRequest" });
export type AccessRequestView = z.infer<typeof AccessRequestView>;

export const OwnAccessRequests = z
  .object({ items: z.array(AccessRequestView) })
  .meta({ id: "OwnAccessRequests" });

export const AskedAccess = AccessRequestView.extend({
  person: z.string(),
  name: z.string(),
  organisation: z.string(),
  email: z.string().nullable(),
}).meta({ id: "AskedAccess" });
export type AskedAccess = z.infer<typeof AskedAccess>;

export const AskedAccessList = z
  .object({ items: z.array(AskedAccess) })
  .meta({ id: "AskedAccessList" });

/** What the lead grants can differ from what was asked for. */
export const DecideAccess = z.strictObject({
  decision: z.enum(["approved", "declined"]),
  role: z.enum(PROJECT_ROLES).optional(),
  municipalities: codes.optional(),
  deputyFor: codes.optional(),
  answer: freeText(messageLengthMax).default(""),
});
export type DecideAccess = z.infer<typeof DecideAccess>;

/** Everything that is stored on a person (GDPR art. 15 and 20). */
export const OwnData = z
  .object({
    takenAt: z.string(),
    account: AccountView,
    sessions: z.array(OwnSession.omit({ current: true })),
    tokens: z.array(TokenView),
    views: z.array(SavedView),
    signInAccounts: z.array(
      z.object({ provider: z.string(), account: z.string(), createdAt: z.string() }),
    ),
    uses: z.array(
      z.object({
        at: z.string(),
        kind: z.string(),
        project: z.string().nullable(),
        detail: z.string(),
        network: z.string(),
      }),
    ),
    invitations: z.array(
      z.object({ project: z.string(), role: z.string(), createdAt: z.string() }),
    ),
    accessRequests: z.array(AccessRequestView),
    comments: z
      .array(
        z.object({
          project: z.string(),
          milestone: z.number().int(),
          municipality: z.string().nullable(),
          at: z.string(),
          text: z.string(),
        }),
      )
      .meta({ description: "What this person has written in discussions, every version of it" }),
    mentions: z
      .array(z.object({ project: z.string(), at: z.string(), seenAt: z.string().nullable() }))
      .meta({ description: "When others have named this person" }),
    changes: z
      .array(z.object({ at: z.string(), kind: z.string(), subject: z.string() }))
      .meta({ description: "What the history says that this person did, newest first" }),
  })
  .meta({ id: "OwnData" });
export type OwnData = z.infer<typeof OwnData>;
