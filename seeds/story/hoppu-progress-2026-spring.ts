import { pilots, secondWave } from "./pirkanmaa.ts";
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

/** After the project: does the model live on, and is the evidence in the archive. */
export const sittings2026Spring: readonly Sitting[] = [
  {
    at: "2026-01-22T12:05:00.000Z",
    by: "lead",
    cells: [
      each(14, pilots, inProgress),
      each(14, ["Pirkkala", "Lempäälä", "Orivesi", "Pälkäne"], inProgress),
      each(15, ["Tampere", "Nokia", "Pälkäne"], inProgress),
    ],
    unchanged: ["Mänttä-Vilppula", "Ruovesi", "Juupajoki"],
  },
  {
    at: "2026-02-12T09:20:00.000Z",
    by: contact("Punkalaidun"),
    cells: [
      each(
        5,
        ["Punkalaidun"],
        paused(
          "Tehtävä on haettu kahdesti ilman päteviä hakijoita, päivystystä ei voida aloittaa.",
          "Sastamalan kanssa sovitaan yhteisestä vuorosta.",
        ),
      ),
      each(14, ["Punkalaidun"], {
        ...notStarted,
        note: "Ei ajankohtainen ennen palvelun aloitusta.",
      }),
    ],
    unchanged: ["Punkalaidun"],
  },
  {
    at: "2026-02-26T12:25:00.000Z",
    by: "lead",
    cells: [
      values(12, [["Urjala", 87]], doneOn("2026-02-24")),
      values(10, [["Urjala", 10]], doneOn("2026-02-20")),
      each(
        14,
        ["Valkeakoski", "Hämeenkyrö", "Akaa", "Sastamala", "Ikaalinen", "Parkano"],
        inProgress,
      ),
    ],
    unchanged: ["Virrat", "Urjala", "Mänttä-Vilppula"],
  },
  {
    at: "2026-03-11T10:00:00.000Z",
    by: contact("Kihniö"),
    cells: [
      each(5, ["Kihniö"], {
        ...inProgress,
        forecastOn: "2026-09-30",
        note: "Kokeilu Parkanon vuoroissa jatkuu; omaa päivystysaikaa ei ole vielä sovittu.",
      }),
    ],
    unchanged: ["Kihniö"],
  },
  {
    at: "2026-03-26T12:15:00.000Z",
    by: "lead",
    cells: [
      values(6, [["Virrat", 3]], doneOn("2026-03-24")),
      values(
        12,
        [
          ["Virrat", 59],
          ["Ruovesi", 79],
          ["Mänttä-Vilppula", 64],
        ],
        inProgress,
      ),
      each(15, ["Ylöjärvi", "Pirkkala", "Lempäälä", "Orivesi", "Akaa"], inProgress),
    ],
    unchanged: ["Parkano", "Ruovesi", "Juupajoki"],
  },
  {
    at: "2026-04-15T08:10:00.000Z",
    by: contact("Tampere"),
    cells: [
      each(15, ["Tampere"], { ...doneOn("2026-04-13"), note: "Luettelo tarkistettu kirjaamossa." }),
    ],
    unchanged: ["Tampere"],
  },
  {
    at: "2026-05-07T07:35:00.000Z",
    by: contact("Hämeenkyrö"),
    cells: [
      each(15, ["Hämeenkyrö"], {
        ...inProgress,
        note: "Yhteistyösopimusten alkuperäiset ovat kunnan arkistossa, siirto pyydetty.",
      }),
    ],
    unchanged: ["Hämeenkyrö"],
  },
  {
    at: "2026-05-20T11:40:00.000Z",
    by: "lead",
    cells: [
      each(15, ["Kangasala", "Valkeakoski", "Parkano", "Vesilahti"], inProgress),
      values(12, [["Ruovesi", 85]], doneOn("2026-05-19")),
      values(10, [["Virrat", 6]], inProgress),
    ],
    unchanged: [...secondWave, "Virrat", "Ruovesi"],
  },
  {
    at: "2026-06-09T08:55:00.000Z",
    by: contact("Pälkäne"),
    cells: [each(15, ["Pälkäne"], done)],
    unchanged: ["Pälkäne"],
  },
  {
    at: "2026-06-16T12:30:00.000Z",
    by: "lead",
    cells: [
      each(15, ["Nokia"], doneOn("2026-06-11")),
      each(15, ["Vesilahti"], doneOn("2026-06-12")),
      each(7, ["Virrat"], {
        ...inProgress,
        forecastOn: "2027-01-29",
        note: "Oppilaitos toivoo kuvausta vasta uuden lukuvuosisuunnitelman yhteydessä.",
      }),
      whole(16, {
        ...notStarted,
        note: "Loppuraportin avoimet asiat siirretty katselmuksen listalle.",
      }),
    ],
  },
  {
    at: "2026-08-26T09:15:00.000Z",
    by: contact("Nokia"),
    cells: [
      each(14, ["Nokia"], { ...inProgress, forecastOn: "2026-10-30" }),
      values(12, [["Nokia", 89]], {
        ...inProgress,
        note: "Kuitataan valmiiksi, kun häiriöviikon raportti on korjattu.",
      }),
    ],
  },
];
