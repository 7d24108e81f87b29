import { Refusal } from "../kernel/refusal.ts";
import type { UploadedFile } from "./forms.ts";

/** Where files are kept, each once under its SHA-256. */
export type Files = Pick<R2Bucket, "get" | "put">;

/**
 * Keeps a file; one that is there already stays as it is. It goes before the batch that speaks of
 * it: should the batch fail, the file is there for the next try. Refuses with `unavailable`.
 */
export async function keepFile(
  files: Files,
  { digest, bytes }: Pick<UploadedFile, "digest" | "bytes">,
): Promise<void> {
  const onlyIf = { etagDoesNotMatch: "*" };
  // R2 reckons the digest itself, and refuses what does not arrive as it was sent.
  await reached(files.put(digest, bytes, { sha256: digest, onlyIf }));
}

/** The content of a kept file, as it comes. Refuses with `unavailable`. */
export async function openFile(files: Files, digest: string): Promise<ReadableStream> {
  const found = await findFile(files, digest);
  if (!found) throw unavailable(`There is no ${digest}.`);
  return found;
}

/** The same, or null where its bytes are lost. Refuses with `unavailable`. */
export async function findFile(files: Files, digest: string): Promise<ReadableStream | null> {
  return (await reached(files.get(digest)))?.body ?? null;
}

async function reached<Found>(asked: Promise<Found>): Promise<Found> {
  try {
    return await asked;
  } catch (error) {
    throw unavailable(String(error));
  }
}

function unavailable(cause: string): Refusal {
  console.error(JSON.stringify({ message: "files", cause }));
  return new Refusal("unavailable", (say) => say.unavailable());
}

/** `Repr-Digest` of a file (RFC 9530), from its SHA-256 in hexadecimal. */
export function reprDigestOf(digest: string): string {
  const bytes = digest.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return `sha-256=:${btoa(String.fromCharCode(...bytes))}:`;
}
