import { everyone, lastWave, pilots, secondWave, without } from "./pirkanmaa.ts";
import {
  type Sitting,
  contact,
  done,
  doneOn,
  each,
  inProgress,
  notApplicable,
  notStarted,
  whole,
} from "./sittings.ts";

/** The services of every municipality are mapped and the online service is chosen. */
export const sittings2023Spring: readonly Sitting[] = [
  {
    at: "2023-01-19T11:30:00.000Z",
    by: "lead",
    cells: [
      each(1, pilots, inProgress),
      each(1, without(everyone, [...pilots, "Kihniö"]), notStarted),
      whole(2, { ...inProgress, note: "Valintaperusteiden luonnos ohjausryhmässä 19.1." }),
      whole(4, notStarted),
    ],
  },
  {
    at: "2023-02-15T08:20:00.000Z",
    by: contact("Tampere"),
    cells: [
      each(1, ["Tampere"], {
        ...inProgress,
        note: "Jonotiedot saatu, digikanavat kartoitetaan yhdessä nuorten ohjauspalvelujen kanssa.",
      }),
    ],
  },
  {
    at: "2023-02-23T13:10:00.000Z",
    by: "lead",
    cells: [
      each(1, secondWave, inProgress),
      whole(4, { ...inProgress, value: 6, note: "Ensimmäinen nuorten työpaja pidetty." }),
    ],
  },
  {
    at: "2023-03-14T09:05:00.000Z",
    by: contact("Nokia"),
    cells: [each(1, ["Nokia"], done)],
  },
  {
    at: "2023-03-21T12:40:00.000Z",
    by: "lead",
    cells: [
      each(1, ["Tampere"], doneOn("2023-03-17")),
      each(1, ["Ylöjärvi"], doneOn("2023-03-20")),
      each(1, ["Kangasala"], {
        ...inProgress,
        forecastOn: "2023-04-14",
        note: "Jonotietojen poiminta viivästyi kahden järjestelmän välisen siirron takia.",
      }),
    ],
  },
  {
    at: "2023-03-30T12:00:00.000Z",
    by: "lead",
    cells: [
      each(1, without(lastWave, ["Kihniö", "Kuhmoinen", "Punkalaidun"]), inProgress),
      each(
        1,
        ["Kihniö"],
        notApplicable("Kihniön nuorten palvelut on kartoitettu Parkanon lomakkeella."),
      ),
      whole(2, { ...inProgress, forecastOn: "2023-06-15" }),
    ],
    unchanged: ["Kangasala", "Kuhmoinen", "Punkalaidun"],
  },
  {
    at: "2023-04-13T07:45:00.000Z",
    by: contact("Kangasala"),
    cells: [
      each(1, ["Kangasala"], {
        ...doneOn("2023-04-12"),
        note: "Valmistui kaksi viikkoa myöhässä.",
      }),
    ],
  },
  {
    at: "2023-04-20T10:15:00.000Z",
    by: contact("Pirkkala"),
    cells: [each(1, ["Pirkkala"], done)],
  },
  {
    at: "2023-04-27T13:30:00.000Z",
    by: "lead",
    cells: [
      each(1, ["Lempäälä", "Akaa"], doneOn("2023-04-25")),
      each(1, ["Orivesi", "Hämeenkyrö"], doneOn("2023-04-26")),
    ],
    unchanged: ["Valkeakoski", "Sastamala", "Mänttä-Vilppula", "Ikaalinen"],
  },
  {
    at: "2023-05-10T06:50:00.000Z",
    by: contact("Valkeakoski"),
    cells: [each(1, ["Valkeakoski"], done)],
  },
  {
    at: "2023-05-16T11:20:00.000Z",
    by: contact("Pälkäne"),
    cells: [
      each(1, ["Pälkäne"], {
        ...done,
        note: "Nuorilla ei ole omaa vastaanottoaikaa kunnassa; tarve etäpalvelulle on selvä.",
      }),
    ],
  },
  {
    at: "2023-05-30T12:15:00.000Z",
    by: "lead",
    cells: [
      each(1, ["Sastamala", "Ikaalinen"], doneOn("2023-05-26")),
      each(1, ["Parkano", "Virrat", "Vesilahti"], doneOn("2023-05-29")),
      each(1, ["Mänttä-Vilppula"], {
        ...inProgress,
        forecastOn: "2023-06-30",
        note: "Sosiaaliohjaajan sijaisuus täyttyi vasta toukokuussa.",
      }),
      each(1, ["Punkalaidun"], { ...inProgress, forecastOn: "2023-08-31" }),
    ],
    unchanged: ["Kuhmoinen", "Juupajoki", "Ruovesi", "Urjala"],
  },
  {
    at: "2023-06-15T12:30:00.000Z",
    by: "lead",
    cells: [
      whole(2, { ...done, note: "Ohjausryhmän päätös yksimielinen; pisteytys liitteenä." }),
      whole(4, { value: 19 }),
      each(3, pilots, inProgress),
      each(3, secondWave, notStarted),
    ],
  },
  {
    at: "2023-06-21T08:35:00.000Z",
    by: contact("Ruovesi"),
    cells: [
      each(1, ["Ruovesi"], {
        ...done,
        note: "Lomake palautettiin myöhässä, koska terveyskeskuksen luvut piti pyytää erikseen.",
      }),
    ],
  },
  {
    at: "2023-06-29T10:40:00.000Z",
    by: "lead",
    cells: [
      each(1, ["Mänttä-Vilppula"], doneOn("2023-06-28")),
      each(1, ["Juupajoki", "Urjala"], doneOn("2023-06-20")),
    ],
    unchanged: pilots,
  },
];
