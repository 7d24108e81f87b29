import { secondWave, without } from "./pirkanmaa.ts";
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
  values,
  whole,
} from "./sittings.ts";

/** The steering group decides to extend; the second wave begins. */
export const sittings2024Summer: readonly Sitting[] = [
  {
    at: "2024-05-15T12:30:00.000Z",
    by: "lead",
    cells: [
      whole(9, { ...done, note: "Laajennetaan kahdessa aallossa; iltapäivystys jää pysyväksi." }),
      each(5, secondWave, inProgress),
      each(6, secondWave, notStarted),
      each(8, ["Pirkkala", "Lempäälä", "Valkeakoski", "Orivesi"], inProgress),
    ],
  },
  {
    at: "2024-05-23T07:30:00.000Z",
    by: contact("Kangasala"),
    cells: [
      each(7, ["Kangasala"], doneOn("2024-05-22")),
      values(10, [["Kangasala", 8]], inProgress),
    ],
  },
  {
    at: "2024-05-30T11:10:00.000Z",
    by: contact("Pirkkala"),
    cells: [
      each(5, ["Pirkkala"], {
        ...inProgress,
        forecastOn: "2024-08-19",
        note: "Aloitetaan koulujen alkaessa, jotta tieto tavoittaa nuoret.",
      }),
      values(6, [["Pirkkala", 2]], inProgress),
      each(8, ["Pirkkala"], inProgress),
    ],
  },
  {
    at: "2024-06-06T12:55:00.000Z",
    by: "lead",
    cells: [
      each(7, ["Nokia"], {
        ...inProgress,
        forecastOn: "2024-06-14",
        note: "Lukion puolelta puuttuu vielä rehtorin hyväksyntä.",
      }),
      values(
        6,
        [
          ["Lempäälä", 1],
          ["Valkeakoski", 2],
          ["Orivesi", 1],
          ["Hämeenkyrö", 2],
        ],
        inProgress,
      ),
      each(7, without(secondWave, ["Mänttä-Vilppula"]), notStarted),
      each(8, ["Sastamala", "Akaa", "Hämeenkyrö", "Ikaalinen", "Mänttä-Vilppula"], inProgress),
    ],
    unchanged: ["Akaa", "Ikaalinen", "Sastamala"],
  },
  {
    at: "2024-06-12T08:45:00.000Z",
    by: contact("Nokia"),
    cells: [
      each(7, ["Nokia"], {
        ...doneOn("2024-06-11"),
        note: "Hyväksytty lukiossa ja ammattiopistossa.",
      }),
      values(10, [["Nokia", 14]], done),
    ],
  },
  {
    at: "2024-06-18T10:20:00.000Z",
    by: contact("Lempäälä"),
    cells: [each(5, ["Lempäälä"], doneOn("2024-06-17")), values(6, [["Lempäälä", 2]], inProgress)],
    unchanged: ["Lempäälä"],
  },
  {
    at: "2024-06-26T11:35:00.000Z",
    by: "lead",
    cells: [
      each(5, ["Orivesi"], doneOn("2024-06-24")),
      each(5, ["Pälkäne", "Parkano", "Ruovesi"], inProgress),
      each(5, ["Juupajoki", "Kihniö", "Punkalaidun", "Urjala", "Virrat"], notStarted),
      each(
        5,
        ["Vesilahti"],
        cancelled(
          "Vesilahdelle ei perusteta omaa päivystystä; nuoria palvellaan Lempäälän vuoroissa.",
        ),
      ),
      each(
        6,
        ["Vesilahti"],
        notApplicable("Perehdytettävät työntekijät ovat Lempäälän toimipisteessä."),
      ),
      each(
        10,
        ["Vesilahti"],
        cancelled("Vesilahden nuoret lasketaan Lempäälän lukuun, jotta heitä ei tunnisteta."),
      ),
      values(10, [["Tampere", 88]], doneOn("2024-06-25")),
      values(10, [["Ylöjärvi", 12]], doneOn("2024-06-25")),
      values(10, [["Kangasala", 9]], inProgress),
    ],
  },
  {
    at: "2024-08-20T08:00:00.000Z",
    by: contact("Hämeenkyrö"),
    cells: [
      each(5, ["Hämeenkyrö"], doneOn("2024-08-19")),
      values(6, [["Hämeenkyrö", 3]], doneOn("2024-08-16")),
    ],
    unchanged: ["Hämeenkyrö"],
  },
  {
    at: "2024-08-28T12:15:00.000Z",
    by: "lead",
    cells: [
      each(5, ["Pirkkala"], doneOn("2024-08-19")),
      each(5, ["Valkeakoski"], doneOn("2024-08-22")),
      each(5, ["Akaa"], doneOn("2024-08-26")),
      each(
        5,
        ["Sastamala"],
        paused(
          "Asiakastietojärjestelmän käyttöönotto sitoo toimipisteen koko syksyn.",
          "Järjestelmä otettu käyttöön ja kirjaamisohje verkkotyöhön saatu, arviolta helmikuussa.",
        ),
      ),
      each(5, ["Juupajoki", "Urjala", "Virrat"], inProgress),
      values(10, [["Kangasala", 15]], doneOn("2024-08-27")),
      each(10, ["Lempäälä", "Orivesi"], inProgress),
    ],
  },
];
