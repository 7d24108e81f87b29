import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useBrowser } from "../support/page.ts";

const open = useBrowser();

/** Where the README's pictures lie; without `PICTURES` they are taken and not kept. */
const folder = process.env["PICTURES"] ?? mkdtempSync(join(tmpdir(), "etappi-pictures-"));
/** A page that stayed white is smaller than this, in bytes. */
const blankMax = 15_000;

const lead = { person: "lead" };
const GALLERY = [
  { name: "project", path: "/projects/hoppu", height: 2300, width: 1360 },
  { name: "project-dark", path: "/projects/hoppu", height: 860, scheme: "dark" },
  { name: "phone", path: "/projects/hoppu", height: 860, width: 412, scheme: "dark" },
  { name: "portfolio", path: "/", height: 1000 },
  { name: "progress", path: "/projects/hoppu/progress", height: 1500 },
  { name: "changes", path: "/projects/hoppu/changes?since=2025-06-30", height: 1300 },
  { name: "milestone", path: "/projects/hoppu/milestones/10", height: 1300 },
  { name: "municipality", path: "/municipalities/790", height: 1300 },
  { name: "meeting", path: "/projects/hoppu/meeting", height: 720 },
  {
    name: "pack",
    path: "/projects/hoppu/pack",
    height: 1123,
    width: 794,
    media: "print",
    shows: ".pack-kinds",
  },
  { name: "public", path: "/public/hoppu", height: 1300, person: null },
  { name: "cell", path: "/projects/hoppu?cell=10-418", height: 860, shows: "dialog .history" },
  { name: "plan", path: "/projects/hoppu/plan", height: 1300 },
  { name: "risks", path: "/projects/hoppu/risks", height: 1300, shows: ".register-line" },
  { name: "history", path: "/projects/hoppu/history", height: 1300, shows: ".facts > li" },
  { name: "reports", path: "/", height: 860, person: { person: "funder" } },
  {
    name: "draft",
    path: "/projects/hoppu/reports/8",
    height: 1300,
    shows: ".report-page textarea",
  },
  {
    name: "report",
    path: "/projects/hoppu/reports/7",
    height: 1300,
    person: { person: "funder" },
    shows: ".report-changes table",
  },
  { name: "check", path: "/check", height: 860, person: null },
] as const;

test.each(GALLERY)("$name is shown whole", async ({ name, path, height, ...more }) => {
  const {
    width = 1280,
    scheme = "light",
    person = lead,
    media,
    shows,
  } = {
    width: undefined,
    scheme: undefined,
    person: undefined,
    media: undefined,
    shows: undefined,
    ...more,
  };
  await using shown = await open(path, { width, scheme, person: person ?? undefined });
  const { page, complaints } = shown;
  await page.setViewportSize({ width, height });
  if (media) await page.emulateMedia({ media });
  if (shows) await page.locator(shows).first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
  const picture = join(folder, `${name}.png`);
  await page.screenshot({ path: picture });
  expect(statSync(picture).size).toBeGreaterThan(blankMax);
  expect(complaints).toEqual([]);
});
