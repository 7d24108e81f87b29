import { lastWave, pilots, without } from "./pirkanmaa.ts";
import {
  type Sitting,
  cancelled,
  contact,
  done,
  doneOn,
  each,
  inProgress,
  notApplicable,
  notStarted,
  paused,
  whole,
} from "./sittings.ts";

/** The pilots plan first, then the middle-sized and the small. */
export const sittings2023Autumn: readonly Sitting[] = [
  {
    at: "2023-08-17T11:00:00.000Z",
    by: "lead",
    cells: [
      each(
        1,
        ["Kuhmoinen"],
        paused(
          "Kunnalle ei ole nimetty yhdyshenkilöä edellisen siirryttyä toisiin tehtäviin.",
          "Kunta nimeää uuden yhdyshenkilön; asia on kunnanjohtajalla.",
        ),
      ),
      each(1, ["Punkalaidun"], {
        ...inProgress,
        forecastOn: "2023-10-31",
        note: "Puolet lomakkeesta täytetty.",
      }),
      each(3, ["Pirkkala", "Lempäälä", "Valkeakoski"], inProgress),
    ],
    unchanged: pilots,
  },
  {
    at: "2023-09-05T07:25:00.000Z",
    by: contact("Ylöjärvi"),
    cells: [each(3, ["Ylöjärvi"], done)],
  },
  {
    at: "2023-09-12T12:05:00.000Z",
    by: contact("Tampere"),
    cells: [
      each(3, ["Tampere"], {
        ...done,
        note: "Suunnitelma kattaa kolme alueellista toimipistettä; päivystys yhteisenä vuorona.",
      }),
    ],
  },
  {
    at: "2023-09-21T12:50:00.000Z",
    by: "lead",
    cells: [
      each(3, ["Nokia"], doneOn("2023-09-19")),
      each(3, ["Kangasala"], doneOn("2023-09-20")),
      each(
        3,
        ["Sastamala", "Akaa", "Mänttä-Vilppula", "Orivesi", "Hämeenkyrö", "Ikaalinen"],
        inProgress,
      ),
      each(3, without(lastWave, ["Kihniö"]), notStarted),
      whole(4, { value: 31, note: "Mukana myös kaksi järjestön kokemusasiantuntijaa." }),
    ],
  },
  {
    at: "2023-10-04T08:10:00.000Z",
    by: contact("Akaa"),
    cells: [
      each(3, ["Akaa"], {
        ...inProgress,
        forecastOn: "2023-12-08",
        note: "Työajan varaaminen odottaa ensi vuoden henkilöstösuunnitelmaa.",
      }),
    ],
  },
  {
    at: "2023-10-12T09:30:00.000Z",
    by: contact("Lempäälä"),
    cells: [
      each(3, ["Lempäälä"], {
        ...doneOn("2023-10-11"),
        note: "Suunnitelmaan otettiin mukaan Vesilahden nuorten palvelu.",
      }),
    ],
  },
  {
    at: "2023-10-26T11:45:00.000Z",
    by: "lead",
    cells: [
      each(3, without(lastWave, ["Kihniö", "Kuhmoinen", "Vesilahti"]), inProgress),
      each(
        3,
        ["Vesilahti"],
        cancelled("Omaa suunnitelmaa ei tehdä: palvelu järjestetään Lempäälän suunnitelman osana."),
      ),
      each(
        3,
        ["Kihniö"],
        notApplicable("Kihniöllä ei ole omaa toimipistettä; suunnitelma on Parkanon yhteydessä."),
      ),
    ],
    unchanged: ["Kuhmoinen", "Punkalaidun", "Pirkkala", "Valkeakoski", "Orivesi"],
  },
  {
    at: "2023-11-09T12:25:00.000Z",
    by: contact("Pirkkala"),
    cells: [each(3, ["Pirkkala"], done)],
  },
  {
    at: "2023-11-15T07:55:00.000Z",
    by: contact("Sastamala"),
    cells: [
      each(3, ["Sastamala"], {
        ...doneOn("2023-11-14"),
        note: "Hyväksytty toimialan johtoryhmässä.",
      }),
    ],
  },
  {
    at: "2023-11-22T13:00:00.000Z",
    by: "lead",
    cells: [
      each(3, ["Valkeakoski", "Orivesi"], doneOn("2023-11-17")),
      each(3, ["Hämeenkyrö", "Ikaalinen"], doneOn("2023-11-21")),
      each(3, ["Mänttä-Vilppula"], {
        ...inProgress,
        forecastOn: "2024-01-31",
        note: "Suunnitelman valmistelu keskeytyi; uusi vastuuhenkilö jatkaa tammikuussa.",
      }),
      whole(4, { ...doneOn("2023-11-16"), value: 43 }),
      each(5, pilots, inProgress),
    ],
  },
  {
    at: "2023-12-05T09:15:00.000Z",
    by: contact("Pälkäne"),
    cells: [each(3, ["Pälkäne"], done)],
  },
  {
    at: "2023-12-12T12:20:00.000Z",
    by: "lead",
    cells: [
      each(3, ["Akaa"], doneOn("2023-12-08")),
      each(3, ["Parkano", "Ruovesi", "Juupajoki", "Urjala"], doneOn("2023-12-11")),
      each(3, ["Virrat"], {
        ...inProgress,
        forecastOn: "2024-02-15",
        note: "Suunnitelma kirjoitetaan yhdessä Mänttä-Vilppulan kanssa.",
      }),
    ],
    unchanged: ["Kuhmoinen", "Punkalaidun", ...pilots],
  },
];
