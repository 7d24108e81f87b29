import { expect, test } from "vitest";
import { expectSaid, faultsOf, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };
const register = "/projects/hoppu/risks";
const risks = "/api/projects/hoppu/risks";

test("a lead adds a risk to a cell, reviews it, changes it and closes it, and the history tells so", async () => {
  await using shown = await open(register, { person: lead });
  const { page } = shown;
  await page.getByRole("button", { name: "Lisää riski" }).click();
  await page.getByLabel("Riski", { exact: true }).fill("Toimittaja lopettaa palvelun");
  await page.getByLabel("Todennäköisyys (1–5)").selectOption("4");
  await page.getByLabel("Merkittävyys (1–5)").selectOption("5");
  await page.getByLabel("Hallintatoimet").fill("Sopimukseen lisätään siirtymäaika.");
  await page.getByLabel("Vastuutaho").fill("Hankepäällikkö");
  await page.getByLabel("Katselmoitu").fill("2099-01-01");
  await page.getByLabel("Välitavoite tai tavoite").selectOption("5");
  await page.getByLabel("Kunta", { exact: true }).selectOption({ label: "Akaa" });
  await page.getByRole("button", { name: "Liitä" }).click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Tallenna" }).click();
  await page.getByText("Päivä on tulevaisuudessa").first().waitFor();
  await page.getByLabel("Katselmoitu").fill("2025-03-01");
  await page.getByRole("button", { name: "Tallenna" }).click();
  const title = /Toimittaja lopettaa palvelun/;
  await page.getByRole("button", { name: title }).click();
  const drawer = page.locator("dialog");
  await drawer.getByText("Katselmointi myöhässä").waitFor();
  await drawer.getByRole("link", { name: /^5\. .*Akaa$/ }).waitFor();
  await page.getByRole("button", { name: "Katselmoitu, ei muutoksia" }).click();
  await expectSaid(page, "Katselmointi kirjattu");
  await drawer.getByText("Katselmointi myöhässä").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Muokkaa" }).click();
  await drawer.getByLabel("Todennäköisyys (1–5)").selectOption("2");
  await page.getByRole("button", { name: "Tallenna" }).click();
  await expectSaid(page, "Tallennettu");
  await page.getByRole("button", { name: "Sulje riski" }).click();
  const reason = page.getByLabel("Miksi riski suljetaan");
  await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
  await reason.fill("Sopimus uusittiin.");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Sulje riski" }).click();
  await page.getByRole("button", { name: "Avaa uudelleen" }).waitFor();
  expect(await page.locator(".register-drawer:focus").count()).toBe(1);
  await expect.poll(() => page.locator(".entries > li").count()).toBe(4);
  const [newest, changed, reviewed, added] = await page.locator(".entries > li").allInnerTexts();
  expect(newest).toContain("Avoin → Suljettu");
  expect(newest).toContain("Sopimus uusittiin.");
  expect(changed).toContain("4 → 2");
  expect(reviewed).toContain("Katselmoitu, ei muutoksia");
  expect(added).toContain("Lisätty");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: title }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^Suljetut/ }).click();
  await page.getByText("Suljettu: Sopimus uusittiin.").waitFor();
  expect(page.url()).toContain("state=closed");
});

test("a form on an old version shows what somebody else changed, and keeps both", async () => {
  await using shown = await open(`${register}?risk=2`, { person: lead });
  const { page } = shown;
  await page.getByRole("button", { name: "Muokkaa" }).click();
  const { version } = await (await page.request.get(`${risks}/2`)).json();
  const other = await page.request.patch(`${risks}/2`, {
    headers: { "if-match": `"${version}"` },
    data: { owner: "Palvelujohtaja" },
  });
  expect(other.status()).toBe(200);
  await page.getByLabel("Hallintatoimet").fill("Rahoitus viedään talousarvioon.");
  await page.getByRole("button", { name: "Tallenna" }).click();
  await page.getByText("Vastuutaho: Ohjausryhmä → Palvelujohtaja").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Tallenna silti minun muutokseni" }).click();
  await expectSaid(page, "Tallennettu");
  expect(await (await page.request.get(`${risks}/2`)).json()).toMatchObject({
    owner: "Palvelujohtaja",
    mitigation: "Rahoitus viedään talousarvioon.",
    version: version + 2,
  });
});

