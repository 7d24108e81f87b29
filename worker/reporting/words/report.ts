import type { MoveKind } from "../../progress/terms.ts";
import type { ReportSectionKind } from "../../projects/terms.ts";

type Moves = Readonly<Record<MoveKind, (number: string) => string>>;

/** One thing, or several of it. */
const count = (one: string, many: string) => (number: string) =>
  number === "1" ? `1 ${one}` : `${number} ${many}`;

const fi = {
  file: { name: "raportti", preview: "luonnos" },
  locale: "fi-FI",
  weighted: (percent: string) => `painotettuna ${percent}`,
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
  asOf: (date: string, done: string, counted: string, percent: string) =>
    `Tilanne ${date}: laskettavista asioista on valmiina ${done}/${counted} (${percent}).`,
  nothingCounted: (date: string) => `Tilanne ${date}: mitään laskettavaa ei vielä ole.`,
  late: (late: string, atRisk: string) => `Myöhässä on ${late} ja vaarassa myöhästyä ${atRisk}.`,
  leftOut: (noData: string, cancelled: string, notApplicable: string) =>
    `Laskun ulkopuolella: ei tietoa ${noData}, peruttu ${cancelled}, ei koske ${notApplicable}.`,
  evidence: (accepted: string, submitted: string, none: string) =>
    `Todenteet: hyväksytty ${accepted}, toimitettu ${submitted}, ei todenteita ${none}.`,
  phase: (name: string, done: string, counted: string, percent: string) =>
    `${name}: valmiina ${done}/${counted} (${percent}).`,
  phaseEmpty: (name: string) => `${name}: ei laskettavaa.`,
  target: (title: string, value: string, goal: string) => `${title}: ${value}, tavoite ${goal}.`,
  targetUnknown: (title: string, goal: string) => `${title}: ei tietoa, tavoite ${goal}.`,
  targetPlaces: (title: string, reached: string, counted: string, unknown: string) =>
    `${title}: tavoite on saavutettu ${reached}/${counted} kohteessa; arvo puuttuu ${unknown}.`,
  openDeviations: count("avoin poikkeama.", "avointa poikkeamaa."),
  deviation: (title: string, effect: string, action: string) =>
    `${title} Vaikutus: ${effect} Korjaava toimenpide: ${action}`,
  noAction: "ei vielä kerrottu.",
  openRisks: (open: string, high: string) => `Avoimia riskejä on ${open}, niistä suuria ${high}.`,
  risk: (title: string, level: string, mitigation: string) =>
    `${title} (taso ${level}/25). Hallinta: ${mitigation}`,
  planChanges: count("muutos suunnitelmaan.", "muutosta suunnitelmaan."),
  planChange: (number: string, title: string, date: string, reason: string) =>
    `Muutos ${number}, ${date}: ${title} Perustelu: ${reason}`,
  none: {
    targets: "Suunnitelmassa ei ole tavoitteita.",
    deviations: "Poikkeamia ei ole avoinna.",
    risks: "Avoimia riskejä ei ole.",
    planChanges: "Suunnitelmaa ei ole muutettu raportin jaksolla.",
    planEver: "Suunnitelmaa ei ole muutettu.",
    phases: "Suunnitelmassa ei ole vaiheita.",
  },
  more: (number: string) => `ja lisäksi ${number}.`,
  budget: (share: string, used: string, granted: string) =>
    `Budjetista on käytetty ${share} (${used} / ${granted}).`,
  changes: {
    since: (name: string, date: string) => `Verrattuna raporttiin ${name} (${date}):`,
    percent: (before: string, after: string) => `Valmiin osuus oli ${before} ja on nyt ${after}.`,
    done: (before: string, after: string) => `Valmiina oli ${before} ja on nyt ${after}.`,
    late: (before: string, after: string) => `Myöhässä oli ${before} ja on nyt ${after}.`,
    nothing:
      "Välitavoitteiden ja tavoitteiden tilat, päivämäärät, arvot ja todenteet ovat ennallaan.",
    moves: {
      done: (number) => `Valmistui ${number}.`,
      undone: (number) => `Valmiista peruttiin ${number}.`,
      late: (number) => `Myöhästyi ${number}.`,
      caught_up: (number) => `Myöhästymisestä palasi ${number}.`,
      at_risk: (number) => `Vaaraan myöhästyä joutui ${number}.`,
      begun: (number) => `Alkoi ${number}.`,
      status: (number) => `Tila muuttui muuten: ${number}.`,
      dates: (number) => `Vain päivämäärät muuttuivat: ${number}.`,
      evidence: (number) => `Vain todenteet muuttuivat: ${number}.`,
      value: (number) => `Vain arvo muuttui: ${number}.`,
      plan: (number) => `Vain suunnitelma muuttui: ${number}.`,
    } satisfies Moves as Moves,
  },
};

