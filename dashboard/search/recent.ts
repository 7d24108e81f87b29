import { recentKey, session } from "../shared/session.ts";
import type { Choice } from "./choices.ts";

const recentMax = 5;

type Kept = { readonly person: string; readonly choices: readonly Choice[] };

/** What this person has chosen last on this device, the newest first. */
export function recentChoices(): readonly Choice[] {
  const kept = read();
  return kept?.person === session.value?.actor?.id ? (kept?.choices ?? []) : [];
}

/** Only addresses are kept: deeds are few and always shown. */
export function keepChoice(choice: Choice): void {
  const person = session.value?.actor?.id;
  if (!person || !("href" in choice) || choice.isFile) return;
  const others = recentChoices().filter(({ id }) => id !== choice.id);
  const choices = [{ ...choice, group: "recent" as const }, ...others].slice(0, recentMax);
  const kept: Kept = { person, choices };
  try {
    localStorage.setItem(recentKey, JSON.stringify(kept));
  } catch {
    // A device that keeps nothing shows none next time.
  }
}

function read(): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(recentKey) ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Kept by `keepChoice`, perhaps of an older version of the service. */
function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== "object" || kept === null) return false;
  return "person" in kept && "choices" in kept && Array.isArray(kept.choices);
}
