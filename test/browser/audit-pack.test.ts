import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stored } from "../support/archives.ts";
import { ownSite } from "../support/site.ts";

const site = ownSite();
const folder = mkdtempSync(join(tmpdir(), "etappi-pack-"));
let files: readonly string[] = [];

/** A person of the demonstration, and what they ask for. */
async function by(person: string) {
  const ask = (method: string, path: string, body?: object, version?: number) =>
    fetch(`${site()}${path}`, {
      method,
      headers: {
        cookie,
        origin: site(),
        ...(body && { "content-type": "application/json" }),
        ...(version !== undefined && { "if-match": `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  let cookie = "";
  const signedIn = await ask("POST", "/api/demo/session", { person });
  cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return ask;
}

type Report = { readonly number: number; readonly version: number };

beforeAll(async () => {
  const lead = await by("lead");
  const list = "/api/projects/hoppu/reports";
  const made = await lead("POST", list, { name: "Väliraportti" });
  const { number, version } = (await made.json()) as Report;
  const submitted = await lead("POST", `${list}/${number}/submit`, undefined, version);
  if (!submitted.ok) throw new Error(`The report is not submitted: ${submitted.status}`);
  const pack = await lead("GET", `${list}/${number}/pack`);
  const entries = stored(new Uint8Array(await pack.arrayBuffer()));
  for (const [name, bytes] of entries) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  files = entries.map(([name]) => name);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function verified() {
  const script = join(folder, "verify.mjs");
  const { status, stdout } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  return { status, said: stdout };
}

test("a pack is found whole by the script that it brings along", () => {
  const { status, said } = verified();
  expect({ status, said }).toMatchObject({ status: 0 });
  expect(said).toContain("Every sum, fact and fingerprint holds:");
  expect(files.filter((name) => name.startsWith("evidence/")).length).toBeGreaterThan(3);
});

test("one byte that is changed anywhere in it is found, and its file is named", () => {
  const unfound = files.filter((name) => {
    const path = join(folder, name);
    const whole = readFileSync(path);
    const changed = Uint8Array.from(whole);
    const at = Math.floor(whole.length / 2);
    // In the script itself the letter of a message, so that it still runs.
    const place = name === "verify.mjs" ? whole.lastIndexOf("this is not") : at;
    changed[place] = (whole[place] ?? 0) ^ 1;
    writeFileSync(path, changed);
    const { status, said } = verified();
    writeFileSync(path, whole);
    const named = name === "SHA256SUMS" ? /not those packed|no sum in|is missing/ : name;
    return status !== 1 || said.match(named) === null;
  });
  expect(unfound).toEqual([]);
});

test("what is taken out, put in or swapped with all sums made to match is found", () => {
  const name = files.find((one) => one.startsWith("evidence/")) ?? "";
  const [path, sums] = [join(folder, name), join(folder, "SHA256SUMS")];
  const [bytes, list] = [readFileSync(path), readFileSync(sums, "utf8")];
  rmSync(path);
  writeFileSync(sums, list.replace(/^.*evidence\/.*\n/m, ""));
  const digest = name.slice("evidence/".length, "evidence/".length + 64);
  expect(verified().said).toContain(`evidence/${digest}: the facts name it, and it is not here.`);
  writeFileSync(path, bytes);
  writeFileSync(sums, list);
  writeFileSync(join(folder, "evidence", "more.txt"), "more");
  expect(verified().said).toContain("evidence/more.txt: it is in no list of sums.");
});
