import type { Language } from "../kernel/language.ts";
import type { EvidenceKind } from "../projects/terms.ts";
import type { EvidenceView } from "./contract.ts";
import type { EvidenceState, RecordKind } from "./terms.ts";

/** What stands in a row of the list as a table. */
export type EvidenceColumn =
  | Extract<
      keyof EvidenceView,
      | "milestone"
      | "municipalities"
      | "kind"
      | "title"
      | "note"
      | "url"
      | "fileName"
      | "size"
      | "digest"
      | "state"
      | "review"
      | "addedAt"
      | "addedByName"
      | "reviewedAt"
      | "reviewedByName"
      | "id"
    >
  | "retainUntil"
  | "retentionBasis";

type Words = {
  readonly states: Readonly<Record<EvidenceState, string>>;
  readonly kinds: Readonly<Record<EvidenceKind, string>>;
  readonly records: Readonly<Record<RecordKind, string>>;
  readonly columns: Readonly<Record<EvidenceColumn, string>>;
  readonly fileName: string;
};

/** The words of evidence as people read them. */
export const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    states: {
      submitted: "Odottaa tarkastusta",
      accepted: "Hyväksytty",
      rejected: "Hylätty",
      withdrawn: "Vedetty takaisin",
    },
    kinds: { file: "Tiedosto", link: "Linkki", decision: "Päätös", record: "Palvelun kirjaus" },
    records: {
      "report.submitted": "Raportti lähetetty",
      "plan.granted": "Suunnitelma myönnetty",
      "plan.amended": "Suunnitelmaa muutettu",
    },
    columns: {
      milestone: "Nro",
      municipalities: "Kuntakoodit",
      kind: "Laji",
      title: "Nimi",
      note: "Selite",
      url: "Osoite",
      fileName: "Tiedosto",
      size: "Koko tavuina",
      digest: "SHA-256",
      state: "Tila",
      review: "Perustelu",
      addedAt: "Lisätty",
      addedByName: "Lisääjä",
      reviewedAt: "Tarkastettu",
      reviewedByName: "Tarkastaja",
      id: "Tunnus",
      retainUntil: "Säilytetään ainakin",
      retentionBasis: "Säilytyksen peruste",
    },
    fileName: "todenteet",
  },
  sv: {
    states: {
      submitted: "Väntar på granskning",
      accepted: "Godkänt",
      rejected: "Underkänt",
      withdrawn: "Återtaget",
    },
    kinds: { file: "Fil", link: "Länk", decision: "Beslut", record: "Tjänstens anteckning" },
    records: {
      "report.submitted": "Rapport inlämnad",
      "plan.granted": "Plan beviljad",
      "plan.amended": "Plan ändrad",
    },
    columns: {
      milestone: "Nr",
      municipalities: "Kommunkoder",
      kind: "Slag",
      title: "Namn",
      note: "Förklaring",
      url: "Adress",
      fileName: "Fil",
      size: "Storlek i byte",
      digest: "SHA-256",
      state: "Status",
      review: "Motivering",
      addedAt: "Tillagt",
      addedByName: "Tillagt av",
      reviewedAt: "Granskat",
      reviewedByName: "Granskat av",
      id: "Beteckning",
      retainUntil: "Bevaras minst till",
      retentionBasis: "Grund för bevarandet",
    },
    fileName: "verifikat",
  },
  en: {
    states: {
      submitted: "Waiting for review",
      accepted: "Accepted",
      rejected: "Rejected",
      withdrawn: "Withdrawn",
    },
    kinds: { file: "File", link: "Link", decision: "Decision", record: "Record of the service" },
    records: {
      "report.submitted": "Report submitted",
      "plan.granted": "Plan granted",
      "plan.amended": "Plan amended",
    },
    columns: {
      milestone: "No.",
      municipalities: "Municipality codes",
      kind: "Kind",
      title: "Name",
      note: "Note",
      url: "Address",
      fileName: "File",
      size: "Size in bytes",
      digest: "SHA-256",
      state: "State",
      review: "Reason",
      addedAt: "Added",
      addedByName: "Added by",
      reviewedAt: "Reviewed",
      reviewedByName: "Reviewed by",
      id: "Identifier",
      retainUntil: "Kept at least until",
      retentionBasis: "Basis of keeping",
    },
    fileName: "evidence",
  },
};
