import type { Language } from "../kernel/language.ts";
import type { DeviationView, RiskView } from "./contract.ts";
import type { Band, Level } from "./terms.ts";

type Words = {
  readonly risks: string;
  readonly deviations: string;
  readonly riskStates: Readonly<Record<RiskView["state"], string>>;
  readonly deviationStates: Readonly<Record<DeviationView["state"], string>>;
  readonly likelihoods: Readonly<Record<Level, string>>;
  readonly significances: Readonly<Record<Level, string>>;
  readonly bands: Readonly<Record<Band, string>>;
  /** Columns of the lists as tables. */
  readonly riskColumns: Readonly<
    Record<Exclude<keyof RiskView, "createdAt" | "changedAt" | "version">, string>
  >;
  readonly deviationColumns: Readonly<
    Record<Exclude<keyof DeviationView, "createdAt" | "changedAt" | "version">, string>
  >;
  readonly yes: string;
  readonly no: string;
  readonly riskFile: string;
  readonly deviationFile: string;
};

/** What risks and deviations are called, as people read them. */
export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    risks: "Riskit",
    deviations: "Poikkeamat",
    riskStates: { open: "Avoin", closed: "Suljettu" },
    deviationStates: { open: "Avoin", resolved: "Ratkaistu" },
    likelihoods: {
      1: "Hyvin epätodennäköinen",
      2: "Epätodennäköinen",
      3: "Mahdollinen",
      4: "Todennäköinen",
      5: "Lähes varma",
    },
    significances: { 1: "Vähäinen", 2: "Pieni", 3: "Kohtalainen", 4: "Suuri", 5: "Vakava" },
    bands: { low: "Matala", moderate: "Kohtalainen", high: "Korkea" },
    riskColumns: {
      number: "Nro",
      title: "Riski",
      description: "Kuvaus",
      likelihood: "Todennäköisyys (1–5)",
      significance: "Merkittävyys (1–5)",
      level: "Taso (1–25)",
      mitigation: "Hallintatoimet",
      owner: "Vastuutaho",
      reviewedOn: "Katselmoitu",
      reviewDueOn: "Katselmoitava viimeistään",
      reviewOverdue: "Katselmointi myöhässä",
      state: "Tila",
      closedBecause: "Miksi suljettiin",
      links: "Välitavoite/kuntakoodi",
    },
    deviationColumns: {
      number: "Nro",
      title: "Poikkeama",
      cause: "Syy",
      effect: "Vaikutus",
      correctiveAction: "Korjaava toimi",
      owner: "Vastuutaho",
      noticedOn: "Havaittu",
      resolvedOn: "Ratkaistu",
      state: "Tila",
      risk: "Toteutunut riski (nro)",
      links: "Välitavoite/kuntakoodi",
    },
    yes: "kyllä",
    no: "ei",
    riskFile: "riskit",
    deviationFile: "poikkeamat",
  },
  sv: {
    risks: "Risker",
    deviations: "Avvikelser",
    riskStates: { open: "Öppen", closed: "Stängd" },
    deviationStates: { open: "Öppen", resolved: "Löst" },
    likelihoods: {
      1: "Mycket osannolik",
      2: "Osannolik",
      3: "Möjlig",
      4: "Sannolik",
      5: "Nästan säker",
    },
    significances: { 1: "Obetydlig", 2: "Liten", 3: "Måttlig", 4: "Stor", 5: "Allvarlig" },
    bands: { low: "Låg", moderate: "Måttlig", high: "Hög" },
    riskColumns: {
      number: "Nr",
      title: "Risk",
      description: "Beskrivning",
      likelihood: "Sannolikhet (1–5)",
      significance: "Betydelse (1–5)",
      level: "Nivå (1–25)",
      mitigation: "Hanteringsåtgärder",
      owner: "Ansvarig",
      reviewedOn: "Genomgången",
      reviewDueOn: "Ska gås igenom senast",
      reviewOverdue: "Genomgången är försenad",
      state: "Status",
      closedBecause: "Varför den stängdes",
      links: "Delmål/kommunkod",
    },
    deviationColumns: {
      number: "Nr",
      title: "Avvikelse",
      cause: "Orsak",
      effect: "Verkan",
      correctiveAction: "Korrigerande åtgärd",
      owner: "Ansvarig",
      noticedOn: "Noterad",
      resolvedOn: "Löst den",
      state: "Status",
      risk: "Risk som förverkligades (nr)",
      links: "Delmål/kommunkod",
    },
    yes: "ja",
    no: "nej",
    riskFile: "risker",
    deviationFile: "avvikelser",
  },
  en: {
    risks: "Risks",
    deviations: "Deviations",
    riskStates: { open: "Open", closed: "Closed" },
    deviationStates: { open: "Open", resolved: "Resolved" },
    likelihoods: {
      1: "Very unlikely",
      2: "Unlikely",
      3: "Possible",
      4: "Likely",
      5: "Almost sure",
    },
    significances: { 1: "Slight", 2: "Minor", 3: "Moderate", 4: "Major", 5: "Severe" },
    bands: { low: "Low", moderate: "Moderate", high: "High" },
    riskColumns: {
      number: "No.",
      title: "Risk",
      description: "Description",
      likelihood: "Likelihood (1–5)",
      significance: "Significance (1–5)",
      level: "Level (1–25)",
      mitigation: "Mitigation",
      owner: "Owner",
      reviewedOn: "Reviewed on",
      reviewDueOn: "To be reviewed by",
      reviewOverdue: "Review overdue",
      state: "State",
      closedBecause: "Why it was closed",
      links: "Milestone/municipality code",
    },
    deviationColumns: {
      number: "No.",
      title: "Deviation",
      cause: "Cause",
      effect: "Effect",
      correctiveAction: "Corrective action",
      owner: "Owner",
      noticedOn: "Noticed on",
      resolvedOn: "Resolved on",
      state: "State",
      risk: "Risk that came true (no.)",
      links: "Milestone/municipality code",
    },
    yes: "yes",
    no: "no",
    riskFile: "risks",
    deviationFile: "deviations",
  },
};
