import { milestone, target, type Template, type Told } from "./template.ts";

const decision: Told = {
  fi: "Ohjausryhmän päätös.",
  sv: "Styrgruppens beslut.",
  en: "Decision of the steering group.",
};

export const pilot: Template = {
  name: {
    fi: "Pilotista käytännöksi",
    sv: "Från pilot till praxis",
    en: "From pilot to practice",
  },
  summary: {
    fi: "Palvelu valitaan ja pilotoidaan, laajennetaan kaikkiin kuntiin ja juurrutetaan työhön.",
    sv: "En tjänst väljs och prövas, utvidgas till alla kommuner och förankras i arbetet.",
    en: "A service is chosen and piloted, extended to all municipalities and embedded in daily work.",
  },
  phases: [
    { fi: "Valinta ja pilotointi", sv: "Val och pilotering", en: "Choice and pilot" },
    { fi: "Laajentaminen", sv: "Utvidgning", en: "Expansion" },
    { fi: "Juurruttaminen", sv: "Förankring", en: "Embedding" },
  ],
  milestones: [
    milestone({
      phase: 1,
      title: { fi: "Nykytila kartoitettu", sv: "Nuläget kartlagt", en: "Present state mapped" },
      verification: {
        fi: "Täytetty kartoituslomake.",
        sv: "Ifylld kartläggningsblankett.",
        en: "Completed survey form.",
      },
      share: 0.4,
    }),
    milestone({
      phase: 1,
      scope: "project",
      title: {
        fi: "Palvelu ja työtavat valittu",
        sv: "Tjänst och arbetssätt valda",
        en: "Service and ways of working chosen",
      },
      verification: decision,
      share: 0.6,
      evidenceKinds: ["decision"],
    }),
    milestone({
      phase: 1,
      title: {
        fi: "Käyttöönoton suunnitelma hyväksytty",
        sv: "Plan för ibruktagande godkänd",
        en: "Plan for taking into use approved",
      },
      verification: {
        fi: "Hyväksytty suunnitelma.",
        sv: "Godkänd plan.",
        en: "Approved plan.",
      },
      share: 1,
    }),
    milestone({
      phase: 2,
      scope: "project",
      title: {
        fi: "Pilotti arvioitu ja laajentamisesta päätetty",
        sv: "Piloten utvärderad och utvidgning beslutad",
        en: "Pilot evaluated and expansion decided",
      },
      verification: decision,
      share: 0.3,
      evidenceKinds: ["decision"],
    }),
    milestone({
      phase: 2,
      title: { fi: "Palvelu käynnistynyt", sv: "Tjänsten inledd", en: "Service started" },
      verification: {
        fi: "Ensimmäisen kuukauden toimintaraportti.",
        sv: "Verksamhetsrapport för den första månaden.",
        en: "Report of the first month of operation.",
      },
      share: 0.9,
      weight: 2,
    }),
    target({
      phase: 2,
      scope: "project",
      title: {
        fi: "Kunnat, joissa palvelu on käynnistynyt",
        sv: "Kommuner där tjänsten har inletts",
        en: "Municipalities in which the service has started",
      },
      verification: {
        fi: "Lasketaan kuntien tilanteesta.",
        sv: "Räknas ur kommunernas läge.",
        en: "Counted from what municipalities declare.",
      },
      share: 1,
      unit: { fi: "kuntaa", sv: "kommuner", en: "municipalities" },
      goal: 20,
      counts: 5,
    }),
    milestone({
      phase: 3,
      title: {
        fi: "Jatkovastuu sovittu",
        sv: "Fortsatt ansvar överenskommet",
        en: "Responsibility after the project agreed",
      },
      verification: {
        fi: "Vastuutahon vahvistus.",
        sv: "Bekräftelse av den ansvariga.",
        en: "Confirmation of who is responsible.",
      },
      share: 0.7,
      weight: 2,
    }),
    milestone({
      phase: 3,
      scope: "project",
      title: {
        fi: "Toimintamalli kuvattu ja julkaistu",
        sv: "Verksamhetsmodellen beskriven och publicerad",
        en: "Operating model described and published",
      },
      verification: {
        fi: "Julkaistu kuvaus.",
        sv: "Publicerad beskrivning.",
        en: "Publication.",
      },
      share: 0.9,
      evidenceKinds: ["link"],
    }),
  ],
};
