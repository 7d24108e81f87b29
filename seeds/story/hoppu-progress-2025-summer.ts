import {
  type Sitting,
  contact,
  done,
  doneOn,
  each,
  inProgress,
  paused,
  values,
  whole,
} from "./sittings.ts";

/** The pilots write the work into job descriptions; most reach their young people. */
export const sittings2025Summer: readonly Sitting[] = [
  {
    at: "2025-05-08T09:30:00.000Z",
    by: contact("Urjala"),
    cells: [
      each(5, ["Urjala"], doneOn("2025-05-07")),
      values(6, [["Urjala", 3]], doneOn("2025-05-06")),
      each(
        8,
        ["Urjala"],
        paused(
          "Sopimusluonnos on kunnan hallinnossa lausunnolla.",
          "Lausunto saadaan ja lautakunta päättää asiasta syyskuussa.",
        ),
      ),
      each(10, ["Urjala"], inProgress),
    ],
    unchanged: ["Urjala"],
  },
  {
    at: "2025-05-15T07:20:00.000Z",
    by: contact("Nokia"),
    cells: [each(11, ["Nokia"], doneOn("2025-05-14")), values(12, [["Nokia", 76]], inProgress)],
  },
  {
    at: "2025-05-22T12:15:00.000Z",
    by: "lead",
    cells: [
      values(
        12,
        [
          ["Tampere", 78],
          ["Ylöjärvi", 80],
          ["Kangasala", 71],
        ],
        inProgress,
      ),
      each(
        11,
        ["Pirkkala", "Lempäälä", "Valkeakoski", "Akaa", "Orivesi", "Hämeenkyrö"],
        inProgress,
      ),
      values(
        10,
        [
          ["Akaa", 12],
          ["Hämeenkyrö", 10],
        ],
        doneOn("2025-05-20"),
      ),
      values(
        10,
        [
          ["Orivesi", 9],
          ["Ikaalinen", 8],
          ["Parkano", 8],
        ],
        inProgress,
      ),
      whole(13, { ...inProgress, note: "Kuvauksen ensimmäinen versio kommentoitavana kunnissa." }),
    ],
    unchanged: ["Sastamala", "Ikaalinen", "Ruovesi", "Virrat"],
  },
  {
    at: "2025-06-04T10:45:00.000Z",
    by: contact("Lempäälä"),
    cells: [
      values(10, [["Lempäälä", 21]], {
        ...inProgress,
        note: "Tavoite ylittyi; Vesilahden osuuden erottelu sovitaan tilastopalvelun kanssa.",
      }),
      values(12, [["Lempäälä", 79]], inProgress),
    ],
    unchanged: ["Lempäälä"],
  },
  {
    at: "2025-06-11T08:25:00.000Z",
    by: contact("Pälkäne"),
    cells: [
      values(10, [["Pälkäne", 10]], done),
      each(11, ["Pälkäne"], inProgress),
      values(12, [["Pälkäne", 81]], inProgress),
    ],
  },
  {
    at: "2025-06-18T11:50:00.000Z",
    by: "lead",
    cells: [
      each(11, ["Ylöjärvi"], doneOn("2025-06-17")),
      each(11, ["Kangasala"], {
        ...inProgress,
        forecastOn: "2025-08-29",
        note: "Tehtäväkuvien päivitys sidottiin syksyn organisaatiomuutokseen.",
      }),
      values(10, [["Orivesi", 11]], doneOn("2025-06-16")),
      values(
        10,
        [
          ["Ikaalinen", 10],
          ["Parkano", 10],
        ],
        doneOn("2025-06-17"),
      ),
      each(10, ["Juupajoki"], {
        ...inProgress,
        note: "Keskusteluja on ollut, mutta luku jää vielä kirjausrajan alle.",
      }),
      each(10, ["Ruovesi", "Sastamala"], inProgress),
    ],
    unchanged: ["Kuhmoinen", "Punkalaidun", "Kihniö", "Virrat"],
  },
  {
    at: "2025-08-21T12:00:00.000Z",
    by: "lead",
    cells: [
      each(11, ["Kangasala"], {
        ...doneOn("2025-08-20"),
        note: "Organisaatiomuutos vahvistettiin elokuussa.",
      }),
      each(5, ["Mänttä-Vilppula"], doneOn("2025-08-18")),
      each(11, ["Sastamala", "Ikaalinen", "Juupajoki", "Ruovesi", "Urjala"], inProgress),
      values(
        12,
        [
          ["Sastamala", 62],
          ["Urjala", 66],
          ["Ruovesi", 55],
        ],
        inProgress,
      ),
      values(
        10,
        [
          ["Ruovesi", 6],
          ["Sastamala", 7],
        ],
        inProgress,
      ),
    ],
    unchanged: ["Pirkkala", "Orivesi"],
  },
  {
    at: "2025-08-27T09:10:00.000Z",
    by: contact("Mänttä-Vilppula"),
    cells: [
      values(6, [["Mänttä-Vilppula", 3]], doneOn("2025-08-26")),
      each(7, ["Mänttä-Vilppula"], { ...inProgress, forecastOn: "2025-10-31" }),
      each(8, ["Mänttä-Vilppula"], doneOn("2025-08-25")),
      each(10, ["Mänttä-Vilppula"], inProgress),
    ],
  },
];
