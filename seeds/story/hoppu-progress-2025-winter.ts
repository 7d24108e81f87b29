import { everyone, pilots, without } from "./pirkanmaa.ts";
import {
  type Sitting,
  contact,
  doneOn,
  each,
  inProgress,
  notApplicable,
  notStarted,
  paused,
  values,
  whole,
} from "./sittings.ts";

/** The last starts, and the first answer times. */
export const sittings2025Winter: readonly Sitting[] = [
  {
    at: "2025-01-16T12:10:00.000Z",
    by: "lead",
    cells: [
      each(11, pilots, inProgress),
      each(11, without(everyone, [...pilots, "Kuhmoinen", "Vesilahti"]), notStarted),
      each(11, ["Vesilahti"], notApplicable("Vesilahdella ei ole omaa henkilöstöä verkkotyössä.")),
      each(
        12,
        ["Vesilahti"],
        notApplicable("Viestit tulevat Lempäälän kanavaan, vasteaika mitataan siellä."),
      ),
      values(
        12,
        [
          ["Tampere", 58],
          ["Nokia", 61],
          ["Ylöjärvi", 55],
          ["Kangasala", 49],
        ],
        inProgress,
      ),
      whole(13, notStarted),
    ],
  },
  {
    at: "2025-01-29T08:40:00.000Z",
    by: contact("Ikaalinen"),
    cells: [
      each(7, ["Ikaalinen"], {
        ...doneOn("2025-01-27"),
        note: "Mukana myös ammatillisen koulutuksen toimipiste.",
      }),
      values(10, [["Ikaalinen", 5]], inProgress),
    ],
    unchanged: ["Ikaalinen"],
  },
  {
    at: "2025-02-06T12:35:00.000Z",
    by: "lead",
    cells: [
      values(
        12,
        [
          ["Pirkkala", 52],
          ["Lempäälä", 63],
          ["Valkeakoski", 57],
          ["Orivesi", 60],
          ["Hämeenkyrö", 48],
          ["Akaa", 54],
        ],
        inProgress,
      ),
      each(5, ["Sastamala"], {
        ...inProgress,
        forecastOn: "2025-03-14",
        note: "Järjestelmä on käytössä, kirjaamisohje viimeisteltävänä.",
      }),
      each(10, ["Juupajoki", "Parkano", "Pälkäne", "Ruovesi"], inProgress),
      each(10, ["Punkalaidun", "Urjala", "Virrat"], notStarted),
    ],
    unchanged: ["Mänttä-Vilppula", "Kuhmoinen", "Kihniö"],
  },
  {
    at: "2025-02-13T09:55:00.000Z",
    by: contact("Virrat"),
    cells: [
      each(5, ["Virrat"], {
        ...inProgress,
        forecastOn: "2025-03-21",
        note: "Työtila saadaan kirjastolta maaliskuun alusta.",
      }),
      values(6, [["Virrat", 1]], inProgress),
    ],
    unchanged: ["Virrat"],
  },
  {
    at: "2025-03-06T12:20:00.000Z",
    by: "lead",
    cells: [
      each(
        5,
        ["Punkalaidun"],
        paused(
          "Nuorten sosiaaliohjaajan tehtävä on täyttämättä, eikä vuoroille ole tekijää.",
          "Tehtävä täytetään tai vuorot jaetaan Sastamalan kanssa.",
        ),
      ),
      each(8, ["Juupajoki"], doneOn("2025-02-26")),
      values(
        10,
        [
          ["Orivesi", 8],
          ["Hämeenkyrö", 8],
          ["Pälkäne", 6],
          ["Parkano", 5],
        ],
        inProgress,
      ),
      values(
        10,
        [
          ["Tampere", 164],
          ["Nokia", 29],
        ],
        {},
      ),
    ],
  },
  {
    at: "2025-03-12T08:05:00.000Z",
    by: contact("Sastamala"),
    cells: [
      each(5, ["Sastamala"], {
        ...doneOn("2025-03-11"),
        note: "Käynnistyi runsaat viisi kuukautta myöhässä järjestelmävaihdon vuoksi.",
      }),
      values(6, [["Sastamala", 3]], doneOn("2025-03-06")),
      each(10, ["Sastamala"], inProgress),
    ],
    unchanged: ["Sastamala"],
  },
  {
    at: "2025-03-20T10:25:00.000Z",
    by: contact("Virrat"),
    cells: [
      each(5, ["Virrat"], doneOn("2025-03-19")),
      values(6, [["Virrat", 2]], inProgress),
      each(7, ["Virrat"], inProgress),
    ],
  },
  {
    at: "2025-03-27T12:45:00.000Z",
    by: "lead",
    cells: [
      each(7, ["Sastamala"], doneOn("2025-03-25")),
      each(7, ["Mänttä-Vilppula"], { ...notStarted, note: "Odottaa verkkotyön käynnistymistä." }),
      each(8, ["Virrat"], doneOn("2025-03-24")),
      values(
        12,
        [
          ["Tampere", 69],
          ["Nokia", 67],
          ["Ylöjärvi", 72],
          ["Kangasala", 60],
        ],
        inProgress,
      ),
      values(
        12,
        [
          ["Pälkäne", 64],
          ["Parkano", 58],
          ["Ikaalinen", 51],
        ],
        inProgress,
      ),
    ],
    unchanged: ["Pirkkala", "Lempäälä", "Ruovesi", "Urjala", "Punkalaidun"],
  },
  {
    at: "2025-04-10T07:40:00.000Z",
    by: contact("Mänttä-Vilppula"),
    cells: [
      each(5, ["Mänttä-Vilppula"], {
        ...inProgress,
        forecastOn: "2025-08-29",
        note: "Toinen avoimista toimista saatiin täytettyä huhtikuun alusta.",
      }),
      values(6, [["Mänttä-Vilppula", 2]], inProgress),
    ],
    unchanged: ["Mänttä-Vilppula"],
  },
  {
    at: "2025-04-24T12:05:00.000Z",
    by: "lead",
    cells: [
      each(11, ["Tampere"], {
        ...doneOn("2025-04-22"),
        note: "Kirjattu kolmen toimipisteen tehtäväkuviin.",
      }),
      each(
        1,
        ["Kuhmoinen"],
        paused(
          "Yhdyshenkilön tehtävä on taas avoinna, eikä seuraajaa ole nimetty.",
          "Kunta nimeää seuraajan ja varahenkilön samalla kertaa.",
        ),
      ),
      values(10, [["Pirkkala", 10]], doneOn("2025-04-23")),
      values(10, [["Valkeakoski", 11]], {
        ...inProgress,
        note: "Tavoite täyttyi, mutta tilastoraportin luku poikkeaa omasta kirjanpidosta.",
      }),
    ],
    unchanged: ["Juupajoki", "Kihniö"],
  },
];
