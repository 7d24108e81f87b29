import type { DueReport } from "../contract/reports.ts";
import type { Turn } from "../terms.ts";

/** The columns of the calendar of reports as a file. */
export const CALENDAR_COLUMNS = [
  "project",
  "projectName",
  "programme",
  "period",
  "kind",
  "startsOn",
  "endsOn",
  "dueOn",
  "state",
  "turn",
  "late",
  "number",
  "submittedOn",
] as const satisfies readonly (keyof DueReport)[];

type Words = {
  readonly fileName: string;
  readonly columns: Readonly<Record<(typeof CALENDAR_COLUMNS)[number], string>>;
  readonly kinds: Readonly<Record<DueReport["kind"], string>>;
  readonly states: Readonly<Record<DueReport["state"], string>>;
  readonly turns: Readonly<Record<Turn, string>>;
  readonly late: string;
};

const fi: Words = {
  fileName: "raportointikalenteri",
  columns: {
    project: "Hankkeen tunnus",
    projectName: "Hanke",
    programme: "Ohjelma",
    period: "Kausi",
    kind: "Laji",
    startsOn: "Alkaa",
    endsOn: "Päättyy",
    dueOn: "Määräpäivä",
    state: "Tila",
    turn: "Vuorossa",
    late: "Myöhässä",
    number: "Raportin numero",
    submittedOn: "Lähetetty",
  },
  kinds: { interim: "Väliraportti", final: "Loppuraportti" },
  states: {
    missing: "Ei aloitettu",
    draft: "Luonnos",
    submitted: "Lähetetty",
    returned: "Palautettu",
    accepted: "Hyväksytty",
    correcting: "Oikaistavana",
  },
  turns: { team: "Hanke", funder: "Rahoittaja", nobody: "Ei kenenkään" },
  late: "Myöhässä",
};

const sv: Words = {
  fileName: "rapporteringskalender",
  columns: {
    project: "Projektets beteckning",
    projectName: "Projekt",
    programme: "Program",
    period: "Period",
    kind: "Slag",
    startsOn: "Börjar",
    endsOn: "Slutar",
    dueOn: "Förfallodag",
    state: "Läge",
    turn: "I tur",
    late: "Försenad",
    number: "Rapportens nummer",
    submittedOn: "Inlämnad",
  },
  kinds: { interim: "Mellanrapport", final: "Slutrapport" },
  states: {
    missing: "Inte påbörjad",
    draft: "Utkast",
    submitted: "Inlämnad",
    returned: "Återsänd",
    accepted: "Godkänd",
    correcting: "Rättas",
  },
  turns: { team: "Projektet", funder: "Finansiären", nobody: "Ingen" },
  late: "Försenad",
};

const en: Words = {
  fileName: "report-calendar",
  columns: {
    project: "Project identifier",
    projectName: "Project",
    programme: "Programme",
    period: "Period",
    kind: "Kind",
    startsOn: "Starts",
    endsOn: "Ends",
    dueOn: "Due",
    state: "State",
    turn: "With",
    late: "Late",
    number: "Report number",
    submittedOn: "Submitted",
  },
  kinds: { interim: "Interim report", final: "Final report" },
  states: {
    missing: "Not begun",
    draft: "Draft",
    submitted: "Submitted",
    returned: "Returned",
    accepted: "Accepted",
    correcting: "Being corrected",
  },
  turns: { team: "Project", funder: "Funder", nobody: "Nobody" },
  late: "Late",
};

export const WORDS = { fi, sv, en } as const;
