/** Marks that turn, join or hide what stands around them: a name could end as it does not seem to. */
const unseen =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** What is looked at of a name: its end, with the ending. */
const nameLengthMax = 1000;
/** What file systems do not take, or take for more than a letter. */
const special = /["*:<>?|]/g;

/**
 * The name of a file for people to read: without folders, control characters and marks that cannot
 * be seen, at most so many characters with its ending kept. Empty where nothing is left.
 */
export function cleanFileName(name: string, lengthMax: number): string {
  // No system has names as long; what is cut off first keeps what follows quick.
  const last =
    name.slice(-nameLengthMax).toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(unseen, "")
    .replace(special, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  if (clean.length <= lengthMax) return clean;
  const ending = clean.match(/\.[^.]{1,10}$/)?.[0] ?? "";
  const start = clean.slice(0, lengthMax - ending.length).toWellFormed();
  return `${start.replace(/[\uFFFD. ]+$/, "")}${ending}`;
}

/**
 * `Content-Disposition` of a file that is saved under its name and never shown in place (RFC 6266):
 * the name in ASCII for old programs, and as it is (RFC 8187).
 */
export function attachmentOf(name: string): string {
  const ascii = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7E]|["\\%]/g, "_");
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}
