import {
  type MunicipalityName,
  everyone,
  lastWave,
  pilots,
  secondWave,
  without,
} from "./pirkanmaa.ts";
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

export const lastensuojeluMunicipalities: readonly MunicipalityName[] = [
  "Tampere",
  "Nokia",
  "Pirkkala",
  "Lempäälä",
  "Sastamala",
  "Valkeakoski",
  "Mänttä-Vilppula",
  "Parkano",
];

export const lastensuojeluSittings: readonly Sitting[] = [
  {
    at: "2023-01-18T09:00:00.000Z",
    by: "lead",
    cells: [
      each(1, lastensuojeluMunicipalities, inProgress),
      whole(4, { ...notStarted, note: "Valtakunnallinen ryhmä aloittaa helmikuun alussa." }),
    ],
  },
  {
    at: "2023-02-08T08:30:00.000Z",
    by: "lead",
    cells: [
      each(1, without(lastensuojeluMunicipalities, ["Parkano"]), doneOn("2023-02-07")),
      each(1, ["Parkano"], {
        ...done,
        note: "Vahvistus tuli päivän myöhässä, paikka myönnettiin.",
      }),
      each(2, lastensuojeluMunicipalities, notStarted),
      whole(4, { ...inProgress, value: 1 }),
    ],
  },
  {
    at: "2023-05-30T10:20:00.000Z",
    by: "lead",
    cells: [
      each(2, ["Tampere", "Nokia", "Pirkkala", "Lempäälä", "Valkeakoski"], doneOn("2023-05-24")),
      each(2, ["Sastamala", "Parkano"], { ...inProgress, forecastOn: "2023-06-16" }),
      each(
        2,
        ["Mänttä-Vilppula"],
        paused(
          "Osallistuja siirtyi toiseen yksikköön.",
          "Tilalle nimetään kollega samasta tiimistä.",
        ),
      ),
      whole(4, { value: 4 }),
    ],
  },
  {
    at: "2023-06-20T08:10:00.000Z",
    by: contact("Sastamala"),
    cells: [each(2, ["Sastamala"], doneOn("2023-06-15"))],
  },
  {
    at: "2023-09-28T09:45:00.000Z",
    by: "lead",
    cells: [
      each(2, ["Parkano"], doneOn("2023-06-16")),
      each(2, ["Mänttä-Vilppula"], {
        ...doneOn("2023-09-13"),
        note: "Kollega jatkaa tehtävää parina.",
      }),
      each(3, lastensuojeluMunicipalities, inProgress),
      whole(4, { value: 6 }),
    ],
  },
  {
    at: "2024-01-31T11:10:00.000Z",
    by: "lead",
    cells: [
      each(
        3,
        without(lastensuojeluMunicipalities, ["Parkano", "Mänttä-Vilppula"]),
        doneOn("2024-01-24"),
      ),
      each(3, ["Mänttä-Vilppula"], { ...inProgress, forecastOn: "2024-03-15" }),
      each(
        3,
        ["Parkano"],
        cancelled("Yksikkö keskeytti osallistumisen, eikä kokeilulle nimetty jatkajaa."),
      ),
      each(5, ["Parkano"], notApplicable("Mallinnettavaa ei synny, koska kokeilu peruttiin.")),
      whole(4, { value: 8 }),
    ],
  },
  {
    at: "2024-05-29T10:00:00.000Z",
    by: "lead",
    cells: [
      each(3, ["Mänttä-Vilppula"], doneOn("2024-03-20")),
      each(5, ["Tampere", "Nokia", "Lempäälä", "Valkeakoski"], doneOn("2024-05-22")),
      each(5, ["Pirkkala", "Sastamala", "Mänttä-Vilppula"], {
        ...inProgress,
        forecastOn: "2024-06-12",
      }),
      whole(4, { ...doneOn("2024-05-23"), value: 10 }),
      whole(6, notStarted),
    ],
  },
  {
    at: "2024-06-18T09:30:00.000Z",
    by: "lead",
    cells: [
      each(5, ["Pirkkala", "Sastamala"], doneOn("2024-06-12")),
      each(5, ["Mänttä-Vilppula"], {
        ...inProgress,
        note: "Kuvaus viimeistellään osana tiimin omaa työtä.",
      }),
      whole(6, { ...doneOn("2024-06-13"), note: "Esiteltiin kuusi mallia." }),
    ],
  },
];

