type File = readonly [name: string, bytes: Uint8Array];

/** The files of a ZIP whose contents are stored uncompressed, by its directory. */
export function stored(zip: Uint8Array): File[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - 22;
  const files: File[] = [];
  let at = view.getUint32(end + 16, true);
  while (at < end && view.getUint32(at, true) === 0x02014b50) {
    const [size, nameSize] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)];
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameSize));
    files.push([name, zip.subarray(start, start + size)]);
    at += 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}
