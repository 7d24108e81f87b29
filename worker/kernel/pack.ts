export type Packed = { readonly name: string; readonly content: string | Uint8Array };

const versionNeeded = 20;
const utf8Names = 0x0800;
const deflated = 8;
/** 1 January 1980: a ZIP file always has a time, and the same entries have to be the same bytes. */
const someDay = 0x0021;

/** A ZIP file of its entries in their order: the same entries give the same bytes. Below 4 GB. */
export async function zipOf(entries: readonly Packed[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  const files = await Promise.all(
    entries.map(async ({ name, content }) => {
      const bytes = typeof content === "string" ? encoded(content) : Uint8Array.from(content);
      return { title: encoded(name), bytes, body: await deflate(bytes) };
    }),
  );
  let at = 0;
  for (const { title, bytes, body } of files) {
    const common = [versionNeeded, utf8Names, deflated, 0, someDay];
    const sizes = [crc32(bytes), body.byteLength, bytes.byteLength];
    const local = record([[0x04034b50], common, sizes, [title.byteLength, 0]], [4, 2, 4, 2]);
    const central = record(
      [[0x02014b50], [versionNeeded, ...common], sizes, [title.byteLength, 0, 0, 0, 0], [0, at]],
      [4, 2, 4, 2, 4],
    );
    parts.push(local, title, body);
    directory.push(central, title);
    at += local.byteLength + title.byteLength + body.byteLength;
  }
  const size = directory.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const count = entries.length;
  const end = record([[0x06054b50], [0, 0, count, count], [size, at], [0]], [4, 2, 4, 2]);
  return new Uint8Array(await new Blob([...parts, ...directory, end]).arrayBuffer());
}

const encoded = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

/** Numbers one after another, little end first; each group has its width in bytes. */
function record(
  groups: readonly (readonly number[])[],
  widths: readonly (2 | 4)[],
): Uint8Array<ArrayBuffer> {
  const numbers = groups.flatMap((group, index) =>
    group.map((value) => ({ value, width: widths[index] ?? 2 })),
  );
  const bytes = new Uint8Array(numbers.reduce((sum, { width }) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { value, width } of numbers) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const crcs = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** CRC-32, as ZIP and PNG want it. */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (crcs[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
