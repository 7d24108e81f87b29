import type { Language } from "../../kernel/language.ts";
import type { TrendRow } from "../contract/trend.ts";

type Words = {
  readonly columns: Readonly<Record<keyof TrendRow, string>>;
  /** What stands for the name where all municipalities are meant. */
  readonly whole: string;
  readonly fileName: string;
};

/** How a project has come along, as people read it in a file. */
export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    columns: {
      on: "Päivä",
      municipality: "Kuntakoodi",
      name: "Kunta",
      percent: "Valmiina, %",
      planned: "Suunniteltu, %",
      granted: "Myönnetyssä suunnitelmassa, %",
      done: "Valmiita ruutuja",
      plannedCells: "Suunniteltuja ruutuja",
      grantedCells: "Myönnetyssä suunnitelmassa ruutuja",
      counted: "Mukana laskussa",
      undated: "Ilman määräpäivää",
      known: "Tiedossa",
      total: "Ruutuja kaikkiaan",
      late: "Myöhässä",
    },
    whole: "Koko hanke",
    fileName: "eteneminen",
  },
  sv: {
    columns: {
      on: "Datum",
      municipality: "Kommunkod",
      name: "Kommun",
      percent: "Färdigt, %",
      planned: "Planerat, %",
      granted: "I den beviljade planen, %",
      done: "Färdiga rutor",
      plannedCells: "Planerade rutor",
      grantedCells: "Rutor i den beviljade planen",
      counted: "Räknas med",
      undated: "Utan förfallodatum",
      known: "Kända",
      total: "Rutor sammanlagt",
      late: "Försenade",
    },
    whole: "Hela projektet",
    fileName: "framsteg",
  },
  en: {
    columns: {
      on: "Date",
      municipality: "Municipality code",
      name: "Municipality",
      percent: "Done, %",
      planned: "Planned, %",
      granted: "In the granted plan, %",
      done: "Cells done",
      plannedCells: "Cells planned",
      grantedCells: "Cells in the granted plan",
      counted: "Counted",
      undated: "Without a due date",
      known: "Known",
      total: "Cells in all",
      late: "Late",
    },
    whole: "The whole project",
    fileName: "progress",
  },
};
