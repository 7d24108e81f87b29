/** Text as it is stored: well-formed Unicode, no control characters but line break and tab. */
export function isCleanText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.isWellFormed() && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.test(text);
}

/** Lower case, without marks, words joined by hyphens: `Nuorten Äänet!` becomes `nuorten-aanet`. */
export function slugOf(name: string, lengthMax: number): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, lengthMax)
    .replace(/^-+|-+$/g, "");
}
