import { expect, test } from "vitest";
import { expectSaid, faultsOf, useBrowser } from "../support/page.ts";
import { pagesOf } from "../support/pdf.ts";

const open = useBrowser();
const lead = { person: "lead" };

test("a newcomer to the demonstration begins as the project lead, with the projects", async () => {
  await using shown = await open("/");
  const { page } = shown;
  expect(await page.getByRole("heading", { level: 2 }).count()).toBeGreaterThanOrEqual(5);
  expect(await page.getByLabel("Esittely: roolisi").inputValue()).toBe("lead");
});

test("a lead moves in the matrix by keyboard, changes a cell, and finds it in the history", async () => {
  await using shown = await open("/projects/hoppu", { person: lead });
  const { page } = shown;
  const first = page.locator('[data-row="0"][data-column="0"]');
  await first.focus();
  for (const key of ["End", "ArrowDown", "ArrowUp", "ArrowLeft"]) await page.keyboard.press(key);
  const focused = page.locator("button.matrix-cell:focus");
  expect(await focused.getAttribute("data-column")).toBe("9");
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "Keskeytetty" }).check();
  await page.getByRole("button", { name: "Tallenna" }).click();
  expect(await page.getByText("Tallennettu", { exact: true }).count()).toBe(0);
  await page.getByLabel("Perustelu").fill("Sopimus odottaa allekirjoitusta.");
  await page.getByLabel("Mikä avaisi tilanteen").fill("Kunnanhallituksen päätös.");
  await page.getByRole("button", { name: "Tallenna" }).click();
  await expectSaid(page, "Tallennettu");
  const newest = page.locator(".history > li").first();
  await newest.filter({ hasText: "→ Keskeytetty" }).waitFor();
  expect(await newest.textContent()).toContain("Sopimus odottaa allekirjoitusta.");
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(await focused.getAttribute("aria-label")).toContain("Keskeytetty");
});

test("the keyboard can go straight to the matrix", async () => {
  await using shown = await open("/projects/hoppu", { person: lead });
  const { page } = shown;
  await page.getByRole("link", { name: "Siirry kuntien taulukkoon" }).focus();
  await page.keyboard.press("Enter");
  for (const key of ["Tab", "Tab"]) await page.keyboard.press(key);
  expect(await page.locator("button.matrix-cell:focus, .matrix a:focus").count()).toBe(1);
});

test("no change confirms a cell and keeps what was said", async () => {
  await using shown = await open("/projects/hoppu?cell=10-418", { person: lead });
  const { page } = shown;
  const value = await page.getByLabel("Toteuma, nuorta").inputValue();
  await page.getByRole("button", { name: "Ei muutosta" }).click();
  await expectSaid(page, "Vahvistettu");
  expect(await page.getByLabel("Toteuma, nuorta").inputValue()).toBe(value);
  expect(await page.locator(".history > li").first().textContent()).toContain("Ei muutosta");
});

test("a change made on an old version shows both sides, and the person decides", async () => {
  await using shown = await open("/projects/hoppu?cell=8-211", { person: lead });
  const { page } = shown;
  await page.getByRole("radio", { name: "Käynnissä" }).check();
  const path = "/api/projects/hoppu/progress/8/211";
  const { version } = await (await page.request.get(path)).json();
  const other = await page.request.patch(path, {
    headers: { "if-match": `"${version}"` },
    data: { declared: "not_started" },
  });
  expect(other.status()).toBe(200);
  await page.getByRole("button", { name: "Tallenna" }).click();
  await page.getByText("Nyt tallessa").waitFor();
  await page.getByRole("button", { name: "Tallenna minun muutokseni" }).click();
  await expectSaid(page, "Tallennettu");
  const now = await (await page.request.get(path)).json();
  expect(now).toMatchObject({ declared: "in_progress", version: version + 2 });
});

