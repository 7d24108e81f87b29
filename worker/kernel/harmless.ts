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
