import type { CreateEvidence, FileEvidence } from "../../worker/evidence/contract.ts";
import type { EvidenceState } from "../../worker/evidence/terms.ts";
import { pdfOf } from "./pdf.ts";
import { codeOf, type MunicipalityName, pilots } from "./pirkanmaa.ts";
import { contact } from "./sittings.ts";

type File = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
type Reviewed = {
  readonly at: string;
  readonly by: string;
  readonly state: Exclude<EvidenceState, "submitted">;
  readonly review?: string;
};

/** One item: what was added by whom and when, and what was said of it. */
export type EvidenceStory = {
  readonly at: string;
  readonly by: string;
  readonly reviewed?: Reviewed;
} & (
  | {
      readonly file: File;
      readonly fields: Omit<FileEvidence, "note"> & { readonly note?: string };
    }
  | { readonly shown: CreateEvidence }
);

const at = (date: string) => `${date}T08:30:00.000Z`;
const whole = ["all"];
const inside = (...names: readonly MunicipalityName[]) => names.map(codeOf);
const csv = (text: string) => Uint8Array.from(new TextEncoder().encode(`\uFEFF${text}`));
const accepted = (date: string, by: string): Reviewed => ({ at: at(date), by, state: "accepted" });

/** What shows where Hoppu's milestones are. The addresses lead nowhere. */
export const evidence: readonly EvidenceStory[] = [
  {
    at: at("2023-04-05"),
    by: contact("Tampere"),
    file: {
      name: "Kartoituslomake Tampere.pdf",
      bytes: pdfOf("Kartoituslomake: Tampere", [
        "Matalan kynnyksen palvelut, jonot ja digitaaliset kanavat on koottu.",
        "Palvelut eivät tavoita 18–22-vuotiaita, jotka eivät ole opiskelupaikassa.",
      ]),
    },
    fields: { kind: "file", milestone: 1, municipalities: inside("Tampere") },
    reviewed: accepted("2023-04-11", "lead"),
  },
  {
    at: at("2023-06-20"),
    by: "lead",
    file: {
      name: "Ohjausryhmän päätös palvelun valinnasta.pdf",
      bytes: pdfOf("Päätös palvelun valinnasta", [
        "Ohjausryhmä valitsi verkkopalvelun pisteytyksen perusteella.",
        "Pisteytys on liitteenä.",
      ]),
    },
    fields: { kind: "decision", milestone: 2, municipalities: whole, title: "Ohjausryhmän päätös" },
    reviewed: accepted("2023-06-22", "steering"),
  },
  {
    at: at("2023-06-20"),
    by: "lead",
    file: {
      name: "Pisteytyksen yhteenveto.csv",
      bytes: csv("peruste;paino;paras vaihtoehto\r\ntavoittavuus;3;4,5\r\nsaavutettavuus;2;4\r\n"),
    },
    fields: { kind: "file", milestone: 2, municipalities: whole },
    reviewed: accepted("2023-06-22", "steering"),
  },
  {
    at: at("2023-10-05"),
    by: "lead",
    shown: {
      kind: "decision",
      milestone: 3,
      municipalities: inside(...pilots),
      title: "Käyttöönoton suunnitelmat hyväksytty",
      note: "Yksi päätös koskee kaikkia pilottikuntia.",
      url: "https://asianhallinta.example/paatokset/2023/114",
    },
    reviewed: accepted("2023-10-12", "steering"),
  },
  {
    at: at("2024-02-05"),
    by: contact("Tampere"),
    shown: {
      kind: "link",
      milestone: 5,
      municipalities: inside("Tampere"),
      title: "Päivystyskalenteri",
      note: "Verkkopäivystyksen ajat helmikuusta alkaen.",
      url: "https://nuoret.example/tampere/paivystys",
    },
    reviewed: accepted("2024-02-08", "lead"),
  },
  {
    at: at("2024-02-06"),
    by: contact("Nokia"),
    shown: {
      kind: "link",
      milestone: 5,
      municipalities: inside("Nokia"),
      title: "Päivystysvuorot",
      note: "",
      url: "https://intra.example/nokia/vuorot",
    },
    reviewed: {
      at: at("2024-02-08"),
      by: "lead",
      state: "rejected",
      review: "Sivu vaatii kirjautumisen. Lisää kalenteri tiedostona.",
    },
  },
  {
    at: at("2024-03-04"),
    by: contact("Kangasala"),
    file: {
      name: "Perehdytykset.csv",
      bytes: csv("kuukausi;perehdytettyjä\r\n2024-01;1\r\n2024-02;2\r\n"),
    },
    fields: {
      kind: "file",
      milestone: 6,
      municipalities: inside("Kangasala"),
      note: "Vain lukumäärät, ei nimiä.",
    },
    reviewed: accepted("2024-03-06", "lead"),
  },
  {
    at: at("2024-04-23"),
    by: "lead",
    file: {
      name: "Pilotin arviointi.pdf",
      bytes: pdfOf("Pilotin arviointi", [
        "Neljän kunnan pilotti tavoitti nuoria, joita palvelut eivät muuten tavoita.",
        "Ohjausryhmä päätti laajentaa työn koko maakuntaan.",
      ]),
    },
    fields: {
      kind: "decision",
      milestone: 9,
      municipalities: whole,
      title: "Päätös laajentamisesta",
    },
    reviewed: accepted("2024-04-25", "steering"),
  },
  {
    at: at("2025-11-12"),
    by: "lead",
    shown: {
      kind: "link",
      milestone: 13,
      municipalities: whole,
      title: "Toimintamallin luonnos",
      note: "",
      url: "https://mallit.example/luonnos/312",
    },
    reviewed: {
      at: at("2025-11-24"),
      by: "lead",
      state: "withdrawn",
      review: "Julkaistu malli tulee tilalle.",
    },
  },
  {
    at: at("2025-11-25"),
    by: "lead",
    shown: {
      kind: "link",
      milestone: 13,
      municipalities: whole,
      title: "Julkaistu toimintamalli",
      note: "Kuvaus, roolit ja ohjeet muille alueille.",
      url: "https://mallit.example/etsiva-sosiaalityo-verkossa",
    },
    reviewed: accepted("2025-12-02", "steering"),
  },
  {
    at: at("2026-11-03"),
    by: contact("Ylöjärvi"),
    file: {
      name: "Näyttöaineiston luettelo.pdf",
      bytes: pdfOf("Näyttöaineiston luettelo: Ylöjärvi", [
        "Suunnitelmat, päivystyskalenterit ja arvioinnit on arkistoitu asianhallintaan.",
      ]),
    },
    fields: { kind: "file", milestone: 15, municipalities: inside("Ylöjärvi") },
  },
  {
    at: at("2026-11-05"),
    by: contact("Tampere"),
    shown: {
      kind: "decision",
      milestone: 11,
      municipalities: inside("Tampere", "Kangasala"),
      title: "Tehtäväkuvat päivitetty",
      note: "Yhteinen päätös Kangasalan kanssa.",
      url: "https://asianhallinta.example/paatokset/2026/87",
    },
  },
];

/** A report that stands as evidence itself, once it has been submitted. */
export const reportShown: { readonly at: string; readonly shown: CreateEvidence } = {
  at: at("2024-01-22"),
  shown: {
    kind: "record",
    milestone: 4,
    municipalities: whole,
    title: "Väliraportti 2/2023",
    note: "Osallistujamäärät ovat raportin luvuissa.",
    subject: "report:hoppu:2",
    version: 2,
  },
};
