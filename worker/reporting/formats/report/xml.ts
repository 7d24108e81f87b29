/** A piece of XML that is ready to be written. Made by `element` alone, so nothing goes unescaped. */
export type Xml = { readonly markup: string };

type Attributes = Readonly<Record<string, string | number | null>>;
/** Text is escaped; null is left out. */
type Child = Xml | string | null;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An element with what stands in it. An attribute that is null is left out. */
export function element(name: string, attributes: Attributes, ...children: Child[]): Xml {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${inAttribute(String(value))}"`],
  );
  const inner = children.map((child) =>
    typeof child === "string" ? inElement(child) : (child?.markup ?? ""),
  );
  const start = `<${name}${written.join("")}`;
  const content = inner.join("");
  return { markup: content === "" ? `${start}/>` : `${start}>${content}</${name}>` };
}

/** A whole document as UTF-8. */
export function xmlDocument({ markup }: Xml): Uint8Array {
  return new TextEncoder().encode(`${DECLARATION}${markup}\n`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

const entityOf = (character: string) => ENTITIES[character] ?? character;
// A reader turns a lone carriage return into a line break, so it is written as a number.
const inElement = (text: string) => allowed(text).replace(/[&<>\r]/g, entityOf);
// In an attribute a reader makes a space of every line break and tab.
const inAttribute = (text: string) => allowed(text).replace(/[&<>"\r\n\t]/g, entityOf);

/** Without what XML 1.0 § 2.2 forbids even as a number; half a character becomes U+FFFD. */
function allowed(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
  );
}
