import { signal } from "@preact/signals";
import type { SessionView } from "../../worker/identity/contract/session.ts";
import type { DemoPerson } from "../../worker/identity/terms.ts";
import { type Action, may, type Place } from "../../worker/kernel/permissions.ts";
import { get, Problem, send } from "./api.ts";
import { queries } from "./query.ts";
import { forgetUnsent } from "./unsent.ts";

/** Who looks at the page. Null until it is known. */
export const session = signal<SessionView | null>(null);

/** Why it could not be known. */
export const sessionFailure = signal<Problem | null>(null);

/** Kept in the tab of who signed out on purpose: a demonstration does not sign them in again. */
const leftKey = "etappi.signed-out";

/** Where it is kept on the device what a person has opened last by the search. */
export const recentKey = "etappi.recent";
export const visitsKey = "etappi.visits";

/** Pages that a newcomer to a demonstration comes to as a stranger. */
const STRANGERS = ["/sign-in", "/invitation", "/demo/letters", "/accessibility"];

/**
 * Reads who is signed in. In a demonstration a newcomer begins as the project lead, so that the
 * first thing they see is the work and not a gate.
 */
export async function startSession(): Promise<void> {
  try {
    const found = await get<SessionView>("/api/session");
    const isNew = !found.actor && !sessionStorage.getItem(leftKey);
    if (found.demonstration && isNew && !STRANGERS.includes(location.pathname)) {
      await becomePerson("lead");
    } else session.value = found;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    sessionFailure.value = error;
  }
}

/** Takes a role of the demonstration. */
export async function becomePerson(
  person: DemoPerson,
  municipality?: string,
  go?: () => void,
): Promise<void> {
  await send("POST", "/api/demo/session", {
    body: { person, ...(municipality && { municipality }) },
  });
  await enter(go);
}

/** Begins anew as whoever has just signed in, at the page where `go` leads. */
export async function enter(go?: () => void): Promise<void> {
  const found = await get<SessionView>("/api/session");
  sessionStorage.removeItem(leftKey);
  go?.();
  session.value = found;
  await queries.resetQueries();
}

export async function signOut(): Promise<void> {
  await send("DELETE", "/api/session");
  forgetUnsent();
  for (const key of [recentKey, visitsKey]) localStorage.removeItem(key);
  sessionStorage.removeItem(visitsKey);
  sessionStorage.setItem(leftKey, "yes");
  forgetActor();
  queries.clear();
}

function forgetActor(): void {
  if (session.value?.actor) session.value = { ...session.value, actor: null };
}

// A session that has ended leads to signing in, at the same address; what is being typed stays.
queries.getQueryCache().subscribe(({ query }) => {
  const error: unknown = query.state.error;
  const ended = error instanceof Problem && error.code === "signed_out";
  if (ended && !document.querySelector("dialog[open], form[data-typed]")) forgetActor();
});

/** Whether who looks may do this here: the same table as the service's. */
export function mayDo(action: Action, place: Place = {}): boolean {
  const actor = session.value?.actor;
  if (!actor) return false;
  const { id, admin, memberships } = actor;
  return may({ id, admin, memberships }, action, place);
}
