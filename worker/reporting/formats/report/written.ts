import type { Language } from "../../../kernel/language.ts";
import { ZONE } from "../../../kernel/zone.ts";
import { isCounted } from "../../../progress/terms.ts";
import type { DocumentCell, PlainFigures } from "../../contract/document.ts";
import { WORDS } from "../../words/report.ts";
import { writing } from "./told.ts";

const nothing = "–";

const momentsOf = (language: Language) =>
  new Intl.DateTimeFormat(WORDS[language].locale, {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: ZONE,
  });
/** Slow to make, and a table has a moment in every row. */
const MOMENTS = { fi: momentsOf("fi"), sv: momentsOf("sv"), en: momentsOf("en") } as const;

/** A moment in Helsinki, with its time. */
export const momentIn = (instant: string, language: Language): string =>
  MOMENTS[language].format(new Date(instant));

/** How a document writes values of which some may be missing: a dash stands for these. */
export function writtenIn(language: Language) {
  const { number, percent, euro, day } = writing(language);
  return {
    date: (date: string | null) => (date === null ? nothing : day(date)),
    dates: (from: string, to: string) => `${day(from)} – ${day(to)}`,
    /** A moment in Helsinki, with its time. */
    moment: (instant: string) => momentIn(instant, language),
    number: (value: number | null) => (value === null ? nothing : number(value)),
    /** Of what is per cent already. */
    percent,
    euros: euro,
  };
}
export type Written = ReturnType<typeof writtenIn>;

/** How many of some cells are done, of how many: divided as the figures of the whole report are. */
export function doneOf(cells: readonly DocumentCell[]): Pick<PlainFigures, "done" | "counted"> {
  return {
    done: cells.filter(({ declared }) => declared === "done").length,
    counted: cells.filter(({ declared }) => isCounted(declared)).length,
  };
}
