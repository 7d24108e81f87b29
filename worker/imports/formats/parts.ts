import { Refusal } from "../../kernel/refusal.ts";
import { partsMax, unpackedSizeMax } from "../terms.ts";

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const stored = 0;
/** In its place, sizes of the large form of the format stand elsewhere. */
const elsewhere = 0xffffffff;

/**
 * Refuses, before anything is unpacked, a packed file that unpacks to more than the bounds (with
 * `too_large`), and one whose directory is broken or hides its sizes (`invalid`). The library
 * unpacks no more of a part than its entry says; an entry that says nothing is turned away here.
 */
export function assertBounded(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > partsMax) throw tooLarge();
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  // The directory that is read here is the one that the library reads: nothing stands between it
  // and its end, where the large form of the format would name another.
  if (start + size !== end) throw broken();
  let at = start;
  let total = 0;
  for (let part = 0; part < count; part += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryOfDirectory) throw broken();
    assertSized(view, at);
    total += view.getUint32(at + 24, true);
    if (total > unpackedSizeMax) throw tooLarge();
    at += 46 + [28, 30, 32].reduce((sum, offset) => sum + view.getUint16(at + offset, true), 0);
  }
  if (at !== end) throw broken();
}

function assertSized(view: DataView, at: number): void {
  const flags = view.getUint16(at + 8, true);
  const packed = view.getUint32(at + 20, true);
  const unpacked = view.getUint32(at + 24, true);
  const isEncrypted = (flags & 1) !== 0;
  const isSizedLater = (flags & 8) !== 0 && packed === 0;
  // Two bytes are what packing nothing makes.
  const isUnsized = unpacked === 0 && packed > 2;
  const isLying = view.getUint16(at + 10, true) === stored && packed !== unpacked;
  if (isEncrypted || isSizedLater || isUnsized || isLying) throw broken();
  if (packed === elsewhere || unpacked === elsewhere) throw tooLarge();
}

/** Where the end of the directory is: the last one in the file, as the library looks for it. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  throw broken();
}

const broken = () => new Refusal("invalid", (say) => say.fileUnreadable());
const tooLarge = () => new Refusal("too_large", (say) => say.fileUnpacksLarge());
