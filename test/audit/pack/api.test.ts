import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { PackContents } from "../../../worker/audit/contract/packs.ts";
import type { EvidenceView } from "../../../worker/evidence/contract.ts";
import { zipEntries } from "../../../worker/kernel/zip.ts";
import { ok, refusal } from "../../support/answers.ts";
import { aReport } from "../../support/editions.ts";
import { aForm } from "../../support/files.ts";
import { aWorld, giveToken } from "../../support/world.ts";

const evidence = "/api/projects/demo/evidence";

async function aPack() {
  const world = await aWorld();
  const sent = await world.lead.send("POST", evidence, aForm());
  const item = await ok<EvidenceView>(sent, 201);
  const report = await aReport(world);
  const submitted = await report.submit();
  return { ...world, item, submitted, path: `${report.path}/pack` };
}

const namesIn = async (answer: Response) =>
  zipEntries(new Uint8Array(await answer.arrayBuffer()))?.map(({ name }) => name);

test("a pack tells beforehand what it holds, and holds it", async () => {
  const { steering, path, item, submitted } = await aPack();
  const told = await ok<PackContents>(await steering.get(`${path}/contents`));
  expect(told).toMatchObject({
    edition: 1,
    fingerprint: submitted.fingerprint,
    items: 1,
    parts: [{ part: 1, files: 1, size: item.size }],
    retention: { class: "funding_evidence", until: null },
  });
  const answer = await steering.get(path);
  expect(answer.headers.get("content-type")).toBe("application/zip");
  const ending = item.fileName?.match(/\.\w+$/)?.[0] ?? "";
  expect(await namesIn(answer)).toEqual([
    "README.fi.txt",
    "README.sv.txt",
    "README.en.txt",
    "README.html",
    "pack.json",
    "verify.mjs",
    "verify-facts.mjs",
    "evidence.csv",
    "report/report.json",
    "facts.jsonl",
    `evidence/${item.digest}${ending}`,
    "SHA256SUMS",
  ]);
});

test("what is lost is listed and stops nothing", async () => {
  const { lead, path, item } = await aPack();
  await env.FILES.delete(item.digest ?? "");
  const names = await namesIn(await lead.get(path));
  expect(names).toContain("MISSING.csv");
  expect(names?.some((name) => name.startsWith("evidence/"))).toBe(false);
});

test("a pack is for who may read notes, of what was submitted, and of no part that it has not", async () => {
  const { funder, lead, path, submitted } = await aPack();
  await refusal(await funder.get(path), 403, "forbidden");
  const script = await giveToken("lead", "script", "read");
  await refusal(await script.get(path), 403, "forbidden");
  await refusal(await lead.get(`${path}?part=2`), 404, "not_found");
  await refusal(await lead.get(`${path}?edition=2`), 404, "not_found");
  const number = submitted.number + 1;
  await ok(await lead.send("POST", "/api/projects/demo/reports", { name: "Luonnos" }), 201);
  await refusal(await lead.get(`/api/projects/demo/reports/${number}/pack`), 404, "not_found");
});
