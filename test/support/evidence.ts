import type { EvidenceList, EvidenceView } from "../../worker/evidence/contract.ts";
import { ok } from "./answers.ts";
import type { Client } from "./world.ts";

export const list = "/api/projects/demo/evidence";

/** A link as evidence of the milestone 1 in 837. */
export const link = {
  milestone: 1,
  municipalities: ["837"],
  kind: "link",
  title: "Verkkosivu",
  url: "https://etappi.example/palvelu",
};

/** What somebody adds, as it is answered. */
export const added = async (person: Client, more: object = {}) =>
  ok<EvidenceView>(await person.send("POST", list, { ...link, ...more }), 201);

/** Somebody says of an item what it is now. */
export const review = async (
  person: Client,
  { id, version }: Pick<EvidenceView, "id" | "version">,
  body: object,
) => person.send("PATCH", `/api/evidence/${id}`, body, { version });

export const reviewed = async (...asked: Parameters<typeof review>) =>
  ok<EvidenceView>(await review(...asked));

export const listed = async (person: Client, query = "") =>
  ok<EvidenceList>(await person.get(`${list}${query}`));

/** What the matrix says of the evidence of a cell. */
export async function statusOf(person: Client, milestone = 1, municipality = "837") {
  const cell = await person.get(`/api/projects/demo/progress/${milestone}/${municipality}`);
  return (await ok<{ evidence: string }>(cell)).evidence;
}

/** This moment, which is over before anything else happens. */
export async function thisMoment(): Promise<string> {
  const now = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return now;
}
