import type { ReportSectionKind } from "../../projects/terms.ts";

const fi = {
  kinds: {
    summary: "Yhteenveto",
    measures: "Toimenpiteet ja niiden tila",
    indicators: "Tavoitteet ja mittarit",
    deviations: "Poikkeamat",
    risks: "Riskit",
    planChanges: "Suunnitelman muutokset",
    networks: "Verkostot",
    training: "Koulutus",
    communication: "Viestintä",
    costs: "Kustannukset",
    other: "Muuta",
  } satisfies Record<ReportSectionKind, string> as Record<ReportSectionKind, string>,
};

type Words = typeof fi;

const sv: Words = {
  kinds: {
    summary: "Sammandrag",
    measures: "Åtgärder och läget för dem",
    indicators: "Mål och indikatorer",
    deviations: "Avvikelser",
    risks: "Risker",
    planChanges: "Ändringar i planen",
    networks: "Nätverk",
    training: "Utbildning",
    communication: "Kommunikation",
    costs: "Kostnader",
    other: "Övrigt",
  },
};

const en: Words = {
  kinds: {
    summary: "Summary",
    measures: "Measures and their state",
    indicators: "Targets and indicators",
    deviations: "Deviations",
    risks: "Risks",
    planChanges: "Changes of the plan",
    networks: "Networks",
    training: "Training",
    communication: "Communication",
    costs: "Costs",
    other: "Other",
  },
};

/** What reports say, whatever their format. */
export const WORDS = { fi, sv, en } as const;
