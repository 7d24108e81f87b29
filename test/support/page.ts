import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { launchBrowser } from "./browser.ts";

type Look = {
  readonly person?: { readonly person: string; readonly municipality?: string };
  readonly language?: "fi" | "sv" | "en";
  readonly scheme?: "light" | "dark";
  readonly width?: number;
};

const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const locales = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

/**
 * One browser for a file of tests. `open` shows an address to a person, and gives the page and
 * what the page complained of: a broken Content-Security-Policy, an error, a missing file.
 */
export function useBrowser() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  return async function open(path: string, look: Look = {}) {
    const { person, language = "fi", scheme = "light", width = 1280 } = look;
    const context = await browser.newContext({
      baseURL: inject("site"),
      colorScheme: scheme,
      locale: locales[language],
      viewport: { width, height: 900 },
      reducedMotion: "reduce",
    });
    if (person) await context.request.post("/api/demo/session", { data: person });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(path);
    await page.locator("h1").first().waitFor();
    await page.locator(".skeleton").first().waitFor({ state: "detached" });
    return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
  };
}

/** What axe finds against WCAG 2.1 A and AA and its best practices: each rule with the elements that break it. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** How far the page is wider than its window, in CSS pixels. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Waits until the page says so, then holds it to the standard. */
export async function expectSaid(page: Page, text: string): Promise<void> {
  await page.getByText(text, { exact: true }).first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
}
