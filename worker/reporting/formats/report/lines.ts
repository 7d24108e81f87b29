import type { Language } from "../../../kernel/language.ts";

/** Octets of a line without its end (RFC 5545 § 3.1). */
const lineMax = 75;

/** A property that holds text, in a language where it is said in one. */
export function textLine(name: string, text: string, language?: Language): string {
  const start = language === undefined ? name : `${name};LANGUAGE=${language}`;
  return `${start}:${escaped(text)}`;
}

/** § 3.3.11. No control character but a tab stands in text; another is shown as U+FFFD. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, "\n")
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "\uFFFD")
      .replace(/[\\;,]/g, "\\$&")
      .replaceAll("\n", "\\n")
  );
}

/** A line with its end, folded so that no part is too long and no character is cut. */
export function lineOf(content: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const character of content) {
    const width = widthOf(character.codePointAt(0) ?? 0);
    // What goes on begins with a blank, which counts.
    if (size + width > lineMax) {
      parts.push(part);
      part = " ";
      size = 1;
    }
    part += character;
    size += width;
  }
  return `${[...parts, part].join("\r\n")}\r\n`;
}

/** Octets of a character in UTF-8. */
function widthOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
