import { expect, test } from "vitest";
import { faultsOf, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();

const PAGES = [
  "/",
  "/programmes",
  "/projects/new",
  "/projects/hoppu",
  "/projects/hoppu?cell=5-619&mark=late&map=late",
  "/projects/hoppu?cell=6-837&map=stale&order=late",
  "/projects/hoppu?mark=disagreeing&map=stale",
  "/projects/hoppu/plan",
  "/projects/hoppu/about",
  "/projects/hoppu/municipalities/619",
  "/projects/nowhere",
  "/nowhere",
];

const LOOKS = [
  { scheme: "light", width: 1280, language: "fi" },
  { scheme: "dark", width: 1280, language: "sv" },
  { scheme: "light", width: 320, language: "en" },
  { scheme: "dark", width: 320, language: "fi" },
] as const;

for (const path of PAGES) {
  for (const look of LOOKS) {
    test(`${path} can be used by all: ${Object.values(look).join(", ")}`, async () => {
      await using shown = await open(path, look);
      const { page, complaints } = shown;
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      expect(await page.locator("html").getAttribute("lang")).toBe(look.language);
      expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
    });
  }
}

test("text twice as large needs no sideways scrolling", async () => {
  await using shown = await open("/projects/hoppu", { width: 640 });
  await shown.page.addStyleTag({ content: "html { font-size: 200% }" }).catch(() => undefined);
  await shown.page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  expect(await overflowOf(shown.page)).toBe(0);
});
