import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { faultsOf, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };

/** `1 234,5` in Finnish or English, as a number. */
const numberIn = (text: string) => Number(text.replaceAll(/[^\d,.]/g, "").replace(",", "."));
const percentIn = async (place: Locator) => numberIn((await place.textContent()) ?? "");

/** Opens every group of the explanation, and reads what stands in each. */
async function groupsIn(page: Page) {
  await page.locator(".explained").waitFor();
  const groups = await page.locator(".explained-group").all();
  // One after another: each that opens moves the others.
  for (const group of groups) {
    await group.locator("summary").click();
  }
  return Promise.all(
    groups.map(async (group) => {
      await group.locator(".explained-cells a").first().waitFor();
      return {
        status: await group.getAttribute("data-status"),
        count: numberIn(
          (await group.locator("summary > span").last().innerText()).split("·")[0] ?? "",
        ),
        links: await group.locator(".explained-cells a").evaluateAll((links) =>
          // Only links are asked for.
          (links as HTMLAnchorElement[]).map((link) => new URL(link.href).searchParams.get("cell")),
        ),
      };
    }),
  );
}

const PARTS = [
  {
    name: "the total of a project",
    path: "/projects/hoppu",
    button: ".figures-percent .percent",
    counts: () => true,
  },
  {
    name: "a phase",
    path: "/projects/hoppu",
    button: ".ribbon > li:nth-child(2) .percent",
    counts: ({ phase }: Place) => phase === 2,
  },
  {
    name: "a municipality in the matrix",
    path: "/projects/hoppu",
    button: "tr:has(a[href*='/619']) .matrix-share .percent",
    counts: ({ municipality }: Place) => municipality === "619",
  },
  {
    name: "the total under the matrix, in the past",
    path: "/projects/hoppu?asOf=2024-06-30",
    button: "tfoot .percent",
    asOf: "2024-06-30",
    counts: () => true,
  },
  {
    name: "a municipality on its own page",
    path: "/projects/hoppu/municipalities/619",
    button: ".municipality-figures .percent",
    counts: ({ municipality }: Place) => municipality === "619",
  },
  {
    name: "a phase in the portfolio, where only the figure was read before",
    path: "/",
    button: ".project-card:has(a[href$='/hoppu']) .ribbon > li:nth-child(3) .percent",
    counts: ({ phase }: Place) => phase === 3,
  },
  {
    name: "the beginning of two moments that are compared",
    path: "/projects/hoppu/changes?since=2024-06-30",
    button: ".standings .percent",
    asOf: "2024-06-30",
    counts: () => true,
  },
] as const;
type Place = { readonly phase: number | undefined; readonly municipality: string };

const LEFT_OUT = ["no_data", "cancelled", "not_applicable"];

describe("the explanation opens from its percentage, and equals the sum worked out by hand", () => {
  test.each(PARTS)("of $name", async ({ path, button, counts, ...part }) => {
    await using shown = await open(path, { person: lead });
    const { page } = shown;
    const moment = "asOf" in part ? `?asOf=${part.asOf}` : "";
    const answer = await page.request.get(`/api/projects/hoppu/progress${moment}`);
    const matrix: MatrixView = await answer.json();
    const milestones = new Map(matrix.milestones.map((one) => [one.number, one]));
    const cells = matrix.cells.filter(({ milestone, municipality }) =>
      counts({ phase: milestones.get(milestone)?.phase, municipality }),
    );
    const weightOf = (some: typeof cells) =>
      some.reduce((sum, { milestone }) => sum + (milestones.get(milestone)?.weight ?? 0), 0);
    const counted = cells.filter(({ declared }) => !LEFT_OUT.includes(declared));
    const done = counted.filter(({ declared }) => declared === "done");
    const byHand = Math.round((weightOf(done) / weightOf(counted)) * 1000) / 10;

    const percent = page.locator(button).first();
    expect(await percentIn(percent)).toBe(byHand);
    await percent.click();
    const groups = await groupsIn(page);
    expect(await percentIn(page.locator(".explained-figure strong"))).toBe(byHand);
    const sum = (await page.locator(".explained-sum").innerText()).split("\n")[0] ?? "";
    expect(sum.match(/\d+(?:,\d+)?/g)?.map(numberIn)).toEqual([
      weightOf(done),
      weightOf(counted),
      byHand,
    ]);
    const expected = Map.groupBy(cells, ({ declared }) => declared);
    expect(new Map(groups.map(({ status, count }) => [status, count]))).toEqual(
      new Map([...expected].map(([status, some]) => [status, some.length])),
    );
    for (const { status, links } of groups) {
      const names = cells
        .filter(({ declared }) => declared === status)
        .map(({ milestone, municipality }) => `${milestone}-${municipality}`);
      expect(new Set(links)).toEqual(new Set(names));
      expect(links.length).toBe(names.length);
    }
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await percent.evaluate((one) => one === document.activeElement)).toBe(true);
  });
});

