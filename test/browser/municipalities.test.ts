import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { StandingView } from "../../worker/progress/contract/standing.ts";
import { useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };

describe("the list of municipalities", () => {
  test("is searched by name, and leads to each", async () => {
    await using shown = await open("/municipalities", { person: lead });
    const { page } = shown;
    await page.getByRole("searchbox").fill("pälk");
    await page.getByText("Löytyi 1 kunta").waitFor();
    expect(await page.locator(".places-table tbody tr").count()).toBe(1);
    await page.locator(".places-table tbody a").click();
    await page.getByRole("heading", { level: 1, name: "Pälkäne" }).waitFor();
    expect(page.url()).toMatch(/\/municipalities\/635$/);
  });

  test("is in the menu of who works on a project, and not of a funder", async () => {
    const inMenu = async (person: string) => {
      await using shown = await open("/", { person: { person } });
      return shown.page.locator('.top a[href="/municipalities"]').count();
    };
    expect(await inMenu("contact")).toBe(1);
    expect(await inMenu("funder")).toBe(0);
  });
});

describe("a municipality", () => {
  test("is compared by the measure that is chosen, which the address keeps", async () => {
    await using shown = await open("/municipalities/250", { person: lead });
    const { page } = shown;
    await page.locator("#municipality-percent .chart-box .strip-own").waitFor();
    await page.getByRole("button", { name: /^Myöhässä/ }).click();
    await page.locator("#municipality-late .chart-box .strip-own").waitFor();
    expect(page.url()).toMatch(/measure=late/);
    await page.locator("#municipality-late").getByText("Näytä taulukkona").click();
    const table = page.locator("#municipality-late table");
    expect(await table.locator("tbody tr").count()).toBe(23);
    await page.reload();
    await page.locator("#municipality-late .chart-box .strip-own").waitFor();
  });

  test("leads to its page in a project and from there back, on the same past day", async () => {
    const past = "?asOf=2025-03-31";
    await using shown = await open(`/municipalities/250${past}`, { person: lead });
    const { page } = shown;
    await page.locator(".part h3 a").first().click();
    await page.waitForURL(`**/projects/hoppu/municipalities/250${past}`);
    await page.locator("#compared").waitFor();
    await page.getByRole("link", { name: "Kunta kaikissa hankkeissa" }).click();
    await page.waitForURL(`**/municipalities/250${past}`);
    await page.locator(".part h3").first().waitFor();
  });
});

/** Boxes of the brief whose content is larger than they are, though they may not cut it. */
const overflowing = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll(".brief, .brief section")]
      .filter((box) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1)
      .map((box) => `${box.className || box.tagName}: ${box.textContent.slice(0, 60)}`),
  );

/** That the brief prints as one page of paper, and that nothing runs out of it. */
async function expectOnePage(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  // As wide as the paper: what is wider is made smaller by the browser.
  await page.setViewportSize({ width: 794, height: 1122 });
  await page.emulateMedia({ media: "print" });
  expect(await overflowing(page)).toEqual([]);
}

/** The view of a municipality in eight projects of the longest names, where nearly all is late. */
function crowded(view: StandingView): StandingView {
  const long = "Nuorten palvelujen nykytila ja palveluvelka on kartoitettu "
    .repeat(2)
    .padEnd(120, "x");
  const projects = Array.from({ length: 8 }, (_, index) =>
    view.projects.slice(0, 1).map((part) => ({
      ...part,
      project: { ...part.project, slug: `hanke-${index}`, name: long },
      milestones: part.milestones.map((one) => ({ ...one, title: long })),
      cells: part.cells.map((cell, at) => ({
        ...cell,
        declared: at % 2 === 0 ? ("done" as const) : ("no_data" as const),
        schedule: at % 2 === 0 ? ("done_late" as const) : ("late" as const),
      })),
    })),
  ).flat();
  const next = projects.map(({ project }) => ({
    project: project.slug,
    milestone: 1,
    title: long,
    dueOn: "2099-12-31",
  }));
  return { ...view, projects, next, standing: { ...view.standing, stale: 88 } };
}

describe("the brief", () => {
  test.each([
    ["837", "fi"],
    ["250", "fi"],
    ["619", "sv"],
    ["508", "en"],
  ] as const)("of %s in %s is one page, and nothing runs out of it", async (code, language) => {
    await using shown = await open(`/municipalities/${code}/brief`, { person: lead, language });
    const { page } = shown;
    await page.locator(".brief").waitFor();
    await expectOnePage(page);
  });

  test("is one page also where there is far more than fits, and says how much more", async () => {
    await using shown = await open("/municipalities/250", { person: lead });
    const { page } = shown;
    await page.route("**/api/municipalities/250/standing", async (route) => {
      const answer = await route.fetch();
      const view: StandingView = await answer.json();
      await route.fulfill({ response: answer, json: crowded(view) });
    });
    await page.goto("/municipalities/250/brief");
    await page.locator(".brief").waitFor();
    await expectOnePage(page);
    expect(await page.locator(".brief-beyond").count()).toBe(4);
  });

  test("tells figures, what is late, what is asked, and where it is found", async () => {
    await using shown = await open("/municipalities/250/brief", { person: lead });
    const { page } = shown;
    const text = await page.locator(".brief").innerText();
    for (const said of [
      "Kihniö",
      "mediaani",
      "Mikä on myöhässä",
      "Mitä kunnalta pyydetään seuraavaksi",
      "Euroopan unionin rahoittama",
      "/municipalities/250/brief?asOf=",
    ]) {
      expect(text).toContain(said);
    }
  });
});
