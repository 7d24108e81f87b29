import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };
const plan = [
  { phase: 1, title: "Suunnitelma hyväksytty", dueOn: "2024-06-30" },
  { phase: 1, title: "Tavatut nuoret", kind: "target", unit: "nuorta", goal: 100 },
  { phase: 1, title: "Malli käytössä" },
];
/** The queue waits a second for more, and the service has other things to do. */
const soon = { timeout: 15_000 };
let count = 0;

/** A project of its own, with all 23 municipalities of the county, open to its lead. */
async function aProject(look: Parameters<typeof open>[1] = {}) {
  const shown = await open("/", { person: lead, ...look });
  const { page } = shown;
  const slug = `muokkaus-${(count += 1)}`;
  const post = async (path: string, data: object) =>
    expect((await page.request.post(path, { data })).status(), path).toBe(201);
  await post("/api/projects", {
    slug,
    name: `Muokkaus ${count}`,
    programme: "rrp",
    leadOrganisation: "Hyvinvointialue",
    startsOn: "2023-01-01",
    endsOn: "2027-12-31",
  });
  for (const milestone of plan) await post(`/api/projects/${slug}/milestones`, milestone);
  const path = `/api/projects/${slug}/progress`;
  const cellsOf = async (milestone: number): Promise<Cell[]> => {
    const { cells } = (await (await page.request.get(path)).json()) as { cells: Cell[] };
    return cells.filter((cell) => cell.milestone === milestone);
  };
  const show = async () => {
    await page.goto(`/projects/${slug}`);
    await page.locator(".editor").waitFor();
  };
  await show();
  return { ...shown, slug, path, cellsOf, show };
}

type Cell = {
  readonly milestone: number;
  readonly municipality: string;
  readonly declared: string;
  readonly value: number | null;
  readonly doneOn: string | null;
  readonly version: number;
};

