import type { Language } from "../../kernel/language.ts";

/** The dates of a cell, in the order in which they come about. */
export const DATES = ["grantedDueOn", "dueOn", "reportedOn", "forecastOn", "doneOn"] as const;

type Forms = { readonly one: string; readonly other: string };

type Words = {
  readonly title: string;
  readonly date: string;
  readonly difference: string;
  readonly names: Readonly<Record<(typeof DATES)[number], string>>;
  /** What stands for a milestone of which nothing was granted. */
  readonly notGranted: string;
  readonly none: string;
  readonly same: string;
  /** Before how far the date of now is from the granted one. */
  readonly now: string;
  readonly later: Forms;
  readonly earlier: Forms;
};

/** What the dates of a cell are called, and how far one is from another. */
export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    title: "Päivämäärät",
    date: "Päivä",
    difference: "Ero myönnettyyn",
    names: {
      grantedDueOn: "Myönnetty",
      dueOn: "Määräpäivä nyt",
      reportedOn: "Viimeksi raportoitu",
      forecastOn: "Ennuste",
      doneOn: "Toteutunut",
    },
    notGranted: "Ei myönnettyä",
    none: "–",
    same: "sama",
    now: "nyt",
    later: { one: "# pv myöhemmin", other: "# pv myöhemmin" },
    earlier: { one: "# pv aiemmin", other: "# pv aiemmin" },
  },
  sv: {
    title: "Datum",
    date: "Dag",
    difference: "Skillnad mot beviljat",
    names: {
      grantedDueOn: "Beviljat",
      dueOn: "Förfaller nu",
      reportedOn: "Senast rapporterat",
      forecastOn: "Prognos",
      doneOn: "Utfall",
    },
    notGranted: "Inget beviljat",
    none: "–",
    same: "samma",
    now: "nu",
    later: { one: "# dag senare", other: "# dagar senare" },
    earlier: { one: "# dag tidigare", other: "# dagar tidigare" },
  },
  en: {
    title: "Dates",
    date: "Date",
    difference: "Against granted",
    names: {
      grantedDueOn: "Granted",
      dueOn: "Due now",
      reportedOn: "Last reported",
      forecastOn: "Forecast",
      doneOn: "Actual",
    },
    notGranted: "Nothing granted",
    none: "–",
    same: "the same",
    now: "now",
    later: { one: "# day later", other: "# days later" },
    earlier: { one: "# day earlier", other: "# days earlier" },
  },
};
