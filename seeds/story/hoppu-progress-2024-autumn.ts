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
} from "./sittings.ts";

/** The small municipalities follow; two stop for staff and for a new client system. */
export const sittings2024Autumn: readonly Sitting[] = [
  {
    at: "2024-09-04T09:40:00.000Z",
    by: contact("Orivesi"),
    cells: [values(6, [["Orivesi", 3]], done), each(8, ["Orivesi"], doneOn("2024-09-03"))],
    unchanged: ["Orivesi"],
  },
  {
    at: "2024-09-11T11:00:00.000Z",
    by: contact("Valkeakoski"),
    cells: [
      values(6, [["Valkeakoski", 4]], doneOn("2024-09-10")),
      each(7, ["Valkeakoski"], inProgress),
      values(10, [["Valkeakoski", 6]], inProgress),
    ],
  },
  {
    at: "2024-09-19T12:25:00.000Z",
    by: "lead",
    cells: [
      each(5, ["Ikaalinen"], {
        ...inProgress,
        forecastOn: "2024-10-31",
        note: "Päivystysvuorot yhteensovitetaan Hämeenkyrön kanssa.",
      }),
      each(5, ["Mänttä-Vilppula"], {
        ...inProgress,
        forecastOn: "2024-11-29",
        note: "Toinen sosiaaliohjaajan toimista on ollut täyttämättä elokuusta.",
      }),
      each(7, ["Juupajoki"], notApplicable("Kunnassa ei ole toisen asteen oppilaitosta.")),
      each(
        7,
        ["Kihniö"],
        notApplicable("Ei toisen asteen oppilaitosta; opiskelijat kulkevat Parkanoon."),
      ),
      each(
        7,
        ["Kuhmoinen"],
        notApplicable("Kunnassa ei toimi lukiota eikä ammatillista oppilaitosta."),
      ),
      each(
        7,
        ["Vesilahti"],
        notApplicable("Nuoret opiskelevat muissa kunnissa, polku kuvataan oppilaitoskunnassa."),
      ),
      each(
        7,
        ["Pirkkala", "Lempäälä", "Orivesi", "Hämeenkyrö", "Ikaalinen", "Sastamala"],
        inProgress,
      ),
      each(8, ["Juupajoki", "Parkano", "Ruovesi", "Vesilahti"], inProgress),
      each(8, ["Pälkäne", "Punkalaidun", "Urjala", "Virrat"], notStarted),
      values(10, [["Lempäälä", 5]], inProgress),
      each(6, ["Juupajoki", "Parkano", "Pälkäne", "Punkalaidun", "Ruovesi"], notStarted),
      each(6, ["Kihniö"], notApplicable("Kihniössä ei ole omia nuorten sosiaalityöntekijöitä.")),
    ],
  },
  {
    at: "2024-10-02T07:35:00.000Z",
    by: contact("Pälkäne"),
    cells: [
      each(5, ["Pälkäne"], {
        ...doneOn("2024-10-01"),
        note: "Ensimmäinen yhteydenotto tuli jo avauspäivänä.",
      }),
      values(6, [["Pälkäne", 2]], inProgress),
      each(8, ["Pälkäne"], inProgress),
    ],
  },
  {
    at: "2024-10-08T10:30:00.000Z",
    by: contact("Sastamala"),
    cells: [
      each(8, ["Sastamala"], doneOn("2024-10-04")),
      values(6, [["Sastamala", 1]], inProgress),
    ],
    unchanged: ["Sastamala"],
  },
  {
    at: "2024-10-16T08:50:00.000Z",
    by: contact("Mänttä-Vilppula"),
    cells: [
      each(
        5,
        ["Mänttä-Vilppula"],
        paused(
          "Henkilöstövaje: kolmesta toimesta kaksi on auki, eikä päivystykseen riitä tekijöitä.",
          "Rekrytointi onnistuu tai naapuritoimipiste lainaa työparin.",
        ),
      ),
    ],
  },
  {
    at: "2024-10-24T12:00:00.000Z",
    by: "lead",
    cells: [
      values(
        6,
        [
          ["Akaa", 3],
          ["Lempäälä", 3],
          ["Ikaalinen", 3],
        ],
        doneOn("2024-10-22"),
      ),
      values(6, [["Pirkkala", 4]], {
        ...inProgress,
        note: "Perehdytys jatkuu marraskuussa vielä kahden työntekijän osalta.",
      }),
      values(6, [["Mänttä-Vilppula", 1]], inProgress),
      each(8, ["Lempäälä", "Pirkkala"], doneOn("2024-10-17")),
      each(8, ["Valkeakoski"], doneOn("2024-10-21")),
      each(8, ["Hämeenkyrö", "Akaa"], doneOn("2024-10-23")),
      each(8, ["Punkalaidun", "Urjala", "Virrat"], inProgress),
      each(
        8,
        ["Kihniö"],
        notApplicable(
          "Kunta ostaa etsivän nuorisotyön Parkanolta; työnjako sovitaan Parkanon kuvauksessa.",
        ),
      ),
    ],
    unchanged: ["Sastamala", "Juupajoki", "Ruovesi"],
  },
  {
    at: "2024-10-31T09:05:00.000Z",
    by: contact("Ikaalinen"),
    cells: [
      each(5, ["Ikaalinen"], doneOn("2024-10-30")),
      each(8, ["Ikaalinen"], doneOn("2024-10-29")),
      each(7, ["Ikaalinen"], inProgress),
    ],
  },
];
