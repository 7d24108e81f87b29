import type { Language } from "../kernel/language.ts";
import type { Declared } from "../progress/terms.ts";
import type { MilestoneKind, SCOPES } from "../projects/terms.ts";
import type { PlanField, ProgressField } from "./terms.ts";

type Scope = (typeof SCOPES)[number];

/** How people head the columns of their own sheets, besides the words of the exports. */
export const HEADERS: Readonly<Record<ProgressField, readonly string[]>> = {
  milestone: [
    "numero",
    "nr",
    "no",
    "#",
    "välitavoite nro",
    "välitavoitteen numero",
    "tavoite nro",
    "nummer",
    "delmål nr",
    "number",
    "milestone number",
    "milestone no",
  ],
  title: [
    "välitavoite",
    "tavoite",
    "toimenpide",
    "tehtävä",
    "virstanpylväs",
    "delmål",
    "mål",
    "åtgärd",
    "milestone",
    "target",
    "task",
    "title",
  ],
  municipality: ["koodi", "kuntanumero", "kuntanro", "kommunnummer", "municipality code", "code"],
  municipalityName: [
    "kunnan nimi",
    "paikkakunta",
    "kaupunki",
    "kunta tai kaupunki",
    "kommunens namn",
    "ort",
    "municipality name",
    "municipality",
    "town",
  ],
  declared: ["tilanne", "status", "vaiheen tila", "läge", "state", "progress"],
  value: ["arvo", "määrä", "lukumäärä", "toteutunut", "värde", "antal", "value", "actual"],
  forecastOn: [
    "ennustettu",
    "arvioitu valmistuminen",
    "arvio valmistumisesta",
    "uusi arvio",
    "prognosdatum",
    "forecast date",
    "expected",
  ],
  doneOn: [
    "valmis pvm",
    "valmistumispäivä",
    "toteutumispäivä",
    "klar den",
    "slutdatum",
    "completed on",
    "completion date",
  ],
  reason: ["syy", "selite", "orsak", "förklaring", "explanation"],
  unblock: ["ratkaisu", "mitä tarvitaan", "vad behövs", "lösning", "what is needed"],
  note: [
    "huomautus",
    "huomio",
    "huomiot",
    "huom",
    "lisätieto",
    "lisätiedot",
    "kommentti",
    "muistiinpano",
    "anmärkning",
    "kommentar",
    "note",
    "notes",
    "comment",
    "remarks",
  ],
};

/** How people say a status, besides the words of the screen and the exports. */
export const STATUSES: Readonly<Record<Declared, readonly string[]>> = {
  no_data: ["ei tiedossa", "tieto puuttuu", "?", "uppgift saknas", "okänd", "unknown"],
  not_started: ["aloittamatta", "ei alkanut", "inte påbörjad", "ej inledd", "not begun", "to do"],
  in_progress: [
    "kesken",
    "meneillään",
    "aloitettu",
    "työn alla",
    "pågår",
    "påbörjad",
    "ongoing",
    "started",
    "under way",
  ],
  paused: ["tauolla", "odottaa", "keskeytyksissä", "avvaktar", "väntar", "on hold", "waiting"],
  done: [
    "tehty",
    "valmistunut",
    "toteutunut",
    "toteutettu",
    "suoritettu",
    "klar",
    "färdig",
    "slutförd",
    "completed",
    "complete",
    "finished",
    "ready",
  ],
  cancelled: ["peruutettu", "inställd", "canceled"],
  not_applicable: [
    "ei sovellu",
    "ei koske meitä",
    "ej aktuell",
    "ej tillämplig",
    "berör inte oss",
    "n/a",
  ],
};

