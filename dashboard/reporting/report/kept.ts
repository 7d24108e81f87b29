const form = "etappi-section-1";

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
export function keptIn(key: string): Kept | null {
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
