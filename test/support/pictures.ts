import { launchBrowser } from "./browser.ts";

/** Takes the pictures of the README from a running demonstration: `npm start`, then this. */
const site = process.argv[2] ?? "http://localhost:8787";
const pictures = "dashboard/pictures";

const SHOTS = [
  { name: "project", path: "/projects/hoppu", width: 1360, height: 2860, scheme: "light" },
  { name: "portfolio", path: "/", width: 1280, height: 860, scheme: "light" },
  { name: "cell", path: "/projects/hoppu?cell=10-418", width: 1280, height: 860, scheme: "light" },
  { name: "phone", path: "/projects/hoppu", width: 412, height: 860, scheme: "dark" },
  { name: "plan", path: "/projects/hoppu/plan", width: 1280, height: 1900, scheme: "light" },
  { name: "risks", path: "/projects/hoppu/risks", width: 1280, height: 1900, scheme: "light" },
  { name: "history", path: "/projects/hoppu/history", width: 1280, height: 1900, scheme: "light" },
  { name: "members", path: "/projects/hoppu/members", width: 1280, height: 860, scheme: "light" },
  { name: "account", path: "/account", width: 1280, height: 860, scheme: "light" },
  {
    name: "reports",
    path: "/projects/hoppu/reports",
    width: 1280,
    height: 860,
    scheme: "light",
    person: "funder",
  },
] as const;

const browser = await launchBrowser();
for (const { name, path, width, height, scheme, ...more } of SHOTS) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    locale: "fi-FI",
    reducedMotion: "reduce",
  });
  const person = "person" in more ? more.person : "lead";
  await page.request.post(`${site}/api/demo/session`, { data: { person } });
  await page.goto(site + path);
  await page.locator("h1").first().waitFor();
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${pictures}/${name}.png` });
  await page.close();
}
await browser.close();
