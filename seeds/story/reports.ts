import { periodOf } from "./programmes.ts";
import type { ReportStory } from "./story.ts";

/** What each kind of project wrote of its period. */
const online = {
  summary:
    "Kausi eteni suunnitelman mukaan. Kuntien kanssa sovittiin seuraavista vaiheista, ja " +
    "poikkeamista on kerrottu omassa osassaan.",
  measures: "Työntekijät tavoittivat nuoria verkossa iltaisin ja viikonloppuisin.",
  communication: "Hankkeesta kerrottiin hyvinvointialueen ja kuntien verkkosivuilla.",
};
const network = {
  summary: "Verkosto kokoontui suunnitellusti, ja osallistujia oli suurimmasta osasta kuntia.",
  measures: "Tapaamisten aiheet valittiin osallistujien toiveista.",
  networks: "Verkostokirje lähti jokaisen tapaamisen jälkeen.",
};
const survey = {
  summary: "Kysely toteutettiin ja sen tulokset käytiin läpi koulutussuunnittelun pohjaksi.",
  measures: "Tuloksista koottiin yhteenveto kunnittain.",
  training: "Koulutukset suunniteltiin vastausten pohjalta.",
};
const course = {
  summary: "Ohjelma päättyi, ja kehittämistehtävistä koottiin mallit.",
  measures: "Osallistujat kokeilivat malleja omissa yksiköissään.",
};
type Texts = ReportStory["texts"];

/** Reports that went to the funder; the newest of Hoppu waits for a decision. */
export const reports: Readonly<Record<string, readonly ReportStory[]>> = {
  hoppu: [
    accepted("2023-07-14", "Väliraportti 1/2023", "rrp"),
    accepted("2024-01-19", "Väliraportti 2/2023", "rrp"),
    accepted("2024-07-12", "Väliraportti 1/2024", "rrp"),
    accepted("2025-01-17", "Väliraportti 2/2024", "rrp"),
    accepted("2025-07-11", "Väliraportti 1/2025", "rrp"),
    accepted("2026-01-16", "Väliraportti 2/2025", "rrp"),
    sent("2026-07-10", "Seurantaraportti 1/2026", null),
  ],
  yhdessa: sote([
    ["2021-05-12", "Oma-arviointi, kevät 2021"],
    ["2021-11-11", "Oma-arviointi, syksy 2021"],
    ["2022-02-11", "Valtionapuselvitys"],
    ["2022-05-12", "Oma-arviointi, kevät 2022"],
  ]),
  // The newest of its programme's periods is due soon, and nobody has begun it.
  tukenasi: sote([
    ["2021-11-12", "Oma-arviointi, syksy 2021"],
    ["2022-05-13", "Oma-arviointi, kevät 2022"],
    ["2022-11-11", "Oma-arviointi, syksy 2022"],
    ["2023-05-12", "Oma-arviointi, kevät 2023"],
    ["2023-11-10", "Oma-arviointi, syksy 2023"],
    ["2024-06-14", "Valtionapuselvitys"],
    ["2025-02-14", "Seuranta 2024"],
    ["2026-02-13", "Seuranta 2025"],
  ]),
  lastensuojelu: [
    {
      ...sent("2024-09-13", "Loppuraportti", null, course),
      returned: {
        at: "2024-10-02T08:00:00.000Z",
        said: {
          note: "Kertokaa osallistuneiden määrä kunnittain.",
          sections: [{ section: "training", note: "Määrät kunnittain puuttuvat." }],
        },
      },
    },
  ],
  opiskeluhuolto: [
    accepted("2024-08-16", "Väliraportti 1/2024", "rrp", survey),
    accepted("2025-02-14", "Väliraportti 2/2024", "rrp", survey),
    accepted("2025-03-14", "Loppuraportti", "rrp", survey),
  ],
};

/** The one that is being written. */
export const draft: ReportStory & { readonly project: string } = {
  project: "hoppu",
  at: "2026-11-09T08:00:00.000Z",
  report: {
    name: "Loppuraportti",
    message: "",
    budget: { granted: 480_000, used: 468_200 },
    period: periodOf("rrp", "Loppuraportti"),
  },
  texts: {
    summary:
      "Verkossa tehtävä etsivä sosiaalityö on osa jokaisen mukana olevan kunnan nuorten palveluja.\n\n" +
      "Hankkeen aikana sovittiin yhteiset toimintatavat ja koulutettiin työntekijät.",
  },
};

function sent(
  date: string,
  name: string,
  programme: string | null,
  texts: Texts = online,
): ReportStory {
  return {
    at: `${date}T08:00:00.000Z`,
    report: {
      name,
      message: "Tilanne kunnittain raportointikauden lopussa.",
      budget: null,
      period: programme === null ? null : periodOf(programme, name),
    },
    texts,
    submitted: `${date}T09:00:00.000Z`,
  };
}

/** Accepted four weeks after it was sent. */
function accepted(
  date: string,
  name: string,
  programme: string | null,
  texts: Texts = online,
): ReportStory {
  const day = new Date(`${date}T12:00:00.000Z`);
  day.setUTCDate(day.getUTCDate() + 28);
  return {
    ...sent(date, name, programme, texts),
    accepted: { at: day.toISOString(), said: { note: "Hyväksytty." } },
  };
}

/** Accepted reports on periods of the programme that both networks belong to. */
function sote(told: readonly (readonly [date: string, name: string])[]): ReportStory[] {
  return told.map(([date, name]) => accepted(date, name, "tulevaisuuden-sotekeskus", network));
}
