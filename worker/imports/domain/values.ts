import { withoutArmour } from "../../kernel/harmless.ts";
import { isDate } from "../../kernel/instant.ts";
import type { Sentence } from "../../kernel/refusal.ts";
import { isCleanText } from "../../kernel/text.ts";
import type { Sheet, SheetValue } from "../contract.ts";
import type { Mark } from "../terms.ts";

/** What a cell of a file says, or what is wrong with it. */
export type Read<Value> = { readonly value: Value } | { readonly wrong: Sentence };

const wrong = (sentence: Sentence) => ({ wrong: sentence });

/** Words compared: small letters, single blanks, without a closing colon, full stop or asterisk. */
export function plain(text: string): string {
  const clean = withoutArmour(text)
    .replaceAll(UNWRITABLE, "")
    .normalize("NFC")
    .replaceAll(/[\s\u00A0\u202F]+/g, " ")
    .trim()
    .toLocaleLowerCase("fi");
  // No word that is known is as long, and looking for its end would take its length squared.
  return clean.length > wordLengthMax ? clean : clean.replace(/\s*[:*.]+$/, "");
}

const wordLengthMax = 200;

/** What no workbook can hold, and what its export therefore leaves out. */
const UNWRITABLE = /[\uFFFE\uFFFF]/g;

/** Words of several languages by what they mean. A word that comes twice keeps its first meaning. */
export function wordbook<Meaning extends string>(
  ...books: readonly Readonly<Partial<Record<Meaning, readonly string[]>>>[]
): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  for (const book of books) {
    // Object.entries forgets that the keys are the meanings.
    for (const [meaning, words] of Object.entries(book) as [Meaning, readonly string[]][]) {
      for (const word of [meaning, ...words]) {
        if (!found.has(plain(word))) found.set(plain(word), meaning);
      }
    }
  }
  return found;
}

/** A value as text, as a person would have typed it. */
export function textIn(value: SheetValue): string {
  if (value === null) return "";
  if (typeof value === "object") return value.date;
  return typeof value === "string" ? value : String(value);
}

/** Whether a cell says nothing: empty, blanks, or a dash that stands for nothing. */
export function isBlank(value: SheetValue): boolean {
  return value === null || (typeof value === "string" && /^[-–—]?$/.test(value.trim()));
}

/**
 * Whether a sheet says the text that is known already, as an export of it wrote it: line ends and
 * what a workbook cannot hold aside, and with or without what keeps formulas from running.
 */
export function isSameText(said: string, known: string): boolean {
  const [one, other] = [asWritten(said), asWritten(known)];
  return one === other || one === withoutArmour(other);
}

const asWritten = (text: string) =>
  text.replaceAll(/\r\n?/g, "\n").replaceAll(UNWRITABLE, "").normalize("NFC").trim();

/**
 * A date: a real one of the file, `2024-06-30` or `30.6.2024`. A bare number is refused, because
 * only its format would tell which of the two beginnings of days it counts from.
 */
export function dateIn(value: SheetValue): Read<string> {
  if (typeof value === "number") return wrong((say) => say.numberNoDate());
  const text = textIn(value).trim();
  const finnish = text.match(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/);
  const iso = text.match(/^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/);
  const [year, month, day] = iso ? iso.slice(1) : (finnish?.slice(1).toReversed() ?? []);
  const date = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  if (isDate(date)) return { value: date };
  const isForm = iso !== null || finnish !== null || typeof value === "object";
  return wrong((say) => (isForm ? say.dateUnreal() : say.dateForm()));
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * A number: one of the file, or text such as `1 234,5`, `1234.5`, `1.234,5` or, where `unit` is a
 * percentage, `50 %`. `1.234` is refused unless the file tells whether it parts thousands or
 * decimals.
 */
export function numberIn(
  value: SheetValue,
  { decimal, marks = [], unit }: NumberSetting,
): Read<number> {
  if (typeof value === "number") {
    if (!marks.includes("percent")) return { value };
    if (unit !== "%") return wrong((say) => say.percentUnit());
    // Twelve digits are more than anybody types, and fewer than the noise of the division.
    return { value: Number((value * 100).toPrecision(12)) };
  }
  const typed = textIn(value)
    .replaceAll(/[\s\u00A0\u202F\u2009']/g, "")
    .replace("\u2212", "-");
  const isPercent = typed.endsWith("%");
  if (isPercent && unit !== "%") return wrong((say) => say.percentUnit());
  const digits = pointed(isPercent ? typed.slice(0, -1) : typed, decimal);
  if (digits === "ambiguous") return wrong((say) => say.numberAmbiguous(typed));
  if (typeof value === "boolean" || !NUMBER.test(digits)) return wrong((say) => say.numberForm());
  return { value: Number(digits) };
}

type NumberSetting = {
  readonly decimal: Sheet["decimal"];
  readonly marks?: readonly Mark[] | undefined;
  readonly unit?: string | null;
};

/** A typed number with a point for decimals and nothing between thousands. */
function pointed(typed: string, decimal: Sheet["decimal"]): string {
  const parts: readonly string[] = typed.match(/[.,]/g) ?? [];
  const last = parts.at(-1);
  if (last === undefined) return typed;
  const other = last === "," ? "." : ",";
  const grouped = /^[+-]?\d{1,3}(?:[.,]\d{3})+$/.test(typed);
  const isMixed = parts.includes(other);
  // `1.234.567`: what comes twice can only part thousands.
  if (!isMixed && parts.length > 1) return grouped ? typed.replaceAll(last, "") : "";
  if (isMixed) {
    const [whole = "", decimals = ""] = typed.split(last);
    const isSound = /^[+-]?\d{1,3}(?:[.,]\d{3})+$/.test(whole) && typed.split(last).length === 2;
    return isSound ? `${whole.replaceAll(other, "")}.${decimals}` : "";
  }
  if (grouped && last !== decimal && !/^[+-]?0/.test(typed)) return "ambiguous";
  return typed.replace(last, ".");
}

/** Text as it is stored. What the CSV export puts before a formula is taken away again. */
export function proseIn(
  value: SheetValue,
  { format, lengthMax }: { readonly format: Sheet["format"]; readonly lengthMax: number },
): Read<string> {
  const typed = textIn(value).replaceAll("\r\n", "\n").normalize("NFC").trim();
  const text = format === "csv" ? withoutArmour(typed) : typed;
  if (!isCleanText(text)) return wrong((say) => say.textUnclean());
  return text.length > lengthMax ? wrong((say) => say.tooLong(lengthMax)) : { value: text };
}
