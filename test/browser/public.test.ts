import { once } from "node:events";
import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { faultsOf, overflowOf, useBrowser } from "../support/page.ts";
import { ownSite } from "../support/site.ts";

const site = ownSite();
const open = useBrowser(site);

const LOOKS = (["fi", "sv", "en"] as const).flatMap((language) =>
  (["light", "dark"] as const).flatMap((scheme) =>
    [320, 1280].map((width) => ({ language, scheme, width })),
  ),
);

const PAGES = [
  { path: "/public/hoppu", shows: ".tile", heading: "Hoppu" },
  { path: "/public/hoppu/widget", shows: ".tile", heading: "Hoppu" },
];

describe.each(LOOKS)("in $language, $scheme, $width pixels wide", ({ language, scheme, width }) => {
  test.each(PAGES)("$path can be used by all", async ({ path, shows, heading }) => {
    await using shown = await open(`${path}?lang=${language}`, { scheme, width });
    const { page, complaints } = shown;
    expect(await page.locator("h1").allInnerTexts()).toEqual([expect.stringContaining(heading)]);
    expect(await page.locator(shows).count()).toBe(23);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(complaints).toEqual([]);
  });
});

test.each([
  { path: "/public", shows: ".projects > li" },
  { path: "/public/nowhere", shows: ".missing h1" },
  { path: "/public/tukenasi", shows: ".dates > li" },
])("$path can be used by all, on a phone and in the dark", async ({ path, shows }) => {
  await using shown = await open(path, { scheme: "dark", width: 320 });
  await shown.page.locator(shows).first().waitFor();
  expect(await faultsOf(shown.page)).toEqual([]);
  expect(await overflowOf(shown.page)).toBe(0);
});

test("without scripts a reader comes from the list to a project, its table and another language", async () => {
  await using shown = await open("/public?lang=fi", { scripts: false });
  const { page } = shown;
  await page.getByRole("link", { name: /^Hoppu/ }).click();
  const row = page.getByRole("row", { name: /^Tampere/ });
  expect(await row.getByRole("cell").allInnerTexts()).toEqual(["100\u00a0%", "11 / 11", "0"]);
  await page.getByText("Upota omalle sivulle").click();
  expect(await page.locator(".code").innerText()).toMatch(/^<iframe src="[^"]+\/widget\?lang=fi"/);
  await page.getByRole("link", { name: "In English" }).click();
  await page.getByRole("heading", { name: "By municipality" }).waitFor();
});

/** Another site, with the widget and the page of a project in frames. */
async function elsewhere(): Promise<{ address: string } & AsyncDisposable> {
  const server = createServer((_request, answer) => {
    answer.setHeader("Content-Type", "text/html");
    answer.end(`<!doctype html><title>Muu sivusto</title><h1>Muu</h1>
      <iframe title="a" src="${site()}/public/hoppu/widget?lang=fi" width="280" height="460"></iframe>
      <iframe title="b" src="${site()}/public/hoppu"></iframe>`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const known = server.address();
  const port = typeof known === "object" ? known?.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}

test("the widget is shown in a frame of another site, and its page is not", async () => {
  await using other = await elsewhere();
  await using shown = await open(other.address);
  const { page } = shown;
  const widget = page.frameLocator('iframe[title="a"]');
  await widget.getByRole("heading", { name: /^Hoppu/ }).waitFor();
  expect(await widget.getByRole("link").getAttribute("href")).toMatch(/\/public\/hoppu\?lang=fi$/);
  expect(
    await page
      .frameLocator('iframe[title="b"]')
      .getByRole("heading", { name: /^Hoppu/ })
      .count(),
  ).toBe(0);
});

test("the picture opens in a browser, in its size", async () => {
  await using shown = await open("/public/hoppu");
  const { page } = shown;
  const address = await page.locator('meta[property="og:image"]').getAttribute("content");
  await page.goto(new URL(address ?? "").pathname);
  const size = await page.evaluate(() => {
    const picture = document.querySelector("img");
    return [picture?.naturalWidth, picture?.naturalHeight];
  });
  expect(size).toEqual([1200, 630]);
});

test("a lead chooses, looks, publishes and takes down; what is public follows at once", async () => {
  await using lead = await open("/projects/yhdessa/publication", { person: { person: "lead" } });
  const { page } = lead;
  await page.getByLabel(/^Osuudet ja vaiheet/).check();
  const preview = page.waitForEvent("popup");
  await page.getByRole("link", { name: /^Esikatsele/ }).click();
  const seen = await preview;
  await seen.getByText("Esikatselu:").waitFor();
  expect(await seen.locator(".phases > li").count()).toBe(2);
  await seen.close();
  const answer = () => fetch(`${site()}/public/yhdessa`);
  expect((await answer()).status).toBe(404);
  await page.getByRole("button", { name: "Julkaise" }).click();
  await page.getByText("Tallennettu. Julkinen sivu näyttää nyt tämän.").waitFor();
  expect((await answer()).status).toBe(200);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Poista julkinen sivu" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Poista julkinen sivu" }).click();
  await page.getByText("Hanketta ei ole julkaistu.").waitFor();
  expect((await answer()).status).toBe(404);
});
