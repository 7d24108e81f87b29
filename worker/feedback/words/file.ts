import type { Language } from "../../kernel/language.ts";
import type { Category, FeedbackState } from "../terms.ts";

/** Of the file, in this order. Addresses stay in the service: a file goes from hand to hand. */
export const COLUMNS = [
  "id",
  "category",
  "state",
  "receivedAt",
  "dueOn",
  "isLate",
  "page",
  "text",
  "answer",
  "answeredAt",
  "mailedAt",
  "closedAt",
  "closedBecause",
  "erasedAt",
] as const;
export type Column = (typeof COLUMNS)[number];

type Words = {
  readonly columns: Readonly<Record<Column, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  readonly states: Readonly<Record<FeedbackState, string>>;
  readonly yes: string;
  readonly fileName: string;
};

/** What the file of feedback says, and the names that the dashboard shares with it. */
export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    columns: {
      id: "Viite",
      category: "Aihe",
      state: "Tila",
      receivedAt: "Saapunut",
      dueOn: "Vastattava viimeistään",
      isLate: "Myöhässä",
      page: "Sivu",
      text: "Palaute",
      answer: "Vastaus",
      answeredAt: "Vastattu",
      mailedAt: "Vastaus lähetetty",
      closedAt: "Suljettu",
      closedBecause: "Miksi suljettu",
      erasedAt: "Tekstit poistettu",
    },
    categories: { accessibility: "Saavutettavuus", other: "Muu" },
    states: { new: "Odottaa vastausta", answered: "Vastattu", closed: "Suljettu" },
    yes: "kyllä",
    fileName: "palaute",
  },
  sv: {
    columns: {
      id: "Referens",
      category: "Ämne",
      state: "Status",
      receivedAt: "Mottagen",
      dueOn: "Ska besvaras senast",
      isLate: "Försenad",
      page: "Sida",
      text: "Respons",
      answer: "Svar",
      answeredAt: "Besvarad",
      mailedAt: "Svaret skickat",
      closedAt: "Avslutad",
      closedBecause: "Varför avslutad",
      erasedAt: "Texterna raderade",
    },
    categories: { accessibility: "Tillgänglighet", other: "Annat" },
    states: { new: "Väntar på svar", answered: "Besvarad", closed: "Avslutad" },
    yes: "ja",
    fileName: "respons",
  },
  en: {
    columns: {
      id: "Reference",
      category: "About",
      state: "State",
      receivedAt: "Received",
      dueOn: "To be answered by",
      isLate: "Late",
      page: "Page",
      text: "Feedback",
      answer: "Answer",
      answeredAt: "Answered",
      mailedAt: "Answer sent",
      closedAt: "Closed",
      closedBecause: "Why closed",
      erasedAt: "Texts erased",
    },
    categories: { accessibility: "Accessibility", other: "Something else" },
    states: { new: "Waiting for an answer", answered: "Answered", closed: "Closed" },
    yes: "yes",
    fileName: "feedback",
  },
};
