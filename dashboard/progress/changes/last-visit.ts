import { session, visitsKey } from "../../shared/session.ts";

type Visits = {
  readonly person: string;
  /** When each project's page was looked at: an instant, or empty. */
  readonly projects: Readonly<Record<string, string>>;
};

/**
 * When this person last looked at this page of a project on this device, before now: an instant, or
 * null. Reading it again in the same window tells the same, however often the page is loaded.
 */
export function lastVisit(project: string): string | null {
  const person = session.value?.actor?.id;
  if (!person) return null;
  const before =
    visitsOf(sessionStorage, person)[project] ?? visitsOf(localStorage, person)[project];
  keep(sessionStorage, person, { [project]: before ?? "" });
  keep(localStorage, person, { [project]: new Date().toISOString() });
  return before || null;
}

function visitsOf(storage: Storage, person: string): Visits["projects"] {
  try {
    // Only `keep` writes it, in this shape; what else stands there is taken for nothing.
    const kept = JSON.parse(storage.getItem(visitsKey) ?? "null") as Partial<Visits> | null;
    return kept?.person === person ? (kept.projects ?? {}) : {};
  } catch {
    return {};
  }
}

function keep(storage: Storage, person: string, visit: Visits["projects"]): void {
  try {
    const kept: Visits = { person, projects: { ...visitsOf(storage, person), ...visit } };
    storage.setItem(visitsKey, JSON.stringify(kept));
  } catch {
    // A device that keeps nothing offers no last visit next time.
  }
}
