import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { PackAbout } from "../../../worker/audit/contract/packs.ts";
import { readmeHtml, readmes } from "../../../worker/audit/formats/readme.ts";
import { LISTING } from "../../../worker/audit/words/pack.ts";
import { canonical } from "../../../worker/kernel/canonical.ts";

const folder = mkdtempSync(join(tmpdir(), "etappi-forged-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const read = (name: string) => readFileSync(join(folder, name), "utf8");

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const edit = (name: string, from: string, to: string) => {
  const before = read(name);
  expect(before, name).toContain(from);
  write(name, before.replaceAll(from, to));
};

const namesIn = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .filter((name) => !name.startsWith("SHA256SUMS"));

/** The sums of what is there now: whoever forges a file can reckon them too. */
const sums = (name = "SHA256SUMS") =>
  write(
    name,
    namesIn()
      .map((one) => `${sha256(readFileSync(join(folder, one)))}  ${one}\n`)
      .join(""),
  );

const report = canonical({
  programme: { retainUntil: "2035-12-31", retentionBasis: "EU 2021/1060, 82 & 83" },
});
const [pdf, photo] = ["%PDF", "a photo"];
const item = {
  id: "e1",
  project: "demo",
  milestone: 1,
  municipalities: ["837"],
  kind: "file",
  title: '=Kuva, "ensimmäinen"',
  note: "Kaksi\nriviä",
  url: null,
  digest: sha256(photo),
  fileName: "kuva.jpg",
  mediaType: "image/jpeg",
  size: 7,
  record: null,
  state: "submitted",
  review: "",
  addedBy: "p1",
  addedAt: "2026-01-01T00:00:00.000Z",
  reviewedBy: null,
  reviewedAt: null,
};
const about: PackAbout = {
  form: "etappi.pack",
  version: "1.0",
  service: "https://etappi.example",
  project: "demo",
  projectName: "Hanke 2026-01-01 & <muut>",
  report: 1,
  reportName: "Väliraportti",
  edition: 1,
  asOf: "2026-02-01T00:00:00.000Z",
  fingerprint: sha256(report),
  retention: { class: "funding_evidence", until: "2035-12-31", basis: "EU 2021/1060, 82 & 83" },
  files: [
    { format: "iati", language: "fi", digest: sha256("<iati/>"), size: 7 },
    { format: "pdf", language: "fi", digest: sha256(pdf), size: 4 },
  ],
  parts: 1,
};

function facts(): string {
  const heads = new Map<string, { readonly version: number; readonly hash: string }>();
  let seal = "";
  const lines = [
    ["evidence:demo:e1", "evidence.added", { after: item }],
    [
      "report:demo:1",
      "report.submitted",
      { after: { edition: 1, fingerprint: about.fingerprint } },
    ],
    ["evidence:demo:e1", "evidence.reviewed", { after: { ...item, state: "rejected" } }],
  ] as const;
  const written = lines.map(([subject, kind, told], index) => {
    const before = heads.get(subject) ?? { version: 0, hash: "" };
    const detail = JSON.stringify(told);
    const [seq, version, previousHash] = [index + 1, before.version + 1, before.hash];
    const rest = { kind, actor: "p1", role: "lead", at: about.asOf, key: "", detail };
    const hash = sha256(
      JSON.stringify([previousHash, "demo", subject, version, ...Object.values(rest)]),
    );
    heads.set(subject, { version, hash });
    seal = sha256(`${seal} ${seq} ${hash}`);
    return JSON.stringify({ seq, scope: "demo", subject, version, ...rest, previousHash, hash });
  });
  const total = { count: lines.length, lastSeq: lines.length };
  const scopes = { etappi: "facts", version: 1, scopes: ["demo"], exportedAt: about.asOf };
  const header = JSON.stringify({ ...scopes, ...total });
  const end = JSON.stringify({ etappi: "end", ...total, seal, header: sha256(header) });
  return [header, ...written, end, ""].join("\n");
}

function table(): string {
  const { until, basis } = about.retention;
  const told: Readonly<Record<string, string | number | null>> = {
    ...item,
    municipalities: "Tampere",
    municipalityCodes: "837",
    record: null,
    title: `'${item.title.replaceAll('"', '""')}`,
    state: "rejected",
    file: `evidence/${item.digest}.jpg`,
    sha256: item.digest,
    retentionClass: about.retention.class,
    retainUntil: until,
    retentionBasis: basis,
  };
  const row = LISTING.map((name) => `"${told[name] ?? ""}"`);
  return `\uFEFF${LISTING.join(",")}\r\n${row.join(",")}\r\n`;
}

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  for (const [name, text] of readmes(about)) write(name, text);
  write("README.html", readmeHtml(about));
  write("pack.json", `${JSON.stringify(about, null, 2)}\n`);
  write("report/report.json", report);
  write("report/report.fi.pdf", pdf);
  write("report/report.fi.xml", "<iati/>");
  write("facts.jsonl", facts());
  write("evidence.csv", table());
  write(`evidence/${item.digest}.jpg`, photo);
  sums();
});

function verified(of = folder) {
  const script = resolve("drizzle/verify-pack.ts");
  const { status, stdout } = spawnSync(process.execPath, [script, of], { encoding: "utf8" });
  return { status, said: stdout };
}

