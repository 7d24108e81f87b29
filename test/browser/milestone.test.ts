import { expect, test } from "vitest";
import { expectSaid, faultsOf, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };
const steering = { person: "steering" };
const contact = { person: "contact", municipality: "936" };

test("a milestone tells where every municipality stands, in any order, and opens each", async () => {
  await using shown = await open("/projects/hoppu/milestones/5", { person: lead });
  const { page } = shown;
  const rows = page.locator(".municipalities-table tbody tr");
  await rows.first().waitFor();
  expect(await rows.count()).toBe(23);
  const names = async () => rows.locator("th").allInnerTexts();
  const byName = await names();
  await page.getByRole("button", { name: "Kunta" }).click();
  expect(await names()).toEqual(byName.toReversed());
  await page.getByRole("button", { name: "Aikataulu" }).click();
  expect(await rows.first().innerText()).toContain("Myöhässä");
  const heading = page.getByRole("columnheader", { name: "Aikataulu" });
  expect(await heading.getAttribute("aria-sort")).toBe("ascending");
  const [first = ""] = await names();
  await rows.first().getByRole("button").click();
  await page.locator("dialog").getByText(first).first().waitFor();
  expect(page.url()).toMatch(/cell=5-\d{3}/);
});

test("an ended milestone says what became of it wherever it is asked for", async () => {
  await using shown = await open("/projects/hoppu?cell=18-all", { person: lead });
  const { page } = shown;
  await page.getByText(/Välitavoite on jaettu suunnitelmamuutoksella 1/).waitFor();
  await page.getByRole("link", { name: "Välitavoitteen sivu" }).click();
  await page.locator(".milestone-page h2", { hasText: "18." }).waitFor();
  await page.getByRole("link", { name: /^19\. / }).click();
  await page.locator(".milestone-page h2", { hasText: "19." }).waitFor();
  await page.getByText("Edeltäjät:").waitFor();
  // Before the amendment it was as good as any other.
  await page.goto("/projects/hoppu/milestones/18?asOf=2024-04-30");
  await page.getByText("Tilanne koko hankkeessa").waitFor();
  await page.goto("/projects/hoppu/milestones/19?asOf=2024-04-30");
  await page.getByText("Tätä välitavoitetta ei vielä ollut").waitFor();
});

test("somebody is named by keyboard, finds it, answers, and the thread is resolved", async () => {
  const question = `Miten sijaisuus hoidetaan ${Date.now()}?`;
  await using first = await open("/projects/hoppu/milestones/7", { person: lead });
  const { page } = first;
  await page.getByLabel("Kommentti").pressSequentially("Hei @");
  const finding = page.getByRole("combobox", { name: "Etsi mainittava henkilö" });
  await finding.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await finding.pressSequentially("Virrat");
  const options = page.getByRole("listbox").getByRole("option");
  await options.first().waitFor();
  expect(await options.count()).toBe(1);
  await page.keyboard.press("Enter");
  await page.keyboard.type(question);
  expect(await page.getByLabel("Kommentti").inputValue()).toBe(
    `Hei @Yhdyshenkilö, Virrat ${question}`,
  );
  await page.getByRole("button", { name: "Lähetä" }).click();
  await expectSaid(page, "Kommentti on lähetetty.");
  expect(await page.getByLabel("Kommentti").inputValue()).toBe("");

  await using second = await open("/", { person: contact });
  const theirs = second.page;
  await theirs.getByText("Sinut on mainittu: 1 uusi").click();
  await theirs.locator("#mentions-title").waitFor();
  await theirs.getByText(question).waitFor();
  expect(await faultsOf(theirs)).toEqual([]);
  await theirs.getByRole("link", { name: /^7\. / }).click();
  await theirs.getByRole("button", { name: /^Vastaa/ }).click();
  await theirs.getByLabel("Vastaus").fill("Kangasala auttaa.");
  const replying = theirs.locator(".replies");
  await replying.getByRole("button", { name: "Lähetä" }).click();
  await theirs.locator(".replies .comment", { hasText: "Kangasala auttaa." }).waitFor();
  await theirs.getByRole("button", { name: "Merkitse ratkaistuksi" }).click();
  await expectSaid(theirs, "Keskustelu on merkitty ratkaistuksi.");
  await theirs.goto("/");
  await theirs.locator("h1").first().waitFor();
  await theirs.waitForLoadState("networkidle");
  expect(await theirs.getByText("Sinut on mainittu").count()).toBe(0);
});

test("a comment is edited, and taken back for good", async () => {
  const words = `Kirjoitusvrihe ${Date.now()}`;
  await using shown = await open("/projects/hoppu/milestones/9", { person: steering });
  const { page } = shown;
  await page.getByLabel("Kommentti").fill(words);
  await page.getByRole("button", { name: "Lähetä" }).click();
  const comment = page.locator(".comment", { hasText: words });
  await comment.getByRole("button", { name: "Muokkaa" }).click();
  await page.getByLabel(/^Muokkaa kommenttia/).fill(`${words}, korjattu`);
  await page.getByRole("button", { name: "Tallenna" }).click();
  await expectSaid(page, "Kommentti on muutettu.");
  await page.getByText("Aiemmat versiot").click();
  await page.getByText(words, { exact: true }).waitFor();
  await comment.getByRole("button", { name: "Vedä takaisin" }).click();
  await page.locator("dialog").getByRole("button", { name: "Vedä takaisin" }).click();
  await expectSaid(page, "Kommentti on vedetty takaisin.");
  expect(await page.getByText(words).count()).toBe(0);
  expect(await overflowOf(page)).toBe(0);
});

test("what is said of one cell is told in its drawer, and is found by itself", async () => {
  await using shown = await open("/projects/hoppu/milestones/5?about=619#discussion", {
    person: lead,
  });
  const { page } = shown;
  await page.getByText("Näytetään vain: Punkalaidun.").waitFor();
  expect(await page.locator(".thread").count()).toBe(1);
  await page.getByRole("button", { name: "Näytä kaikki" }).click();
  await page.locator(".thread").nth(1).waitFor();
  await page.goto("/projects/hoppu?cell=5-619");
  await page.getByText("1 avoin keskustelu").waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
