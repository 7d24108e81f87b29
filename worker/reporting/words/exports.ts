import type { Language } from "../../kernel/language.ts";
import type { MilestoneKind } from "../../projects/terms.ts";
import type { ExportAmendment, ExportRow } from "../contract/exports.ts";

type AmendmentChange = ExportAmendment["changes"][number];

type Words = {
  readonly columns: Readonly<Record<keyof ExportRow | "project" | "asOf" | "funding", string>>;
  readonly kinds: Readonly<Record<MilestoneKind, string>>;
  readonly sheets: { readonly status: string; readonly summary: string; readonly about: string };
  readonly summary: {
    readonly percent: string;
    readonly late: string;
    readonly atRisk: string;
    readonly stale: string;
    readonly disagreeing: string;
    readonly total: string;
    readonly lastConfirmed: string;
  };
  readonly about: {
    readonly title: string;
    readonly project: string;
    readonly programme: string;
    readonly funder: string;
    readonly funding: string;
    readonly leadOrganisation: string;
    readonly grantReference: string;
    readonly period: string;
    readonly asOf: string;
    readonly filters: string;
    readonly unfiltered: string;
    readonly rows: string;
    readonly percent: string;
    readonly formula: string;
  };
  readonly amendments: {
    readonly sheet: string;
    readonly fileName: string;
    readonly columns: Readonly<
      Record<Exclude<keyof ExportAmendment, "changes"> | keyof AmendmentChange, string>
    >;
  };
  readonly fileName: string;
  readonly municipalityFile: string;
};

