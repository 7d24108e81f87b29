import type { Language } from "../kernel/language.ts";
import type { STAGES } from "../projects/terms.ts";

type Stage = (typeof STAGES)[number];

/** What the public pages, the widget and the picture say. */
export type Words = {
  readonly locale: string;
  /** The language's own name. */
  readonly language: string;
  readonly skip: string;
  readonly languages: string;
  readonly listTitle: string;
  readonly listLead: string;
  readonly listEmpty: string;
  readonly listMore: string;
  readonly allProjects: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly period: string;
  readonly stage: string;
  readonly funder: string;
  readonly leadOrganisation: string;
  readonly contact: string;
  readonly emblem: string;
  readonly progressTitle: string;
  readonly done: string;
  /** Of the big number: what it is a share of. */
  readonly doneOf: (done: string, counted: string) => string;
  readonly municipalitiesCount: string;
  readonly milestonesCount: string;
  readonly lateCount: string;
  readonly phasesTitle: string;
  readonly phase: (number: number) => string;
  readonly phaseNow: string;
  readonly mapTitle: string;
  readonly mapHelp: string;
  readonly municipality: string;
  readonly doneColumn: string;
  readonly lateColumn: string;
  readonly percentColumn: string;
  readonly tableTitle: string;
  readonly late: (count: number) => string;
  readonly noData: string;
  /** Everything is cancelled or not applicable. */
  readonly nothingToCount: string;
  readonly unknownIn: (places: number) => string;
  readonly targetsTitle: string;
  readonly goal: (goal: string) => string;
  readonly baseline: (value: string) => string;
  readonly reachedBy: (reached: number, places: number) => string;
  readonly due: (date: string) => string;
  readonly datesTitle: string;
  readonly openIn: (places: number) => string;
  readonly countedTitle: string;
  readonly figuresOf: (date: string) => string;
  readonly updatedOn: (date: string) => string;
  readonly leftOut: (figures: LeftOut) => string;
  readonly placeMeans: string;
  readonly lateMeans: string;
  readonly licence: string;
  readonly asJson: string;
  readonly embedTitle: string;
  readonly embedHelp: string;
  readonly embedLabel: string;
  readonly accessibility: string;
  readonly service: string;
  readonly missingTitle: string;
  readonly missing: string;
  readonly failedTitle: string;
  readonly preview: string;
  readonly open: string;
  readonly description: (name: string, percent: string | null) => string;
};

type LeftOut = {
  readonly noData: number;
  readonly cancelled: number;
  readonly notApplicable: number;
};

