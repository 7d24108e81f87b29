/** A file on its way into a ZIP. */
export type Entry = {
  readonly name: string;
  readonly content: string | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;
};

/**
 * A ZIP as it is made: nothing is fetched before it is read. What is in it is stored as it is, and
 * carries one and the same moment.
 */
export async function zipOf(
  entries: AsyncIterable<Entry>,
  moment: string,
): Promise<ReadableStream<Uint8Array>> {
  const { makeZip } = await import("client-zip");
  const lastModified = new Date(moment);
  async function* dated() {
    for await (const { name, content } of entries) yield { name, input: content, lastModified };
  }
  return makeZip(dated());
}