test("a pack holds, and says of which digests the service can be asked", () => {
  const { status, said } = verified();
  expect({ status, said }).toMatchObject({ status: 0 });
  expect(said).toContain("Every sum, fact and fingerprint holds:");
  expect(said).toContain("to ask at https://etappi.example/check");
  for (const bytes of [report, pdf, "<iati/>"]) expect(said).toContain(sha256(bytes));
});

const kept = '"until": "2035-12-31"';

test.each<readonly [what: string, forge: () => void, told: string]>([
  [
    "the report taken out",
    () => rmSync(join(folder, "report/report.json")),
    "report/report.json: it is not here",
  ],
  [
    "the report taken out of a pack of many parts",
    () => {
      rmSync(join(folder, "report/report.json"));
      edit("pack.json", '"parts": 1', '"parts": 2');
    },
    "report/report.json: it is not here",
  ],
  [
    "the report called lost",
    () => {
      rmSync(join(folder, "report/report.json"));
      write("MISSING.csv", `file,sha256\r\nreport/report.json,${about.fingerprint}\r\n`);
    },
    "report/report.json: it is not here",
  ],
  [
    "another PDF",
    () => write("report/report.fi.pdf", "%PDF-x"),
    "report/report.fi.pdf: it is not the file that pack.json names.",
  ],
  [
    "no PDF",
    () => rmSync(join(folder, "report/report.fi.pdf")),
    "report/report.fi.pdf: it is not the file that pack.json names.",
  ],
  [
    "one PDF more",
    () => write("report/report.sv.pdf", pdf),
    "report/report.sv.pdf: pack.json does not name it.",
  ],
  [
    "evidence accepted in the table",
    () => edit("evidence.csv", '"rejected"', '"accepted"'),
    "evidence.csv: e1, state: the facts say otherwise.",
  ],
  [
    "evidence called otherwise in the table",
    () => edit("evidence.csv", "ensimmäinen", "toinen"),
    "evidence.csv: e1, title: the facts say otherwise.",
  ],
  [
    "another digest in the table",
    () => edit("evidence.csv", `"${item.digest}"`, `"${sha256("x")}"`),
    "evidence.csv: e1, sha256: the facts say otherwise.",
  ],
  [
    "a row less",
    () => write("evidence.csv", `${read("evidence.csv").split("\r\n")[0]}\r\n`),
    "evidence.csv: e1 is missing.",
  ],
  [
    "a row of nothing",
    () => edit("evidence.csv", '"e1"', '"e2"'),
    "evidence.csv: e2 is there twice, or no fact tells of it.",
  ],
  [
    "a row that is hidden behind a broken quote",
    () => write("evidence.csv", `${read("evidence.csv")}"e1"x,1\r\n`),
    "evidence.csv: it is not written as a table is.",
  ],
  [
    "a file that no fact names",
    () => write(`evidence/${sha256("more")}.txt`, "more"),
    `evidence/${sha256("more")}: no fact names it.`,
  ],
  [
    "shorter retention",
    () => {
      for (const name of namesIn()) {
        if (name !== "report/report.json") {
          write(name, read(name).replaceAll("2035-12-31", "2027-12-31"));
        }
      }
    },
    "pack.json: it is kept until 2027-12-31, and by the report until 2035-12-31.",
  ],
  [
    "retention left open",
    () => edit("pack.json", kept, '"until": null'),
    "pack.json: it is kept until null, and by the report until 2035-12-31.",
  ],
  [
    "other retention in a leaflet",
    () => edit("README.sv.txt", "2035-12-31", "2027-12-31"),
    "README.sv.txt: it does not tell the retention and the fingerprint of pack.json.",
  ],
  [
    "other retention on the page",
    () => edit("README.html", "2035-12-31", "2027-12-31"),
    "README.html: it does not tell the retention and the fingerprint of pack.json.",
  ],
])("is no pack with sums that match it: %s", (_what, forge, told) => {
  forge();
  sums();
  const { status, said } = verified();
  expect({ status, said }).toMatchObject({ status: 1 });
  expect(said).toContain(told);
  expect(said).not.toContain("holds");
});

test("retention that differs otherwise, as when it was lengthened since, is told and not vouched for", () => {
  for (const name of namesIn()) {
    if (name !== "report/report.json") {
      write(name, read(name).replaceAll("2035-12-31", "2040-12-31"));
    }
  }
  sums();
  const { status, said } = verified();
  expect({ status, said }).toMatchObject({ status: 0 });
  expect(said).toContain("pack.json: kept until 2040-12-31");
  expect(said).toContain("Not so what is noted above: it cannot be checked.");
});

test("a later part alone has its sums checked, and no more is claimed", () => {
  const part = join(folder, "part");
  mkdirSync(part);
  cpSync(join(folder, "evidence"), join(part, "evidence"), { recursive: true });
  writeFileSync(join(part, "SHA256SUMS.2"), `${sha256(photo)}  evidence/${item.digest}.jpg\n`);
  const { said } = verified(part);
  expect(said).toContain("Every sum of this part holds. It is a later part alone");
  expect(said).not.toContain("fact and fingerprint");
});
