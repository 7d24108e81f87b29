import { type MunicipalityName, without } from "./pirkanmaa.ts";
import {
  type Sitting,
  cancelled,
  doneOn,
  each,
  inProgress,
  notStarted,
  whole,
} from "./sittings.ts";

export const yhdessaMunicipalities: readonly MunicipalityName[] = [
  "Tampere",
  "Nokia",
  "Ylöjärvi",
  "Kangasala",
  "Pirkkala",
  "Lempäälä",
  "Valkeakoski",
  "Sastamala",
  "Orivesi",
  "Mänttä-Vilppula",
  "Parkano",
  "Ikaalinen",
];

export const yhdessaSittings: readonly Sitting[] = [
  {
    at: "2021-01-27T10:00:00.000Z",
    by: "lead",
    cells: [
      whole(1, doneOn("2021-01-26")),
      each(2, yhdessaMunicipalities, inProgress),
      whole(4, { ...inProgress, value: 1 }),
      whole(5, { ...inProgress, value: 1, note: "Ensimmäinen Verkkari lähetetty." }),
    ],
  },
  {
    at: "2021-03-31T11:00:00.000Z",
    by: "lead",
    cells: [
      each(2, ["Tampere", "Nokia", "Ylöjärvi", "Kangasala", "Lempäälä"], doneOn("2021-03-17")),
      whole(4, { value: 4 }),
      whole(5, { value: 3 }),
    ],
    unchanged: ["Pirkkala", "Valkeakoski", "Sastamala"],
  },
  {
    at: "2021-04-28T10:30:00.000Z",
    by: "lead",
    cells: [
      each(
        2,
        ["Pirkkala", "Valkeakoski", "Sastamala", "Orivesi", "Ikaalinen"],
        doneOn("2021-04-21"),
      ),
      each(2, ["Parkano"], {
        ...inProgress,
        forecastOn: "2021-05-31",
        note: "Kuraattorin sijaisuus alkoi vasta huhtikuussa.",
      }),
    ],
    unchanged: ["Mänttä-Vilppula"],
  },
  {
    at: "2021-06-09T09:30:00.000Z",
    by: "lead",
    cells: [
      each(2, ["Parkano"], doneOn("2021-05-26")),
      each(
        2,
        ["Mänttä-Vilppula"],
        cancelled(
          "Psykologin ja kuraattorin toimet ovat avoinna, osallistuminen siirtyy seuraavaan " +
            "kauteen.",
        ),
      ),
      each(3, without(yhdessaMunicipalities, ["Mänttä-Vilppula"]), notStarted),
      whole(4, { value: 8 }),
      whole(5, { value: 6 }),
      whole(6, { ...notStarted, note: "Ideataulut auki koko syksyn." }),
    ],
  },
  {
    at: "2021-09-29T10:15:00.000Z",
    by: "lead",
    cells: [
      each(
        3,
        ["Tampere", "Nokia", "Ylöjärvi", "Kangasala", "Lempäälä", "Orivesi"],
        doneOn("2021-09-15"),
      ),
      each(3, ["Pirkkala", "Valkeakoski", "Parkano", "Ikaalinen"], inProgress),
      each(3, ["Sastamala"], {
        ...inProgress,
        forecastOn: "2021-10-29",
        note: "Työsuunnitelmat vahvistetaan lokakuussa.",
      }),
      whole(4, { value: 11 }),
      whole(5, { value: 7 }),
      whole(6, { ...inProgress, note: "Ideatauluilta nousi yhdeksän ehdotusta." }),
    ],
  },
  {
    at: "2021-12-21T09:00:00.000Z",
    by: "lead",
    cells: [
      each(3, ["Pirkkala", "Valkeakoski", "Ikaalinen"], doneOn("2021-09-30")),
      each(3, ["Sastamala"], doneOn("2021-10-27")),
      each(3, ["Parkano"], {
        ...inProgress,
        note: "Aika on luvattu suullisesti, työsuunnitelmasta se puuttuu.",
      }),
      whole(4, { ...doneOn("2021-12-14"), value: 16 }),
      whole(5, { ...doneOn("2021-12-16"), value: 10 }),
      whole(6, {
        ...doneOn("2021-12-14"),
        note: "Teemat: ryhmämuotoinen terveystarkastus, parityö, tiimityömalli ja verkosto itse.",
      }),
    ],
  },
];
