import { digest } from "../kernel/digest.ts";
import { type Problem, Refusal } from "../kernel/refusal.ts";
import { fileSizeMax } from "../kernel/sizes.ts";

/** The name of the part that is the file. */
export const filePart = "file";
const partsMax = 40;
/** The fields beside the file, and what stands between the parts. */
const fieldsSizeMax = 64 * 1024;

export type UploadedFile = {
  /** As the sender says: not to be trusted. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 in hexadecimal. */
  readonly digest: string;
};

/** A form as it came. What is wrong with its parts is told together with its fields. */
export type Upload = {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: UploadedFile | null;
  readonly problems: readonly Problem[];
};

/**
 * A form with one file of at most 10 MiB, counted while it arrives. Refuses with `too_large`, and
 * with `invalid` what is no form.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const bytes = await readBytes(request.body, fileSizeMax + fieldsSizeMax);
  const form = await parse(bytes, request.headers.get("content-type") ?? "");
  const parts = [...form];
  if (parts.length > partsMax) throw malformed();
  const names = parts.map(([name]) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) < index));
  const isFile = (part: (typeof parts)[number]) => part[0] === filePart && part[1] instanceof File;
  const file = parts.find(isFile)?.[1];
  return {
    fields: fieldsOf(parts),
    file: file instanceof File && !isLeftEmpty(file) ? await fileOf(file) : null,
    problems: [
      ...[...twice].map((name) => problem(name, (say) => say.formFieldTwice())),
      ...parts.flatMap((part) => (isFile(part) ? [] : problemsOfField(part))),
    ],
  };
}

/** What a browser sends of a form where no file was chosen. */
const isLeftEmpty = ({ name, size }: File) => name === "" && size === 0;

function fieldsOf(parts: readonly (readonly [string, unknown])[]): Record<string, string> {
  const texts = parts.flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  return Object.fromEntries(texts);
}

async function fileOf(file: File): Promise<UploadedFile> {
  if (file.size > fileSizeMax) throw tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, bytes, digest: await digest(bytes) };
}

function problemsOfField([name, value]: readonly [string, unknown]): Problem[] {
  // Schemas pass over `__proto__` in silence.
  if (typeof value !== "string" || name === "__proto__") {
    return [problem(name, (say) => say.unknownField())];
  }
  // What was no UTF-8 has become this character.
  return value.includes("\uFFFD") ? [problem(name, (say) => say.textEncoding())] : [];
}

const problem = (name: string, message: Problem["message"]): Problem => ({
  path: name.slice(0, 80),
  message,
});

async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  sizeMax: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > sizeMax) throw tooLarge();
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

async function parse(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    throw malformed();
  }
}

const tooLarge = () =>
  new Refusal("too_large", (say) => say.fileTooLarge(fileSizeMax / (1024 * 1024)));
const malformed = () => new Refusal("invalid", (say) => say.formMalformed());

/** All that tells one form from another. The text between its parts is chosen anew each time. */
export const identityOf = ({ fields, file }: Upload) => [
  Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  file?.name,
  file?.digest,
];
