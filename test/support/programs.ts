import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Programs of others that open what we write, and where they come from on Debian. */
const PACKAGES = {
  soffice: ["libreoffice-calc", "libreoffice-writer"],
  pdftotext: ["poppler-utils"],
  pdfinfo: ["poppler-utils"],
  pdffonts: ["poppler-utils"],
  pdftoppm: ["poppler-utils"],
  xmllint: ["libxml2-utils"],
} as const;
export type Program = keyof typeof PACKAGES;

const outputMax = 64 * 1024 * 1024;
/** LibreOffice starts slowly on a machine that does other things too. */
const patience = 180_000;

/** Before any test of this kind: all programs are there, or it says which lack. */
export default function setup(): void {
  if (missing().length > 0) install(missing());
  const still = missing();
  if (still.length === 0) return;
  throw new Error(
    `These programs were not found: ${still.join(", ")}. Install LibreOffice (Calc and Writer), ` +
      "poppler-utils and libxml2-utils so that they are on the PATH.",
  );
}

function missing(): Program[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  // The names are those of the table above.
  return (Object.keys(PACKAGES) as Program[]).filter(
    (program) => !folders.some((folder) => existsSync(join(folder, program))),
  );
}

function install(programs: readonly Program[]): void {
  if (process.getuid?.() !== 0) return;
  const aptGet = (...args: string[]) =>
    spawnSync("apt-get", args, { stdio: "ignore" }).status === 0;
  const packages = new Set(programs.flatMap((program) => PACKAGES[program]));
  if (aptGet("update")) aptGet("install", "-y", "--no-install-recommends", ...packages);
}

/** What a program says of a file, whose path stands between the arguments before and after it. */
export async function told(
  program: Exclude<Program, "soffice">,
  before: readonly string[],
  bytes: Uint8Array,
  after: readonly string[] = [],
): Promise<string> {
  return inFolder(async (folder) => {
    const path = join(folder, "file");
    await writeFile(path, bytes);
    const { stdout } = await run(program, [...before, path, ...after], {
      maxBuffer: outputMax,
      timeout: patience,
    });
    return stdout;
  });
}

export type Conversion = {
  /** How the name of the file ends. */
  readonly from: string;
  readonly to: string;
  /** Options of the filter that reads or writes, as LibreOffice has them. */
  readonly reading?: string;
  readonly writing?: string;
};

/** The files that LibreOffice makes of one, by name: a workbook as CSV is a file for each sheet. */
export async function convert(
  bytes: Uint8Array,
  { from, to, reading, writing }: Conversion,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  return inFolder(async (folder) => {
    const [given, made] = [join(folder, `given.${from}`), join(folder, "made")];
    await writeFile(given, bytes);
    await mkdir(made);
    // A profile of its own: two that start with the same one wait for each other or fail.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const filter = writing === undefined ? to : `${to}:${writing}`;
    const read = reading === undefined ? [] : [`--infilter=${reading}`];
    const wanted = ["--convert-to", filter, "--outdir", made, given];
    await run("soffice", [profile, "--headless", "--norestore", ...read, ...wanted], {
      maxBuffer: outputMax,
      timeout: patience,
    });
    return filesIn(made);
  });
}

async function filesIn(folder: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const),
  );
  return new Map(files);
}

async function inFolder<Made>(work: (folder: string) => Promise<Made>): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), "etappi-programs-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
