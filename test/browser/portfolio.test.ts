import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { PortfolioView } from "../../worker/progress/contract/portfolio.ts";
import { faultsOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };

const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const cards = (page: Page) => page.locator(".project-card h3");
const lines = (page: Page) => page.locator(".portfolio-table tbody th a");
const numberIn = (text: string | null) => Number((text ?? "").replaceAll(/\D/g, ""));

async function portfolio(page: Page, query = ""): Promise<PortfolioView> {
  const view: PortfolioView = await (
    await page.request.get(`/api/portfolio?limit=500${query}`)
  ).json();
  return view;
}

describe("the portfolio", () => {
  test("tells in one sentence what its projects carry together, and again when it is narrowed", async () => {
    await using shown = await open("/", { person: lead });
    const { page, complaints } = shown;
    const { items } = await portfolio(page);
    const late = (some: PortfolioView["items"]) =>
      some.reduce((sum, { total }) => sum + total.late, 0);
    const total = page.locator(".portfolio-total");
    await total.filter({ hasText: `${items.length} hanketta: ${late(items)} myöhässä` }).waitFor();
    await page.getByRole("combobox", { name: "Ohjelma" }).selectOption("rrp");
    const ofProgramme = items.filter(({ project }) => project.programme === "rrp");
    await total
      .filter({ hasText: `${ofProgramme.length} hanketta (kaikkiaan ${items.length}): ` })
      .filter({ hasText: `${late(ofProgramme)} myöhässä` })
      .waitFor();
    expect(parameter(page, "programme")).toBe("rrp");
    expect(await cards(page).count()).toBe(ofProgramme.length);
    await page.getByRole("searchbox").fill("ei tällaista");
    await page.getByText("Rajaus ei osu yhteenkään hankkeeseen.").waitFor();
    await page.getByRole("button", { name: "Poista rajaukset" }).click();
    await cards(page)
      .nth(items.length - 1)
      .waitFor();
    expect(new URL(page.url()).search).toBe("");
    expect(complaints).toEqual([]);
  });

  test("leads from a sign to exactly the cells that carry it", async () => {
    await using shown = await open("/", { person: lead });
    const { page } = shown;
    const chip = page.locator(".project-card:has(a[href$='/hoppu']) .sign-late");
    const count = numberIn(await chip.textContent());
    expect(count).toBeGreaterThan(0);
    await chip.click();
    const mark = page.locator(".figure.mark-late[aria-pressed=true] .figure-number");
    await mark.waitFor();
    expect(numberIn(await mark.textContent())).toBe(count);
  });

  test("shows any day, and what leads on from it stays on that day", async () => {
    await using shown = await open("/?asOf=2024-06-30", { person: lead });
    const { page } = shown;
    await page.getByText("Tilanne 30.6.2024.").waitFor();
    const then = (await portfolio(page, "&asOf=2024-06-30")).items;
    const late = then.reduce((sum, { total }) => sum + total.late, 0);
    await page.locator(".portfolio-total", { hasText: `: ${late} myöhässä` }).waitFor();
    const links = await page
      .locator(".project-card a, .portfolio-across a")
      .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
    expect(links.length).toBeGreaterThan(then.length);
    expect(links.filter((href) => !href.includes("asOf=2024-06-30"))).toEqual([]);
    await page.getByRole("button", { name: "Palaa nykyhetkeen" }).click();
    await page.getByText("Tilanne 30.6.2024.").waitFor({ state: "detached" });
    expect(parameter(page, "asOf")).toBeNull();
  });

  test("is a table that its headings sort, and a file of the same lines in the same order", async () => {
    await using shown = await open("/?view=table&only=attention", { person: lead });
    const { page } = shown;
    await lines(page).first().waitFor();
    expect(await page.locator(".chart h2").textContent()).toMatch(/myöhässä olevasta/);
    const { items } = await portfolio(page);
    const heading = page.getByRole("columnheader", { name: "Hanke" });
    await heading.getByRole("button").click();
    await page.locator("th[aria-sort=ascending]", { hasText: "Hanke" }).waitFor();
    expect(parameter(page, "order")).toBe("name");
    const names = await lines(page).allTextContents();
    const expected = items.map(({ project }) => project.name);
    expect(names).toEqual(expected.toSorted(new Intl.Collator("fi").compare));
    const link = page.getByRole("link", { name: "Vie CSV" });
    const file = await page.request.get((await link.getAttribute("href")) ?? "");
    const text = await file.text();
    const places = names.map((name) => text.indexOf(name.replaceAll('"', '""')));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    await page.getByRole("columnheader", { name: "Myöhässä" }).getByRole("button").click();
    await page.locator("th[aria-sort=descending]", { hasText: "Myöhässä" }).waitFor();
    const counts = await page.locator(".portfolio-table tbody td:nth-child(3)").allTextContents();
    expect(counts.map(numberIn)).toEqual(
      items.map(({ total }) => total.late).toSorted((one, other) => other - one),
    );
  });

  test("keeps still while it comes", async () => {
    await using shown = await open("/", { person: lead });
    const { page } = shown;
    await page.addInitScript(() => {
      const moved = { sum: 0 };
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        // Entries of this type have a value.
        for (const entry of list.getEntries()) moved.sum += (entry as unknown as Shift).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.reload({ waitUntil: "networkidle" });
    await cards(page).first().waitFor();
    expect(await page.evaluate(() => (window as unknown as Watched).moved.sum)).toBeLessThan(0.005);
  });
});

type Shift = { readonly value: number };
type Watched = { readonly moved: { readonly sum: number } };

describe("a view that a person saves", () => {
  test("keeps what the page shows, is found from any page, renamed, led elsewhere and removed", async () => {
    await using shown = await open("/?only=late&search=hoppu", { person: lead });
    const { page, complaints } = shown;
    await page.getByRole("button", { name: "Tallenna tämä näkymä" }).first().click();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator("dialog").getByLabel("Nimi").fill("Hopun kiireet");
    await page.locator("dialog").getByRole("button", { name: "Tallenna" }).click();
    await page.locator(".views-nav a[aria-current]", { hasText: "Hopun kiireet" }).waitFor();

    await page.goto("/projects/yhdessa/attention");
    const menu = page.locator(".views-menu");
    await menu.locator("summary").click();
    await menu.getByRole("link", { name: "Hopun kiireet" }).click();
    await cards(page).first().waitFor();
    expect(new URL(page.url()).search).toBe("?only=late&search=hoppu");
    expect(await cards(page).count()).toBe(1);

    await page.goto("/projects/hoppu?mark=late");
    await menu.locator("summary").click();
    await menu.getByRole("button", { name: "Muokkaa näkymiä" }).click();
    const dialog = page.locator("dialog", { hasText: "Muokkaa näkymiä" });
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Vie tälle sivulle: Hopun kiireet" }).click();
    await dialog.locator(".view-address", { hasText: "/projects/hoppu?mark=late" }).waitFor();
    await dialog.getByLabel("Nimi").fill("Hopun myöhäiset");
    await dialog.getByRole("button", { name: "Vaihda nimi" }).click();
    await dialog.getByRole("button", { name: "Poista: Hopun myöhäiset" }).click();
    await page.getByRole("button", { name: "Poista", exact: true }).last().click();
    await dialog.getByText("Tallenna sivu rajauksineen").waitFor();
    expect(complaints).toEqual([]);
  });
});
