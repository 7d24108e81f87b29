/** What a spreadsheet program takes for a formula when text begins with it, blanks aside. */
const FORMULA_STARTS = new Set("=+-@|＝＋－＠\t\r\n\0");

/**
 * Text that no spreadsheet program runs: an apostrophe goes before what could begin a formula
 * (OWASP CSV injection), also behind leading blanks and in full-width forms.
 */
export function harmless(text: string): string {
  const starts = [text.charAt(0), text.trimStart().charAt(0)];
  return starts.some((start) => FORMULA_STARTS.has(start)) ? `'${text}` : text;
}

/** Text without the apostrophe that `harmless` put before it. */
export function withoutArmour(text: string): string {
  const bare = text.slice(1);
  return text.startsWith("'") && harmless(bare) === text ? bare : text;
}

/** XLSX allows neither control characters nor U+FFFE and U+FFFF; text is cleaned on the way in. */
export const writable = (text: string) => text.replace(/[\uFFFE\uFFFF]/g, "");

/** In cells `_x0041_` stands for a character (ECMA-376 § 22.9.2.19): who wrote that meant it so. */
export const textCell = (text: string) =>
  writable(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
