import { STANDARD_SECTIONS } from "../../worker/projects/terms.ts";
import type { ProgrammeStory } from "./story.ts";

type ReportPeriod = ProgrammeStory["programme"]["reportPeriods"][number];

export const programmes: ProgrammeStory[] = [
  {
    at: "2020-10-05T07:00:00.000Z",
    programme: {
      slug: "tulevaisuuden-sotekeskus",
      name: "Tulevaisuuden sosiaali- ja terveyskeskus -ohjelma",
      funder: "Sosiaali- ja terveysministeriö",
      funderClass: "Sosiaali- ja terveysministeriö (STM)",
      visibilityText: {
        fi:
          "Sosiaali- ja terveysministeriön rahoittama – Tulevaisuuden sosiaali- ja " +
          "terveyskeskus -ohjelma",
        sv:
          "Finansieras av social- och hälsovårdsministeriet – Programmet Framtidens social- " +
          "och hälsocentral",
        en:
          "Funded by the Ministry of Social Affairs and Health – Future Health and Social " +
          "Services Centres programme",
      },
      emblem: "none",
      reportPeriods: [
        interim("Oma-arviointi, kevät 2021", "2020-11-01", "2021-04-30", "2021-05-15"),
        interim("Oma-arviointi, syksy 2021", "2021-05-01", "2021-10-31", "2021-11-15"),
        interim("Oma-arviointi, kevät 2022", "2021-11-01", "2022-04-30", "2022-05-15"),
        interim("Oma-arviointi, syksy 2022", "2022-05-01", "2022-10-31", "2022-11-15"),
        interim("Oma-arviointi, kevät 2023", "2022-11-01", "2023-04-30", "2023-05-15"),
        interim("Oma-arviointi, syksy 2023", "2023-05-01", "2023-10-31", "2023-11-15"),
        interim("Seuranta 2024", "2024-01-01", "2024-12-31", "2025-02-28"),
        interim("Seuranta 2025", "2025-01-01", "2025-12-31", "2026-02-27"),
        interim("Seuranta 2026", "2026-01-01", "2026-11-30", "2026-12-15"),
        {
          name: "Valtionapuselvitys",
          kind: "final",
          startsOn: "2020-11-01",
          endsOn: "2023-12-31",
          dueOn: "2024-06-30",
        },
      ],
      reportSections: STANDARD_SECTIONS,
      retainUntil: null,
      retentionBasis:
        "Avustuspäätös ja hyvinvointialueen tiedonohjaussuunnitelma; päivämäärä täydennetään.",
    },
  },
  {
    at: "2022-11-21T08:00:00.000Z",
    programme: {
      slug: "ei-erillisrahoitusta",
      name: "Hyvinvointialueen oma kehittämistyö",
      funder: "Pirkanmaan hyvinvointialue",
      funderClass: "Ei erillisrahoitusta",
      visibilityText: {
        fi: "Pirkanmaan hyvinvointialueen oma kehittämistyö",
        sv: "Birkalands välfärdsområdes eget utvecklingsarbete",
        en: "Development work of the wellbeing services county of Pirkanmaa",
      },
      emblem: "none",
      reportPeriods: [],
      reportSections: STANDARD_SECTIONS,
      retainUntil: null,
      retentionBasis:
        "Hyvinvointialueen tiedonohjaussuunnitelma; ei ulkopuolisen rahoittajan ehtoja.",
    },
  },
  {
    at: "2022-12-12T08:00:00.000Z",
    programme: {
      slug: "rrp",
      name: "Suomen kestävän kasvun ohjelma, pilari 4",
      funder: "Euroopan unioni (RRF); tukiviranomainen sosiaali- ja terveysministeriö",
      funderClass: "Muu EU-rahoitus",
      visibilityText: {
        fi: "Euroopan unionin rahoittama – NextGenerationEU",
        sv: "Finansieras av Europeiska unionen – NextGenerationEU",
        en: "Funded by the European Union – NextGenerationEU",
      },
      emblem: "eu",
      reportPeriods: [
        interim("Väliraportti 1/2023", "2023-01-01", "2023-06-30", "2023-08-31"),
        interim("Väliraportti 2/2023", "2023-07-01", "2023-12-31", "2024-02-29"),
        interim("Väliraportti 1/2024", "2024-01-01", "2024-06-30", "2024-08-30"),
        interim("Väliraportti 2/2024", "2024-07-01", "2024-12-31", "2025-02-28"),
        interim("Väliraportti 1/2025", "2025-01-01", "2025-06-30", "2025-08-29"),
        interim("Väliraportti 2/2025", "2025-07-01", "2025-12-31", "2026-02-27"),
        {
          name: "Loppuraportti",
          kind: "final",
          startsOn: "2023-01-01",
          endsOn: "2025-12-31",
          dueOn: "2026-06-30",
        },
      ],
      reportSections: STANDARD_SECTIONS,
      retainUntil: "2032-12-31",
      retentionBasis:
        "Laki 537/2022, 18 §: tukeen liittyvä aineisto säilytetään vuoden 2032 loppuun.",
    },
  },
];

function interim(name: string, startsOn: string, endsOn: string, dueOn: string): ReportPeriod {
  return { name, kind: "interim", startsOn, endsOn, dueOn };
}

/** A period of a programme's calendar, as a report names it. */
export function periodOf(slug: string, name: string) {
  const found = programmes
    .find(({ programme }) => programme.slug === slug)
    ?.programme.reportPeriods.find((period) => period.name === name);
  if (!found) throw new Error(`There is no period ${name}.`);
  const { kind, startsOn, endsOn } = found;
  return { kind, startsOn, endsOn };
}
