import { signal } from "@preact/signals";
import type { SessionView } from "../../worker/identity/contract.ts";
import type { DemoPerson } from "../../worker/identity/terms.ts";
import { type Action, may, type Place } from "../../worker/kernel/permissions.ts";
import { get, Problem, send } from "./api.ts";
import { queries } from "./query.ts";

/** Who looks at the page. Null until it is known. */
export const session = signal<SessionView | null>(null);

/** Why it could not be known. */
export const sessionFailure = signal<Problem | null>(null);

/**
 * Reads who is signed in. In a demonstration a newcomer begins as the project lead, so that the
 * first thing they see is the work and not a gate.
 */
export async function startSession(): Promise<void> {
  try {
    const found = await get<SessionView>("/api/session");
    if (found.demonstration && !found.actor) await becomePerson("lead");
    else session.value = found;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    sessionFailure.value = error;
  }
}

/** Takes a role of the demonstration. */
export async function becomePerson(person: DemoPerson, municipality?: string): Promise<void> {
  await send("POST", "/api/demo/session", {
    body: { person, ...(municipality && { municipality }) },
  });
  session.value = await get<SessionView>("/api/session");
  await queries.resetQueries();
}

/** Whether who looks may do this here: the same table as the service's. */
export function mayDo(action: Action, place: Place = {}): boolean {
  const actor = session.value?.actor;
  return actor ? may(actor, action, place) : false;
}
