import type { Language } from "../../kernel/language.ts";
import type { Declared, Disagreement, Evidence, Schedule } from "../terms.ts";

type Words = {
  readonly declared: Readonly<Record<Declared, string>>;
  readonly schedule: Readonly<Record<Schedule, string>>;
  readonly evidence: Readonly<Record<Evidence, string>>;
  readonly disagreements: Readonly<Record<Disagreement, string>>;
};

/** The status words as people read them, on the screen and in exports. */
export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    declared: {
      no_data: "Ei tietoa",
      not_started: "Ei aloitettu",
      in_progress: "Käynnissä",
      paused: "Keskeytetty",
      done: "Valmis",
      cancelled: "Peruttu",
      not_applicable: "Ei koske",
    },
    schedule: {
      upcoming: "Tulossa",
      on_time: "Aikataulussa",
      at_risk: "Vaarassa myöhästyä",
      late: "Myöhässä",
      done_on_time: "Valmistui ajallaan",
      done_late: "Valmistui myöhässä",
      none: "Ei aikataulua",
    },
    evidence: {
      none: "Ei todenteita",
      partial: "Osittain",
      submitted: "Toimitettu",
      accepted: "Hyväksytty",
      rejected: "Hylätty",
    },
    disagreements: {
      done_without_evidence: "Merkitty valmiiksi ilman vaadittuja todenteita",
      in_progress_past_due: "Käynnissä, vaikka määräpäivä on ohi",
      target_met_not_declared: "Tavoitearvo on saavutettu, mutta tila ei ole ”Valmis”",
      value_differs: "Ilmoitettu arvo poikkeaa lasketusta",
    },
  },
  sv: {
    declared: {
      no_data: "Ingen uppgift",
      not_started: "Ej påbörjad",
      in_progress: "Pågående",
      paused: "Pausad",
      done: "Färdigställd",
      cancelled: "Avbruten",
      not_applicable: "Berör inte",
    },
    schedule: {
      upcoming: "Kommande",
      on_time: "I tid",
      at_risk: "Riskerar att försenas",
      late: "Försenad",
      done_on_time: "Färdigställd i tid",
      done_late: "Färdigställd för sent",
      none: "Ingen tidtabell",
    },
    evidence: {
      none: "Inga verifikat",
      partial: "Delvis",
      submitted: "Inlämnat",
      accepted: "Godkänt",
      rejected: "Underkänt",
    },
    disagreements: {
      done_without_evidence: "Anges som färdigställd utan de verifikat som krävs",
      in_progress_past_due: "Pågående, fast förfallodatumet har passerat",
      target_met_not_declared: "Målvärdet är nått, men status är inte ”Färdigställd”",
      value_differs: "Det angivna värdet avviker från det uträknade",
    },
  },
  en: {
    declared: {
      no_data: "No data",
      not_started: "Not started",
      in_progress: "In progress",
      paused: "Paused",
      done: "Done",
      cancelled: "Cancelled",
      not_applicable: "Not applicable",
    },
    schedule: {
      upcoming: "Upcoming",
      on_time: "On time",
      at_risk: "At risk",
      late: "Late",
      done_on_time: "Done on time",
      done_late: "Done late",
      none: "No schedule",
    },
    evidence: {
      none: "No evidence",
      partial: "Partial",
      submitted: "Submitted",
      accepted: "Accepted",
      rejected: "Rejected",
    },
    disagreements: {
      done_without_evidence: "Declared done without the evidence that is asked for",
      in_progress_past_due: "In progress though past the due date",
      target_met_not_declared: "The goal value is reached, but the status is not “Done”",
      value_differs: "The declared value differs from the counted one",
    },
  },
};
