import type { Language } from "../kernel/language.ts";
import type { Role } from "../kernel/permissions.ts";
import type { CommentView } from "./contract.ts";

/** Of the CSV, in this order. */
export const COLUMNS = [
  "milestone",
  "municipality",
  "thread",
  "id",
  "writtenAt",
  "editedAt",
  "authorName",
  "role",
  "text",
  "resolvedAt",
] as const satisfies readonly (keyof CommentView)[];
export type CommentColumn = (typeof COLUMNS)[number];

type Words = {
  readonly columns: Readonly<Record<CommentColumn, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  /** For a name that is gone. */
  readonly somebody: string;
  readonly fileName: string;
};

/** What comments are called in a table. */
export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    columns: {
      milestone: "Välitavoite",
      municipality: "Kuntakoodi",
      thread: "Vastaus kommenttiin",
      id: "Tunnus",
      writtenAt: "Kirjoitettu",
      editedAt: "Muokattu",
      authorName: "Kirjoittaja",
      role: "Rooli",
      text: "Kommentti",
      resolvedAt: "Ratkaistu",
    },
    roles: {
      admin: "hyvinvointialueen pääkäyttäjä",
      lead: "hankepäällikkö",
      contact: "yhdyshenkilö",
      steering: "ohjausryhmän jäsen",
      funder: "rahoittaja",
    },
    somebody: "poistettu henkilö",
    fileName: "keskustelu",
  },
  sv: {
    columns: {
      milestone: "Delmål",
      municipality: "Kommunkod",
      thread: "Svar på kommentar",
      id: "Beteckning",
      writtenAt: "Skriven",
      editedAt: "Redigerad",
      authorName: "Skribent",
      role: "Roll",
      text: "Kommentar",
      resolvedAt: "Löst",
    },
    roles: {
      admin: "välfärdsområdets huvudanvändare",
      lead: "projektchef",
      contact: "kontaktperson",
      steering: "medlem i styrgruppen",
      funder: "finansiär",
    },
    somebody: "borttagen person",
    fileName: "diskussion",
  },
  en: {
    columns: {
      milestone: "Milestone",
      municipality: "Municipality code",
      thread: "Reply to comment",
      id: "Identifier",
      writtenAt: "Written",
      editedAt: "Edited",
      authorName: "Author",
      role: "Role",
      text: "Comment",
      resolvedAt: "Resolved",
    },
    roles: {
      admin: "county administrator",
      lead: "project manager",
      contact: "contact",
      steering: "steering group member",
      funder: "funder",
    },
    somebody: "removed person",
    fileName: "discussion",
  },
};