/** What exports are called, column by column, as people read them. */
export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    columns: {
      milestone: "Nro",
      title: "Välitavoite tai tavoite",
      kind: "Laji",
      phase: "Vaihe",
      phaseName: "Vaiheen nimi",
      municipality: "Kuntakoodi",
      municipalityName: "Kunta",
      declared: "Tila",
      schedule: "Aikataulu",
      evidence: "Todenteet",
      value: "Toteuma",
      suggestion: "Laskettu ehdotus",
      unit: "Yksikkö",
      baseline: "Lähtötaso",
      goal: "Tavoitearvo",
      grantedDueOn: "Myönnetty määräpäivä",
      dueOn: "Määräpäivä",
      reportedOn: "Viimeksi raportoitu",
      forecastOn: "Ennuste",
      doneOn: "Valmistui",
      confirmedOn: "Vahvistettu",
      reason: "Perustelu",
      unblock: "Mikä avaisi tilanteen",
      project: "Hanke",
      asOf: "Tilanne hetkellä",
      funding: "Rahoitus",
    },
    kinds: { milestone: "Välitavoite", target: "Tavoite" },
    sheets: { status: "Tilanne", summary: "Kunnittain", about: "Tiedot" },
    summary: {
      percent: "Valmiina %",
      late: "Myöhässä",
      atRisk: "Vaarassa myöhästyä",
      stale: "Vanhentunut tieto",
      disagreeing: "Ristiriidassa",
      total: "Koko hanke",
      lastConfirmed: "Viimeksi vahvistettu",
    },
    about: {
      title: "Tilannevienti",
      project: "Hanke",
      programme: "Ohjelma",
      funder: "Rahoittaja",
      funding: "Rahoituslause",
      leadOrganisation: "Vastuuorganisaatio",
      grantReference: "Päätöksen tunnus",
      period: "Toimiaika",
      asOf: "Tilanne hetkellä",
      filters: "Rajaus",
      unfiltered: "ei rajausta",
      rows: "Rivejä",
      percent: "Valmiina %",
      formula: "Miten laskettu",
    },
    amendments: {
      sheet: "Suunnitelmamuutokset",
      fileName: "suunnitelmamuutokset",
      columns: {
        number: "Muutos nro",
        title: "Suunnitelmamuutos",
        decidedOn: "Päätetty",
        reference: "Päätöksen tunnus",
        reason: "Perustelu",
        kind: "Mitä tehtiin",
        from: "Mille",
        into: "Tilalle",
        fields: "Mikä muuttui",
      },
    },
    fileName: "tilanne",
    municipalityFile: "kunta",
  },
  sv: {
    columns: {
      milestone: "Nr",
      title: "Delmål eller mål",
      kind: "Slag",
      phase: "Fas",
      phaseName: "Fasens namn",
      municipality: "Kommunkod",
      municipalityName: "Kommun",
      declared: "Status",
      schedule: "Tidtabell",
      evidence: "Verifikat",
      value: "Utfall",
      suggestion: "Uträknat förslag",
      unit: "Enhet",
      baseline: "Utgångsläge",
      goal: "Målvärde",
      grantedDueOn: "Beviljat förfallodatum",
      dueOn: "Förfallodatum",
      reportedOn: "Senast rapporterat",
      forecastOn: "Prognos",
      doneOn: "Färdigställd",
      confirmedOn: "Bekräftad",
      reason: "Motivering",
      unblock: "Vad som skulle lösa situationen",
      project: "Projekt",
      asOf: "Läget vid tidpunkten",
      funding: "Finansiering",
    },
    kinds: { milestone: "Delmål", target: "Mål" },
    sheets: { status: "Läge", summary: "Kommunvis", about: "Uppgifter" },
    summary: {
      percent: "Färdigt %",
      late: "Försenade",
      atRisk: "Riskerar att försenas",
      stale: "Föråldrade uppgifter",
      disagreeing: "Motsägelser",
      total: "Hela projektet",
      lastConfirmed: "Senast bekräftad",
    },
    about: {
      title: "Lägesexport",
      project: "Projekt",
      programme: "Program",
      funder: "Finansiär",
      funding: "Finansieringstext",
      leadOrganisation: "Ansvarig organisation",
      grantReference: "Beslutets beteckning",
      period: "Verksamhetstid",
      asOf: "Läget vid tidpunkten",
      filters: "Avgränsning",
      unfiltered: "ingen avgränsning",
      rows: "Rader",
      percent: "Färdigt %",
      formula: "Så har det räknats",
    },
    amendments: {
      sheet: "Planändringar",
      fileName: "planandringar",
      columns: {
        number: "Ändring nr",
        title: "Planändring",
        decidedOn: "Beslutad",
        reference: "Beslutets beteckning",
        reason: "Motivering",
        kind: "Vad som gjordes",
        from: "Med vad",
        into: "I stället",
        fields: "Vad ändrades",
      },
    },
    fileName: "lage",
    municipalityFile: "kommun",
  },
  en: {
    columns: {
      milestone: "No.",
      title: "Milestone or target",
      kind: "Kind",
      phase: "Phase",
      phaseName: "Phase name",
      municipality: "Municipality code",
      municipalityName: "Municipality",
      declared: "Status",
      schedule: "Schedule",
      evidence: "Evidence",
      value: "Actual value",
      suggestion: "Counted suggestion",
      unit: "Unit",
      baseline: "Baseline",
      goal: "Goal value",
      grantedDueOn: "Granted due date",
      dueOn: "Due date",
      reportedOn: "Last reported",
      forecastOn: "Forecast",
      doneOn: "Done on",
      confirmedOn: "Confirmed on",
      reason: "Reason",
      unblock: "What would unblock it",
      project: "Project",
      asOf: "Status as of",
      funding: "Funding",
    },
    kinds: { milestone: "Milestone", target: "Target" },
    sheets: { status: "Status", summary: "By municipality", about: "About" },
    summary: {
      percent: "Done %",
      late: "Late",
      atRisk: "At risk",
      stale: "Out of date",
      disagreeing: "In disagreement",
      total: "Whole project",
      lastConfirmed: "Last confirmed",
    },
    about: {
      title: "Status export",
      project: "Project",
      programme: "Programme",
      funder: "Funder",
      funding: "Funding statement",
      leadOrganisation: "Lead organisation",
      grantReference: "Grant reference",
      period: "Period of activity",
      asOf: "Status as of",
      filters: "Filter",
      unfiltered: "none",
      rows: "Rows",
      percent: "Done %",
      formula: "How it is computed",
    },
    amendments: {
      sheet: "Amendments",
      fileName: "amendments",
      columns: {
        number: "Amendment no.",
        title: "Amendment",
        decidedOn: "Decided on",
        reference: "Reference of the decision",
        reason: "Reason",
        kind: "What was done",
        from: "To what",
        into: "In its place",
        fields: "What changed",
      },
    },
    fileName: "status",
    municipalityFile: "municipality",
  },
};
