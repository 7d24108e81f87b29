import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { useBrowser } from "../support/page.ts";

const open = useBrowser();
const folder = mkdtempSync(join(tmpdir(), "etappi-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Report = { readonly number: number; readonly version: number; readonly fingerprint: string };

test("a file is checked without leaving the device, whatever form its JSON is saved in", async () => {
  await using shown = await open("/projects/hoppu/reports", { person: { person: "lead" } });
  const { page } = shown;
  const { fingerprint, text } = await page.evaluate(async () => {
    const list = "/api/projects/hoppu/reports";
    const send = (path: string, init: RequestInit) => fetch(path, { method: "POST", ...init });
    const headers = { "content-type": "application/json" };
    const made = await send(list, { headers, body: JSON.stringify({ name: "Väliraportti" }) });
    const { number, version } = (await made.json()) as Report;
    const match = { "if-match": `"${version}"` };
    const submitted = await send(`${list}/${number}/submit`, { headers: match });
    const file = await fetch(`${list}/${number}/export?format=json`);
    const { fingerprint: said } = (await submitted.json()) as Report;
    return { fingerprint: said, text: await file.text() };
  });
  await page.goto(new URL("/check", page.url()).href);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.postData() ?? ""}`));
  const choose = async (content: string) => {
    const file = join(folder, "raportti.json");
    writeFileSync(file, content);
    await page.locator("input[type=file]").setInputFiles(file);
  };
  await choose(text);
  await page.locator(".check-verdict.waiting").waitFor();
  expect(new URL(page.url()).searchParams.get("f")).toBe(fingerprint);
  expect(await page.locator(".check-verdict .notice").count()).toBe(0);

  await choose(JSON.stringify(JSON.parse(text), null, 2));
  await page.locator(".check-verdict.waiting .notice").waitFor();
  await choose(text.replace("Hoppu", "Happo"));
  await page.locator(".check-verdict.unknown").waitFor();
  expect(sent.filter((request) => request !== "GET ")).toEqual([]);
});

test("a fingerprint is pasted with spaces and checked by keyboard, and what is none is told", async () => {
  await using shown = await open("/check", { language: "en" });
  const { page } = shown;
  const field = page.getByLabel("Fingerprint");
  await field.fill("abc");
  await field.press("Enter");
  await page.getByRole("alert").filter({ hasText: "no fingerprint" }).waitFor();
  await field.fill("0".repeat(64).replaceAll(/(.{8})/g, "$1 "));
  await field.press("Enter");
  await page.getByRole("heading", { name: "The fingerprint is unknown" }).waitFor();
});
