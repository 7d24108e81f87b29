import { periodOf } from "./programmes.ts";
import type { ReportStory } from "./story.ts";

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
  yhdessa: [accepted("2022-02-11", "Loppuraportti", null)],
  tukenasi: [
    accepted("2024-02-09", "Väliraportti 2023", null),
    accepted("2026-02-13", "Väliraportti 2025", null),
  ],
  lastensuojelu: [
    {
      ...sent("2024-09-13", "Loppuraportti", null),
      returned: {
        at: "2024-10-02T08:00:00.000Z",
        said: {
          note: "Kertokaa osallistuneiden määrä kunnittain.",
          sections: [{ section: "training", note: "Määrät kunnittain puuttuvat." }],
        },
      },
    },
  ],
  opiskeluhuolto: [accepted("2025-02-14", "Loppuraportti", null)],
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

function sent(date: string, name: string, programme: string | null): ReportStory {
  return {
    at: `${date}T08:00:00.000Z`,
    report: {
      name,
      message: "Tilanne kunnittain raportointikauden lopussa.",
      budget: null,
      period: programme === null ? null : periodOf(programme, name),
    },
    texts: {
      summary:
        "Kausi eteni suunnitelman mukaan. Kuntien kanssa sovittiin seuraavista vaiheista, ja " +
        "poikkeamista on kerrottu omassa osassaan.",
      measures: "Työntekijät tavoittivat nuoria verkossa iltaisin ja viikonloppuisin.",
      communication: "Hankkeesta kerrottiin hyvinvointialueen ja kuntien verkkosivuilla.",
    },
    submitted: `${date}T09:00:00.000Z`,
  };
}

/** Accepted four weeks after it was sent. */
function accepted(date: string, name: string, programme: string | null): ReportStory {
  const day = new Date(`${date}T12:00:00.000Z`);
  day.setUTCDate(day.getUTCDate() + 28);
  return {
    ...sent(date, name, programme),
    accepted: { at: day.toISOString(), said: { note: "Hyväksytty." } },
  };
}