test("no change said of what somebody else has changed is not taken, and shows what is there", async () => {
  await using shown = await open("/projects/hoppu?cell=14-837", { person: lead });
  const { page } = shown;
  const path = "/api/projects/hoppu/progress/14/837";
  await page.getByRole("button", { name: "Ei muutosta" }).waitFor();
  const { version } = await (await page.request.get(path)).json();
  await page.request.patch(path, {
    headers: { "if-match": `"${version}"` },
    data: { declared: "paused", reason: "Vastuuhenkilö vaihtuu." },
  });
  await page.getByRole("button", { name: "Ei muutosta" }).click();
  await expectSaid(page, "Joku muu oli muuttanut tätä. Katso tiedot ja vahvista sitten.");
  await page.getByText("Vastuuhenkilö vaihtuu.").first().waitFor();
  const now = await (await page.request.get(path)).json();
  expect(now).toMatchObject({ declared: "paused", version: version + 1 });
});

test("what is typed is not thrown away unasked", async () => {
  await using shown = await open("/projects/hoppu?cell=14-536", { person: lead });
  const { page } = shown;
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByLabel("Sisäinen muistiinpano").fill("Kesken");
  expect(await page.getByRole("button", { name: "Ei muutosta" }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Sulje" }).click();
  expect(asked).toEqual(["Tallentamattomat muutokset katoavat. Suljetaanko silti?"]);
  expect(await page.getByLabel("Sisäinen muistiinpano").inputValue()).toBe("Kesken");
});

test("going back closes the cell and stays on the page", async () => {
  await using shown = await open("/projects/hoppu", { person: lead });
  const { page } = shown;
  await page.locator('[data-row="3"][data-column="2"]').click();
  await page.locator("dialog").waitFor();
  await page.goBack();
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(new URL(page.url()).pathname).toBe("/projects/hoppu");
});

test("a figure shows which cells it counts", async () => {
  await using shown = await open("/projects/hoppu", { person: lead });
  const { page } = shown;
  const figure = page.locator("button.figure.mark-stale");
  const count = Number((await figure.textContent())?.match(/\d+/)?.[0]);
  await figure.click();
  expect(page.url()).toContain("mark=stale");
  await expect.poll(() => page.locator(".matrix-cell:not(.unmarked)").count()).toBe(count);
});

test("a lead adds a milestone to the plan, and every municipality has a cell for it", async () => {
  await using shown = await open("/projects/yhdessa/plan", { person: lead });
  const { page } = shown;
  await page.getByRole("button", { name: "Lisää välitavoite" }).first().click();
  await page.getByLabel("Nimi").fill("Verkoston jatko sovittu");
  await page.getByLabel("Määräpäivä").fill("2019-01-01");
  await page.getByRole("button", { name: "Tallenna" }).click();
  await page
    .getByText(/Määräpäivä on ennen hankkeen alkua/)
    .first()
    .waitFor();
  await page.getByLabel("Määräpäivä").fill("2021-12-01");
  await page.getByRole("button", { name: "Tallenna" }).click();
  await page.getByRole("heading", { name: "Verkoston jatko sovittu" }).waitFor();
  await page.getByRole("link", { name: "Tilanne" }).click();
  await page.locator(".matrix").waitFor();
  const column = page.locator("thead th.matrix-milestone", { hasText: "Verkoston jatko sovittu" });
  await column.waitFor();
});

test("the list of attention leads to where a thing is put right", async () => {
  await using shown = await open("/projects/hoppu", { person: { person: "lead" } });
  const { page } = shown;
  await page.getByRole("link", { name: "Huomiot" }).click();
  await page.locator(".attention > li").first().waitFor();
  const all = await page.locator(".attention > li").count();
  await page.getByRole("button", { name: /Keskeytetty/ }).click();
  await page.getByRole("button", { name: /Keskeytetty/, pressed: true }).waitFor();
  await page.locator(".attention .chip.late").first().waitFor({ state: "detached" });
  expect(await page.locator(".attention > li").count()).toBeLessThan(all);
  expect(page.url()).toContain("kind=paused");
  await page.getByText("Jatkuu, kun").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.locator(".attention > li .button").first().click();
  await page.locator("dialog .history > li").first().waitFor();
  expect(page.url()).toMatch(/\/projects\/hoppu\?cell=\d+-(\d{3}|all)$/);
});

test("what changed since a report is shown beside the figures of both moments", async () => {
  await using shown = await open("/projects/hoppu/changes", { person: { person: "lead" } });
  const { page } = shown;
  await page.getByLabel("Mistä lähtien").selectOption({ label: "Väliraportti 1/2025 (11.7.2025)" });
  await page.waitForURL(/since=2025-07-11/);
  await page.locator(".moves > li").first().waitFor();
  expect(await page.locator(".standings dd").first().innerText()).toMatch(/% → .*%.*%-yks\./);
  await page.getByRole("button", { name: /^Valmistui \d/ }).click();
  await page.waitForURL(/kind=done/);
  await page.getByRole("heading", { name: /^Valmistui/ }).waitFor();
  expect(await page.locator(".moves-group").count()).toBe(1);
  await page.getByLabel("Päättyen").fill("2024-01-01");
  await page.getByRole("button", { name: "Vertaa" }).click();
  await page.getByText("Loppu on ennen alkua.").first().waitFor();
  await page.getByLabel("Alkaen (päivän lopusta)").fill("2023-06-30");
  await page.getByRole("button", { name: "Vertaa" }).click();
  await page.locator(".moves > li").first().waitFor();
  expect(page.url()).toContain("since=2023-06-30&until=2024-01-01");
  expect(await faultsOf(page)).toEqual([]);
});

test("a past day is shown as it was, and cannot be changed", async () => {
  await using shown = await open("/projects/hoppu", { person: { person: "lead" } });
  const { page } = shown;
  const percent = page.locator(".figures-percent strong");
  const today = await percent.innerText();
  await page.getByLabel("Tilanne päivänä").fill("2024-06-30");
  await page.getByText("Tilanne 30.6.2024. Muuttaa voi vain nykyhetkessä.").waitFor();
  await page.waitForFunction(
    (was) => document.querySelector(".figures-percent strong")?.textContent !== was,
    today,
  );
  expect(page.url()).toContain("asOf=2024-06-30");
  await page.locator(".matrix td button").first().click();
  await page.locator("dialog .history > li").first().waitFor();
  expect(await page.getByRole("button", { name: "Tallenna" }).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator(".tile").first().click();
  await page.getByText("Tilanne 30.6.2024. Muuttaa voi vain nykyhetkessä.").waitFor();
  await page.getByRole("button", { name: "Palaa nykyhetkeen" }).click();
  await page.getByText("Tilanne 30.6.2024").waitFor({ state: "detached" });
  expect(page.url()).not.toContain("asOf");
});

test("a date that is being typed, and a day before the project, leave a way on", async () => {
  await using shown = await open("/projects/hoppu", { person: { person: "lead" } });
  const { page } = shown;
  const day = page.getByLabel("Tilanne päivänä");
  await day.focus();
  // The browser takes its own order of a date: month, day, year.
  await page.keyboard.type("06302024");
  await page.waitForURL(/asOf=2024-06-30/);
  expect(await day.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.goto("/projects/hoppu?asOf=2010-01-01");
  await page.getByText("Tältä päivältä ei ole tietoja").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Palaa nykyhetkeen" }).click();
  await page.locator(".figures-percent strong").waitFor();
  for (const path of ["changes?since=garbage", "changes?since=2025-02-30", "?asOf=garbage"]) {
    await page.goto(`/projects/hoppu/${path}`.replace("/?", "?"));
    await page.locator(".tabs").waitFor();
    expect(await page.getByText("Jokin meni vikaan").count(), path).toBe(0);
  }
});

test("the brief of a municipality and the pack end with a page that says something", async () => {
  await using shown = await open("/municipalities/837/brief", { person: { person: "lead" } });
  expect(pagesOf(await shown.page.pdf({ preferCSSPageSize: true }))).toHaveLength(1);
});

test("a comment that is being written waits for who comes back", async () => {
  await using shown = await open("/projects/hoppu/milestones/5", { person: { person: "lead" } });
  const { page } = shown;
  const text = page.locator(".discussion-begin textarea");
  await text.fill("Puolivalmis ajatus");
  await page.getByRole("link", { name: "Riskit", exact: true }).first().click();
  await page.locator(".register-line").first().waitFor();
  await page.goBack();
  await text.waitFor();
  expect(await text.inputValue()).toBe("Puolivalmis ajatus");
});
