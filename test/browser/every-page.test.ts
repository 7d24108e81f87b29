import { expect, test } from "vitest";
import { faultsOf, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();

const lead = { person: "lead" };
const contact = { person: "contact" };
const funder = { person: "funder" };
const admin = { person: "admin" };
/** Somebody without roles. */
const newcomer = { email: "newcomer@etappi.example" };

const MAIN_PAGES = [
  "/",
  "/programmes",
  "/projects/new",
  "/projects/hoppu",
  "/projects/hoppu?cell=5-619&mark=late&map=late",
  "/projects/hoppu?cell=6-837&map=freshness&order=late",
  "/projects/hoppu?mark=disagreeing&map=milestone-14&order=-12",
  "/projects/hoppu?declared=in_progress&find=k&map=phase-3&fold=1.2",
  "/projects/hoppu/plan",
  "/projects/hoppu/plan?amend=yes",
  "/projects/hoppu/about",
  "/projects/hoppu/municipalities/619",
  "/projects/nowhere",
  "/nowhere",
].map((path) => ({ path, person: lead, shows: "h1" }));

/**
 * Pages with the one who may see them, nobody where nobody stands, and the part that shows that it
 * is the page and not a refusal.
 */
const OTHER_PAGES = [
  { path: "/?view=table&order=late", person: lead, shows: ".portfolio-table tbody tr" },
  { path: "/?asOf=2024-06-30&only=attention", person: admin, shows: ".ahead-list > li" },
  { path: "/?search=nobody", person: lead, shows: ".portfolio-summary" },
  { path: "/sign-in", shows: "input[type=email]" },
  { path: "/demo/letters", shows: ".letters > li" },
  { path: "/invitation", shows: ".ask-access h1" },
  { path: "/", person: funder, shows: ".funded > li" },
  { path: "/", person: newcomer, shows: "#welcome-ask" },
  { path: "/projects/nowhere", person: newcomer, shows: "#ask-title" },
  { path: "/account", person: funder, shows: "#tokens-title" },
  { path: "/account", person: contact, shows: "#own-requests-title" },
  { path: "/projects/hoppu/progress", person: lead, shows: "#progress-by-municipality svg" },
  {
    path: "/projects/hoppu/progress?asOf=2024-06-30&unit=cells&order=late",
    person: contact,
    shows: "#progress-by-municipality svg",
  },
  { path: "/reports", person: admin, shows: ".due-reports tbody tr" },
  { path: "/reports?show=all&programme=rrp", person: lead, shows: ".due-reports tbody tr" },
  { path: "/reports?show=funder&programme=nothing", person: funder, shows: ".empty" },
  { path: "/programmes", person: admin, shows: ".template > li" },
  { path: "/municipalities", person: lead, shows: ".places-table tbody tr" },
  { path: "/municipalities/250", person: lead, shows: ".chart-box .strip-own" },
  {
    path: "/municipalities/837?measure=evidenceShare",
    person: contact,
    shows: ".chart-box .strip-own",
  },
  { path: "/municipalities/250?asOf=2024-12-31", person: lead, shows: ".notice.as-of" },
  { path: "/municipalities/999", person: lead, shows: "h1" },
  { path: "/municipalities/837/brief", person: lead, shows: ".brief" },
  { path: "/projects/hoppu/attention", person: lead, shows: ".attention > li" },
  { path: "/projects/hoppu/attention?kind=paused", person: lead, shows: ".attention > li" },
  { path: "/projects/hoppu?asOf=2024-06-30", person: lead, shows: ".notice.as-of .moments" },
  { path: "/projects/hoppu?explain=hoppu.total", person: lead, shows: ".explained" },
  { path: "/?explain=hoppu.phase-2", person: lead, shows: ".explained" },
  {
    path: "/projects/hoppu/changes?since=2025-01-01",
    person: lead,
    shows: ".changes:has(.moments) .moves > li",
  },
  { path: "/projects/hoppu/meeting", person: lead, shows: ".steering-tiles > li" },
  { path: "/projects/hoppu/meeting?screen=2", person: lead, shows: ".attention-screen li" },
  { path: "/projects/hoppu/meeting?screen=3", person: contact, shows: ".gate-cards > li" },
  { path: "/projects/hoppu/meeting?screen=4", person: lead, shows: ".change-moves li" },
  { path: "/projects/yhdessa/meeting?screen=6", person: lead, shows: ".steps-screen" },
  { path: "/projects/hoppu/pack", person: lead, shows: ".pack-kinds" },
  { path: "/projects/yhdessa/pack?parts=targets,risks", person: lead, shows: ".pack-targets" },
  { path: "/projects/hoppu/risks", person: lead, shows: ".register-line" },
  { path: "/projects/hoppu/risks?risk=1", person: contact, shows: "dialog .entries > li" },
  { path: "/projects/hoppu/risks?deviation=1", person: lead, shows: "dialog .entries > li" },
  { path: "/projects/yhdessa/risks", person: lead, shows: "#deviations-title" },
  { path: "/projects/hoppu/evidence", person: lead, shows: ".evidence" },
  { path: "/projects/hoppu/evidence?state=all&milestone=2", person: contact, shows: ".evidence" },
  { path: "/projects/hoppu?cell=13-all", person: lead, shows: "dialog .evidence" },
  { path: "/projects/hoppu/milestones/5", person: lead, shows: ".threads .replies" },
  {
    path: "/projects/hoppu/milestones/13",
    person: contact,
    shows: ".milestone-page .history > li",
  },
  { path: "/projects/hoppu/milestones/18", person: lead, shows: ".milestone-ended" },
  {
    path: "/projects/hoppu/milestones/10?asOf=2024-12-31&sort=-value",
    person: lead,
    shows: ".municipalities-table",
  },
  { path: "/projects/hoppu?cell=18-all", person: lead, shows: ".milestone-gone" },
  { path: "/mentions", person: { person: "steering" }, shows: "#mentions-title" },
  { path: "/projects/hoppu/plan?asOf=2024-06-30", person: lead, shows: ".amendment" },
  { path: "/projects/hoppu/import", person: lead, shows: ".import-file" },
  { path: "/projects/yhdessa/import?kind=plan", person: lead, shows: ".import-file" },
  { path: "/projects/hoppu/members", person: lead, shows: ".member-history > li" },
  { path: "/projects/hoppu/reports", person: lead, shows: ".reports article" },
  { path: "/projects/hoppu/reports", person: funder, shows: ".reports article" },
  { path: "/projects/hoppu/reports/8", person: lead, shows: ".report-page textarea" },
  { path: "/projects/hoppu/reports/7", person: funder, shows: ".report-changes table" },
  { path: "/projects/hoppu/reports/6?edition=1", person: contact, shows: ".report-figures table" },
  { path: "/projects/hoppu/delivery", person: lead, shows: "#webhooks-title" },
  { path: "/shared", shows: ".shared-report h1" },
  { path: "/projects/hoppu/publication", person: lead, shows: ".publication-picture" },
  { path: "/projects/yhdessa/publication", person: contact, shows: ".publication-parts" },
  { path: "/projects/hoppu/history", person: lead, shows: ".facts > li" },
  { path: "/projects/hoppu/history?kind=milestone", person: contact, shows: ".facts > li" },
  { path: "/history", person: admin, shows: ".facts > li" },
  { path: "/people", person: admin, shows: "tbody tr" },
  { path: "/log", person: admin, shows: "tbody tr" },
  { path: `/check?f=${"0".repeat(64)}`, shows: ".check-verdict.unknown" },
  { path: "/check", person: lead, shows: ".check-ways" },
  { path: "/accessibility", shows: ".shortcomings > li" },
  { path: "/accessibility?page=%2Fprojects%2Fhoppu", person: lead, shows: ".shortcomings > li" },
  { path: "/accessibility/edit", person: admin, shows: ".shortcoming" },
  { path: "/feedback", person: admin, shows: ".feedback" },
  { path: "/feedback?state=answered", person: admin, shows: ".feedback" },
  { path: "/feedback?state=closed", person: admin, shows: ".feedback" },
];

/** Every look there is: `EVERY_LOOK=1 npm test -- --project browser every-page`, for an hour. */
const ALL_LOOKS = (["light", "dark"] as const).flatMap((scheme) =>
  [320, 768, 1440].flatMap((width) =>
    (["fi", "sv", "en"] as const).map((language) => ({ scheme, width, language })),
  ),
);
const isLong = process.env["EVERY_LOOK"] !== undefined;

const LOOKS = [
  { scheme: "light", width: 1280, language: "fi" },
  { scheme: "dark", width: 768, language: "sv" },
  { scheme: "light", width: 320, language: "en" },
  { scheme: "dark", width: 320, language: "fi" },
] as const;

const FEW_LOOKS = [
  { scheme: "light", width: 1280, language: "fi" },
  { scheme: "dark", width: 320, language: "sv" },
] as const;

const SHOWN = [
  ...MAIN_PAGES.flatMap((shown) =>
    (isLong ? ALL_LOOKS : LOOKS).map((look) => ({ ...shown, look })),
  ),
  ...OTHER_PAGES.flatMap((shown) =>
    (isLong ? ALL_LOOKS : FEW_LOOKS).map((look) => ({ ...shown, look })),
  ),
];

for (const { path, person, shows, look } of SHOWN) {
  const who = Object.values(person ?? { person: "a stranger" }).join();
  test(`${path} can be used by all: ${[who, ...Object.values(look)].join(", ")}`, async () => {
    await using shown = await open(path, { ...look, person });
    const { page, complaints } = shown;
    await page.locator(shows).first().waitFor();
    await page.locator(".skeleton").first().waitFor({ state: "detached" });
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    expect(await page.locator("html").getAttribute("lang")).toBe(look.language);
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
  });
}

test("text twice as large needs no sideways scrolling", async () => {
  await using shown = await open("/projects/hoppu", { width: 640 });
  await shown.page.addStyleTag({ content: "html { font-size: 200% }" }).catch(() => undefined);
  await shown.page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  expect(await overflowOf(shown.page)).toBe(0);
});
