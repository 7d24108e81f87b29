import type { CreateDeviation, CreateRisk } from "../../worker/risks/contract.ts";

/** A risk as a person adds it: it concerns the cell 1/837 of the world `demo`. */
export const aRisk = (more: Partial<CreateRisk> = {}): CreateRisk => ({
  title: "Työntekijä vaihtuu",
  description: "Verkkotyöhön perehdytetty lähtee.",
  likelihood: 3,
  significance: 4,
  mitigation: "Perehdytetään kaksi.",
  owner: "Palvelupäällikkö",
  links: [{ milestone: 1, municipality: "837" }],
  ...more,
});

/** A deviation as a person adds it. */
export const aDeviation = (more: Partial<CreateDeviation> = {}): CreateDeviation => ({
  title: "Pilotti myöhästyi",
  cause: "Työntekijä vaihtui.",
  effect: "Aloitus siirtyy kaksi kuukautta.",
  correctiveAction: "Sijainen perehdytetty.",
  owner: "Hankepäällikkö",
  noticedOn: "2023-06-30",
  risk: null,
  links: [{ milestone: 1, municipality: "837" }],
  ...more,
});
