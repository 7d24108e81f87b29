import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf, overflowOf, useBrowser } from "../support/page.ts";

type Served = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

const open = useBrowser();
const address = "/api-docs/";

/** Every operation and every schema that the service says it has. */
async function served(page: Page) {
  const answer = await page.request.get("/api/openapi.json");
  const { paths, components }: Served = await answer.json();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  return { operations, schemas: Object.keys(components.schemas) };
}

for (const scheme of ["light", "dark"] as const) {
  for (const width of [1280, 320]) {
    test(`the API's page can be used by all: ${scheme}, ${width}`, async () => {
      await using shown = await open(address, { scheme, width });
      const { page, complaints } = shown;
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      expect(complaints).toEqual([]);
    });
  }
}

test("every operation and every schema of the document is on the page, once", async () => {
  await using shown = await open(address);
  const { page } = shown;
  const { operations, schemas } = await served(page);
  expect(operations.length).toBeGreaterThan(0);
  const headings = await page.locator("article h3").allTextContents();
  expect(headings.toSorted()).toEqual([...operations, ...schemas].toSorted());
});

test("every link within the page has a place to go to, and every place its own name", async () => {
  await using shown = await open(address);
  const { page } = shown;
  const targets = await page
    .locator('a[href^="#"]')
    .evaluateAll((links) => links.map((link) => (link.getAttribute("href") ?? "").slice(1)));
  const ids = await page.locator("[id]").evaluateAll((places) => places.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
  expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
});

test("an address with a place in it opens there", async () => {
  await using shown = await open(`${address}#schema-Problem`);
  const top = () =>
    shown.page.locator("#schema-Problem").evaluate((card) => card.getBoundingClientRect().top);
  await expect.poll(top).toBeLessThan(450);
});

test("the example answers as it says", async () => {
  await using shown = await open(address);
  const { page } = shown;
  const example =
    (await page.getByRole("region", { name: "Example commands" }).textContent()) ?? "";
  const [session = "", ...reads] = example.match(/http[^']+/g) ?? [];
  const [, person] = /-d '([^']+)'/.exec(example) ?? [];
  expect(session).toBe(new URL("/api/demo/session", page.url()).href);
  const headers = { "content-type": "application/json" };
  const signedIn = await page.request.post(session, { headers, data: person });
  expect(signedIn.status()).toBe(204);
  expect(reads).toHaveLength(2);
  for (const read of reads) expect((await page.request.get(read)).status(), read).toBe(200);
});

test("says so when the document does not come", async () => {
  await using shown = await open("/");
  const { page } = shown;
  await page.route("**/api/openapi.json", (route) => route.abort());
  await page.goto(address);
  await page.getByRole("alert").waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
