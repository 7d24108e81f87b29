import type { AskAccess, Invite } from "../../worker/members/contract.ts";
import type { CreateReport } from "../../worker/reporting/contract/reports.ts";
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

/** Reports that went to the funder, and the one that is being written. */
export const reports: Readonly<
  Record<string, readonly { readonly at: string; readonly report: CreateReport }[]>
> = {
  hoppu: [
    sent("2023-07-14", "Väliraportti 1/2023"),
    sent("2024-01-19", "Väliraportti 2/2023"),
    sent("2024-07-12", "Väliraportti 1/2024"),
    sent("2025-01-17", "Väliraportti 2/2024"),
    sent("2025-07-11", "Väliraportti 1/2025"),
    sent("2026-01-16", "Väliraportti 2/2025"),
    sent("2026-07-10", "Väliraportti 1/2026"),
  ],
  yhdessa: [sent("2022-02-11", "Loppuraportti")],
  tukenasi: [sent("2024-02-09", "Väliraportti 2023"), sent("2026-02-13", "Väliraportti 2025")],
  lastensuojelu: [sent("2024-09-13", "Loppuraportti")],
  opiskeluhuolto: [sent("2025-02-14", "Loppuraportti")],
};

function sent(date: string, name: string) {
  const message = "Tilanne kunnittain raportointikauden lopussa.";
  return { at: `${date}T09:00:00.000Z`, report: { name, message } };
}

export const draft = {
  project: "hoppu",
  at: "2026-11-09T08:00:00.000Z",
  report: { name: "Loppuraportti", message: "" },
} satisfies { project: string; at: string; report: CreateReport };

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
