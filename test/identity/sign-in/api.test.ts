import { env } from "cloudflare:workers";
import { describe, expect, inject, test } from "vitest";
import { pathsOf, refusal } from "../../support/answers.ts";
import {
  beSomebody,
  Browser,
  codeFor,
  county,
  lettersTo,
  throughProvider,
} from "../../support/sign-in.ts";

const aarne = { sub: "subject-1", email: "aarne@county.test", email_verified: true } as const;
const failureOf = (answer: Response) =>
  new URL(answer.headers.get("location") ?? "", "https://etappi.test").searchParams.get("failure");
const rows = async (table: string) =>
  (await env.DB.prepare(`SELECT * FROM ${table}`).all()).results;
let addresses = 0;
/** An inbox of its own for each test: the mail server outlives the database. */
const inbox = () => `person-${(addresses += 1)}-${crypto.randomUUID()}@county.test`;

describe("signing in with the county's provider", () => {
  test("opens a session for the person that the provider names, and goes back to the page", async () => {
    await beSomebody(aarne);
    const browser = new Browser();
    const answer = await browser.signInWithProvider("/projects/hoppu?cell=1-837");
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("/projects/hoppu?cell=1-837");
    expect([...browser.cookies.keys()]).toEqual(["__Host-etappi"]);
    expect(await browser.actor()).toMatchObject({ admin: false });
    const [person] = await rows("people");
    expect(person).toMatchObject({ email: aarne.email, email_verified: 1 });
    expect(person?.["id"]).toMatch(/^p-[0-9a-f]{20}$/);
  });

  test("knows a person again by issuer and subject, also under another address", async () => {
    await beSomebody(aarne);
    const [first, second] = [new Browser(), new Browser()];
    await first.signInWithProvider();
    await beSomebody({ ...aarne, email: "married@county.test" });
    await second.signInWithProvider();
    expect((await second.actor())?.id).toBe((await first.actor())?.id);
    expect(await rows("people")).toHaveLength(1);
    expect(await rows("accounts")).toMatchObject([
      { account_id: `${inject("outside").issuer} ${aarne.sub}` },
    ]);
  });

  test("takes an address that stands in userinfo alone", async () => {
    await beSomebody({ ...aarne, inIdToken: false });
    const browser = new Browser();
    await browser.signInWithProvider();
    expect(await rows("people")).toMatchObject([{ email: aarne.email }]);
    expect(await browser.actor()).not.toBeNull();
  });

  test("joins who signed in by code before, if the provider vouches for the address", async () => {
    const email = inbox();
    const [byCode, byProvider] = [new Browser(), new Browser()];
    await byCode.ask("POST", "/api/sign-in/code", { email });
    await byCode.ask("POST", "/api/sign-in/code/check", { email, code: await codeFor(email) });
    await beSomebody({ sub: "subject-2", email, email_verified: true });
    await byProvider.signInWithProvider();
    expect((await byProvider.actor())?.id).toBe((await byCode.actor())?.id);
  });

  test("never hands a person over to who only claims their address", async () => {
    const email = inbox();
    const owner = new Browser();
    await owner.ask("POST", "/api/sign-in/code", { email });
    await owner.ask("POST", "/api/sign-in/code/check", { email, code: await codeFor(email) });
    for (const email_verified of [false, undefined]) {
      await beSomebody({
        sub: "thief",
        email,
        ...(email_verified === false && { email_verified }),
      });
      const thief = new Browser();
      expect(failureOf(await thief.signInWithProvider())).toBe("account");
      expect(await thief.actor()).toBeNull();
    }
    expect(await rows("accounts")).toEqual([]);
  });

  test("lets nobody in with an address that the provider does not vouch for", async () => {
    const email = inbox();
    await beSomebody({ sub: "unproven", email, email_verified: false });
    const browser = new Browser();
    expect(failureOf(await browser.signInWithProvider())).toBe("account");
    expect(await rows("people")).toEqual([]);
    const own = new Browser({ ...county(), OIDC_TRUSTS_EMAIL: "true" });
    await own.signInWithProvider();
    expect(await own.actor()).not.toBeNull();
  });

  test("gives an address that passes to another employee no part of the first one's account", async () => {
    const email = inbox();
    await beSomebody({ sub: "left", email, email_verified: true });
    const first = new Browser();
    await first.signInWithProvider();
    await beSomebody({ sub: "came", email, email_verified: true });
    const second = new Browser();
    expect(failureOf(await second.signInWithProvider())).toBe("account");
    expect(await second.actor()).toBeNull();
  });

  test.each(["mar\u212A@county.test", "not an address", "a@b.fi\r\nBcc: c@d.fi", ""])(
    "takes %j for no address",
    async (email) => {
      await beSomebody({ sub: "odd", email, email_verified: true });
      const browser = new Browser();
      expect(failureOf(await browser.signInWithProvider())).toBe("account");
      expect(await rows("people")).toEqual([]);
    },
  );

  test("refuses an ID token that the provider did not sign", async () => {
    await beSomebody(aarne);
    const browser = new Browser({ ...county(), OIDC_ISSUER: inject("outside").forger });
    const answer = await browser.signInWithProvider();
    expect(failureOf(answer)).toBe("provider");
    expect(await browser.actor()).toBeNull();
    expect(await rows("people")).toEqual([]);
  });

  test("asks for a second factor where the deployment does, by `acr` or by `amr`", async () => {
    for (const wanted of [{ OIDC_ACR: "mfa phr" }, { OIDC_AMR: "mfa otp" }]) {
      const vars = { ...county(), ...wanted };
      await beSomebody({ ...aarne, acr: "0", amr: ["pwd"] });
      const weak = new Browser(vars);
      expect(failureOf(await weak.signInWithProvider())).toBe("factor");
      expect(await weak.actor()).toBeNull();
      await beSomebody({ ...aarne, acr: "mfa", amr: ["pwd", "mfa"] });
      const strong = new Browser(vars);
      expect((await strong.signInWithProvider()).headers.get("location")).toBe("/");
      expect(await strong.actor()).not.toBeNull();
    }
  });

  test("asks for it at every sign-in, not at the first alone", async () => {
    const vars = { ...county(), OIDC_AMR: "mfa" };
    await beSomebody({ ...aarne, amr: ["mfa"] });
    await new Browser(vars).signInWithProvider();
    await beSomebody({ ...aarne, amr: ["pwd"] });
    expect(failureOf(await new Browser(vars).signInWithProvider())).toBe("factor");
  });
});