export const opiskeluhuoltoSittings: readonly Sitting[] = [
  {
    at: "2024-03-27T11:00:00.000Z",
    by: "lead",
    cells: [
      whole(1, doneOn("2024-03-26")),
      whole(2, { ...notStarted, note: "Kysely avataan pääsiäisen jälkeen." }),
    ],
  },
  {
    at: "2024-04-18T10:00:00.000Z",
    by: "lead",
    cells: [
      whole(2, { ...inProgress, value: 58, note: "Muistutus lähetetty esihenkilöiden kautta." }),
    ],
  },
  {
    at: "2024-05-03T12:00:00.000Z",
    by: "lead",
    cells: [whole(2, { ...done, value: 124 }), whole(3, inProgress)],
  },
  {
    at: "2024-05-14T12:30:00.000Z",
    by: "lead",
    cells: [whole(3, done), each(4, everyone, notStarted)],
  },
  {
    at: "2024-05-17T08:20:00.000Z",
    by: "lead",
    cells: [whole(3, { note: "Kuvausta täydennetty 17.5.2024 chat-vastausten osalta." })],
  },
  {
    at: "2024-06-12T10:40:00.000Z",
    by: "lead",
    cells: [
      each(4, pilots, doneOn("2024-06-05")),
      each(4, ["Pirkkala", "Lempäälä", "Orivesi", "Sastamala"], doneOn("2024-06-06")),
    ],
  },
  {
    at: "2024-08-29T11:15:00.000Z",
    by: "lead",
    cells: [
      each(4, ["Valkeakoski", "Akaa", "Hämeenkyrö", "Ikaalinen"], doneOn("2024-08-21")),
      each(4, without(lastWave, ["Kihniö", "Kuhmoinen", "Virrat"]), doneOn("2024-08-28")),
      each(4, ["Mänttä-Vilppula", "Virrat"], { ...inProgress, forecastOn: "2024-09-27" }),
      each(
        4,
        ["Kihniö"],
        notApplicable("Kihniön koulut kuuluvat Parkanon opiskeluhuollon tiimiin."),
      ),
      each(5, [...pilots, ...secondWave], notStarted),
    ],
  },
  {
    at: "2024-10-09T08:50:00.000Z",
    by: contact("Tampere"),
    cells: [
      each(5, ["Tampere"], {
        ...done,
        note: "Syksyllä alkoi neljä vertaistukiryhmää, yksi niistä etänä.",
      }),
    ],
  },
  {
    at: "2024-11-27T11:30:00.000Z",
    by: "lead",
    cells: [
      each(4, ["Mänttä-Vilppula", "Virrat"], doneOn("2024-10-02")),
      each(
        5,
        ["Nokia", "Ylöjärvi", "Kangasala", "Pirkkala", "Lempäälä", "Orivesi"],
        doneOn("2024-11-20"),
      ),
      each(5, ["Valkeakoski", "Akaa", "Hämeenkyrö", "Sastamala"], doneOn("2024-11-26")),
      each(
        5,
        ["Pälkäne", "Vesilahti", "Urjala", "Ruovesi", "Parkano", "Juupajoki"],
        doneOn("2024-11-26"),
      ),
      each(
        5,
        ["Ikaalinen"],
        paused(
          "Ryhmänohjauksen koulutus peruuntui vähäisten ilmoittautumisten vuoksi.",
          "Koulutus järjestetään uudelleen yhdessä Hämeenkyrön kanssa.",
        ),
      ),
      each(5, ["Kihniö"], notApplicable("Ryhmät suunnitellaan Parkanon tiimissä.")),
    ],
  },
  {
    at: "2024-12-18T10:20:00.000Z",
    by: "lead",
    cells: [
      each(4, ["Kuhmoinen"], {
        ...inProgress,
        note: "Tiimin kokous siirtyi kevääseen henkilöstövaihdosten takia.",
      }),
      each(5, ["Mänttä-Vilppula", "Virrat"], doneOn("2024-12-11")),
      each(5, ["Ikaalinen"], {
        ...inProgress,
        note: "Koulutus uusitaan tammikuussa, suunnitelma valmistuu sen jälkeen.",
      }),
    ],
  },
];