const cellAt = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`);
const saved = (page: Page, told: "saved" | "hindered" = "saved") =>
  page.locator(`.queue-state[data-state="${told}"]`, { hasText: "klo" });
const state = (page: Page, text: string) =>
  page.locator(".queue-state", { hasText: text }).waitFor();

/** Puts a text where the keyboard stands, as the clipboard of a spreadsheet does. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

test("a lead gives all 23 municipalities of a milestone the same status in a few key presses", async () => {
  await using shown = await aProject();
  const { page, path, cellsOf, complaints } = shown;
  let letGo: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(`**${path}/batch`, async (route) => {
    await held;
    await route.continue();
  });
  let presses = 0;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    presses += keys.length;
  };
  await page.getByRole("link", { name: "Siirry kuntien taulukkoon" }).focus();
  await press("Enter", "Tab", "Tab", "ArrowRight", "ArrowRight", "Control+Space");
  await page.getByText("23 ruutua valittu").first().waitFor();
  expect(await page.locator('td[aria-selected="true"]').count()).toBe(23);
  await press("4");
  expect(presses).toBeLessThanOrEqual(15);
  await state(page, "23 tallentamatta");
  expect(await saved(page).count()).toBe(0);
  await cellAt(page, 0, 2).and(page.getByLabel("Valmis, tallentamatta")).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await state(page, "tallennetaan…");
  letGo?.();
  await saved(page).waitFor();
  const cells = await cellsOf(3);
  expect(cells.map(({ declared, version }) => [declared, version])).toEqual(
    cells.map(() => ["done", 1]),
  );
  expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain("unsent");
  expect(complaints).toEqual([]);
});

test("a reason is asked once for all, and undoing says again what was there with its reason", async () => {
  await using shown = await aProject();
  const { page, path, cellsOf } = shown;
  await cellAt(page, 4, 0).focus();
  for (const key of ["Shift+ArrowDown", "Shift+ArrowDown", "3"]) await page.keyboard.press(key);
  await page.getByLabel("Perustelu").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.type("Sopimus odottaa.");
  await page.getByRole("button", { name: "Muuta 3 ruutua" }).click();
  await saved(page).waitFor();
  await page.keyboard.press("4");
  await expect.poll(async () => (await cellsOf(1)).filter(isDone).length, soon).toBe(3);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await cellsOf(1)).filter(isDone).length, soon).toBe(0);
  const paused = (await cellsOf(1)).find(({ version }) => version === 3);
  const detail = await page.request.get(`${path}/1/${paused?.municipality}`);
  expect(await detail.json()).toMatchObject({ declared: "paused", reason: "Sopimus odottaa." });
  await page.keyboard.press("Control+y");
  await expect.poll(async () => (await cellsOf(1)).filter(isDone).length, soon).toBe(3);
  for (const _ of [1, 2]) await page.keyboard.press("Control+z");
  await page.getByText("ei ollut aiempaa tietoa").waitFor();
});

test("what the service does not accept is named in its cell and waits, and the rest goes through", async () => {
  await using shown = await aProject();
  const { page, cellsOf } = shown;
  await cellAt(page, 0, 0).focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.getByRole("button", { name: "Muuta…" }).click();
  await page.getByLabel("Tila", { exact: true }).selectOption("in_progress");
  await page.getByLabel("Sisäinen muistiinpano").fill("Hyvä\u0007");
  await page.getByRole("button", { name: "Muuta 2 ruutua" }).click();
  await page.getByRole("button", { name: "Ratkaise 2 ruutua" }).waitFor();
  await cellAt(page, 0, 0).and(page.getByLabel("ohjausmerkkejä")).waitFor();
  await cellAt(page, 1, 0).focus();
  for (const key of ["ArrowDown", "2"]) await page.keyboard.press(key);
  await saved(page, "hindered").waitFor();
  await page.getByRole("button", { name: "Ratkaise 2 ruutua" }).click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Yritä kaikkia uudelleen" }).click();
  await page.getByText("Kaikki on ratkaistu.").waitFor();
  await page.getByRole("button", { name: "Hylkää muutos" }).first().click();
  await page.getByRole("button", { name: "Korjaa" }).click();
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Muuta…" }).click();
  await page.getByLabel("Sisäinen muistiinpano").fill("Hyvä");
  await page.getByRole("button", { name: "Muuta 1 ruutu" }).click();
  await saved(page).waitFor();
  expect((await cellsOf(1)).slice(0, 3).map(({ version }) => version)).toEqual([0, 1, 1]);
});

const isDone = ({ declared }: Cell) => declared === "done";

test("a column is pasted from a spreadsheet after a look at what it means, and copied back", async () => {
  await using shown = await aProject();
  const { page, cellsOf } = shown;
  await cellAt(page, 0, 0).focus();
  await paste(page, "Valmis\r\nPågående\r\n30.6.2024\r\nhöpö\r\n");
  await page.getByText("1 kohtaa ei ymmärretty. Se jää pois.").waitFor();
  await page.getByRole("cell", { name: "Ei ole tila, luku eikä päivä" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.locator(".matrix-cell.unsaved").count()).toBe(0);
  await page.getByRole("button", { name: "Muuta 3 ruutua" }).click();
  await saved(page).waitFor();
  const cells = await cellsOf(1);
  expect(cells.slice(0, 4).map(({ declared }) => declared)).toEqual([
    "done",
    "in_progress",
    "done",
    "no_data",
  ]);
  expect(cells[2]?.doneOn).toBe("2024-06-30");

  await cellAt(page, 3, 1).focus();
  await page.keyboard.press("2");
  await state(page, "1 ruutu muutettu.");
  await paste(page, "1 234,5");
  await page.getByRole("button", { name: "Muuta 1 ruutu" }).click();
  await expect.poll(async () => (await cellsOf(2))[3]?.value, soon).toBe(1234.5);

  await cellAt(page, 0, 0).focus();
  for (const key of ["Shift+ArrowRight", "Shift+ArrowDown"]) await page.keyboard.press(key);
  const copied = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    return clipboardData.getData("text/plain");
  });
  expect(copied).toBe("Valmis\tEi tietoa\nKäynnissä\tEi tietoa");
});

test("what is said without a connection waits, and is sent when there is one", async () => {
  await using shown = await aProject();
  const { page, cellsOf } = shown;
  await cellAt(page, 1, 0).focus();
  await page.context().setOffline(true);
  await page.keyboard.press("2");
  await state(page, "ei yhteyttä, yritetään uudelleen");
  expect(await faultsOf(page)).toEqual([]);
  await page.context().setOffline(false);
  await saved(page).waitFor();
  expect((await cellsOf(1))[1]).toMatchObject({ declared: "in_progress", version: 1 });
});

test("what was sent and never answered survives a reload, and is not written twice", async () => {
  await using shown = await aProject();
  const { page, path, cellsOf } = shown;
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const keys: (string | null)[] = [];
  await page.route(`**${path}/batch`, async (route) => {
    keys.push(await route.request().headerValue("idempotency-key"));
    await route.fetch();
    await route.abort();
  });
  await cellAt(page, 1, 0).focus();
  await page.keyboard.press("2");
  await state(page, "ei yhteyttä");
  await page.unroute(`**${path}/batch`);
  const again = page.waitForRequest(`**${path}/batch`);
  await page.reload();
  keys.push(await (await again).headerValue("idempotency-key"));
  await saved(page).waitFor();
  expect(asked).toEqual(["beforeunload"]);
  expect(new Set(keys).size).toBe(1);
  expect((await cellsOf(1))[1]).toMatchObject({ declared: "in_progress", version: 1 });
});

test("a session that ends keeps what is not sent, and signing out asks and forgets it", async () => {
  await using shown = await aProject();
  const { page, slug, path, cellsOf, show } = shown;
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
  await page.context().clearCookies();
  await cellAt(page, 1, 0).focus();
  await page.keyboard.press("2");
  await page.getByRole("heading", { level: 1, name: "Kirjaudu" }).waitFor();
  expect(page.url()).toContain(slug);
  await page.request.post("/api/demo/session", { data: lead });
  await show();
  await saved(page).waitFor();
  expect((await cellsOf(1))[1]).toMatchObject({ declared: "in_progress", version: 1 });

  await page.route(`**${path}/batch`, (route) => route.abort());
  await cellAt(page, 1, 0).focus();
  await page.keyboard.press("4");
  await state(page, "ei yhteyttä");
  await page.goto("/account");
  await page.getByRole("button", { name: "Kirjaudu ulos" }).click();
  await page.getByRole("heading", { level: 1, name: "Kirjaudu" }).waitFor();
  expect(asked.at(-1)).toContain("tallentamattomia muutoksia");
  expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain("unsent");
});

test("where somebody else was first both sides are shown, and the rest goes through", async () => {
  await using shown = await aProject();
  const { page, path, cellsOf } = shown;
  await cellAt(page, 0, 0).focus();
  for (const key of ["Shift+ArrowDown", "Shift+ArrowDown"]) await page.keyboard.press(key);
  const [first, second] = await cellsOf(1);
  for (const cell of [first, second]) {
    const answer = await page.request.patch(`${path}/1/${cell?.municipality}`, {
      headers: { "if-match": '"0"' },
      data: { declared: "cancelled", reason: "Kunta vetäytyi." },
    });
    expect(answer.status()).toBe(200);
  }
  await page.keyboard.press("2");
  await page.getByRole("button", { name: "Ratkaise 2 ruutua" }).click();
  await page.getByText("Kunta vetäytyi.").first().waitFor();
  await page.locator("dialog").getByText("Hankepäällikkö").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Tallenna minun muutokseni" }).first().click();
  await page.getByRole("button", { name: "Pidä tallessa oleva" }).click();
  await page.getByText("Kaikki on ratkaistu.").waitFor();
  await expect
    .poll(async () => (await cellsOf(1)).slice(0, 3).map(({ declared }) => declared), soon)
    .toEqual(["in_progress", "cancelled", "in_progress"]);
});

test("one tab at a time has the changes in hand, and another can take over", async () => {
  await using shown = await aProject();
  const { page, slug } = shown;
  const other = await page.context().newPage();
  await other.goto(`/projects/${slug}`);
  await other.getByText("Taulukkoa muokataan selaimen toisessa välilehdessä.").waitFor();
  expect(await faultsOf(other)).toEqual([]);
  await other.getByRole("button", { name: "Muokkaa tässä" }).click();
  await other.locator(".queue-state").waitFor();
  await page.getByText("Taulukkoa muokataan selaimen toisessa välilehdessä.").waitFor();
});

test("cells are selected by taps on a phone, and the tools fit in its window", async () => {
  await using shown = await aProject({ width: 320, scheme: "dark" });
  const { page, cellsOf } = shown;
  await page.getByRole("button", { name: "Valitse ruutuja" }).click();
  for (const row of [0, 2]) await cellAt(page, row, 0).click();
  await page.getByText("3 ruutua valittu").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  const tools = page.getByRole("group", { name: "Valitut ruudut" });
  await tools.getByRole("button", { name: "Valmis" }).click();
  await saved(page).waitFor();
  expect((await cellsOf(1)).filter(isDone)).toHaveLength(3);
});

test("a drag selects, and a press opens", async () => {
  await using shown = await aProject();
  const { page } = shown;
  await cellAt(page, 1, 0).scrollIntoViewIfNeeded();
  await cellAt(page, 1, 0).hover();
  await page.mouse.down();
  await cellAt(page, 3, 1).hover();
  await page.mouse.up();
  await page.getByText("6 ruutua valittu").first().waitFor();
  expect(await page.locator("dialog").count()).toBe(0);
  await cellAt(page, 2, 2).click({ modifiers: ["Shift"] });
  await page.getByText("6 ruutua valittu").first().waitFor();
  await cellAt(page, 2, 2).click();
  await page.locator("dialog").waitFor();
});

test("a contact's tools name the municipalities that are not theirs", async () => {
  const contact = { person: "contact", municipality: "250" };
  await using shown = await open("/projects/hoppu", { person: contact });
  const { page } = shown;
  await page.locator(".editor").waitFor();
  await cellAt(page, 4, 0).focus();
  for (const key of ["Shift+ArrowDown", "Shift+ArrowDown"]) await page.keyboard.press(key);
  await page.getByText(/Jää pois, koska kunta ei ole sinun: Kangasala ja Kuhmoinen/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("who may not edit, and the past, show nothing of it", async () => {
  for (const [person, address] of [
    [{ person: "steering" }, "/projects/hoppu"],
    [lead, "/projects/hoppu?asOf=2025-06-30"],
  ] as const) {
    await using shown = await open(address, { person });
    const { page } = shown;
    await page.waitForLoadState("networkidle");
    await cellAt(page, 0, 0).focus();
    for (const key of ["Control+Space", "4"]) await page.keyboard.press(key);
    expect(await page.locator(".editor, .matrix[role=grid], [aria-selected]").count()).toBe(0);
  }
});
