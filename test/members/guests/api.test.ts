import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import worker from "../../../worker/index.ts";
import { ok } from "../../support/answers.ts";
import { Browser, codeFor, county } from "../../support/sign-in.ts";
import { aWorld } from "../../support/world.ts";

/** Somebody who signs in with an address of their own. */
async function guest(): Promise<{ browser: Browser; email: string; id: string }> {
  const email = `guest-${crypto.randomUUID()}@county.test`;
  const browser = new Browser(county());
  await browser.ask("POST", "/api/sign-in/code", { email });
  await browser.ask("POST", "/api/sign-in/code/check", { email, code: await codeFor(email) });
  const id = (await browser.actor())?.id ?? "";
  return { browser, email, id };
}

const signOut = ({ browser }: { browser: Browser }) => browser.ask("DELETE", "/api/session");
const remembered = async () =>
  (
    await env.DB.prepare("SELECT email FROM people WHERE demo = 0 AND email IS NOT NULL").all<{
      email: string;
    }>()
  ).results.map(({ email }) => email);
const nightAfter = (days: number) =>
  worker.scheduled(
    { scheduledTime: Date.now() + days * 86_400_000, cron: "17 1 * * *", noRetry: () => undefined },
    env,
  );

test("who signed in and came to nothing is forgotten after 90 days, and nobody else", async () => {
  await aWorld();
  const [old, asking] = [await guest(), await guest()];
  await asking.browser.ask("POST", "/api/access-requests", { project: "demo", role: "steering" });
  for (const one of [old, asking]) await signOut(one);
  await nightAfter(89);
  expect(await remembered()).toHaveLength(2);
  await nightAfter(91);
  expect(await remembered()).toEqual([asking.email]);
  const row = await env.DB.prepare("SELECT * FROM people WHERE id = ?").bind(old.id).first();
  expect(row).toMatchObject({ name: "", email: null, email_verified: 0, version: 2 });
  const again = new Browser(county());
  await again.ask("POST", "/api/sign-in/code", { email: old.email });
  const code = await codeFor(old.email);
  await again.ask("POST", "/api/sign-in/code/check", { email: old.email, code });
  expect((await again.actor())?.id).not.toBe(old.id);
});

test("an invitation that has ended forgets in a month to whom it went", async () => {
  const { lead } = await aWorld();
  const email = "somebody@county.test";
  await lead.send("POST", "/api/projects/demo/invitations", { email, role: "steering" });
  const addresses = async () =>
    (await env.DB.prepare("SELECT email FROM invitations").all<{ email: string | null }>()).results;
  await nightAfter(43);
  expect(await addresses()).toEqual([{ email }]);
  await nightAfter(45);
  expect(await addresses()).toEqual([{ email: null }]);
});

test("who holds or has held a role is kept", async () => {
  const { lead } = await aWorld();
  const held = await guest();
  const made = await lead.send("POST", "/api/projects/demo/invitations", {
    email: held.email,
    role: "steering",
  });
  const { link } = await ok<{ link: string }>(made, 201);
  const token = link.split("#")[1] ?? "";
  expect((await held.browser.ask("POST", "/api/invitations/accept", { token })).status).toBe(200);
  await signOut(held);
  await nightAfter(91);
  expect(await remembered()).toEqual([held.email]);
});
