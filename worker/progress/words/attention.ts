import type { Language } from "../../kernel/language.ts";
import type { AttentionItem } from "../contract/attention.ts";
import type { Attention } from "../terms.ts";

type Words = {
  readonly kinds: Readonly<Record<Attention, string>>;
  /** Columns of the list as a table. */
  readonly columns: Readonly<Record<keyof AttentionItem, string>>;
  readonly fileName: string;
  /** Dates come as the reader writes them. */
  readonly late: (date: string, days: number) => string;
  readonly atRisk: (forecast: string, due: string) => string;
  readonly paused: (reason: string) => string;
  readonly deviationOpen: (noticed: string, days: number, isActedOn: boolean) => string;
  readonly riskHigh: (level: number, reviewed: string) => string;
  readonly riskReviewDue: (reviewed: string, days: number) => string;
  readonly silent: (cells: number, days: number) => string;
  readonly notReached: string;
  readonly withoutContact: string;
};

/** Why something needs a look, as people read it. */
export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    kinds: {
      disagreement: "Ristiriidassa",
      late: "Myöhässä",
      at_risk: "Vaarassa myöhästyä",
      paused: "Keskeytetty",
      deviation_open: "Avoin poikkeama",
      risk_high: "Korkea riski",
      risk_review_due: "Riski katselmoimatta",
      silent: "Hiljainen kunta",
      not_reached: "Tavoittamatta",
      without_contact: "Ilman yhdyshenkilöä",
    },
    columns: {
      kind: "Huomio",
      milestone: "Nro",
      title: "Välitavoite, tavoite, riski tai poikkeama",
      risk: "Riskin nro",
      deviation: "Poikkeaman nro",
      municipality: "Kuntakoodi",
      name: "Kunta",
      why: "Syy",
      days: "Päiviä",
      unblock: "Mikä avaisi tilanteen",
    },
    fileName: "huomiot",
    late: (date, days) =>
      `Määräpäivä oli ${date}, ${days} ${days === 1 ? "päivä" : "päivää"} sitten.`,
    atRisk: (forecast, due) => `Ennuste ${forecast} on määräpäivän ${due} jälkeen.`,
    paused: (reason) => `Keskeytetty: ${reason}`,
    deviationOpen: (noticed, days, isActedOn) =>
      `Havaittu ${noticed}, avoinna ${days} ${days === 1 ? "päivä" : "päivää"}. ` +
      (isActedOn ? "Korjaava toimi on kirjattu." : "Korjaavaa toimea ei ole vielä kirjattu."),
    riskHigh: (level, reviewed) => `Riskin taso on ${level}/25. Katselmoitu viimeksi ${reviewed}.`,
    riskReviewDue: (reviewed, days) =>
      `Katselmoitu viimeksi ${reviewed}: vuoden määräaika ylittyi ${days} ${days === 1 ? "päivä" : "päivää"} sitten.`,
    silent: (cells, days) =>
      `Vahvistamatta ${cells} ${cells === 1 ? "tieto" : "tietoa"}, vanhin ${days} päivää.`,
    notReached: "Mitään ei ole vielä aloitettu.",
    withoutContact: "Kunnalla ei ole yhdyshenkilöä.",
  },
  sv: {
    kinds: {
      disagreement: "Motstridig",
      late: "Försenad",
      at_risk: "Riskerar att försenas",
      paused: "Pausad",
      deviation_open: "Öppen avvikelse",
      risk_high: "Hög risk",
      risk_review_due: "Risk utan genomgång",
      silent: "Tyst kommun",
      not_reached: "Inte nådd",
      without_contact: "Utan kontaktperson",
    },
    columns: {
      kind: "Att se över",
      milestone: "Nr",
      title: "Delmål, mål, risk eller avvikelse",
      risk: "Risk nr",
      deviation: "Avvikelse nr",
      municipality: "Kommunkod",
      name: "Kommun",
      why: "Orsak",
      days: "Dagar",
      unblock: "Vad som skulle lösa det",
    },
    fileName: "att-se-over",
    late: (date, days) =>
      `Förfallodatumet var ${date}, för ${days} ${days === 1 ? "dag" : "dagar"} sedan.`,
    atRisk: (forecast, due) => `Prognosen ${forecast} är efter förfallodatumet ${due}.`,
    paused: (reason) => `Pausad: ${reason}`,
    deviationOpen: (noticed, days, isActedOn) =>
      `Noterad ${noticed}, öppen i ${days} ${days === 1 ? "dag" : "dagar"}. ` +
      (isActedOn
        ? "En korrigerande åtgärd är antecknad."
        : "Ingen korrigerande åtgärd är antecknad ännu."),
    riskHigh: (level, reviewed) => `Riskens nivå är ${level}/25. Senast genomgången ${reviewed}.`,
    riskReviewDue: (reviewed, days) =>
      `Senast genomgången ${reviewed}: årsfristen gick ut för ${days} ${days === 1 ? "dag" : "dagar"} sedan.`,
    silent: (cells, days) =>
      `Obekräftat: ${cells} ${cells === 1 ? "uppgift" : "uppgifter"}, den äldsta i ${days} dagar.`,
    notReached: "Inget har påbörjats ännu.",
    withoutContact: "Kommunen har ingen kontaktperson.",
  },
  en: {
    kinds: {
      disagreement: "In disagreement",
      late: "Late",
      at_risk: "At risk",
      paused: "Paused",
      deviation_open: "Open deviation",
      risk_high: "High risk",
      risk_review_due: "Risk not reviewed",
      silent: "Silent municipality",
      not_reached: "Not reached",
      without_contact: "Without a contact",
    },
    columns: {
      kind: "Attention",
      milestone: "No.",
      title: "Milestone, target, risk or deviation",
      risk: "Risk no.",
      deviation: "Deviation no.",
      municipality: "Municipality code",
      name: "Municipality",
      why: "Why",
      days: "Days",
      unblock: "What would unblock it",
    },
    fileName: "attention",
    late: (date, days) => `The due date was ${date}, ${days} ${days === 1 ? "day" : "days"} ago.`,
    atRisk: (forecast, due) => `The forecast ${forecast} is after the due date ${due}.`,
    paused: (reason) => `Paused: ${reason}`,
    deviationOpen: (noticed, days, isActedOn) =>
      `Noticed ${noticed}, open for ${days} ${days === 1 ? "day" : "days"}. ` +
      (isActedOn ? "A corrective action is written down." : "No corrective action yet."),
    riskHigh: (level, reviewed) =>
      `The level of the risk is ${level}/25. Last reviewed ${reviewed}.`,
    riskReviewDue: (reviewed, days) =>
      `Last reviewed ${reviewed}: the year was up ${days} ${days === 1 ? "day" : "days"} ago.`,
    silent: (cells, days) =>
      `Unconfirmed: ${cells} ${cells === 1 ? "cell" : "cells"}, the oldest for ${days} days.`,
    notReached: "Nothing has been started yet.",
    withoutContact: "The municipality has no contact person.",
  },
};

const dateForms: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fi: new Intl.DateTimeFormat("fi-FI", { timeZone: "UTC" }),
  sv: new Intl.DateTimeFormat("sv-FI", { timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { timeZone: "UTC" }),
};

/** A date, `2024-06-30`, as a reader of this language writes it. */
export const dateIn = (language: Language, date: string): string =>
  dateForms[language].format(new Date(`${date}T00:00:00Z`));