export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    locale: "fi-FI",
    language: "Suomeksi",
    skip: "Siirry sisältöön",
    languages: "Kieli",
    listTitle: "Julkiset hankkeet",
    listLead: "Hankkeet, jotka kertovat etenemisestään kaikille. Luvut ovat tältä päivältä.",
    listEmpty: "Yhtään hanketta ei ole vielä julkaistu.",
    listMore: "Seuraavat hankkeet",
    allProjects: "Kaikki julkiset hankkeet",
    stages: { planned: "Suunnitteilla", developing: "Kehitteillä", ready: "Valmis" },
    period: "Toimiaika",
    stage: "Kehittämisen vaihe",
    funder: "Rahoittaja",
    leadOrganisation: "Vastuuorganisaatio",
    contact: "Yhteyshenkilön rooli",
    emblem: "Euroopan unionin tunnus",
    progressTitle: "Näin hanke etenee",
    done: "valmista",
    doneOf: (done, counted) => `${done} / ${counted} kohdasta valmiina`,
    municipalitiesCount: "kuntaa mukana",
    milestonesCount: "välitavoitetta ja tavoitetta",
    lateCount: "kohtaa myöhässä",
    phasesTitle: "Vaiheet",
    phase: (number) => `Vaihe ${number}`,
    phaseNow: "nyt",
    mapTitle: "Kunnittain",
    mapHelp:
      "Jokainen kunta on yhtä suuri ruutu, suunnilleen omalla paikallaan. Mitä vahvempi väri, sitä enemmän on valmista.",
    municipality: "Kunta",
    doneColumn: "Valmiina",
    lateColumn: "Myöhässä",
    percentColumn: "Valmista",
    tableTitle: "Sama taulukkona",
    late: (count) => `${count} myöhässä`,
    noData: "ei tietoa",
    nothingToCount: "ei laskettavaa",
    unknownIn: (places) => `${places} ilman tietoa`,
    targetsTitle: "Tavoitteet",
    goal: (goal) => `tavoite ${goal}`,
    baseline: (value) => `lähtötaso ${value}`,
    reachedBy: (reached, places) => `Saavutettu ${reached} / ${places} kunnassa`,
    due: (date) => `määräpäivä ${date}`,
    datesTitle: "Seuraavaksi",
    openIn: (places) => (places === 1 ? "avoinna yhdessä kohdassa" : `avoinna ${places} kohdassa`),
    countedTitle: "Miten luvut on laskettu",
    figuresOf: (date) => `Luvut ${date}`,
    updatedOn: (date) => `Viimeksi päivitetty ${date}.`,
    leftOut: ({ noData, cancelled, notApplicable }) =>
      `Jakajasta pois: ei tietoa ${noData}, peruttu ${cancelled}, ei koske ${notApplicable}.`,
    placeMeans: "Kohta on yksi välitavoite tai tavoite yhdessä kunnassa tai koko hankkeessa.",
    lateMeans: "Kohta on myöhässä, kun sen määräpäivä on ohi eikä sitä ole ilmoitettu valmiiksi.",
    licence: "Tiedot saa käyttää vapaasti, kun lähde mainitaan:",
    asJson: "Samat tiedot koneluettavina (JSON)",
    embedTitle: "Upota omalle sivulle",
    embedHelp: "Kopioi koodi sivun lähdekoodiin. Upotus päivittyy itsestään eikä käytä evästeitä.",
    embedLabel: "Upotuskoodi",
    accessibility: "Saavutettavuusseloste",
    service: "Etappi seuraa julkisesti rahoitettua kehittämistyötä kunnittain.",
    missingTitle: "Sivua ei löydy",
    missing: "Tällaista hanketta ei ole tai sitä ei ole julkaistu.",
    failedTitle: "Sivua ei voi näyttää",
    preview:
      "Esikatselu: vain sinä näet tämän sivun. Näin sivu näkyisi kaikille, jos julkaiset sen nyt.",
    open: "Avaa hankkeen sivu",
    description: (name, percent) =>
      percent === null
        ? `${name}: hankkeen julkinen sivu.`
        : `${name}: valmista ${percent}. Eteneminen vaiheittain ja kunnittain.`,
  },
  sv: {
    locale: "sv-FI",
    language: "På svenska",
    skip: "Gå till innehållet",
    languages: "Språk",
    listTitle: "Offentliga projekt",
    listLead: "Projekt som berättar för alla hur de framskrider. Siffrorna gäller i dag.",
    listEmpty: "Inget projekt har publicerats ännu.",
    listMore: "Nästa projekt",
    allProjects: "Alla offentliga projekt",
    stages: { planned: "Under planering", developing: "Under utveckling", ready: "Färdigt" },
    period: "Verksamhetstid",
    stage: "Utvecklingsskede",
    funder: "Finansiär",
    leadOrganisation: "Ansvarig organisation",
    contact: "Kontaktpersonens roll",
    emblem: "Europeiska unionens emblem",
    progressTitle: "Så framskrider projektet",
    done: "färdigt",
    doneOf: (done, counted) => `${done} / ${counted} ställen är färdiga`,
    municipalitiesCount: "kommuner deltar",
    milestonesCount: "delmål och mål",
    lateCount: "ställen är försenade",
    phasesTitle: "Faser",
    phase: (number) => `Fas ${number}`,
    phaseNow: "nu",
    mapTitle: "Per kommun",
    mapHelp:
      "Varje kommun är en lika stor ruta, ungefär på sin egen plats. Ju starkare färg, desto mer är färdigt.",
    municipality: "Kommun",
    doneColumn: "Färdiga",
    lateColumn: "Försenade",
    percentColumn: "Färdigt",
    tableTitle: "Samma som tabell",
    late: (count) => `${count} försenade`,
    noData: "ingen uppgift",
    nothingToCount: "inget att räkna",
    unknownIn: (places) => `${places} utan uppgift`,
    targetsTitle: "Mål",
    goal: (goal) => `mål ${goal}`,
    baseline: (value) => `utgångsläge ${value}`,
    reachedBy: (reached, places) => `Uppnått i ${reached} / ${places} kommuner`,
    due: (date) => `förfaller ${date}`,
    datesTitle: "Härnäst",
    openIn: (places) => (places === 1 ? "öppet på ett ställe" : `öppet på ${places} ställen`),
    countedTitle: "Så har siffrorna räknats",
    figuresOf: (date) => `Siffrorna gäller ${date}`,
    updatedOn: (date) => `Senast uppdaterat ${date}.`,
    leftOut: ({ noData, cancelled, notApplicable }) =>
      `Utanför nämnaren: ingen uppgift ${noData}, avbruten ${cancelled}, berör inte ${notApplicable}.`,
    placeMeans: "Ett ställe är ett delmål eller mål i en kommun eller i hela projektet.",
    lateMeans:
      "Ett ställe är försenat när förfallodatumet har passerat och det inte har angetts som färdigt.",
    licence: "Uppgifterna får användas fritt när källan anges:",
    asJson: "Samma uppgifter i maskinläsbar form (JSON)",
    embedTitle: "Bädda in på en egen sida",
    embedHelp:
      "Kopiera koden till sidans källkod. Inbäddningen uppdateras av sig själv och använder inga kakor.",
    embedLabel: "Inbäddningskod",
    accessibility: "Tillgänglighetsutlåtande",
    service: "Etappi följer offentligt finansierat utvecklingsarbete per kommun.",
    missingTitle: "Sidan hittades inte",
    missing: "Projektet finns inte eller har inte publicerats.",
    failedTitle: "Sidan kan inte visas",
    preview:
      "Förhandsvisning: bara du ser den här sidan. Så här skulle den se ut för alla om du publicerar den nu.",
    open: "Öppna projektets sida",
    description: (name, percent) =>
      percent === null
        ? `${name}: projektets offentliga sida.`
        : `${name}: ${percent} färdigt. Framsteg per fas och kommun.`,
  },
  en: {
    locale: "en-GB",
    language: "In English",
    skip: "Skip to content",
    languages: "Language",
    listTitle: "Public projects",
    listLead: "Projects that tell everybody how they are getting on. The figures are today’s.",
    listEmpty: "No project has been published yet.",
    listMore: "More projects",
    allProjects: "All public projects",
    stages: { planned: "Being planned", developing: "In development", ready: "Completed" },
    period: "Project period",
    stage: "Stage of development",
    funder: "Funder",
    leadOrganisation: "Lead organisation",
    contact: "Role of the contact person",
    emblem: "Emblem of the European Union",
    progressTitle: "How the project is getting on",
    done: "done",
    doneOf: (done, counted) => `${done} / ${counted} places done`,
    municipalitiesCount: "municipalities take part",
    milestonesCount: "milestones and targets",
    lateCount: "places are late",
    phasesTitle: "Phases",
    phase: (number) => `Phase ${number}`,
    phaseNow: "now",
    mapTitle: "By municipality",
    mapHelp:
      "Each municipality is a tile of the same size, roughly in its own place. The stronger the colour, the more is done.",
    municipality: "Municipality",
    doneColumn: "Done",
    lateColumn: "Late",
    percentColumn: "Share done",
    tableTitle: "The same as a table",
    late: (count) => `${count} late`,
    noData: "no data",
    nothingToCount: "nothing to count",
    unknownIn: (places) => `${places} without data`,
    targetsTitle: "Targets",
    goal: (goal) => `goal ${goal}`,
    baseline: (value) => `baseline ${value}`,
    reachedBy: (reached, places) => `Reached in ${reached} / ${places} municipalities`,
    due: (date) => `due ${date}`,
    datesTitle: "Coming next",
    openIn: (places) => (places === 1 ? "open in one place" : `open in ${places} places`),
    countedTitle: "How the figures are counted",
    figuresOf: (date) => `Figures of ${date}`,
    updatedOn: (date) => `Last updated ${date}.`,
    leftOut: ({ noData, cancelled, notApplicable }) =>
      `Left out of the divisor: no data ${noData}, cancelled ${cancelled}, not applicable ${notApplicable}.`,
    placeMeans: "A place is one milestone or target in one municipality or in the whole project.",
    lateMeans: "A place is late when its due date has passed and it is not declared done.",
    licence: "The data may be used freely when the source is named:",
    asJson: "The same data for machines (JSON)",
    embedTitle: "Embed in a page of your own",
    embedHelp: "Copy the code into the page. It updates by itself and uses no cookies.",
    embedLabel: "Code to embed",
    accessibility: "Accessibility statement",
    service: "Etappi follows publicly funded development work, municipality by municipality.",
    missingTitle: "Page not found",
    missing: "There is no such project, or it has not been published.",
    failedTitle: "The page cannot be shown",
    preview:
      "Preview: only you see this page. This is how everybody would see it if you publish it now.",
    open: "Open the project’s page",
    description: (name, percent) =>
      percent === null
        ? `${name}: the project’s public page.`
        : `${name}: ${percent} done. Progress by phase and municipality.`,
  },
};

/** What stands where there is no percentage: nobody has told, or nothing is left to count. */
export function withoutPercent(language: Language, noData: number): string {
  const say = WORDS[language];
  return noData > 0 ? say.noData : say.nothingToCount;
}

/** How a language writes percentages, numbers and dates. */
export function written(language: Language) {
  const { locale } = WORDS[language];
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const dates = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "numeric",
    year: "numeric",
    timeZone: "UTC",
  });
  return {
    number: (value: number) => numbers.format(value),
    /** A dash where there is nothing to divide. */
    percent: (value: number | null) => (value === null ? "–" : percents.format(value / 100)),
    /** `2024-06-30` */
    date: (date: string) => dates.format(new Date(`${date}T00:00:00Z`)),
  };
}

/** The years of a period: `2023–2025`. */
export function yearsOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  const [from, to] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  return from === to ? from : `${from}–${to}`;
}
