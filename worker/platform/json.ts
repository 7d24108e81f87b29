import { Refusal } from "../kernel/refusal.ts";

export const bodySizeMax = 1024 * 1024;
const depthMax = 32;

/** The body as text: at most 1 MiB, counted while it arrives, and valid UTF-8. */
export async function readBody(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  let text = "";
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      size += chunk.byteLength;
      if (size > bodySizeMax) throw new Refusal("too_large", (say) => say.tooLarge());
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("invalid", (say) => say.textEncoding());
  }
}

/**
 * Refuses JSON that two readers could read differently or that is made to exhaust one: malformed,
 * deeper than 32 levels, with a key twice in one object (SQLite takes the first, JavaScript the
 * last), or with the key `__proto__`.
 */
export function assertPlainJson(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new Refusal("invalid", (say) => say.jsonMalformed());
  }
  const open: (Set<string> | null)[] = [];
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;
  for (const [word, colon] of text.matchAll(tokens)) {
    if (word === "{" || word === "[") {
      if (open.push(word === "{" ? new Set() : null) > depthMax) {
        throw new Refusal("invalid", (say) => say.jsonTooDeep());
      }
    } else if (word === "}" || word === "]") {
      open.pop();
    } else if (colon !== undefined) {
      addKey(open.at(-1), String(JSON.parse(word.slice(0, -colon.length))));
    }
  }
}

function addKey(keys: Set<string> | null | undefined, key: string): void {
  // Schemas of records pass over this key in silence.
  if (key === "__proto__") {
    throw new Refusal("invalid", (say) => say.invalid(), {
      problems: [{ path: key, message: (say) => say.unknownField() }],
    });
  }
  if (keys?.has(key)) throw new Refusal("invalid", (say) => say.jsonKeyTwice(key.slice(0, 80)));
  keys?.add(key);
}
