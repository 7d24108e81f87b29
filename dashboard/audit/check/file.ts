import { checkedJsonMax } from "../../../worker/audit/terms.ts";
import { canonical } from "../../../worker/kernel/canonical.ts";
import { digest } from "../../../worker/kernel/digest.ts";

/** A file whose fingerprints were reckoned here; it is sent nowhere. */
export type Reckoned = {
  readonly name: string;
  readonly fingerprint: string;
  /** Of JSON in canonical form, where that is other bytes; null for all else. */
  readonly canonical: string | null;
};

/** Reads a file and reckons its fingerprint; `tell` hears what share has been read. */
export async function reckon(file: File, tell: (share: number) => void): Promise<Reckoned> {
  const bytes = new Uint8Array(file.size);
  const reader = file.stream().getReader();
  let at = 0;
  let part = await reader.read();
  while (!part.done) {
    bytes.set(part.value, at);
    at += part.value.byteLength;
    tell(at / file.size);
    // oxlint-disable-next-line no-await-in-loop -- a stream comes part by part
    part = await reader.read();
  }
  const fingerprint = await digest(bytes);
  const same = await canonicalOf(bytes);
  return { name: file.name, fingerprint, canonical: same === fingerprint ? null : same };
}

const brace = 0x7b;
const byteOrderMark = 0xef;

async function canonicalOf(bytes: Uint8Array): Promise<string | null> {
  const looksSo =
    bytes[0] === brace ||
    bytes[0] === byteOrderMark ||
    /\s/.test(String.fromCharCode(bytes[0] ?? 0));
  if (!looksSo || bytes.byteLength > checkedJsonMax) return null;
  try {
    return await digest(canonical(JSON.parse(new TextDecoder().decode(bytes))));
  } catch {
    return null;
  }
}

/** What somebody typed as a fingerprint, without spaces and in small letters; null if it is none. */
export function fingerprintIn(text: string): string | null {
  const bare = text.replaceAll(/[\s:-]/g, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(bare) ? bare : null;
}
