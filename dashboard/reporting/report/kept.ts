import { unsentKey } from "../../shared/unsent.ts";

const form = "etappi-section-1";

export type Place = { readonly project: string; readonly number: number; readonly section: string };

/** This window, as long as its page lives: another of the same person keeps texts of its own. */
const windowId = crypto.randomUUID();
const lockOf = (id: string) => `etappi.window.${id}`;

// Held until the window is gone, so that others can tell whose texts nobody writes any more.
if ("locks" in navigator) {
  void navigator.locks.request(lockOf(windowId), () => new Promise<void>(() => undefined));
}

/** What the keys of all that a person typed in a section begin with. */
export const keptKey = (person: string, { project, number, section }: Place) =>
  unsentKey(person, `${project}.report.${number}.${section}`);

/** Where this window keeps it. */
export const ownKey = (key: string) => `${key}.${windowId}`;

/** All that the windows of this device keep of a section. */
export function keptOf(key: string): readonly Left[] {
  return keysKept()
    .filter((one) => one === key || one.startsWith(`${key}.`))
    .flatMap((one) => {
      const kept = keptIn(one);
      return kept ? [{ key: one, kept }] : [];
    });
}

function keysKept(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    // Forbidden by the browser: then nothing is kept either.
    return [];
  }
}

/** What windows that are gone left of a section. */
export async function leftBehind(key: string): Promise<readonly Left[]> {
  if (keptOf(key).length === 0) return [];
  const { held = [] } = "locks" in navigator ? await navigator.locks.query() : {};
  const open = new Set(held.map(({ name }) => name));
  return keptOf(key).filter((one) => !open.has(lockOf(one.key.slice(key.length + 1))));
}

/** Makes the first text that is not saved this window's own, and lets go of those that are. */
export function takeOver(key: string, left: readonly Left[], isSaved: (text: string) => boolean) {
  for (const { key: from, kept } of left) {
    const isMoved = isSaved(kept.text) || keep(ownKey(key), kept);
    if (isMoved && from !== ownKey(key)) keep(from, null);
    if (!isSaved(kept.text)) return { ...kept, isKept: isMoved };
  }
  return null;
}

type Left = { readonly key: string; readonly kept: Kept };

/** What was typed in a section and is not saved, and the version of the text it was typed on. */
type Kept = { readonly text: string; readonly version: number };

/** Keeps it on the device, or lets go of it; tells whether the device could. */
export function keep(key: string, kept: Kept | null): boolean {
  try {
    if (kept === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ form, ...kept }));
    return true;
  } catch {
    // Full, or forbidden by the browser: the text is then in the window alone.
    return false;
  }
}

/** What is kept on the device. What this version does not understand is not half understood. */
function keptIn(key: string): Kept | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isKept(found) ? { text: found.text, version: found.version } : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  if (!("form" in value && "text" in value && "version" in value)) return false;
  const { text, version } = value;
  return value.form === form && typeof text === "string" && Number.isInteger(version);
}
