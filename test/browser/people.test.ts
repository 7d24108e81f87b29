import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { codeIn, expectSaid, faultsOf, letterTo, useBrowser } from "../support/page.ts";
import { ownSite } from "../support/site.ts";

const site = ownSite();
const open = useBrowser(site);
const lead = { person: "lead" };

/** Somebody whom nobody knows yet; anew each time, so that a test can be run twice. */
const stranger = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}@etappi.example`;

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });

/** The code in the newest letter to an address; waits for a letter other than `before`. */
async function codeFor(page: Page, email: string, before = ""): Promise<string> {
  await expect.poll(() => letterTo(page.request, email)).not.toBe(before);
  return codeIn(await letterTo(page.request, email));
}

/** Types at the keyboard where the focus is, and sends the form. */
async function enter(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Presses what is named by keyboard, as somebody does who uses no mouse. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await button(page, name).focus();
  await page.keyboard.press("Enter");
}

/** Asks for a code and gives it, on whichever page asks who one is. */
async function signInByCode(page: Page, email: string): Promise<void> {
  await page.getByLabel("Sähköpostiosoite").focus();
  const before = await letterTo(page.request, email);
  await enter(page, email);
  await codeField(page).waitFor();
  await enter(page, await codeFor(page, email, before));
}

const codeField = (page: Page) => page.getByRole("textbox", { name: "Kertakoodi" });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? "");

async function statusOf(page: Page, path: string): Promise<number> {
  return (await page.request.get(path)).status();
}

test("a wrong code is refused in words, and the right one lets in", async () => {
  const email = stranger("uusi");
  await using shown = await open("/sign-in");
  const { page } = shown;
  await page.getByLabel("Sähköpostiosoite").focus();
  await enter(page, email);
  await codeField(page).waitFor();
  const right = await codeFor(page, email);
  const wrong = `${(Number(right) + 1) % 100_000_000}`.padStart(8, "0");
  await enter(page, wrong);
  await expectSaid(page, "Koodi on väärä tai vanhentunut. Pyydä uusi koodi samassa selaimessa.");
  expect(await codeField(page).inputValue()).toBe(wrong);
  expect(await statusOf(page, "/api/account")).toBe(401);
  await codeField(page).fill(right);
  await page.keyboard.press("Enter");
  await expectSaid(page, "Tervetuloa Etappiin");
  expect(new URL(page.url()).pathname).toBe("/");
});

test("who signs out is out, and comes back to the address that they opened next", async () => {
  const contact = { person: "contact", municipality: "936" };
  await using shown = await open("/account", { person: contact });
  const { page } = shown;
  const cookies = await page.context().cookies();
  await press(page, "Kirjaudu ulos");
  await page.getByRole("heading", { level: 1, name: "Kirjaudu sisään" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  expect(cookie).toContain("__Host-etappi=");
  const answer = await fetch(`${site()}/api/account`, { headers: { cookie } });
  expect(answer.status).toBe(401);
  await page.goto("/projects/tukenasi/plan");
  await expectSaid(page, "Kirjautumisen jälkeen palaat sivulle, jota olit avaamassa.");
  await signInByCode(page, "contact-936@etappi.example");
  await page.getByRole("heading", { level: 2, name: /^Vaihe 1/ }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/projects/tukenasi/plan");
  expect(await page.getByRole("link", { name: /Yhdyshenkilö, Virrat/ }).count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
});

test("a lead invites a contact, who accepts by the letter's link and is then among the members", async () => {
  const email = stranger("kutsuttu");
  await using leads = await open("/projects/tukenasi/members", { person: lead });
  await press(leads.page, "Kutsu jäsen");
  await leads.page.getByLabel("Sähköposti").fill(email);
  await leads.page
    .getByRole("group", { name: "Kunnat" })
    .getByRole("checkbox", { name: "Orivesi" })
    .press("Space");
  await press(leads.page, "Lähetä kutsu");
  await expectSaid(leads.page, `Kutsu lähetettiin osoitteeseen ${email}.`);
  const link = await leads.page.getByLabel("Kutsun linkki").inputValue();
  expect(await letterTo(leads.page.request, email)).toContain(link);

  await using invited = await open(link);
  const { page } = invited;
  expect(page.url()).not.toContain("#");
  await page.getByText("Sinua pyydetään hankkeeseen roolissa: Yhdyshenkilö.").waitFor();
  await page.getByText("Kunnat: Orivesi").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.getByLabel("Sähköpostiosoite").inputValue()).toBe(email);
  const before = await letterTo(page.request, email);
  await page.getByLabel("Sähköpostiosoite").press("Enter");
  await codeField(page).waitFor();
  await enter(page, await codeFor(page, email, before));
  await press(page, "Hyväksy kutsu");
  await page.getByRole("heading", { level: 1, name: /^Tukenasi/ }).waitFor();
  await page.locator(".matrix").waitFor();
  expect(new URL(page.url()).pathname).toBe("/projects/tukenasi");
  expect(await faultsOf(page)).toEqual([]);

  await leads.page.reload();
  const row = leads.page
    .getByRole("region", { name: "Yhdyshenkilöt" })
    .getByRole("row", { name: email });
  await expect.poll(() => row.getByRole("cell").nth(2).textContent()).toBe("Orivesi");
  expect(await faultsOf(leads.page)).toEqual([]);
});

test("an invitation's link does not let in another than it was sent to, and says so kindly", async () => {
  const email = stranger("oikea");
  await using leads = await open("/projects/yhdessa/members", { person: lead });
  const data = { email, role: "steering" };
  const made = await leads.page.request.post("/api/projects/yhdessa/invitations", { data });
  const { link }: { link: string } = await made.json();

  await using other = await open(link, { person: { email: stranger("toinen") } });
  const { page } = other;
  await press(page, "Hyväksy kutsu");
  const kindly =
    "Kutsu on lähetetty toiseen osoitteeseen. Kirjaudu sillä osoitteella tai pyydä uusi kutsu omaan osoitteeseesi.";
  await expectSaid(page, kindly);
  expect(await statusOf(page, "/api/projects/yhdessa")).toBe(404);
  await press(page, "Kirjaudu toisella osoitteella");
  await page.getByLabel("Sähköpostiosoite").waitFor();
  expect(await page.getByLabel("Sähköpostiosoite").inputValue()).toBe(email);
  expect(await faultsOf(page)).toEqual([]);
});

test("a lead who removes a contact is told who takes over, and the contact is out at once", async () => {
  const contact = { person: "contact", municipality: "702" };
  await using removed = await open("/projects/tukenasi", { person: contact });
  await using shown = await open("/projects/tukenasi/members", { person: lead });
  const { page } = shown;
  const contacts = page.getByRole("region", { name: "Yhdyshenkilöt" });
  await press(page, "Poista: Yhdyshenkilö, Ruovesi");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Ruovesi: vastuu siirtyy, Yhdyshenkilö, Virrat").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Poista" }).press("Enter");
  await expectSaid(page, "Ruovesi: vastuussa nyt Yhdyshenkilö, Virrat");
  await dialog.getByRole("button", { name: "Sulje" }).last().press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(await focused(page)).not.toBe("BODY");
  await contacts.getByRole("rowheader", { name: "Yhdyshenkilö, Ruovesi" }).waitFor({
    state: "detached",
  });
  const taker = contacts.getByRole("row", { name: "Yhdyshenkilö, Virrat" });
  const municipalities = taker.getByRole("cell").nth(2);
  await expect.poll(() => municipalities.textContent()).toBe("Ruovesi, Virrat");
  expect(await faultsOf(page)).toEqual([]);

  expect(await statusOf(removed.page, "/api/projects/tukenasi")).toBe(401);
  await removed.page.getByRole("link", { name: "Jäsenet" }).click();
  await expectSaid(removed.page, "Kirjaudu sisään");
});

test("who asks for access is granted it for another municipality, and sees the project", async () => {
  const email = stranger("pyytaja");
  await using asking = await open("/projects/yhdessa", { person: { email } });
  const { page } = asking;
  await page.getByRole("heading", { level: 1, name: "Sivua ei löydy" }).waitFor();
  await page.getByLabel("Rajaa nimellä: Kunnat", { exact: true }).fill("parka");
  await page.getByRole("checkbox", { name: "Parkano" }).press("Space");
  await page.getByLabel("Kuka olet ja mihin tarvitset pääsyn").fill("Aloitin kuraattorina.");
  await press(page, "Lähetä pyyntö");
  await page.getByText(/^Pyyntö on lähetetty\./).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await using leads = await open("/projects/yhdessa/members", { person: lead });
  await press(leads.page, `Käsittele: ${email}`);
  const dialog = leads.page.getByRole("dialog");
  await dialog.getByText("Viesti: Aloitin kuraattorina.").waitFor();
  const places = dialog.getByRole("group", { name: "Kunnat" });
  await places.getByRole("checkbox", { name: "Parkano" }).press("Space");
  await places.getByRole("checkbox", { name: "Ikaalinen" }).press("Space");
  await dialog.getByLabel("Vastaus pyytäjälle").fill("Parkanolla on jo yhdyshenkilö.");
  expect(await faultsOf(leads.page)).toEqual([]);
  await press(leads.page, "Tallenna päätös");
  await dialog.waitFor({ state: "detached" });
  const row = leads.page
    .getByRole("region", { name: "Yhdyshenkilöt" })
    .getByRole("row", { name: email });
  await expect.poll(() => row.getByRole("cell").nth(2).textContent()).toBe("Ikaalinen");

  await page.goto("/projects/yhdessa");
  await page.getByRole("heading", { level: 1, name: /^Yhdessä/ }).waitFor();
  await page.locator(".matrix").waitFor();
  await page.goto("/account");
  const answer = page.getByRole("region", { name: "Omat käyttöoikeuspyynnöt" }).last();
  await answer.getByText("Parkanolla on jo yhdyshenkilö.").waitFor();
  expect(await answer.textContent()).toContain("Hyväksytty");
  expect(await faultsOf(page)).toEqual([]);
});

test("a token is shown once, reads as far as it was made for, and opens nothing once revoked", async () => {
  const name = `Skripti ${crypto.randomUUID().slice(0, 8)}`;
  await using shown = await open("/account", { person: { person: "funder" } });
  const { page } = shown;
  await press(page, "Uusi avain");
  await page.getByRole("dialog").getByLabel("Nimi").fill(name);
  await press(page, "Luo avain");
  await expectSaid(page, "Avain näkyy vain tämän kerran. Talleta se nyt turvalliseen paikkaan.");
  const token = await page.getByLabel("Avain", { exact: true }).inputValue();
  const read = async (path: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${site()}${path}`, { headers })).status;
  };
  expect(await read("/api/projects/hoppu/reports")).toBe(200);
  expect(await read("/api/account")).toBe(403);
  await page.getByRole("dialog").getByRole("button", { name: "Sulje" }).last().press("Enter");
  await page.reload();
  await page.getByRole("rowheader", { name }).waitFor();
  expect(await page.content()).not.toContain(token);
  await press(page, `Peru: ${name}`);
  await page.getByRole("dialog").getByRole("button", { name: "Peru", exact: true }).press("Enter");
  await page
    .getByRole("row", { name })
    .getByText(/^Peruttu/)
    .waitFor();
  expect(await read("/api/projects/hoppu/reports")).toBe(401);
  expect(await faultsOf(page)).toEqual([]);
});