describe("a sign-in with the county's provider that is tampered with", () => {
  test("ends in the browser where it began: a callback stolen or replayed opens nothing", async () => {
    await beSomebody(aarne);
    const [victim, thief] = [new Browser(), new Browser()];
    const begun = await victim.ask("POST", "/api/sign-in/oidc", {});
    const callback = await throughProvider((await begun.json<{ url: string }>()).url);
    expect(failureOf(await thief.ask("GET", callback))).toBe("expired");
    expect(await thief.actor()).toBeNull();
    expect((await victim.ask("GET", callback)).headers.get("location")).toBe("/");
    const again = new Browser();
    again.cookies.set("__Host-etappi-state", victim.cookies.get("__Host-etappi-state") ?? "x");
    expect(failureOf(await again.ask("GET", callback))).toBe("expired");
    expect(await again.actor()).toBeNull();
  });

  test.each([
    "/api/sign-in/callback/oidc",
    "/api/sign-in/callback/oidc?code=x",
    "/api/sign-in/callback/oidc?state=x&code=x",
    "/api/sign-in/callback/oidc?error=access_denied",
    `/api/sign-in/callback/oidc?state=${"x".repeat(400)}&error=${"y".repeat(400)}`,
  ])("answers %s with the sign-in page, and no session", async (path) => {
    const browser = new Browser();
    const answer = await browser.ask("GET", path);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toMatch(/^\/sign-in\?failure=(expired|provider)$/);
    expect(await browser.actor()).toBeNull();
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "",
  ])("never leads to %s", async (returnTo) => {
    const answer = await new Browser().ask("POST", "/api/sign-in/oidc", { returnTo });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["returnTo"]);
  });

  test("says that it does not work while the provider is out of reach", async () => {
    const vars = { ...county(), OIDC_ISSUER: "http://127.0.0.1:9" };
    const answer = await new Browser(vars).ask("POST", "/api/sign-in/oidc", {});
    await refusal(answer, 503, "unavailable");
  });

  test("is not there where no provider is set", async () => {
    const answer = await new Browser({ ...county(), OIDC_ISSUER: "" }).ask(
      "POST",
      "/api/sign-in/oidc",
      {},
    );
    await refusal(answer, 404, "not_found");
  });

  test("keeps none of the provider's tokens", async () => {
    await beSomebody(aarne);
    await new Browser().signInWithProvider();
    const kept = JSON.stringify(
      await Promise.all(["people", "accounts", "sessions", "verifications", "uses"].map(rows)),
    );
    expect(kept).not.toMatch(/eyJ/);
    expect(Object.keys((await rows("accounts"))[0] ?? {})).toEqual([
      "id",
      "user_id",
      "provider_id",
      "account_id",
      "created_at",
      "updated_at",
    ]);
  });
});