type Words = typeof fi;

const sv: Words = {
  file: { name: "rapport", preview: "utkast" },
  locale: "sv-FI",
  weighted: (percent) => `viktat ${percent}`,
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
  asOf: (date, done, counted, percent) =>
    `Läget ${date}: av det som räknas är ${done}/${counted} färdigt (${percent}).`,
  nothingCounted: (date) => `Läget ${date}: det finns ännu inget att räkna.`,
  late: (late, atRisk) => `Försenade: ${late}, i riskzonen: ${atRisk}.`,
  leftOut: (noData, cancelled, notApplicable) =>
    `Utanför beräkningen: uppgift saknas ${noData}, avbrutet ${cancelled}, gäller inte ${notApplicable}.`,
  evidence: (accepted, submitted, none) =>
    `Verifikat: godkända ${accepted}, inlämnade ${submitted}, inga verifikat ${none}.`,
  phase: (name, done, counted, percent) => `${name}: ${done}/${counted} färdigt (${percent}).`,
  phaseEmpty: (name) => `${name}: inget att räkna.`,
  target: (title, value, goal) => `${title}: ${value}, mål ${goal}.`,
  targetUnknown: (title, goal) => `${title}: uppgift saknas, mål ${goal}.`,
  targetPlaces: (title, reached, counted, unknown) =>
    `${title}: målet är nått på ${reached}/${counted} ställen; värde saknas på ${unknown}.`,
  openDeviations: count("öppen avvikelse.", "öppna avvikelser."),
  deviation: (title, effect, action) =>
    `${title} Konsekvens: ${effect} Korrigerande åtgärd: ${action}`,
  noAction: "har ännu inte angetts.",
  openRisks: (open, high) => `Öppna risker: ${open}, av dem stora: ${high}.`,
  risk: (title, level, mitigation) => `${title} (nivå ${level}/25). Hantering: ${mitigation}`,
  planChanges: count("ändring i planen.", "ändringar i planen."),
  planChange: (number, title, date, reason) =>
    `Ändring ${number}, ${date}: ${title} Motivering: ${reason}`,
  none: {
    targets: "Planen har inga mål.",
    deviations: "Det finns inga öppna avvikelser.",
    risks: "Det finns inga öppna risker.",
    planChanges: "Planen har inte ändrats under rapportperioden.",
    planEver: "Planen har inte ändrats.",
    phases: "Planen har inga faser.",
  },
  more: (number) => `och ytterligare ${number}.`,
  budget: (share, used, granted) => `Av budgeten har ${share} använts (${used} / ${granted}).`,
  changes: {
    since: (name, date) => `Jämfört med rapporten ${name} (${date}):`,
    percent: (before, after) => `Den färdiga andelen var ${before} och är nu ${after}.`,
    done: (before, after) => `Färdigt var ${before} och är nu ${after}.`,
    late: (before, after) => `Försenat var ${before} och är nu ${after}.`,
    nothing: "Läget, datumen, värdena och verifikaten för delmål och mål är oförändrade.",
    moves: {
      done: (number) => `Blev färdigt: ${number}.`,
      undone: (number) => `Är inte längre färdigt: ${number}.`,
      late: (number) => `Blev försenat: ${number}.`,
      caught_up: (number) => `Inte längre försenat: ${number}.`,
      at_risk: (number) => `Hamnade i riskzonen: ${number}.`,
      begun: (number) => `Började: ${number}.`,
      status: (number) => `Annan ändring av läget: ${number}.`,
      dates: (number) => `Endast datumen ändrades: ${number}.`,
      evidence: (number) => `Endast verifikaten ändrades: ${number}.`,
      value: (number) => `Endast värdet ändrades: ${number}.`,
      plan: (number) => `Endast planen ändrades: ${number}.`,
    },
  },
};

