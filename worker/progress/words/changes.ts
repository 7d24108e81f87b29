import type { Language } from "../../kernel/language.ts";
import type { CellMove, Side } from "../contract/changes.ts";
import type { MoveKind } from "../terms.ts";

type Words = {
  readonly fields: Readonly<Record<keyof Side, string>>;
  readonly kinds: Readonly<Record<MoveKind, string>>;
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
    kinds: {
      done: "Valmistui",
      undone: "Ei enää valmis",
      late: "Myöhästyi",
      caught_up: "Ei enää myöhässä",
      at_risk: "Vaarassa myöhästyä",
      begun: "Alkoi",
      status: "Tila muuttui",
      dates: "Päivämäärä siirtyi",
      value: "Toteuma muuttui",
      evidence: "Todenteet muuttuivat",
      plan: "Poistui suunnitelmasta",
    },
    columns: {
      milestone: "Nro",
      title: "Välitavoite tai tavoite",
      municipality: "Kuntakoodi",
      name: "Kunta",
      kind: "Muutos",
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
    kinds: {
      done: "Blev färdigt",
      undone: "Inte längre färdigt",
      late: "Försenades",
      caught_up: "Inte längre försenat",
      at_risk: "Riskerar att försenas",
      begun: "Inleddes",
      status: "Statusen ändrades",
      dates: "Ett datum flyttades",
      value: "Utfallet ändrades",
      evidence: "Verifikaten ändrades",
      plan: "Utgick ur planen",
    },
    columns: {
      milestone: "Nr",
      title: "Delmål eller mål",
      municipality: "Kommunkod",
      name: "Kommun",
      kind: "Ändring",
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
    kinds: {
      done: "Became done",
      undone: "No longer done",
      late: "Turned late",
      caught_up: "No longer late",
      at_risk: "Now at risk",
      begun: "Begun",
      status: "Status changed",
      dates: "A date moved",
      value: "Actual value changed",
      evidence: "Evidence changed",
      plan: "Left the plan",
    },
    columns: {
      milestone: "No.",
      title: "Milestone or target",
      municipality: "Municipality code",
      name: "Municipality",
      kind: "Move",
      field: "What changed",
      before: "Before",
      after: "After",
    },
    fileName: "changes",
  },
};
