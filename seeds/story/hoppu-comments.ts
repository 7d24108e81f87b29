import { codeOf, type MunicipalityName } from "./pirkanmaa.ts";
import type { ThreadStory } from "./story.ts";

const contact = (name: MunicipalityName) => `contact-${codeOf(name)}`;
const named = (person: string) => `@[${person}]`;

/** What the people of the project say to each other of its milestones, by role. */
export const hoppuComments: readonly ThreadStory[] = [
  {
    milestone: 5,
    municipality: codeOf("Punkalaidun"),
    said: [
      {
        at: "2026-09-08T07:20:00.000Z",
        by: "lead",
        text:
          `${named(contact("Punkalaidun"))} tehtävää on haettu kahdesti. ` +
          "Onko Sastamalan kanssa sovittu yhteisestä vuorosta, vai tarvitaanko alueelta apua?",
      },
      {
        at: "2026-09-10T11:05:00.000Z",
        by: contact("Punkalaidun"),
        text:
          "Yhteisestä vuorosta on puhuttu, mutta sopimus puuttuu. Ehdotan kahta iltaa viikossa, " +
          "kunnes tehtävä on täytetty.",
      },
      {
        at: "2026-09-10T12:30:00.000Z",
        by: contact("Sastamala"),
        text: "Kaksi iltaa viikossa sopii meille, kun Punkalaitumen nuorille on ohje, miten ottaa yhteyttä.",
      },
    ],
  },
  {
    milestone: 5,
    said: [
      {
        at: "2026-10-06T09:00:00.000Z",
        by: "steering",
        text:
          "Ohjausryhmä haluaa nähdä joulukuussa, missä kunnissa toiminta jatkuu omana työnä. " +
          `${named("lead")} voitko koota siitä luettelon kokoukseen?`,
      },
    ],
  },
  {
    milestone: 6,
    said: [
      {
        at: "2024-08-19T08:15:00.000Z",
        by: contact("Virrat"),
        text: "Lasketaanko mukaan myös sijaiset, jotka ovat käyneet vain verkkokoulutuksen?",
      },
      {
        at: "2024-08-19T13:40:00.000Z",
        by: "lead",
        text: "Lasketaan, jos he tekevät vuoroja vähintään kuukauden. Kirjataan tämä ohjeeseen.",
      },
    ],
    resolved: { at: "2024-08-26T06:50:00.000Z", by: "lead" },
  },
  {
    milestone: 11,
    municipality: codeOf("Tampere"),
    said: [
      {
        at: "2026-11-03T10:10:00.000Z",
        by: "steering",
        text:
          `${named("lead")} ${named(contact("Tampere"))} talousarvio on valtuustossa 16.11. ` +
          "Onko verkkotyön rahoitus esityksessä mukana?",
      },
      {
        at: "2026-11-05T08:30:00.000Z",
        by: contact("Tampere"),
        text: "On. Tehtäväkuvat on päivitetty, ja päätös tulee valtuuston jälkeen todenteeksi.",
      },
    ],
  },
  {
    milestone: 18,
    said: [
      {
        at: "2024-05-16T07:00:00.000Z",
        by: "lead",
        text:
          "Tuki jaetaan kahteen osaan, koska pienissä kunnissa yhteinen perehdytyspäivä ei riitä. " +
          "Perustelut ovat suunnitelmamuutoksessa 1.",
      },
    ],
  },
];