const en: Words = {
  file: { name: "report", preview: "draft" },
  locale: "en-GB",
  weighted: (percent) => `weighted ${percent}`,
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
  asOf: (date, done, counted, percent) =>
    `On ${date}, ${done} of ${counted} things that count were done (${percent}).`,
  nothingCounted: (date) => `On ${date}, there was nothing to count yet.`,
  late: (late, atRisk) => `Late: ${late}; at risk of being late: ${atRisk}.`,
  leftOut: (noData, cancelled, notApplicable) =>
    `Left out of the count: no data ${noData}, cancelled ${cancelled}, not applicable ${notApplicable}.`,
  evidence: (accepted, submitted, none) =>
    `Evidence: accepted ${accepted}, submitted ${submitted}, none ${none}.`,
  phase: (name, done, counted, percent) => `${name}: ${done} of ${counted} done (${percent}).`,
  phaseEmpty: (name) => `${name}: nothing to count.`,
  target: (title, value, goal) => `${title}: ${value}, goal ${goal}.`,
  targetUnknown: (title, goal) => `${title}: no data, goal ${goal}.`,
  targetPlaces: (title, reached, counted, unknown) =>
    `${title}: the goal is reached in ${reached} of ${counted} places; without a value: ${unknown}.`,
  openDeviations: count("open deviation.", "open deviations."),
  deviation: (title, effect, action) => `${title} Effect: ${effect} Corrective action: ${action}`,
  noAction: "not told yet.",
  openRisks: (open, high) => `Open risks: ${open}, of which high: ${high}.`,
  risk: (title, level, mitigation) => `${title} (level ${level} of 25). Mitigation: ${mitigation}`,
  planChanges: count("change of the plan.", "changes of the plan."),
  planChange: (number, title, date, reason) =>
    `Amendment ${number}, ${date}: ${title} Reason: ${reason}`,
  none: {
    targets: "The plan has no targets.",
    deviations: "There are no open deviations.",
    risks: "There are no open risks.",
    planChanges: "The plan was not changed in the period of the report.",
    planEver: "The plan has not been changed.",
    phases: "The plan has no phases.",
  },
  more: (number) => `and ${number} more.`,
  budget: (share, used, granted) => `${share} of the budget has been used (${used} of ${granted}).`,
  changes: {
    since: (name, date) => `Compared with the report ${name} (${date}):`,
    percent: (before, after) => `The share done was ${before} and is now ${after}.`,
    done: (before, after) => `Done was ${before} and is now ${after}.`,
    late: (before, after) => `Late was ${before} and is now ${after}.`,
    nothing: "The states, dates, values and evidence of milestones and targets are unchanged.",
    moves: {
      done: (number) => `Got done: ${number}.`,
      undone: (number) => `No longer done: ${number}.`,
      late: (number) => `Became late: ${number}.`,
      caught_up: (number) => `No longer late: ${number}.`,
      at_risk: (number) => `Came to be at risk: ${number}.`,
      begun: (number) => `Began: ${number}.`,
      status: (number) => `Changed in another way: ${number}.`,
      dates: (number) => `Only the dates changed: ${number}.`,
      evidence: (number) => `Only the evidence changed: ${number}.`,
      value: (number) => `Only the value changed: ${number}.`,
      plan: (number) => `Only the plan changed: ${number}.`,
    },
  },
};

/** What reports say, whatever their format. */
export const WORDS = { fi, sv, en } as const;
