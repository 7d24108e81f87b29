/** One entry of a ZIP file, as both its central directory and its local header say. */
export type ZipEntry = { readonly name: string; readonly size: number };

const entriesMax = 5000;
/** Bytes that all of it would be when unpacked. Nothing here unpacks it. */
const unpackedMax = 200 * 1024 * 1024;

const endSize = 22;
const commentMax = 65_535;
const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };
const decoder = new TextDecoder();

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the record stands that ends a ZIP file, or null: where the bytes end as no ZIP does. */
export function endOfZip(bytes: Uint8Array): number | null {
  const view = viewOf(bytes);
  const last = bytes.byteLength - endSize;
  for (let at = last; at >= 0 && at >= last - commentMax; at -= 1) {
    const isEnd = view.getUint32(at, true) === signatures.end;
    if (isEnd && at + endSize + view.getUint16(at + 20, true) === bytes.byteLength) return at;
  }
  return null;
}

/**
 * The entries of a plain ZIP file; null where two readers could read it differently: with
 * something before or between its parts, split, encrypted, of more than 4 GB, with a name twice or
 * one that leaves its folder, or made to fill a disk.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const end = endOfZip(bytes);
  if (end === null) return null;
  const view = viewOf(bytes);
  const count = view.getUint16(end + 10, true);
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const isWhole = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  if (!isWhole || start + size !== end || count === 0 || count > entriesMax) return null;
  const entries: Found[] = [];
  let at = start;
  for (let number = 0; number < count; number += 1) {
    const entry = entryAt(view, at, end);
    if (!entry) return null;
    entries.push(entry);
    at = entry.next;
  }
  const names = new Set(entries.map(({ name }) => name));
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  const isSound = at === end && names.size === count && isFilled(entries, start);
  return isSound && unpacked <= unpackedMax
    ? entries.map((entry) => ({ name: entry.name, size: entry.size }))
    : null;
}

/** An entry with where its parts stand. What is written as a stream has its sizes behind it. */
type Found = ZipEntry & {
  readonly next: number;
  readonly from: number;
  readonly to: number;
  readonly isStreamed: boolean;
};

/** Sizes that are written behind an entry. */
const descriptorMax = 24;

/** Whether the entries fill the file from its beginning to the directory. */
function isFilled(entries: readonly Found[], end: number): boolean {
  const inOrder = entries.toSorted((one, other) => one.from - other.from);
  const starts = [...inOrder.map(({ from }) => from), end];
  return (
    starts[0] === 0 &&
    inOrder.every(({ to, isStreamed }, index) => {
      const gap = (starts[index + 1] ?? end) - to;
      return gap >= 0 && gap <= (isStreamed ? descriptorMax : 0);
    })
  );
}

/** The entry of the central directory that stands here, if its local header says the same. */
function entryAt(view: DataView, at: number, end: number): Found | null {
  if (at + 46 > end || view.getUint32(at, true) !== signatures.central) return null;
  const field = (offset: number) => view.getUint16(at + offset, true);
  const [flags, nameSize] = [field(8), field(28)];
  const next = at + 46 + nameSize + field(30) + field(32);
  const from = view.getUint32(at + 42, true);
  const isEncrypted = (flags & 1) === 1;
  if (isEncrypted || next > end || from + 30 + nameSize > at) return null;
  const name = textIn(view, at + 46, nameSize);
  const isSame =
    view.getUint32(from, true) === signatures.local &&
    view.getUint16(from + 26, true) === nameSize &&
    textIn(view, from + 30, nameSize) === name;
  if (!isSame || !isInside(name)) return null;
  const to = from + 30 + nameSize + view.getUint16(from + 28, true) + view.getUint32(at + 20, true);
  const isStreamed = (flags & 8) === 8;
  return { name, size: view.getUint32(at + 24, true), next, from, to, isStreamed };
}

/** Whether a name leads to a place below the folder that the file is unpacked into. */
const isInside = (name: string) =>
  !/^$|^\/|\\/.test(name) && !name.split("/").some((part) => part === "..");

const textIn = ({ buffer, byteOffset }: DataView, at: number, size: number) =>
  decoder.decode(new Uint8Array(buffer, byteOffset + at, size));

/** What stands uncompressed in the first entry, where it has this name; else null. */
export function firstStored(bytes: Uint8Array, name: string): string | null {
  const view = viewOf(bytes);
  if (bytes.byteLength < 30 || view.getUint16(8, true) !== 0) return null;
  const [nameSize, extraSize] = [view.getUint16(26, true), view.getUint16(28, true)];
  const [start, size] = [30 + nameSize + extraSize, view.getUint32(18, true)];
  if (size > 200 || start + size > bytes.byteLength) return null;
  return textIn(view, 30, nameSize) === name ? textIn(view, start, size) : null;
}