test("a cell that was counted can be opened from the explanation, by keyboard on a phone", async () => {
  await using shown = await open("/projects/hoppu?explain=hoppu.total", {
    person: lead,
    width: 390,
    language: "sv",
    scheme: "dark",
  });
  const { page } = shown;
  await page.locator(".explained-group summary").first().focus();
  await page.keyboard.press("Enter");
  const link = page.locator(".explained-cells a").first();
  await link.waitFor();
  expect(await overflowOf(page)).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  const href = await link.getAttribute("href");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("dialog.drawer").waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(href);
  expect(await page.locator(".explained").count()).toBe(0);
});

test("what no percentage is called explains nothing, and says so", async () => {
  await using shown = await open("/projects/hoppu?explain=hoppu.phase-9", { person: lead });
  const { page } = shown;
  await page.locator("dialog").getByText("Sivua ei löydy").waitFor();
});

test("on paper a percentage is a plain number", async () => {
  await using shown = await open("/projects/hoppu", { person: lead });
  const { page } = shown;
  const lines = () =>
    page
      .locator(".percent")
      .evaluateAll((all) => [
        ...new Set(all.map((one) => getComputedStyle(one).textDecorationLine)),
      ]);
  expect(await lines()).toEqual(["underline"]);
  await page.emulateMedia({ media: "print" });
  expect(await lines()).toEqual(["none"]);
  expect(await page.locator(".figures-percent .percent").isVisible()).toBe(true);
});

const slider = (page: Page) => page.getByRole("slider");
const asOf = (page: Page) => new URL(page.url()).searchParams.get("asOf");
const daysOf = async (page: Page): Promise<string[]> => {
  const answer = await page.request.get("/api/projects/hoppu/moments?limit=500");
  const { items }: { items: { day: string }[] } = await answer.json();
  return items.map(({ day }) => day);
};

describe("the slider of moments", () => {
  test("stands at now, goes back by button and by key, and takes the page along", async () => {
    await using shown = await open("/projects/hoppu", { person: lead });
    const { page, complaints } = shown;
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Helsinki" });
    await slider(page).waitFor();
    expect(await slider(page).getAttribute("aria-valuetext")).toBe("Nyt");
    const days = (await daysOf(page)).filter((day) => day < today);
    const now = await page.locator(".figures-percent").innerText();

    await page.getByRole("button", { name: "Edellinen hetki" }).click();
    await expect.poll(() => asOf(page)).toBe(days[0]);
    await slider(page).focus();
    for (let times = 0; times < 40; times += 1) await page.keyboard.press("ArrowLeft");
    await expect.poll(() => asOf(page)).toBe(days[40]);
    const [year, month, day] = (days[40] ?? "").split("-").map(Number);
    expect(await slider(page).getAttribute("aria-valuetext")).toBe(`${day}.${month}.${year}`);
    await expect.poll(() => page.locator(".figures-percent").innerText()).not.toBe(now);
    expect(await slider(page).evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await faultsOf(page)).toEqual([]);

    await page.keyboard.press("Home");
    await expect.poll(() => asOf(page)).toBe(days.at(-1));
    await page.getByRole("button", { name: "Seuraava hetki" }).click();
    await expect.poll(() => asOf(page)).toBe(days.at(-2));
    await slider(page).focus();
    await page.keyboard.press("End");
    await expect.poll(() => asOf(page)).toBe(null);
    await expect.poll(() => page.locator(".figures-percent").innerText()).toBe(now);
    expect(complaints).toEqual([]);
  });

  test("stands on the moment before a date that was typed between two", async () => {
    await using shown = await open("/projects/hoppu/municipalities/619?asOf=2024-07-06", {
      person: lead,
      width: 390,
    });
    const { page } = shown;
    await slider(page).waitFor();
    const days = await daysOf(page);
    expect(days).not.toContain("2024-07-06");
    const index = days.findIndex((day) => day < "2024-07-06");
    expect(await slider(page).getAttribute("aria-valuetext")).toBe("6.7.2024");
    await page.getByRole("button", { name: "Edellinen hetki" }).click();
    await expect.poll(() => asOf(page)).toBe(days[index]);
    await page.goBack().catch(() => undefined);
    await page.goto("/projects/hoppu/municipalities/619?asOf=2024-07-06");
    await page.getByRole("button", { name: "Seuraava hetki" }).click();
    await expect.poll(() => asOf(page)).toBe(days[index - 1]);
    expect(await overflowOf(page)).toBe(0);
  });

  test("chooses both moments that are compared, and the beginning is never now", async () => {
    await using shown = await open("/projects/hoppu/changes?since=2024-06-30", { person: lead });
    const { page } = shown;
    const days = await daysOf(page);
    const [since, until] = [slider(page).first(), slider(page).last()];
    await since.focus();
    await page.keyboard.press("End");
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Helsinki" });
    const newest = days.find((day) => day < today);
    const asked = (name: string) => new URL(page.url()).searchParams.get(name);
    await expect.poll(() => asked("since")).toBe(newest);
    await page.keyboard.press("Home");
    await expect.poll(() => asked("since")).toBe(days.at(-1));
    expect(await since.evaluate((one) => one === document.activeElement)).toBe(true);
    await until.focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => asked("until")).toBe(newest);
    await page.locator(".moves > li").first().waitFor();
    expect(await page.locator("input[name=since]").inputValue()).toBe(days.at(-1));
  });
});
