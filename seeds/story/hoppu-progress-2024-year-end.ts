import {
  type Sitting,
  cancelled,
  contact,
  done,
  doneOn,
  each,
  inProgress,
  notStarted,
  paused,
  values,
} from "./sittings.ts";

/** The second phase closes: what was reached, what goes on into the third. */
export const sittings2024YearEnd: readonly Sitting[] = [
  {
    at: "2024-11-06T08:20:00.000Z",
    by: contact("Parkano"),
    cells: [
      each(5, ["Parkano"], {
        ...doneOn("2024-11-04"),
        note: "Palvelee myös Kihniön nuoria kokeilun ajan.",
      }),
      values(6, [["Parkano", 3]], doneOn("2024-11-05")),
      each(8, ["Parkano"], { ...done, note: "Allekirjoitettu viikon myöhässä lomien takia." }),
      each(7, ["Parkano"], inProgress),
    ],
  },
  {
    at: "2024-11-13T11:40:00.000Z",
    by: contact("Virrat"),
    cells: [
      each(5, ["Virrat"], {
        ...inProgress,
        forecastOn: "2025-02-14",
        note: "Verkkoyhteys ja rauhallinen työtila puuttuvat sosiaaliasemalta.",
      }),
      each(7, ["Virrat"], notStarted),
    ],
    unchanged: ["Virrat"],
  },
  {
    at: "2024-11-20T12:40:00.000Z",
    by: "lead",
    cells: [
      each(7, ["Lempäälä", "Pirkkala"], doneOn("2024-11-14")),
      each(7, ["Orivesi", "Hämeenkyrö"], doneOn("2024-11-15")),
      each(7, ["Valkeakoski"], doneOn("2024-11-19")),
      each(
        7,
        ["Akaa"],
        cancelled(
          "Akaalle ei tehdä omaa kuvausta, koska polku sovittiin yhteiseksi Valkeakosken kanssa.",
        ),
      ),
      each(7, ["Pälkäne", "Ruovesi", "Urjala"], inProgress),
      values(
        6,
        [
          ["Urjala", 1],
          ["Ruovesi", 1],
        ],
        inProgress,
      ),
      values(
        10,
        [
          ["Lempäälä", 9],
          ["Valkeakoski", 8],
          ["Orivesi", 5],
        ],
        inProgress,
      ),
      each(10, ["Pirkkala", "Akaa", "Hämeenkyrö"], inProgress),
    ],
    unchanged: ["Kuhmoinen", "Mänttä-Vilppula"],
  },
  {
    at: "2024-11-27T09:25:00.000Z",
    by: contact("Pälkäne"),
    cells: [each(7, ["Pälkäne"], done), values(6, [["Pälkäne", 3]], doneOn("2024-11-26"))],
    unchanged: ["Pälkäne"],
  },
  {
    at: "2024-11-28T10:10:00.000Z",
    by: contact("Urjala"),
    cells: [
      each(5, ["Urjala"], { ...inProgress, forecastOn: "2025-04-30" }),
      each(
        8,
        ["Urjala"],
        paused(
          "Yhteistyösopimus kunnan nuorisopalvelujen kanssa on kesken.",
          "Lautakunta hyväksyy sopimuksen ja nimeää kunnan vastuuhenkilön.",
        ),
      ),
    ],
  },
  {
    at: "2024-12-04T07:50:00.000Z",
    by: contact("Ruovesi"),
    cells: [
      each(5, ["Ruovesi"], doneOn("2024-12-03")),
      values(6, [["Ruovesi", 2]], inProgress),
      each(8, ["Ruovesi"], { ...done, note: "Kuvaus valmistui kuukauden sovittua myöhemmin." }),
    ],
    unchanged: ["Ruovesi"],
  },
  {
    at: "2024-12-12T12:30:00.000Z",
    by: "lead",
    cells: [
      each(5, ["Juupajoki"], doneOn("2024-12-10")),
      each(5, ["Kuhmoinen"], {
        ...notStarted,
        note: "Aloitus vasta, kun yhdyshenkilö on nimetty.",
      }),
      each(5, ["Kihniö", "Punkalaidun"], inProgress),
      each(7, ["Ikaalinen"], { ...inProgress, forecastOn: "2025-01-31" }),
      each(7, ["Parkano"], doneOn("2024-11-28")),
      each(8, ["Vesilahti"], doneOn("2024-10-30")),
      values(
        10,
        [
          ["Pirkkala", 7],
          ["Hämeenkyrö", 6],
          ["Akaa", 5],
        ],
        inProgress,
      ),
      values(10, [["Lempäälä", 13]], {
        ...inProgress,
        note: "Luku sisältää Vesilahden nuoret; päällekkäisyydet tarkistetaan ennen kuittausta.",
      }),
    ],
  },
  {
    at: "2024-12-18T11:20:00.000Z",
    by: "lead",
    cells: [
      each(8, ["Pälkäne"], doneOn("2024-12-13")),
      each(8, ["Mänttä-Vilppula"], { ...inProgress, forecastOn: "2025-03-31" }),
      each(8, ["Juupajoki"], { ...inProgress, forecastOn: "2025-02-28" }),
      each(10, ["Ikaalinen"], inProgress),
      each(10, ["Sastamala", "Mänttä-Vilppula"], notStarted),
    ],
    unchanged: ["Sastamala", "Urjala", "Virrat", "Punkalaidun", "Kuhmoinen", "Valkeakoski"],
  },
];
