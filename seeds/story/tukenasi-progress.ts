import { type MunicipalityName, without } from "./pirkanmaa.ts";
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
  whole,
} from "./sittings.ts";

export const tukenasiMunicipalities: readonly MunicipalityName[] = [
  "Tampere",
  "Nokia",
  "Ylöjärvi",
  "Kangasala",
  "Pirkkala",
  "Lempäälä",
  "Valkeakoski",
  "Sastamala",
  "Akaa",
  "Hämeenkyrö",
  "Mänttä-Vilppula",
  "Orivesi",
  "Ruovesi",
  "Virrat",
];

const regulars = without(tukenasiMunicipalities, ["Mänttä-Vilppula", "Ruovesi", "Virrat"]);

export const tukenasiSittings: readonly Sitting[] = [
  {
    at: "2021-10-14T08:30:00.000Z",
    by: "lead",
    cells: [
      each(1, without(tukenasiMunicipalities, ["Ruovesi", "Virrat"]), doneOn("2021-10-12")),
      each(1, ["Ruovesi", "Virrat"], { ...inProgress, note: "Yhdyshenkilöä tavoitellaan." }),
      whole(2, notStarted),
    ],
  },
  {
    at: "2021-11-09T09:00:00.000Z",
    by: "lead",
    cells: [
      each(1, ["Ruovesi", "Virrat"], doneOn("2021-11-02")),
      whole(2, {
        ...doneOn("2021-10-27"),
        note: "Toiveissa kärjessä syömishäiriöt ja päihteiden puheeksi otto.",
      }),
      whole(3, notStarted),
      whole(6, { ...inProgress, value: 1 }),
    ],
  },
  {
    at: "2022-04-28T10:00:00.000Z",
    by: "lead",
    cells: [
      whole(3, { ...inProgress, forecastOn: "2022-05-18" }),
      whole(6, { value: 6 }),
      each(4, tukenasiMunicipalities, notStarted),
    ],
  },
  {
    at: "2022-05-19T08:15:00.000Z",
    by: "lead",
    cells: [
      whole(3, { ...doneOn("2022-05-18"), note: "Ydinryhmässä kuuden kunnan ammattilaisia." }),
    ],
  },
  {
    at: "2022-12-15T10:30:00.000Z",
    by: "lead",
    cells: [
      each(4, regulars, doneOn("2022-12-14")),
      each(4, ["Mänttä-Vilppula", "Ruovesi"], inProgress),
      each(
        4,
        ["Virrat"],
        paused(
          "Yhdyspintatyöntekijän tehtävä on täyttämättä.",
          "Tehtävä täytetään hyvinvointialueen aloitettua.",
        ),
      ),
      whole(6, { value: 13 }),
    ],
  },
  {
    at: "2023-05-11T09:20:00.000Z",
    by: "lead",
    cells: [
      each(4, ["Ruovesi"], doneOn("2023-05-10")),
      each(5, regulars, inProgress),
      whole(6, { value: 18 }),
    ],
    unchanged: ["Mänttä-Vilppula", "Virrat"],
  },
  {
    at: "2023-09-20T07:50:00.000Z",
    by: contact("Valkeakoski"),
    cells: [
      each(5, ["Valkeakoski"], {
        ...done,
        note: "Syömishäiriön varhaisen tunnistamisen lomake kokeilussa.",
      }),
    ],
  },
  {
    at: "2023-11-29T10:45:00.000Z",
    by: "lead",
    cells: [
      each(4, ["Mänttä-Vilppula"], doneOn("2023-11-15")),
      each(5, ["Tampere", "Nokia", "Pirkkala", "Lempäälä", "Orivesi"], doneOn("2023-11-15")),
      each(5, ["Kangasala", "Ylöjärvi"], doneOn("2023-11-22")),
      each(5, ["Ruovesi", "Mänttä-Vilppula"], notStarted),
      whole(6, { value: 23 }),
    ],
    unchanged: ["Sastamala", "Akaa", "Hämeenkyrö"],
  },
  {
    at: "2024-05-22T08:40:00.000Z",
    by: "lead",
    cells: [
      each(
        4,
        ["Virrat"],
        cancelled("Virtain nuorten palvelut hoidetaan nyt Mänttä-Vilppulan tiimistä."),
      ),
      each(5, ["Sastamala", "Hämeenkyrö"], doneOn("2024-05-15")),
      whole(6, { value: 28 }),
      whole(7, notStarted),
    ],
    unchanged: ["Akaa", "Ruovesi", "Mänttä-Vilppula"],
  },
  {
    at: "2024-12-18T09:10:00.000Z",
    by: "lead",
    cells: [each(5, ["Ruovesi"], inProgress), whole(6, { value: 32 })],
    unchanged: ["Akaa", "Mänttä-Vilppula"],
  },
  {
    at: "2025-06-11T09:00:00.000Z",
    by: "lead",
    cells: [
      each(5, ["Akaa"], doneOn("2025-06-04")),
      whole(6, { value: 37 }),
      whole(7, { ...inProgress, note: "Ydinryhmä kirjoittaa kuvausta tapaamisten yhteydessä." }),
    ],
    unchanged: ["Ruovesi", "Mänttä-Vilppula"],
  },
  {
    at: "2025-12-17T10:05:00.000Z",
    by: "lead",
    cells: [whole(6, { value: 42 })],
    unchanged: ["Ruovesi", "Mänttä-Vilppula"],
  },
  {
    at: "2026-06-10T08:25:00.000Z",
    by: "lead",
    cells: [
      whole(6, { value: 47 }),
      whole(7, {
        ...inProgress,
        forecastOn: "2026-12-15",
        note: "Toisen koordinaattorin vaihtuminen siirsi julkaisun loppuvuoteen.",
      }),
    ],
    unchanged: ["Ruovesi", "Mänttä-Vilppula"],
  },
  {
    at: "2026-10-29T07:55:00.000Z",
    by: contact("Ruovesi"),
    cells: [
      each(5, ["Ruovesi"], { ...inProgress, note: "Kokeilu alkoi, palaute kootaan joulukuussa." }),
    ],
  },
  {
    at: "2026-11-11T10:20:00.000Z",
    by: "lead",
    cells: [
      whole(6, { ...inProgress, value: 49, forecastOn: "2026-12-09" }),
      whole(7, { ...inProgress, note: "Luonnos ydinryhmän kommentoitavana." }),
    ],
    unchanged: ["Mänttä-Vilppula"],
  },
];
