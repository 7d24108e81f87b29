import type { Language } from "../../../kernel/language.ts";
import { ZONE } from "../../../kernel/zone.ts";
import { WORDS } from "../../words/report.ts";
import { writing } from "./told.ts";

const nothing = "–";

/** How a document writes values of which some may be missing: a dash stands for these. */
export function writtenIn(language: Language) {
  const { number, percent, euro, day } = writing(language);
  const moments = new Intl.DateTimeFormat(WORDS[language].locale, {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: ZONE,
  });
  return {
    date: (date: string | null) => (date === null ? nothing : day(date)),
    dates: (from: string, to: string) => `${day(from)} – ${day(to)}`,
    /** A moment in Helsinki, with its time. */
    moment: (instant: string) => moments.format(new Date(instant)),
    number: (value: number | null) => (value === null ? nothing : number(value)),
    /** Of what is per cent already. */
    percent,
    euros: euro,
  };
}
export type Written = ReturnType<typeof writtenIn>;
