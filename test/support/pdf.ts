import { inflateSync } from "node:zlib";

/** A page of a PDF that the browser has printed: what stands on it, and its size in points. */
export type PrintedPage = {
  /** In the order in which it was drawn, without spaces. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
};

/**
 * Reads what Chromium prints: objects in the open, streams deflated, text as hexadecimal codes of
 * fonts that tell which characters they stand for. No other PDF need be like that.
 */
export function pagesOf(pdf: Uint8Array): PrintedPage[] {
  const objects = new Map(
    [...asText(pdf).matchAll(/(\d+) 0 obj\s([^]*?)\sendobj/g)].map(([, number = "", body = ""]) => [
      number,
      body,
    ]),
  );
  const object = (number: string | undefined) => objects.get(number ?? "") ?? "";
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((page) => {
      const fonts = new Map(
        [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", number]) => [
          name,
          charactersOf(streamIn(object(/\/ToUnicode (\d+) 0 R/.exec(object(number))?.[1]))),
        ]),
      );
      const [, , width, height] = (/\/MediaBox \[([^\]]+)\]/.exec(page)?.[1] ?? "").split(" ");
      const drawn = streamIn(object(/\/Contents (\d+) 0 R/.exec(page)?.[1]));
      return { text: textIn(drawn, fonts), width: Number(width), height: Number(height) };
    });
}

function streamIn(body: string): string {
  const begin = /stream\r?\n/.exec(body);
  if (!begin) return "";
  const bytes = body.slice(begin.index + begin[0].length, body.lastIndexOf("endstream"));
  return asText(inflateSync(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))));
}

/** Each byte as the character of its number. */
const asText = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

type Font = { readonly digits: number; readonly characters: ReadonlyMap<number, string> };

/** What the codes of a font stand for (its ToUnicode map), and how many digits a code has. */
function charactersOf(map: string): Font {
  const characters = new Map<number, string>();
  for (const [, block = ""] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = "", text = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      characters.set(Number.parseInt(code, 16), textOf(text));
    }
  }
  for (const [, block = ""] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = "", to = "", text = ""] of block.matchAll(
      /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g,
    )) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      for (let code = first; code <= last; code += 1) {
        characters.set(code, String.fromCharCode(Number.parseInt(text, 16) + code - first));
      }
    }
  }
  const space = /begincodespacerange\s*<(\w+)>/.exec(map)?.[1] ?? "00";
  return { digits: space.length, characters };
}

const textOf = (hexadecimal: string) =>
  (hexadecimal.match(/.{4}/g) ?? [])
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join("");

function textIn(drawn: string, fonts: ReadonlyMap<string, Font>): string {
  let font: Font | undefined;
  let text = "";
  for (const [, name, codes] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)>\s*Tj/g)) {
    if (name !== undefined) font = fonts.get(name);
    else if (font && codes !== undefined) {
      for (let at = 0; at < codes.length; at += font.digits) {
        const code = Number.parseInt(codes.slice(at, at + font.digits), 16);
        text += font.characters.get(code) ?? "";
      }
    }
  }
  return text.replaceAll(/\s/g, "");
}