test("the map is used by keyboard, and shows in the list what its square counts", async () => {
  await using shown = await open(register, { person: lead });
  const { page } = shown;
  const square = page.locator(".heat button").first();
  const count = Number(await square.locator(".heat-count").innerText());
  await square.focus();
  await page.keyboard.press("Enter");
  await page.locator('.heat button[aria-pressed="true"]').waitFor();
  expect(page.url()).toContain("square=");
  const list = page.getByRole("list", { name: "Riskit", exact: true }).locator("> li");
  expect(await list.count()).toBe(count);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Näytä koko lista" }).click();
  await page
    .getByRole("button", { name: /^Avoimet/, pressed: true })
    .first()
    .waitFor();
});

test("a deviation is noticed, and resolved with what was done", async () => {
  await using shown = await open(register, { person: lead });
  const { page } = shown;
  await page.getByRole("button", { name: "Lisää poikkeama" }).click();
  await page.getByLabel("Poikkeama", { exact: true }).fill("Koulutus peruuntui");
  await page.getByLabel("Syy", { exact: true }).fill("Kouluttaja sairastui.");
  await page.getByLabel("Vaikutus", { exact: true }).fill("Perehdytys siirtyi kuukaudella.");
  await page.getByLabel("Vastuutaho").fill("Koordinaattori");
  await page.getByLabel("Havaittu").fill("2026-10-01");
  await page.getByLabel("Toteutunut riski").selectOption("1");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Tallenna" }).click();
  await page.getByRole("button", { name: /Koulutus peruuntui/ }).click();
  await page.getByRole("button", { name: "Merkitse ratkaistuksi" }).click();
  await page.getByLabel("Korjaava toimi").fill("Koulutus pidettiin uudelleen.");
  await page.getByLabel("Milloin ratkaistiin").fill("2026-11-02");
  await page.getByRole("button", { name: "Merkitse ratkaistuksi" }).click();
  await expectSaid(page, "Tallennettu");
  expect(await page.locator(".entries > li").first().innerText()).toContain("Avoin → Ratkaistu");
  await page
    .locator("dialog")
    .getByRole("link", { name: /^1\. Perehdytetyt/ })
    .click();
  await page.locator("dialog h2", { hasText: "Perehdytetyt" }).waitFor();
  expect(page.url()).toContain("risk=1");
});

test("a cell tells what risks it has, and attention leads to them", async () => {
  await using shown = await open("/projects/hoppu?cell=12-143", { person: lead });
  const { page } = shown;
  await page.getByText("Riskit ja poikkeamat tässä ruudussa").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.locator(".cell-risks a").first().click();
  await page.locator("dialog h2", { hasText: "Vasteaikaa" }).waitFor();
  await page.goto("/projects/hoppu/attention?kind=risk_high");
  await page.locator(".attention > li .button").first().click();
  await page.locator("dialog .entries > li").first().waitFor();
  expect(page.url()).toMatch(/\/projects\/hoppu\/risks\?risk=\d+$/);
});

test("who may not manage risks reads them, and a past day is as it was", async () => {
  await using shown = await open(register, { person: { person: "steering" } });
  const { page } = shown;
  await page.locator(".register-line").first().waitFor();
  expect(await page.getByRole("button", { name: "Lisää riski" }).count()).toBe(0);
  await page.getByLabel("Tilanne päivänä").fill("2023-12-31");
  await page.getByText("Tilanne 31.12.2023. Muuttaa voi vain nykyhetkessä.").waitFor();
  await page.getByText("Poikkeamia ei ole kirjattu.").waitFor();
  await page.getByRole("button", { name: /Perehdytetyt/ }).click();
  await page.locator(".entries > li").first().waitFor();
  expect(await page.locator(".entries > li").count()).toBe(1);
  expect(await page.getByRole("button", { name: "Muokkaa" }).count()).toBe(0);
  expect(await overflowOf(page)).toBe(0);
});
