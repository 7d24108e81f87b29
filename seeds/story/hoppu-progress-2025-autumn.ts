import { everyone, without } from "./pirkanmaa.ts";
import {
  type Sitting,
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

/** The others follow, the model is published, the project closes. */
export const sittings2025Autumn: readonly Sitting[] = [
  {
    at: "2025-09-10T07:45:00.000Z",
    by: contact("Akaa"),
    cells: [each(11, ["Akaa"], doneOn("2025-09-08")), values(12, [["Akaa", 79]], inProgress)],
  },
  {
    at: "2025-09-17T10:35:00.000Z",
    by: contact("Valkeakoski"),
    cells: [
      values(10, [["Valkeakoski", 16]], {
        ...inProgress,
        note: "Tilastoeroa selvitetään edelleen, siksi ei merkitä vielä valmiiksi.",
      }),
      values(12, [["Valkeakoski", 86]], doneOn("2025-09-15")),
    ],
    unchanged: ["Valkeakoski"],
  },
  {
    at: "2025-09-25T12:20:00.000Z",
    by: "lead",
    cells: [
      values(
        12,
        [
          ["Tampere", 86],
          ["Ylöjärvi", 88],
        ],
        doneOn("2025-09-24"),
      ),
      values(
        12,
        [
          ["Kangasala", 82],
          ["Nokia", 83],
          ["Hämeenkyrö", 77],
          ["Pirkkala", 81],
        ],
        inProgress,
      ),
      each(11, ["Virrat"], inProgress),
      each(10, ["Virrat"], inProgress),
      values(10, [["Urjala", 7]], inProgress),
      values(
        12,
        [
          ["Virrat", 47],
          ["Mänttä-Vilppula", 50],
        ],
        inProgress,
      ),
      each(12, ["Kihniö"], { ...notStarted, note: "Vasteaika mitataan, kun kanava on avattu." }),
    ],
    unchanged: ["Punkalaidun", "Kihniö", "Parkano", "Ikaalinen"],
  },
  {
    at: "2025-10-08T08:30:00.000Z",
    by: contact("Orivesi"),
    cells: [each(11, ["Orivesi"], doneOn("2025-10-06")), values(12, [["Orivesi", 88]], done)],
  },
  {
    at: "2025-10-15T09:50:00.000Z",
    by: contact("Juupajoki"),
    cells: [
      each(11, ["Juupajoki"], {
        ...doneOn("2025-10-14"),
        note: "Tehtävä on yhteinen Oriveden toimipisteen kanssa.",
      }),
      values(6, [["Juupajoki", 2]], {
        ...inProgress,
        note: "Kolmatta perehdytettävää ei pienessä tiimissä ole.",
      }),
    ],
    unchanged: ["Juupajoki"],
  },
  {
    at: "2025-10-23T12:10:00.000Z",
    by: "lead",
    cells: [
      each(11, ["Lempäälä", "Pirkkala"], doneOn("2025-10-20")),
      each(11, ["Pälkäne"], doneOn("2025-10-21")),
      each(11, ["Hämeenkyrö"], doneOn("2025-10-22")),
      each(11, ["Kihniö"], inProgress),
      values(
        12,
        [
          ["Kangasala", 87],
          ["Lempäälä", 85],
        ],
        doneOn("2025-10-22"),
      ),
      each(
        11,
        ["Mänttä-Vilppula"],
        paused(
          "Vakinaistaminen odottaa toimipisteen palveluverkkopäätöstä.",
          "Aluevaltuuston päätös toimipisteen tulevaisuudesta.",
        ),
      ),
      each(5, ["Kuhmoinen"], { ...notStarted, forecastOn: "2026-04-30" }),
    ],
    unchanged: ["Kuhmoinen", "Sastamala", "Urjala"],
  },
  {
    at: "2025-11-05T08:15:00.000Z",
    by: contact("Ruovesi"),
    cells: [
      each(11, ["Ruovesi"], { ...done, note: "Kirjattu lokakuun tehtäväkuvapäivitykseen." }),
      values(12, [["Ruovesi", 68]], inProgress),
      each(7, ["Ruovesi"], {
        ...inProgress,
        forecastOn: "2026-01-30",
        note: "Lukion opinto-ohjaajan tehtävä on ollut avoinna, kuvaus odottaa.",
      }),
    ],
    unchanged: ["Ruovesi"],
  },
  {
    at: "2025-11-12T10:40:00.000Z",
    by: contact("Sastamala"),
    cells: [
      values(10, [["Sastamala", 12]], doneOn("2025-11-10")),
      each(11, ["Sastamala"], doneOn("2025-11-11")),
      values(12, [["Sastamala", 85]], done),
    ],
  },
  {
    at: "2025-11-20T12:30:00.000Z",
    by: "lead",
    cells: [
      each(11, ["Valkeakoski"], doneOn("2025-10-30")),
      each(11, ["Urjala", "Ikaalinen"], doneOn("2025-11-18")),
      values(12, [["Nokia", 87]], {
        ...inProgress,
        note: "Osuus ylittää tavoitteen, mutta lokakuun häiriöviikko puuttuu raportista.",
      }),
      values(
        12,
        [
          ["Akaa", 86],
          ["Hämeenkyrö", 85],
        ],
        doneOn("2025-11-19"),
      ),
      each(
        12,
        ["Ikaalinen"],
        paused(
          "Vasteaikaraportti ei erottele Ikaalisten ja Hämeenkyrön viestejä yhteisestä kanavasta.",
          "Viestikanavan versiopäivitys, jossa kunta on oma hakuehtonsa.",
        ),
      ),
      whole(13, {
        ...inProgress,
        forecastOn: "2025-12-11",
        note: "Selkokielinen tiivistelmä viivästyi; julkaisu joulukuun ohjausryhmän jälkeen.",
      }),
    ],
    unchanged: ["Virrat", "Mänttä-Vilppula", "Parkano", "Juupajoki"],
  },
  {
    at: "2025-11-27T07:30:00.000Z",
    by: contact("Pirkkala"),
    cells: [
      values(12, [["Pirkkala", 85]], done),
      values(6, [["Pirkkala", 5]], {
        ...inProgress,
        note: "Kuudes työntekijä perehdytetään keväällä.",
      }),
    ],
    unchanged: ["Pirkkala"],
  },
  {
    at: "2025-12-03T11:05:00.000Z",
    by: contact("Urjala"),
    cells: [
      values(12, [["Urjala", 84]], { ...inProgress, forecastOn: "2026-02-27" }),
      values(10, [["Urjala", 9]], inProgress),
      each(7, ["Urjala"], {
        ...doneOn("2025-12-01"),
        note: "Polku hyväksytty lukion kanssa vuoden myöhässä.",
      }),
    ],
    unchanged: ["Urjala"],
  },
  {
    at: "2025-12-11T12:45:00.000Z",
    by: "lead",
    cells: [
      whole(13, { ...done, note: "Julkaistu samana päivänä ohjausryhmän hyväksynnän jälkeen." }),
      values(
        12,
        [
          ["Pälkäne", 90],
          ["Parkano", 85],
        ],
        doneOn("2025-12-09"),
      ),
      each(14, without(everyone, ["Kihniö", "Kuhmoinen", "Vesilahti"]), notStarted),
      each(
        14,
        ["Vesilahti"],
        notApplicable("Vesilahdella ei ole omaa päivystystä, seuranta on Lempäälän lomakkeella."),
      ),
      whole(16, { ...notStarted, note: "Koolle kutsuu nuorten palvelujen palvelupäällikkö." }),
    ],
  },
  {
    at: "2025-12-17T11:15:00.000Z",
    by: "lead",
    cells: [
      each(15, without(everyone, ["Kihniö", "Kuhmoinen", "Punkalaidun"]), notStarted),
      values(
        10,
        [
          ["Tampere", 312],
          ["Nokia", 58],
          ["Ylöjärvi", 49],
          ["Kangasala", 44],
        ],
        {},
      ),
      each(7, ["Mänttä-Vilppula"], doneOn("2025-12-15")),
      each(7, ["Virrat"], { ...inProgress, forecastOn: "2026-05-29" }),
    ],
    unchanged: ["Punkalaidun", "Kihniö", "Kuhmoinen", "Ikaalinen"],
  },
];
