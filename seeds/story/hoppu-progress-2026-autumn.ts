import {
  type Sitting,
  contact,
  done,
  doneOn,
  each,
  inProgress,
  notStarted,
  paused,
  values,
  whole,
} from "./sittings.ts";

/** The autumn round: all but three small municipalities answered. */
export const sittings2026Autumn: readonly Sitting[] = [
  {
    at: "2026-09-03T12:00:00.000Z",
    by: "lead",
    cells: [
      each(14, ["Juupajoki", "Ruovesi", "Urjala", "Virrat"], inProgress),
      each(
        14,
        ["Mänttä-Vilppula"],
        paused(
          "Päivystys keskeytyi kesällä, kun perehdytetyistä kaksi siirtyi muihin tehtäviin.",
          "Uudet työntekijät perehdytetään joulukuussa ja vuorot käynnistetään tammikuussa.",
        ),
      ),
      whole(16, {
        ...inProgress,
        forecastOn: "2027-03-12",
        note: "Ajankohta varattu johdon kalenteriin.",
      }),
    ],
    unchanged: ["Sastamala", "Valkeakoski", "Kangasala"],
  },
  {
    at: "2026-09-09T08:20:00.000Z",
    by: contact("Lempäälä"),
    cells: [
      each(15, ["Lempäälä"], doneOn("2026-09-07")),
      each(14, ["Lempäälä"], { ...inProgress, forecastOn: "2026-12-11" }),
      values(10, [["Lempäälä", 38]], {
        ...inProgress,
        note: "Erottelua Vesilahdesta ei vieläkään saada raportille.",
      }),
    ],
  },
  {
    at: "2026-09-15T10:30:00.000Z",
    by: contact("Orivesi"),
    cells: [each(15, ["Orivesi"], doneOn("2026-09-14")), each(14, ["Orivesi"], inProgress)],
  },
  {
    at: "2026-09-17T07:50:00.000Z",
    by: contact("Akaa"),
    cells: [
      each(15, ["Akaa"], done),
      each(14, ["Akaa"], { ...inProgress, forecastOn: "2026-12-04" }),
    ],
  },
  {
    at: "2026-09-24T12:10:00.000Z",
    by: "lead",
    cells: [
      each(14, ["Valkeakoski", "Hämeenkyrö", "Parkano"], {
        ...inProgress,
        forecastOn: "2026-12-18",
      }),
      each(15, ["Kangasala"], {
        ...inProgress,
        forecastOn: "2027-01-22",
        note: "Perehdytysten osallistujaluettelot ovat vanhassa järjestelmässä, poiminta tilattu.",
      }),
      each(15, ["Juupajoki", "Ruovesi"], { ...inProgress, forecastOn: "2026-11-30" }),
    ],
    unchanged: ["Juupajoki", "Ruovesi", "Urjala", "Ikaalinen", "Virrat"],
  },
  {
    at: "2026-09-30T09:05:00.000Z",
    by: contact("Ikaalinen"),
    cells: [
      each(14, ["Ikaalinen"], { ...inProgress, forecastOn: "2026-12-15" }),
      each(15, ["Ikaalinen"], { ...inProgress, forecastOn: "2026-12-15" }),
      each(
        12,
        ["Ikaalinen"],
        paused(
          "Viestikanavan päivitys siirtyi toimittajan aikataulussa ensi vuodelle.",
          "Toimittaja ottaa kuntahaun käyttöön; luvattu maaliskuuksi 2027.",
        ),
      ),
    ],
  },
  {
    at: "2026-10-07T08:40:00.000Z",
    by: contact("Tampere"),
    cells: [
      each(14, ["Tampere"], {
        ...doneOn("2026-10-05"),
        note: "Päivystys on toiminut keskeytyksettä myös kesällä.",
      }),
    ],
  },
  {
    at: "2026-10-13T10:10:00.000Z",
    by: contact("Ylöjärvi"),
    cells: [
      each(14, ["Ylöjärvi"], doneOn("2026-10-12")),
      each(15, ["Ylöjärvi"], doneOn("2026-10-09")),
    ],
  },
  {
    at: "2026-10-15T07:25:00.000Z",
    by: contact("Kangasala"),
    cells: [each(14, ["Kangasala"], done)],
    unchanged: ["Kangasala"],
  },
  {
    at: "2026-10-21T09:45:00.000Z",
    by: contact("Ruovesi"),
    cells: [
      each(14, ["Ruovesi"], {
        ...inProgress,
        forecastOn: "2027-01-29",
        note: "Maalis–huhtikuussa oli kuuden viikon katko, yhdeksän kuukautta täyttyy tammikuussa.",
      }),
      each(7, ["Ruovesi"], {
        ...inProgress,
        forecastOn: "2026-12-18",
        note: "Uusi opinto-ohjaaja aloitti elokuussa, kuvaus on rehtorin hyväksyttävänä.",
      }),
      values(6, [["Ruovesi", 2]], { ...inProgress, forecastOn: "2027-02-26" }),
      values(10, [["Ruovesi", 8]], { ...inProgress, forecastOn: "2027-03-31" }),
    ],
    unchanged: ["Ruovesi"],
  },
  {
    at: "2026-10-22T12:20:00.000Z",
    by: "lead",
    cells: [
      each(14, ["Pälkäne", "Orivesi"], doneOn("2026-10-19")),
      each(15, ["Valkeakoski"], doneOn("2026-10-20")),
      each(
        15,
        ["Sastamala"],
        paused(
          "Vanhan järjestelmän perehdytystiedot ovat vielä toimittajan hallussa.",
          "Toimittaja luovuttaa siirtotiedoston sopimuksen päättymisen yhteydessä.",
        ),
      ),
      each(11, ["Parkano"], {
        ...notStarted,
        forecastOn: "2027-02-26",
        note: "Tehtäväkuvat uusitaan kerralla, kun yhteinen vuoro Kihniön kanssa on ratkaistu.",
      }),
      whole(16, inProgress),
    ],
    unchanged: ["Mänttä-Vilppula", "Juupajoki", "Parkano"],
  },
  {
    at: "2026-10-28T08:35:00.000Z",
    by: contact("Urjala"),
    cells: [
      each(14, ["Urjala"], {
        ...inProgress,
        forecastOn: "2027-02-26",
        note: "Toukokuussa alkanut vuorottelu Akaan kanssa lasketaan uudeksi aloitukseksi.",
      }),
      each(15, ["Urjala"], { ...inProgress, forecastOn: "2026-12-11" }),
      each(
        8,
        ["Urjala"],
        paused(
          "Lautakunta palautti sopimuksen valmisteluun kustannusjaon takia.",
          "Uusi käsittely lautakunnassa tammikuussa 2027.",
        ),
      ),
    ],
  },
  {
    at: "2026-11-03T10:50:00.000Z",
    by: contact("Pirkkala"),
    cells: [
      each(14, ["Pirkkala"], doneOn("2026-10-30")),
      each(15, ["Pirkkala"], {
        ...done,
        note: "Luettelosta puuttui yksi muistio, toimitettu jälkikäteen.",
      }),
      values(6, [["Pirkkala", 6]], {
        ...inProgress,
        note: "Tavoite ylittyi, kertauskoulutus vielä kesken.",
      }),
    ],
  },
  {
    at: "2026-11-05T08:00:00.000Z",
    by: contact("Sastamala"),
    cells: [each(14, ["Sastamala"], { ...inProgress, forecastOn: "2026-12-16" })],
    unchanged: ["Sastamala"],
  },
  {
    at: "2026-11-10T09:30:00.000Z",
    by: contact("Virrat"),
    cells: [
      each(14, ["Virrat"], {
        ...inProgress,
        forecastOn: "2027-03-31",
        note: "Päivystys oli kesäkuun tauolla, joten seuranta alkoi heinäkuussa alusta.",
      }),
      each(15, ["Virrat"], { ...inProgress, forecastOn: "2027-01-15" }),
      values(10, [["Virrat", 8]], { ...inProgress, forecastOn: "2027-02-26" }),
      values(12, [["Virrat", 71]], { ...inProgress, forecastOn: "2027-03-31" }),
    ],
    unchanged: ["Virrat"],
  },
  {
    at: "2026-11-12T12:15:00.000Z",
    by: "lead",
    cells: [
      each(15, ["Parkano"], doneOn("2026-11-10")),
      each(
        11,
        ["Mänttä-Vilppula"],
        paused(
          "Palveluverkkopäätös siirtyi aluevaltuuston joulukuun kokoukseen.",
          "Päätös ja sen jälkeen tehtäväkuvien vahvistus.",
        ),
      ),
      values(12, [["Mänttä-Vilppula", 73]], { ...inProgress, forecastOn: "2027-04-30" }),
      each(15, ["Mänttä-Vilppula"], { ...notStarted, forecastOn: "2027-02-12" }),
    ],
    unchanged: ["Hämeenkyrö", "Mänttä-Vilppula", "Juupajoki", "Valkeakoski", "Akaa"],
  },
  {
    at: "2026-11-17T09:00:00.000Z",
    by: contact("Nokia"),
    cells: [each(14, ["Nokia"], doneOn("2026-11-16"))],
    unchanged: ["Nokia"],
  },
  {
    at: "2026-11-18T11:30:00.000Z",
    by: "lead",
    cells: [
      each(15, ["Hämeenkyrö"], {
        ...inProgress,
        forecastOn: "2026-12-22",
        note: "Kunta toimittaa alkuperäiset sopimukset joulukuussa.",
      }),
      whole(16, {
        ...inProgress,
        note: "Hiljaisiin kuntiin soitetaan ennen katselmuksen valmistelua.",
      }),
    ],
    unchanged: ["Lempäälä", "Ikaalinen", "Parkano"],
  },
];