test("who ends another of their sessions is signed out there and stays signed in here", async () => {
  const person = { email: stranger("kaksi-laitetta") };
  await using there = await open("/", { person });
  await using here = await open("/account", { person });
  const { page } = here;
  const ends = button(page, /^Päätä: /);
  await ends.focus();
  await page.keyboard.press("Enter");
  await ends.waitFor({ state: "detached" });
  expect(await page.getByText("(tämä istunto)").count()).toBe(1);
  expect(await focused(page)).not.toBe("BODY");
  expect(await faultsOf(page)).toEqual([]);
  expect(await statusOf(page, "/api/account")).toBe(200);
  expect(await statusOf(there.page, "/api/account")).toBe(401);
  await there.page.getByRole("link", { name: "Oma tili" }).first().click();
  await expectSaid(there.page, "Kirjaudu sisään");
});

test("own details are kept, and the language that was chosen is the page's", async () => {
  await using shown = await open("/account", { person: { email: stranger("ruotsi") } });
  const { page } = shown;
  await page.getByLabel(/^Nimi/).fill("Nuorisotyöntekijä");
  await page.getByLabel("Organisaatio").fill("Virrat");
  await page.getByLabel("Palvelun ja viestien kieli").selectOption("Svenska");
  await press(page, "Tallenna");
  await page.getByRole("heading", { level: 1, name: "Mitt konto" }).waitFor();
  await expectSaid(page, "Sparat");
  await page.getByRole("link", { name: /^Nuorisotyöntekijä/ }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Mitt konto" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("sv");
  expect(await page.getByLabel("Organisation").inputValue()).toBe("Virrat");
  expect(await faultsOf(page)).toEqual([]);
});

test("an administrator erases a person only by typing their name, and the log says so", async () => {
  const name = "Yhdyshenkilö, Kuhmoinen";
  await using shown = await open("/people", { person: { person: "admin" } });
  const { page } = shown;
  await page.getByRole("searchbox").focus();
  await enter(page, "KUHMOINEN");
  await button(page, "Poista tiedot: Hankepäällikkö").waitFor({ state: "detached" });
  await button(page, `Poista tiedot: ${name}`).waitFor();
  expect(await page.locator("tbody tr").count()).toBe(1);
  await press(page, `Poista tiedot: ${name}`);
  const dialog = page.getByRole("dialog");
  const confirmation = dialog.getByLabel(`Vahvista kirjoittamalla nimi: ${name}`);
  await confirmation.focus();
  await enter(page, "Kuhmoinen");
  await expectSaid(page, "Nimi ei täsmää.");
  expect(await statusOf(page, "/api/people/contact-291")).toBe(200);
  await confirmation.fill("");
  await enter(page, name);
  await expectSaid(page, "Tiedot on poistettu.");
  await page.getByText("Ketään ei löytynyt.").waitFor();
  const { name: left }: { name: string } = await (
    await page.request.get("/api/people/contact-291")
  ).json();
  expect(left).toBe("");

  await page.getByRole("link", { name: "Loki" }).press("Enter");
  const rows = page.locator("tbody tr");
  await rows.first().waitFor();
  await page.getByLabel("Tapahtuma").selectOption("Poisti henkilön tiedot");
  await press(page, "Rajaa");
  await expect.poll(() => page.url()).toContain("kind=person_erased");
  await rows.filter({ hasText: "Kirjautui sisään" }).first().waitFor({ state: "detached" });
  const row = rows.filter({ hasText: "contact-291" });
  expect(await row.textContent()).toContain("Pääkäyttäjä");
  expect(await rows.filter({ hasNotText: "Poisti henkilön tiedot" }).count()).toBe(0);
  await row.getByRole("button").press("Enter");
  await expect.poll(() => page.url()).toContain("person=admin");
  await press(page, "Poista rajaukset");
  await rows.filter({ hasText: "Kirjautui sisään" }).first().waitFor();
  expect(new URL(page.url()).search).toBe("");
  expect(await faultsOf(page)).toEqual([]);
});

const ended = "Istunto on päättynyt tai et ole kirjautunut. Kirjaudu sisään ja yritä uudelleen.";

test("a session that ends while a cell is being changed leaves what was typed, and says so", async () => {
  const contact = { person: "contact", municipality: "936" };
  await using shown = await open("/projects/tukenasi?cell=1-936", { person: contact });
  const { page } = shown;
  const note = page.getByLabel("Sisäinen muistiinpano");
  const text = `Kesken ${crypto.randomUUID().slice(0, 8)}`;
  await note.fill(text);
  await page.request.delete("/api/session");
  await press(page, "Tallenna");
  await expectSaid(page, ended);
  expect(await note.inputValue()).toBe(text);
  await page.request.post("/api/demo/session", { data: contact });
  await press(page, "Tallenna");
  await expectSaid(page, "Tallennettu");
  const cell = await page.request.get("/api/projects/tukenasi/progress/1/936");
  expect(await cell.json()).toMatchObject({ note: text });
});

test("a session that ends while one's details are being typed leaves them, and says so", async () => {
  const contact = { person: "contact", municipality: "936" };
  await using shown = await open("/account", { person: contact });
  const { page } = shown;
  const title = page.getByLabel("Tehtävänimike");
  const text = `Koordinaattori ${crypto.randomUUID().slice(0, 8)}`;
  await title.fill(text);
  await page.request.delete("/api/session");
  // As when one comes back to the window: all is read again, and refused.
  const refused = page.waitForResponse("**/api/account");
  await page.clock.setFixedTime(Date.now() + 60_000);
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
  expect((await refused).status()).toBe(401);
  expect(await title.inputValue()).toBe(text);
  await press(page, "Tallenna");
  await expectSaid(page, ended);
  expect(await title.inputValue()).toBe(text);
  await page.request.post("/api/demo/session", { data: contact });
  await press(page, "Tallenna");
  await expectSaid(page, "Tallennettu");
  const account = await page.request.get("/api/account");
  expect(await account.json()).toMatchObject({ title: text });
});
