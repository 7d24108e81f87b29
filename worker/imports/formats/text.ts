import { Refusal } from "../../kernel/refusal.ts";
import type { ReadText } from "../contract.ts";

/** Where Windows-1252 differs from Latin-1: its characters 0x80 to 0x9F. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/**
 * Bytes of a text file as text: by its byte order mark, else UTF-8, else Windows-1252, which is
 * what Excel writes without asking. Refuses with `invalid` what is no text.
 */
export function textOf(bytes: Uint8Array): ReadText {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return strictly("utf-8", bytes);
  if (first === 0xff && second === 0xfe) return strictly("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return strictly("utf-16le", swapped(bytes));
  if (bytes.includes(0)) throw noText();
  try {
    return strictly("utf-8", bytes);
  } catch {
    return { text: fromWindows(bytes), encoding: "windows-1252" };
  }
}

function strictly(encoding: "utf-8" | "utf-16le", bytes: Uint8Array): ReadText {
  try {
    return {
      text: new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes),
      encoding,
    };
  } catch {
    throw noText();
  }
}

/** Big-endian pairs as little-endian ones, which every runtime can decode. */
function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((_, index) => bytes[index ^ 1] ?? 0);
}

function fromWindows(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (const byte of bytes) {
    const special = byte >= 0x80 && byte < 0xa0;
    parts.push(special ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte));
  }
  return parts.join("");
}

const noText = () => new Refusal("invalid", (say) => say.fileUnreadable());
