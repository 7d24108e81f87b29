import type { Language } from "../../../kernel/language.ts";
import { ZONE } from "../../../kernel/zone.ts";
import { en } from "./en.ts";
import { fi, type Words } from "./fi.ts";
import { sv } from "./sv.ts";

/** What the PDF of a report says, in three languages. */
export const WORDS: Readonly<Record<Language, Words>> = { fi, sv, en };

/** A sentence with its values: each `#name` of it is replaced. */
export function filled(
  sentence: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return sentence.replace(/#(\w+)/g, (whole, name: string) => String(values[name] ?? whole));
}

const LOCALES: Readonly<Record<Language, string>> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

/** How a language writes what stands in a report; a dash for what is not known. */
export function writtenIn(language: Language) {
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const euros = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });
  const day = { day: "numeric", month: "numeric", year: "numeric" } as const;
  const dates = new Intl.DateTimeFormat(locale, { ...day, timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(locale, {
    ...day,
    hour: "2-digit",
    minute: "2-digit",
    timeZone: ZONE,
  });
  const collator = new Intl.Collator(language === "sv" ? "sv" : "fi");
  return {
    number: (value: number | null) => (value === null ? "–" : numbers.format(value)),
    /** Of a percentage from 0 to 100. */
    percent: (value: number | null) => (value === null ? "–" : percents.format(value / 100)),
    euros: (value: number) => euros.format(value),
    /** Of `2024-06-30`. */
    date: (date: string | null) =>
      date === null ? "–" : dates.format(new Date(`${date}T00:00:00Z`)),
    /** Of an instant, in Helsinki. */
    moment: (instant: string) => moments.format(new Date(instant)),
    compare: (one: string, other: string) => collator.compare(one, other),
  };
}
export type Written = ReturnType<typeof writtenIn>;
