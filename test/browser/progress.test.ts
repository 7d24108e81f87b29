import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { TrendView } from "../../worker/progress/contract/trend.ts";
import { useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };
const path = "/projects/hoppu/progress";
const way = "#progress-over-time";
const places = "#progress-by-municipality";

test("the titles say what the figures say, of now and of the day that is chosen", async () => {
  await using shown = await open(path, { person: lead });
  const { page } = shown;
  const trendAt = async (query: string) =>
    // The shape of the answer is held by the API's own tests.
    (await (await page.request.get(`/api/projects/hoppu/trend${query}`)).json()) as TrendView;
  const last = (await trendAt("")).points.at(-1);
  const share = new Intl.NumberFormat("fi-FI").format(last?.percent ?? Number.NaN);
  const title = page.locator(`${way} h2`);
  await expect.poll(() => title.innerText()).toContain(share);
  await expect.poll(() => title.innerText()).toContain("suunnitelmaa jäljessä");
  const cells = await page.locator(`${way} tbody tr`).last().locator("td").allTextContents();
  expect(cells[3]).toBe(String(last?.done));

  await page.locator(`${way} select`).selectOption("cells");
  await expect
    .poll(() => title.innerText())
    .toBe(
      `Valmiita ruutuja on ${last?.done}, suunnitelman mukaan pitäisi olla ${last?.plannedCells}; ` +
        `laskettu tiedossa olevista, joita on ${last?.known}/${last?.total} ruutua`,
    );

  await page.goto(`${path}?asOf=2024-06-30`);
  const then = (await trendAt("?asOf=2024-06-30")).points.at(-1);
  const shareThen = new Intl.NumberFormat("fi-FI").format(then?.percent ?? Number.NaN);
  expect(shareThen).not.toBe(share);
  await expect.poll(() => title.innerText()).toContain(shareThen);
});

test("each municipality is a link in the order that is chosen, and keeps the day", async () => {
  await using shown = await open(`${path}?asOf=2025-06-30`, { person: lead });
  const { page } = shown;
  const links = page.locator(`${places} li a`);
  await links.first().waitFor();
  const names = async () => (await links.allInnerTexts()).map((text) => text.trim());
  const shares = (await names()).map((name) =>
    Number(/(\d+(?:,\d)?)\s%/.exec(name)?.[1]?.replace(",", ".")),
  );
  expect(shares).toHaveLength(23);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  await page.locator(`${places} select`).selectOption("late");
  const late = async () => (await names()).map((name) => Number(/(\d+) myöhässä/.exec(name)?.[1]));
  await expect
    .poll(async () => JSON.stringify(await late()))
    .toBe(JSON.stringify((await late()).toSorted((a, b) => b - a)));
  await page.locator(`${places} select`).selectOption("name");
  await expect.poll(async () => (await names())[0]).toMatch(/^Akaa, valmiina/);
  // By keyboard, from the choice of the order.
  await page.locator(`${places} select`).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/projects/hoppu/municipalities/020?asOf=2025-06-30");
});

test("both charts can be taken along, with what is drawn in them, in the light colours", async () => {
  await using shown = await open(path, { person: lead, scheme: "dark" });
  const { page } = shown;
  const take = async (chart: string, format: string) => {
    const file = page.waitForEvent("download");
    await page.locator(chart).getByRole("button", { name: format }).click();
    const download = await file;
    return {
      name: download.suggestedFilename(),
      text: await readFile(await download.path(), "utf8"),
    };
  };
  const csv = await take(places, "CSV");
  expect(csv.name).toBe("progress-by-municipality.csv");
  expect(csv.text.split("\r\n").filter((line) => line !== "")).toHaveLength(1 + 23 + 1);
  const svg = await take(places, "SVG");
  expect(svg.text).toContain(">Ylöjärvi</text>");
  expect(svg.text).not.toContain("class=");
  expect(svg.text).toContain('<rect width="100%" height="100%" fill="rgb(255, 255, 255)"/>');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    "rgb(14, 22, 29)",
  );
  const drawn = await take(way, "SVG");
  expect(drawn.text).toContain('stroke-dasharray="7px, 4px"');
  const all = page.waitForEvent("download");
  await page.getByRole("link", { name: "Lataa kaikki luvut kunnittain (CSV)" }).click();
  expect((await all).suggestedFilename()).toMatch(/^hoppu-eteneminen-\d{4}-\d\d-\d\d\.csv$/);
});
