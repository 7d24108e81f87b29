import type { Language } from "../../kernel/language.ts";
import type { CellMove, Side } from "../contract/changes.ts";

type Words = {
  readonly fields: Readonly<Record<keyof Side, string>>;
  readonly columns: Readonly<
    Record<Exclude<keyof CellMove, "before" | "after"> | "field" | "before" | "after", string>
  >;
  readonly fileName: string;
};

/** What can move in a cell, as people read it. */
export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    fields: {
      declared: "Tila",
      schedule: "Aikataulu",
      evidence: "Todenteet",
      value: "Toteuma",
      dueOn: "Määräpäivä",
      forecastOn: "Ennuste",
      doneOn: "Valmistui",
    },
    columns: {
      milestone: "Nro",
      title: "Välitavoite tai tavoite",
      municipality: "Kuntakoodi",
      name: "Kunta",
      field: "Mikä muuttui",
      before: "Ennen",
      after: "Jälkeen",
    },
    fileName: "muutokset",
  },
  sv: {
    fields: {
      declared: "Status",
      schedule: "Tidtabell",
      evidence: "Verifikat",
      value: "Utfall",
      dueOn: "Förfallodatum",
      forecastOn: "Prognos",
      doneOn: "Färdigställd",
    },
    columns: {
      milestone: "Nr",
      title: "Delmål eller mål",
      municipality: "Kommunkod",
      name: "Kommun",
      field: "Vad ändrades",
      before: "Före",
      after: "Efter",
    },
    fileName: "andringar",
  },
  en: {
    fields: {
      declared: "Status",
      schedule: "Schedule",
      evidence: "Evidence",
      value: "Actual value",
      dueOn: "Due date",
      forecastOn: "Forecast",
      doneOn: "Done on",
    },
    columns: {
      milestone: "No.",
      title: "Milestone or target",
      municipality: "Municipality code",
      name: "Municipality",
      field: "What changed",
      before: "Before",
      after: "After",
    },
    fileName: "changes",
  },
};