describe("signing in with a code", () => {
  const ask = (browser: Browser, email: string) =>
    browser.ask("POST", "/api/sign-in/code", { email });
  const check = (browser: Browser, email: string, code: string) =>
    browser.ask("POST", "/api/sign-in/code/check", { email, code });

  test("mails a code in the reader's language, and opens a session for it once", async () => {
    const email = inbox();
    const browser = new Browser();
    expect((await ask(browser, email)).status).toBe(204);
    const [letter] = await lettersTo(email);
    expect(letter).toMatchObject({ from: "etappi@county.test" });
    expect(letter?.subject).toMatch(/^Etappi: sign-in code \d{8}$/);
    const code = await codeFor(email);
    const ceremony = browser.cookies.get("__Host-etappi-sign-in") ?? "";
    expect((await check(browser, email, code)).status).toBe(204);
    expect([...browser.cookies.keys()]).toEqual(["__Host-etappi"]);
    const again = new Browser();
    again.cookies.set("__Host-etappi-sign-in", ceremony);
    await refusal(await check(again, email, code), 400, "invalid");
  });

  test("takes the address in any case and the code with blanks", async () => {
    const email = inbox();
    const browser = new Browser();
    await ask(browser, `  ${email.toUpperCase()} `);
    const code = await codeFor(email);
    const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
    expect((await check(browser, email, spaced)).status).toBe(204);
  });

  test("answers the same for an address that is known and one that is not", async () => {
    const known = inbox();
    const browser = new Browser();
    await ask(browser, known);
    await check(browser, known, await codeFor(known));
    const answers = await Promise.all([ask(new Browser(), known), ask(new Browser(), inbox())]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(["", ""]);
  });

  test("works in the browser alone that asked for the code", async () => {
    const email = inbox();
    const [owner, thief] = [new Browser(), new Browser(county(), "198.51.100.7")];
    await ask(owner, email);
    const code = await codeFor(email);
    await refusal(await check(thief, email, code), 400, "invalid");
    await ask(thief, inbox());
    await refusal(await check(thief, email, code), 400, "invalid");
    expect((await check(owner, email, code)).status).toBe(204);
  });

  test("can be asked for by its owner, however often others ask for it elsewhere", async () => {
    const email = inbox();
    for (let network = 0; network < 4; network += 1) {
      const other = new Browser(county(), `198.51.100.${network}`);
      for (let time = 0; time < 11; time += 1) await ask(other, email);
    }
    const owner = new Browser();
    expect((await ask(owner, email)).status).toBe(204);
    expect((await check(owner, email, await codeFor(email))).status).toBe(204);
  });

  test("is not spoiled for its owner by guesses and by codes asked for elsewhere", async () => {
    const email = inbox();
    const owner = new Browser();
    await ask(owner, email);
    const code = await codeFor(email);
    const guesser = new Browser(county(), "198.51.100.8");
    await ask(guesser, email);
    for (let guess = 0; guess < 12; guess += 1) {
      await refusal(await check(guesser, email, String(10_000_000 + guess)), 400, "invalid");
    }
    expect((await check(owner, email, code)).status).toBe(204);
  });

  test("gives five tries, also at once, and the right code is too late after them", async () => {
    const email = inbox();
    const browser = new Browser();
    await ask(browser, email);
    const code = await codeFor(email);
    const wrong = Array.from({ length: 10 }, (_, index) => String(20_000_000 + index));
    const answers = await Promise.all(wrong.map((guess) => check(browser, email, guess)));
    expect(answers.every(({ status }) => status === 400)).toBe(true);
    for (let tries = 0; tries < 5; tries += 1) await check(browser, email, "30000000");
    await refusal(await check(browser, email, code), 400, "invalid");
    expect(await browser.actor()).toBeNull();
  });

  test("runs out after ten minutes", async () => {
    const email = inbox();
    const browser = new Browser();
    await ask(browser, email);
    await env.DB.prepare("UPDATE verifications SET expires_at = ?")
      .bind(new Date(Date.now() - 1).toISOString())
      .run();
    await refusal(await check(browser, email, await codeFor(email)), 400, "invalid");
  });

  test("stops a guesser with 429, and lets everybody else in", async () => {
    const email = inbox();
    const guesser = new Browser(county(), "203.0.113.5");
    let last = new Response();
    for (let guess = 0; guess <= 60; guess += 1) last = await check(guesser, email, "12345678");
    await refusal(last, 429, "rate_limited");
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    const owner = new Browser();
    await ask(owner, email);
    expect((await check(owner, email, await codeFor(email))).status).toBe(204);
  });

  test("keeps neither the code nor the browser's secret", async () => {
    const email = inbox();
    const browser = new Browser();
    await ask(browser, email);
    const kept = JSON.stringify(await rows("verifications"));
    expect(kept).not.toContain(await codeFor(email));
    expect(kept).not.toContain(email);
    expect(kept).not.toContain(browser.cookies.get("__Host-etappi-sign-in"));
  });

  test.each(["", "a", "a@", "@b.fi", "a@b.fi\r\nBcc: c@d.fi", `${"a".repeat(200)}@b.fi`])(
    "refuses the address %j at its field",
    async (email) => {
      const problem = await refusal(await ask(new Browser(), email), 400, "invalid");
      expect(pathsOf(problem)).toEqual(["email"]);
    },
  );

  test("says that it does not work while the mail server is out of reach", async () => {
    const browser = new Browser({ ...county(), SMTP_URL: "smtp://127.0.0.1:9" });
    await refusal(await ask(browser, inbox()), 503, "unavailable");
  });
});

test("a code is not enough to lead or administer, where the county says so", async () => {
  const email = inbox();
  const vars = { ...county(), FIRST_ADMIN_EMAIL: email, OIDC_REQUIRED_FOR_LEADS: "true" };
  const weak = new Browser(vars);
  await weak.ask("POST", "/api/sign-in/code", { email });
  await weak.ask("POST", "/api/sign-in/code/check", { email, code: await codeFor(email) });
  expect(await weak.actor()).toMatchObject({ admin: false, isWeakened: true });
  await refusal(await weak.ask("GET", "/api/people"), 403, "forbidden");
  const token = await weak.ask("POST", "/api/account/tokens", { name: "x", scope: "write" });
  await refusal(token, 403, "forbidden");
  await beSomebody({ sub: "strong", email, email_verified: true });
  const strong = new Browser(vars);
  await strong.signInWithProvider();
  expect(await strong.actor()).toMatchObject({ admin: true });
  expect((await strong.ask("GET", "/api/people")).status).toBe(200);
});

describe("the first administrator", () => {
  test("is whose address the deployment names, once and only once", async () => {
    const email = inbox();
    const vars = { ...county(), FIRST_ADMIN_EMAIL: email.toUpperCase() };
    const someone = new Browser(vars);
    await beSomebody({ sub: "another", email: inbox(), email_verified: true });
    await someone.signInWithProvider();
    expect(await someone.actor()).toMatchObject({ admin: false });
    const unproven = new Browser(vars);
    await beSomebody({ sub: "unproven", email, email_verified: false });
    expect(failureOf(await unproven.signInWithProvider())).toBe("account");
    expect(await unproven.actor()).toBeNull();
    const first = new Browser(vars);
    await first.ask("POST", "/api/sign-in/code", { email });
    await first.ask("POST", "/api/sign-in/code/check", { email, code: await codeFor(email) });
    expect(await first.actor()).toMatchObject({ admin: true });
    const second = new Browser({ ...vars, FIRST_ADMIN_EMAIL: aarne.email });
    await beSomebody(aarne);
    await second.signInWithProvider();
    expect(await second.actor()).toMatchObject({ admin: false });
  });
});
