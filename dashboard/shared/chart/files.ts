import { harmless } from "../../../worker/kernel/harmless.ts";
import { language } from "../i18n.ts";
import type { Table } from "./chart-table.tsx";

/** What stands between the values, and in a number, as the reader's spreadsheet expects it. */
const delimiter = ";";
const byteOrderMark = "\uFEFF";

/** The table as CSV for a Finnish or Swedish spreadsheet (RFC 4180, semicolons, a decimal comma). */
export function csvOf({ columns, rows }: Table): string {
  const point = language.value === "en" ? "." : ",";
  const field = (value: string | number | null) => {
    if (value === null) return "";
    if (typeof value === "number") return String(value).replace(".", point);
    return `"${harmless(value).replaceAll('"', '""')}"`;
  };
  const lines = [columns, ...rows].map((row) => row.map(field).join(delimiter));
  return `${byteOrderMark}${lines.join("\r\n")}\r\n`;
}

/** What of a drawing comes from the page's style sheet, and would be missing elsewhere. */
const STYLED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
] as const;

const margin = 20;
const lineHeight = 26;
const titleSize = 18;
const noteSize = 13;

/** The drawing as a file of its own, in the light colours, with its title, unit and date. */
export function svgOf(
  drawn: SVGSVGElement,
  { title, note }: { readonly title: string; readonly note: string },
): string {
  const { width, height } = drawn.viewBox.baseVal;
  const stage = document.createElement("div");
  stage.className = "chart-stage";
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  stage.append(copy);
  document.body.append(stage);
  // The colours are worked out at the root, so it is the root that must be light for a moment.
  document.documentElement.classList.add("in-light");
  const elements = [...copy.querySelectorAll<SVGElement>("*")];
  // All are read before any loses its class, by which those inside it get their colours.
  const looks = elements.map(lookOf);
  for (const [index, element] of elements.entries()) settle(element, looks[index] ?? {});
  const [surface, ink] = ["background-color", "color"].map((name) =>
    getComputedStyle(stage).getPropertyValue(name),
  );
  document.documentElement.classList.remove("in-light");
  stage.remove();
  const lines = linesOf(title, Math.floor(width / (titleSize * 0.5)));
  const top = margin + lines.length * lineHeight;
  const whole = { width: width + 2 * margin, height: top + height + lineHeight + 2 * margin };
  const frame = document.implementation.createDocument("http://www.w3.org/2000/svg", "svg");
  const root = frame.documentElement;
  set(root, { width: whole.width, height: whole.height, role: "img" });
  set(root, { viewBox: `0 0 ${whole.width} ${whole.height}`, lang: language.value });
  const add = (name: string, attributes: Attributes, text = "") => {
    const element = frame.createElementNS("http://www.w3.org/2000/svg", name);
    element.textContent = text;
    root.append(set(element, attributes));
    return element;
  };
  const font = { "font-family": "'Source Sans 3', 'Segoe UI', system-ui, sans-serif", fill: ink };
  add("title", {}, title);
  add("desc", {}, note);
  add("rect", { width: "100%", height: "100%", fill: surface });
  for (const [index, line] of lines.entries()) {
    const y = margin + titleSize + index * lineHeight;
    add("text", { ...font, x: margin, y, "font-size": titleSize, "font-weight": 650 }, line);
  }
  const inner = add("g", { transform: `translate(${margin} ${top})` });
  inner.append(...[...copy.childNodes].map((node) => frame.importNode(node, true)));
  const y = whole.height - margin;
  add("text", { ...font, x: margin, y, "font-size": noteSize }, `${note} · Etappi`);
  return new XMLSerializer().serializeToString(frame);
}

function lookOf(element: SVGElement): Attributes {
  const style = getComputedStyle(element);
  return Object.fromEntries(STYLED.map((name) => [name, style.getPropertyValue(name)]));
}

function settle(element: SVGElement, look: Attributes): void {
  set(element, look);
  element.removeAttribute("class");
  element.removeAttribute("style");
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function set(element: Element, attributes: Attributes): Element {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`);
  return element;
}

/** A title in lines of about so many letters. */
function linesOf(text: string, letters: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length >= letters) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`.trim();
  }
  return lines;
}

/** A picture has twice as many points as the page, for print and large screens. */
const sharpness = 2;

/** The drawing as PNG. Rejects where the browser cannot draw it. */
export async function pictureOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * sharpness;
  canvas.height = image.naturalHeight * sharpness;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture was made."))));
  });
}

/** Lets the browser save a file under a name. */
export function save(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
