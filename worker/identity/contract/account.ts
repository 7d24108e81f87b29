import * as z from "zod";
import { LANGUAGES } from "../../kernel/language.ts";
import { ROLES, TOKEN_SCOPES } from "../../kernel/permissions.ts";
import { freeText, listOf, slug, text } from "../../kernel/shapes.ts";
import { NOTICES, personNameLengthMax, tokenDaysMax, tokenNameLengthMax } from "../terms.ts";

const contact = {
  name: freeText(personNameLengthMax),
  title: freeText(personNameLengthMax).meta({ description: "Work title" }),
  organisation: freeText(personNameLengthMax),
  language: z.enum(LANGUAGES),
  notices: z.enum(NOTICES),
};

export const ChangeAccount = z.strictObject(contact).partial();
export type ChangeAccount = z.infer<typeof ChangeAccount>;

/** A role that a person holds or has held. `project` is `@county` for an administrator. */
const HeldRole = z.object({
  project: z.string(),
  role: z.enum(ROLES),
  municipalities: z.array(z.string()),
  deputyFor: z.array(z.string()),
  since: z.string(),
  endedAt: z.string().nullable(),
  version: z.number().int().meta({ description: "For If-Match, to leave" }),
});

const person = {
  id: z.string().meta({ description: "The pseudonym that the history carries" }),
  ...contact,
  email: z.string().nullable(),
  createdAt: z.string(),
  version: z.number().int(),
};

export const AccountView = z
  .object({ ...person, roles: z.array(HeldRole) })
  .meta({ id: "Account" });
export type AccountView = z.infer<typeof AccountView>;

export const TokenView = z
  .object({
    id: z.string(),
    name: z.string(),
    scope: z.enum(TOKEN_SCOPES),
    project: z.string().nullable().meta({ description: "Null: all projects of its owner" }),
    createdAt: z.string(),
    expiresAt: z.string(),
    usedAt: z.string().nullable().meta({ description: "To within five minutes" }),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: "Token" });
export type TokenView = z.infer<typeof TokenView>;
export const TokenList = z.object({ items: z.array(TokenView) }).meta({ id: "TokenList" });

export const CreateToken = z.strictObject({
  name: text(tokenNameLengthMax),
  scope: z.enum(TOKEN_SCOPES).meta({
    description: "reports: submitted reports. read: also plan and progress. write: also updates",
  }),
  project: slug.nullable().default(null),
  days: z.int().min(1).max(tokenDaysMax).default(90),
});
export type CreateToken = z.infer<typeof CreateToken>;

export const TokenCreated = TokenView.extend({
  token: z.string().nullable().meta({ description: "Shown this once; null when asked again" }),
}).meta({ id: "TokenCreated" });
export type TokenCreated = z.infer<typeof TokenCreated>;

export const PersonView = z
  .object({
    ...person,
    admin: z.boolean(),
    demo: z.boolean(),
    erasedAt: z.string().nullable(),
    roles: z.array(HeldRole),
  })
  .meta({ id: "Person" });
export type PersonView = z.infer<typeof PersonView>;
export const PersonList = listOf(PersonView).meta({ id: "PersonList" });
export type PersonList = z.infer<typeof PersonList>;
