import { pilots, secondWave } from "./pirkanmaa.ts";
import {
  type Sitting,
  contact,
  done,
  doneOn,
  each,
  inProgress,
  notStarted,
  values,
  whole,
} from "./sittings.ts";

/** The pilots start, and the last plans of the first phase come in. */
export const sittings2024Winter: readonly Sitting[] = [
  {
    at: "2024-01-11T12:00:00.000Z",
    by: "lead",
    cells: [
      each(5, ["Tampere"], doneOn("2024-01-08")),
      each(5, secondWave, notStarted),
      values(
        6,
        [
          ["Tampere", 6],
          ["Nokia", 2],
          ["Ylöjärvi", 2],
          ["Kangasala", 1],
        ],
        inProgress,
      ),
      each(7, pilots, notStarted),
      each(8, pilots, inProgress),
      whole(9, { ...notStarted, note: "Arviointikysymykset sovitaan helmikuun ohjausryhmässä." }),
      each(10, pilots, notStarted),
    ],
  },
  {
    at: "2024-01-18T08:30:00.000Z",
    by: contact("Nokia"),
    cells: [
      each(5, ["Nokia"], {
        ...doneOn("2024-01-15"),
        note: "Päivystys maanantaisin ja torstaisin, iltavuoro kokeilussa.",
      }),
    ],
  },
  {
    at: "2024-01-24T10:05:00.000Z",
    by: contact("Ylöjärvi"),
    cells: [each(5, ["Ylöjärvi"], doneOn("2024-01-22"))],
  },
  {
    at: "2024-01-31T13:20:00.000Z",
    by: "lead",
    cells: [
      each(5, ["Kangasala"], {
        ...inProgress,
        forecastOn: "2024-02-16",
        note: "Työpuhelimet ja käyttöoikeudet puuttuivat vielä tammikuun lopussa.",
      }),
      each(3, ["Mänttä-Vilppula"], doneOn("2024-01-30")),
      values(6, [["Tampere", 9]], doneOn("2024-01-26")),
    ],
    unchanged: ["Punkalaidun", "Virrat"],
  },
  {
    at: "2024-02-13T12:35:00.000Z",
    by: "lead",
    cells: [
      each(3, ["Virrat"], doneOn("2024-02-12")),
      each(3, ["Kuhmoinen"], {
        ...notStarted,
        note: "Kunta lupasi nimetä yhdyshenkilön maaliskuun aikana.",
      }),
      whole(9, { ...inProgress, note: "Nuorten palautekysely avattu pilottikunnissa." }),
    ],
  },
  {
    at: "2024-02-16T09:10:00.000Z",
    by: contact("Kangasala"),
    cells: [each(5, ["Kangasala"], doneOn("2024-02-14")), values(6, [["Kangasala", 2]], {})],
    unchanged: ["Kangasala"],
  },
  {
    at: "2024-02-28T07:40:00.000Z",
    by: contact("Ylöjärvi"),
    cells: [values(6, [["Ylöjärvi", 3]], doneOn("2024-02-27")), each(10, ["Ylöjärvi"], inProgress)],
    unchanged: ["Ylöjärvi"],
  },
  {
    at: "2024-03-07T12:45:00.000Z",
    by: "lead",
    cells: [
      values(6, [["Nokia", 4]], doneOn("2024-02-27")),
      values(6, [["Kangasala", 2]], {
        ...inProgress,
        forecastOn: "2024-03-15",
        note: "Kolmas työntekijä perehdytetään Tampereen ryhmän mukana.",
      }),
      each(7, pilots, inProgress),
      values(
        10,
        [
          ["Tampere", 18],
          ["Nokia", 5],
        ],
        inProgress,
      ),
      each(10, ["Kangasala"], inProgress),
    ],
  },
  {
    at: "2024-03-14T11:55:00.000Z",
    by: contact("Kangasala"),
    cells: [values(6, [["Kangasala", 3]], done)],
  },
  {
    at: "2024-03-26T12:10:00.000Z",
    by: "lead",
    cells: [
      each(8, ["Tampere"], doneOn("2024-03-20")),
      each(8, ["Ylöjärvi"], doneOn("2024-03-25")),
      values(10, [["Ylöjärvi", 7]], inProgress),
      each(1, ["Punkalaidun"], {
        ...inProgress,
        forecastOn: null,
        note: "Kartoitus jäi kesken, kun vastuu vaihtui; uutta arviota ei osata vielä antaa.",
      }),
    ],
    unchanged: ["Kuhmoinen", "Punkalaidun"],
  },
  {
    at: "2024-04-09T08:15:00.000Z",
    by: contact("Nokia"),
    cells: [
      each(8, ["Nokia"], {
        ...doneOn("2024-04-08"),
        note: "Yhteinen viikkopalaveri kunnan etsivän nuorisotyön kanssa jatkuu.",
      }),
      values(10, [["Nokia", 9]], inProgress),
    ],
    unchanged: ["Nokia"],
  },
  {
    at: "2024-04-17T10:50:00.000Z",
    by: contact("Tampere"),
    cells: [each(7, ["Tampere"], doneOn("2024-04-16")), values(10, [["Tampere", 41]], inProgress)],
  },
  {
    at: "2024-04-25T13:05:00.000Z",
    by: "lead",
    cells: [
      whole(9, {
        ...inProgress,
        forecastOn: "2024-05-15",
        note: "Huhtikuun ohjausryhmä ei ollut päätösvaltainen, joten päätös siirtyi toukokuulle.",
      }),
      each(8, ["Kangasala"], doneOn("2024-04-24")),
      each(7, ["Ylöjärvi"], doneOn("2024-04-23")),
    ],
  },
];
