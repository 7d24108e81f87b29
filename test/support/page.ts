import { AxeBuilder } from "@axe-core/playwright";
import type { APIRequestContext, Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { launchBrowser } from "./browser.ts";
import { ownSite } from "./site.ts";

/** A role of the demonstration, or whoever has this address, who signs in by code. */
type Person =
  | { readonly person: string; readonly municipality?: string }
  | { readonly email: string };

type Look = {
  readonly person?: Person | undefined;
  readonly language?: "fi" | "sv" | "en";
  readonly scheme?: "light" | "dark";
  readonly width?: number;
  /** Whether the browser runs scripts of pages. */
  readonly scripts?: boolean;
};

const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const locales = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

/**
 * One browser for a file of tests, and the demonstration that it looks at. `open` shows an address to a person, and gives the page and
 * what the page complained of: a broken Content-Security-Policy, an error, a missing file.
 */
export function useBrowser(site = ownSite()) {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  return async function open(path: string, look: Look = {}) {
    const { person, language = "fi", scheme = "light", width = 1280, scripts = true } = look;
    const context = await browser.newContext({
      baseURL: site(),
      colorScheme: scheme,
      locale: locales[language],
      viewport: { width, height: 900 },
      reducedMotion: "reduce",
      javaScriptEnabled: scripts,
    });
    if (person) await signIn(context.request, person);
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

/** The service sends twenty codes an hour to one place: a run of all files has to do with those. */
async function signIn(request: APIRequestContext, person: Person): Promise<void> {
  const post = async (path: string, data: object) =>
    expect((await request.post(path, { data })).status(), path).toBe(204);
  if ("person" in person) return post("/api/demo/session", person);
  await post("/api/sign-in/code", person);
  const code = codeIn(await letterTo(request, person.email));
  await post("/api/sign-in/code/check", { ...person, code });
}

type Letters = { readonly items: readonly { readonly recipient: string; readonly body: string }[] };

/** The newest letter of the demonstration to an address; empty when there is none. */
export async function letterTo(request: APIRequestContext, email: string): Promise<string> {
  const answer = await request.get("/api/demo/letters");
  const { items }: Letters = await answer.json();
  return items.find(({ recipient }) => recipient === email)?.body ?? "";
}

/** The one-time code in a letter. */
export function codeIn(letter: string): string {
  return /\b\d{8}\b/.exec(letter)?.[0] ?? "";
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