/** What heads the columns of a plan sheet that is taken from here. */
export const PLAN_COLUMNS: Readonly<Record<Language, Readonly<Record<PlanField, string>>>> = {
  fi: {
    number: "Nro",
    title: "Välitavoite tai tavoite",
    kind: "Laji",
    scope: "Seuranta",
    phase: "Vaihe",
    dueOn: "Määräpäivä",
    description: "Kuvaus",
    verification: "Miten todennetaan",
    weight: "Painoarvo",
    unit: "Yksikkö",
    baseline: "Lähtötaso",
    goal: "Tavoitearvo",
  },
  sv: {
    number: "Nr",
    title: "Delmål eller mål",
    kind: "Slag",
    scope: "Uppföljning",
    phase: "Fas",
    dueOn: "Förfallodatum",
    description: "Beskrivning",
    verification: "Hur det verifieras",
    weight: "Vikt",
    unit: "Enhet",
    baseline: "Utgångsläge",
    goal: "Målvärde",
  },
  en: {
    number: "No.",
    title: "Milestone or target",
    kind: "Kind",
    scope: "Tracking",
    phase: "Phase",
    dueOn: "Due date",
    description: "Description",
    verification: "How it is verified",
    weight: "Weight",
    unit: "Unit",
    baseline: "Baseline",
    goal: "Goal value",
  },
};

/** How people head the columns of their own plans, besides those. */
export const PLAN_HEADERS: Readonly<Record<PlanField, readonly string[]>> = {
  number: ["numero", "nro", "nr", "no", "#", "nummer", "number"],
  title: [
    "välitavoite",
    "tavoite",
    "nimi",
    "otsikko",
    "toimenpide",
    "virstanpylväs",
    "delmål",
    "mål",
    "rubrik",
    "title",
    "name",
    "milestone",
    "target",
  ],
  kind: ["tyyppi", "typ", "type"],
  scope: ["taso", "koskee", "nivå", "gäller", "scope", "level"],
  phase: ["vaiheen nimi", "vaihe nro", "fasens namn", "phase name"],
  dueOn: ["määräaika", "aikataulu", "deadline", "eräpäivä", "pvm", "tidsfrist", "due", "due on"],
  description: ["selite", "sisältö", "innehåll", "content", "details"],
  verification: ["todentaminen", "todenne", "mittari", "verifiering", "verification", "evidence"],
  weight: ["paino", "tyngd"],
  unit: ["mittayksikkö", "måttenhet"],
  baseline: ["lähtöarvo", "alkutilanne", "startvärde", "start value"],
  goal: ["tavoitetaso", "tavoiteluku", "mål (antal)", "goal", "target value"],
};

export const KINDS: Readonly<Record<MilestoneKind, readonly string[]>> = {
  milestone: ["välitavoite", "virstanpylväs", "delmål", "milestone"],
  target: ["tavoite", "määrällinen", "mål", "kvantitativ", "target", "goal"],
};

/** How the plan sheet says what is tracked; the first of each language is what it writes. */
export const TRACKED: Readonly<Record<Language, Readonly<Record<Scope, string>>>> = {
  fi: { municipality: "Kunnittain", project: "Koko hanke" },
  sv: { municipality: "Kommunvis", project: "Hela projektet" },
  en: { municipality: "By municipality", project: "Whole project" },
};

export const SCOPE_WORDS: Readonly<Record<Scope, readonly string[]>> = {
  municipality: ["kunta", "kunnat", "kommun", "kommuner", "municipality", "municipalities"],
  project: ["hanke", "hanketaso", "projekt", "project"],
};

/** What stands for the number in the row that shows how a plan sheet is filled in. */
export const EXAMPLE: Readonly<Record<Language, string>> = { fi: "esim.", sv: "t.ex.", en: "e.g." };

type Example = { readonly title: string; readonly verification: string; readonly unit: string };

export const EXAMPLE_ROW: Readonly<Record<Language, Example>> = {
  fi: {
    title: "Tavattuja nuoria",
    verification: "Palvelun käyntitilasto",
    unit: "henkilöä",
  },
  sv: {
    title: "Ungdomar som nåtts",
    verification: "Tjänstens besöksstatistik",
    unit: "personer",
  },
  en: {
    title: "Young people met",
    verification: "Statistics of visits to the service",
    unit: "people",
  },
};

export const PLAN_FILE: Readonly<
  Record<Language, { readonly sheet: string; readonly name: string }>
> = {
  fi: { sheet: "Suunnitelma", name: "suunnitelma" },
  sv: { sheet: "Plan", name: "plan" },
  en: { sheet: "Plan", name: "plan" },
};
