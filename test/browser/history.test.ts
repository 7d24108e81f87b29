import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { verifyFacts } from "../../drizzle/verify.ts";
import { expectSaid, faultsOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const path = "/projects/hoppu/history";
const lead = { person: "lead" };

test("the history is narrowed to what is asked for, and its address says so", async () => {
  await using shown = await open(path, { person: lead, language: "en" });
  const { page, complaints } = shown;
  const deeds = page.locator(".facts > li");
  await deeds.first().waitFor();
  await page.getByLabel("What changed").selectOption({ label: "Status" });
  await page.getByLabel("Municipality", { exact: true }).selectOption({ label: "Tampere" });
  await page.getByLabel("Milestone or target").selectOption("5");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.waitForURL("**/history?kind=progress&municipality=837&milestone=5");
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
  const things = page.locator(".fact-things a");
  await things.first().waitFor();
  const links = await things.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(new Set(links)).toEqual(new Set(["/projects/hoppu?cell=5-837"]));
  const text = await page.locator(".facts").textContent();
  expect(text).toMatch(/Status: (Not started|In progress|Done)/);
  expect(await faultsOf(page)).toEqual([]);
  await page.goBack();
  await page.waitForURL(`**${path}`);
  expect(await page.getByLabel("What changed").inputValue()).toBe("");
  expect(complaints).toEqual([]);
});

test("a name leads to all that this person has done, and nothing found is said", async () => {
  await using shown = await open(`${path}?kind=progress`, { person: lead, language: "en" });
  const { page } = shown;
  const name = page.getByRole("button", { name: /Tampere: show only/ }).first();
  await name.click();
  await page.waitForURL("**/history?kind=progress&actor=contact-837");
  expect(await page.getByLabel("Person").inputValue()).toBe("contact-837");
  await page.goto(`${path}?actor=contact-837&role=funder`);
  await expectSaid(page, "No changes match the filters.");
});

test("older changes are read on demand", async () => {
  await using shown = await open(path, { person: lead, language: "en" });
  const { page } = shown;
  const things = page.locator(".fact-things > li");
  await things.first().waitFor();
  const before = await things.count();
  await page.getByRole("button", { name: "Show earlier" }).click();
  await things.nth(before).waitFor();
  expect(await things.count()).toBeGreaterThan(before);
});

test("the history is checked at a press, and the file that is taken has the same seal", async () => {
  await using shown = await open(path, { person: lead, language: "en" });
  const { page } = shown;
  await page.getByText("Is the history whole?").click();
  await page.getByRole("button", { name: "Check the history" }).click();
  await page.getByText(/^✓ The history is whole\. [\d,.]+ changes/).waitFor();
  const seal = await page.getByLabel("Seal").inputValue();
  expect(seal).toMatch(/^[0-9a-f]{64}$/);
  expect(await faultsOf(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "The whole history, to be checked (JSONL)" }).click(),
  ]);
  const lines = readFileSync(await download.path(), "utf8").split(/(?<=\n)/);
  expect(await verifyFacts(lines, { seal })).toMatchObject({ faults: [], seal });
});

test("the county's administrator sees what belongs to no project, and nobody else does", async () => {
  await using shown = await open("/log", { person: { person: "admin" }, language: "en" });
  const { page } = shown;
  await page.getByRole("link", { name: "Changes of programmes and administrators" }).click();
  await page.getByRole("heading", { name: "History of the county" }).waitFor();
  await page.getByText("added the programme").first().waitFor();
  await using other = await open("/history", { person: lead, language: "en" });
  await other.page.getByRole("heading", { name: "Page not found" }).waitFor();
});
