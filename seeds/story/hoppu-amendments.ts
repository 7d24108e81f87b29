import { dueIn, lastWave } from "./pirkanmaa.ts";
import { milestone } from "./plans.ts";
import { doneOn, inProgress, notStarted, type Sitting, whole } from "./sittings.ts";
import type { ProjectStory } from "./story.ts";

/** When the plan was granted, as it then stood. */
export const hoppuGrant: NonNullable<ProjectStory["grant"]> = {
  at: "2023-01-12T08:00:00.000Z",
  grant: { grantedOn: "2023-01-11", reason: "Rahoituspäätös" },
};

const granted = { version: 2 };
const added = { kind: "milestone", scope: "project", phase: 2 } as const;
const verification = "Tilaisuuksien ohjelmat ja osallistujien määrät.";

/** What the evaluation of the pilots changed: each amendment with the moment it was written down. */
export const hoppuAmendments: NonNullable<ProjectStory["amendments"]> = [
  {
    at: "2024-05-20T08:00:00.000Z",
    amendment: {
      title: "Laajentamisen aikataulu pilottien arvioinnin jälkeen",
      reason:
        "Pilottien arviointi osoitti, että pienissä kunnissa työajan järjestäminen ja " +
        "perehdytys vievät kesän yli. Viimeisen aallon käynnistymistä ja perehdytystä " +
        "siirretään, ja käyttöönoton tuki jaetaan kahteen osaan.",
      reference: "Ohjausryhmä 15.5.2024, 4 §",
      decidedOn: "2024-05-15",
      changes: [
        { kind: "change", number: 5, ...granted, set: { dueOn: "2024-12-13" } },
        { kind: "change", number: 6, ...granted, set: { dueOn: "2024-12-13" } },
        {
          kind: "change",
          number: 10,
          ...granted,
          set: { dueOnByMunicipality: dueIn(lastWave, "2025-06-30") },
        },
        {
          kind: "split",
          number: 18,
          ...granted,
          into: [
            milestone({
              ...added,
              title: "Käyttöönoton tuki pidetty toisen aallon kunnille",
              description:
                "Yhteinen perehdytyspäivä ja kolme tukituntia yhdeksän kunnan työntekijöille.",
              verification,
              dueOn: "2024-10-31",
            }),
            milestone({
              ...added,
              title: "Käyttöönoton tuki pidetty pienille kunnille",
              description: "Tuki viedään kuntaan: käynti ja kaksi seurantakeskustelua kunnassa.",
              verification,
              dueOn: "2025-03-31",
            }),
          ],
        },
      ],
    },
  },
];

/** What was said of the target that is counted and of the support, first one and then two. */
export const sittingsOfTheWhole: readonly Sitting[] = [
  said("2023-02-24T08:00:00.000Z", [whole(17, notStarted), whole(18, notStarted)]),
  said("2024-01-31T13:30:00.000Z", [whole(17, { ...inProgress, value: 3 })]),
  said("2024-05-16T08:00:00.000Z", [whole(18, inProgress)]),
  said("2024-06-27T08:00:00.000Z", [
    whole(17, { ...inProgress, value: 6 }),
    whole(19, inProgress),
    whole(20, notStarted),
  ]),
  said("2024-10-31T12:00:00.000Z", [
    whole(17, { ...inProgress, value: 12 }),
    whole(19, doneOn("2024-10-24")),
  ]),
  said("2024-12-19T08:00:00.000Z", [
    whole(17, { ...inProgress, value: 15, forecastOn: "2025-06-30" }),
  ]),
  said("2025-03-28T08:00:00.000Z", [
    whole(17, { ...inProgress, value: 17 }),
    whole(20, doneOn("2025-03-25")),
  ]),
  said("2025-12-12T08:00:00.000Z", [
    whole(17, { ...inProgress, value: 19, forecastOn: "2026-12-31" }),
  ]),
  said("2026-11-18T11:45:00.000Z", [whole(17, { ...inProgress, value: 19 })]),
];

function said(at: string, cells: Sitting["cells"]): Sitting {
  return { at, by: "lead", cells };
}
