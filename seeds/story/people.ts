import type { AskAccess, Invite } from "../../worker/members/contract.ts";
import { codeOf, everyone, type MunicipalityName } from "./pirkanmaa.ts";

const county = "Pirkanmaan hyvinvointialue";

/** What the roles of the demonstration are called. Nobody here is a person. */
export const contacts: Readonly<
  Record<string, { readonly name: string; readonly title: string; readonly organisation: string }>
> = {
  admin: { name: "Pääkäyttäjä", title: "Kehittämisen asiantuntija", organisation: county },
  lead: { name: "Hankepäällikkö", title: "Hankepäällikkö", organisation: county },
  steering: { name: "Ohjausryhmän jäsen", title: "Palvelujohtaja", organisation: county },
  funder: {
    name: "Rahoittajan edustaja",
    title: "Erityisasiantuntija",
    organisation: "Rahoittaja",
  },
  newcomer: {
    name: "Uusi työntekijä",
    title: "Nuorisotyön koordinaattori",
    organisation: "Punkalaidun",
  },
  ...Object.fromEntries(
    everyone.map((name) => [
      `contact-${codeOf(name)}`,
      { name: `Yhdyshenkilö, ${name}`, title: "Yhdyshenkilö", organisation: name },
    ]),
  ),
};

/** Who stands in for whom: the contact of a neighbour. */
const deputies: readonly (readonly [deputy: MunicipalityName, of: MunicipalityName])[] = [
  ["Nokia", "Tampere"],
  ["Tampere", "Kangasala"],
  ["Kangasala", "Pälkäne"],
  ["Valkeakoski", "Urjala"],
  ["Sastamala", "Punkalaidun"],
  ["Ikaalinen", "Parkano"],
  ["Parkano", "Kihniö"],
  ["Virrat", "Ruovesi"],
  ["Orivesi", "Juupajoki"],
  ["Lempäälä", "Vesilahti"],
];

/** The municipalities for which a municipality's contact stands in. */
export function standsInFor(code: string, participants: readonly string[]): string[] {
  return deputies
    .filter(([deputy, of]) => codeOf(deputy) === code && participants.includes(codeOf(of)))
    .map(([, of]) => codeOf(of))
    .toSorted();
}

/** Somebody who is invited and somebody who asks, for the lead to see to. */
export const invited: { readonly project: string; readonly invite: Invite } = {
  project: "hoppu",
  invite: {
    email: "palvelupaallikko@etappi.example",
    role: "steering",
    municipalities: [],
    deputyFor: [],
    language: "fi",
  },
};

export const asked: AskAccess = {
  project: "hoppu",
  role: "contact",
  municipalities: [codeOf("Punkalaidun")],
  deputyFor: [],
  message: "Aloitin nuorisotyön koordinaattorina ja hoidan jatkossa kunnan päivitykset.",
};
