import { addSeconds } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { deliver } from "../../../worker/delivery/commands/deliver.ts";
import type { DeliveryList, WebhookView } from "../../../worker/delivery/contract/webhooks.ts";
import { deliveries, webhooks } from "../../../worker/delivery/tables.ts";
import {
  attemptsMax,
  failuresMax,
  sentAtOnceMax,
  WAITS,
  webhooksMax,
} from "../../../worker/delivery/terms.ts";
import { facts } from "../../../worker/history/tables.ts";
import type { ReportView } from "../../../worker/reporting/contract/reports.ts";
import { ok, refusal } from "../../support/answers.ts";
import { aSubmission, aWebhook, delivering, sentTo, submitted } from "../../support/delivery.ts";
import { aWorld, type Client, database } from "../../support/world.ts";

const path = "/api/projects/demo/webhooks";
const soon = (seconds = 1) => addSeconds(new Date(), seconds).toISOString();
const run = (seconds?: number) => deliver(delivering(soon(seconds)));
const log = async (lead: Client, id: string) =>
  (await ok<DeliveryList>(await lead.get(`${path}/${id}/deliveries`))).items;

test("a submission is told once, signed as Standard Webhooks says, and names nobody", async () => {
  const { lead } = await aWorld();
  const { to, secret, id } = await aWebhook(lead, "fine");
  const { fingerprint } = await aSubmission(lead);
  await run();
  await run();
  const [message, ...more] = await sentTo(to);
  expect(more).toEqual([]);
  if (!message) throw new Error("Nothing came.");
  const { headers, body } = message;
  expect(JSON.parse(body)).toEqual({
    type: "report.submitted",
    timestamp: expect.any(String),
    data: { project: "demo", report: 1, edition: 1, fingerprint },
  });
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  expect(headers["webhook-signature"]).toBe(`v1,${await hmac(secret ?? "", signed)}`);
  expect(await log(lead, id)).toMatchObject([
    { event: "report.submitted", state: "done", attempts: [{ status: 204, problem: null }] },
  ]);
});

test("each step of a report is told under its own name, and only what was chosen", async () => {
  const { lead, funder } = await aWorld();
  const all = await aWebhook(lead, "fine");
  const some = await aWebhook(lead, "fine", { events: ["report.accepted"] });
  const step = async (who: Client, { number, version }: ReportView, move: string, body: object) =>
    ok<ReportView>(
      await who.send("POST", `/api/projects/demo/reports/${number}/${move}`, body, { version }),
    );
  const first = await aSubmission(lead);
  const again = await submitted(lead, await step(funder, first, "return", { note: "Täydennä." }));
  const accepted = await step(funder, again, "accept", {});
  const reason = { edition: 2, reason: "Väärä luku." };
  await submitted(lead, await step(lead, accepted, "correct", reason));
  await run();
  const types = (await sentTo(all.to)).map(
    ({ body }) => (JSON.parse(body) as { type: string }).type,
  );
  expect(types.toSorted()).toEqual([
    "report.accepted",
    "report.corrected",
    "report.returned",
    "report.submitted",
    "report.submitted",
  ]);
  expect(await sentTo(some.to)).toHaveLength(1);
});

test("nothing from before a webhook was added is told", async () => {
  const { lead } = await aWorld();
  await aSubmission(lead);
  const { to } = await aWebhook(lead, "fine");
  await run();
  expect(await sentTo(to)).toEqual([]);
});

test("two deliverers at once send an attempt once", async () => {
  const { lead } = await aWorld();
  const { to } = await aWebhook(lead, "fine");
  await aSubmission(lead);
  const deps = delivering(soon());
  await Promise.all([deliver(deps), deliver(deps), deliver(deps)]);
  expect(await sentTo(to)).toHaveLength(1);
});

test("a claim of a run that has gone on for long is not taken over while it is sent", async () => {
  const { lead } = await aWorld();
  const { to } = await aWebhook(lead, "hangs");
  await aSubmission(lead);
  const long = deliver(delivering(soon(-120)));
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await run();
  await long;
  expect(await database().select().from(deliveries)).toMatchObject([{ attempts: 1 }]);
  expect(await sentTo(to)).toHaveLength(1);
});

test("what is more than one run sends is sent by the next, which the first asks for at once", async () => {
  const { lead } = await aWorld();
  const { to, id } = await aWebhook(lead, "fine");
  await aSubmission(lead);
  expect(await run()).toEqual([]);
  const [sent] = await database().select().from(deliveries).where(eq(deliveries.webhook, id));
  if (!sent) throw new Error("Nothing was delivered.");
  const more = Array.from({ length: sentAtOnceMax + 1 }, (_, index) => ({
    ...sent,
    id: `msg_more_${index}`,
    fact: sent.fact + 1 + index,
    state: "waiting" as const,
    attempts: 0,
  }));
  for (const one of more) await database().insert(deliveries).values(one);
  expect(await run()).toEqual([0]);
  expect(await sentTo(to)).toHaveLength(1 + sentAtOnceMax);
  expect(await run()).toEqual([]);
  expect(await sentTo(to)).toHaveLength(1 + more.length);
});

test("a target that fails once is tried again under the same id", async () => {
  const { lead } = await aWorld();
  const { to, id } = await aWebhook(lead, "once");
  await aSubmission(lead);
  expect(await run()).toEqual([WAITS[0]]);
  expect(await run(2)).toEqual([]);
  expect(await sentTo(to)).toHaveLength(1);
  await run(1 + WAITS[0]);
  const [first, second] = await sentTo(to);
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  const [{ state, attempts } = { state: "", attempts: [] }] = await log(lead, id);
  expect(state).toBe("done");
  expect(attempts.map(({ status }) => status)).toEqual([204, 500]);
  expect(await webhook(id)).toMatchObject({ failures: 0 });
});

test("a target that hangs is cut off, and a redirect is not followed", async () => {
  const { lead } = await aWorld();
  const hangs = await aWebhook(lead, "hangs");
  const away = await aWebhook(lead, "away");
  await aSubmission(lead);
  await run();
  const [late] = await log(lead, hangs.id);
  expect(late?.attempts).toMatchObject([{ status: null, problem: "timeout" }]);
  expect(late?.attempts[0]?.milliseconds).toBeLessThan(10_000);
  const [sent] = await log(lead, away.id);
  expect(sent?.attempts).toMatchObject([{ status: 302, problem: "redirect" }]);
});

test("after its last attempt an event is sent only by hand", async () => {
  const { lead } = await aWorld();
  const { id, to } = await aWebhook(lead, "fails");
  await aSubmission(lead);
  let time = 1;
  for (const wait of [...WAITS, 60, 60]) {
    await run(time);
    time += wait;
  }
  expect(await sentTo(to)).toHaveLength(attemptsMax);
  const [failed] = await log(lead, id);
  expect(failed).toMatchObject({ state: "failed", nextAt: null });
  const again = `${path}/${id}/deliveries/${failed?.id}/send`;
  await ok(await lead.send("POST", again));
  await refusal(await lead.send("POST", again), 409, "locked");
  await run(time + 1);
  expect(await sentTo(to)).toHaveLength(attemptsMax + 1);
});

test("after many failures nothing is sent until somebody turns it on again", async () => {
  const { lead } = await aWorld();
  const { id, to } = await aWebhook(lead, "fails");
  await database()
    .update(webhooks)
    .set({ failures: failuresMax - 1 })
    .where(eq(webhooks.id, id));
  await aSubmission(lead);
  expect(await run()).toEqual([]);
  const given = await webhook(id);
  expect(given?.gaveUpAt).not.toBeNull();
  await aSubmission(lead);
  await run(3600);
  expect(await sentTo(to)).toHaveLength(1);
  const { version = 0 } = given ?? {};
  const on = await lead.send(
    "PATCH",
    `${path}/${id}`,
    { events: ["report.submitted"] },
    { version },
  );
  // Its address is none that anybody else trusts: changing it again is refused.
  await refusal(on, 400, "invalid");
});

test("a webhook that is removed is told nothing more, and its facts hold no path", async () => {
  const { lead } = await aWorld();
  const { id, to } = await aWebhook(lead, "fine");
  await aSubmission(lead);
  expect((await lead.send("DELETE", `${path}/${id}`)).status).toBe(204);
  await run();
  expect(await sentTo(to)).toEqual([]);
  expect(await database().select().from(deliveries)).toEqual([]);
  const told = await database()
    .select()
    .from(facts)
    .where(eq(facts.subject, `webhook:demo:${id}`));
  expect(told.map(({ kind }) => kind)).toEqual(["webhook.added", "webhook.removed"]);
  expect(JSON.stringify(told)).not.toContain(to);
  await refusal(await lead.get(`${path}/${id}/deliveries`), 404, "not_found");
});

test("a project has so many webhooks, and their secrets are shown once", async () => {
  const { lead } = await aWorld();
  const url = "https://rahoittaja.example/etappi";
  const made = await ok<{ secret: string }>(await lead.send("POST", path, { url }), 201);
  expect(made.secret).toMatch(/^whsec_/);
  for (let count = 1; count < webhooksMax; count += 1) {
    await ok(await lead.send("POST", path, { url }), 201);
  }
  await refusal(await lead.send("POST", path, { url }), 409, "locked");
  expect(await (await lead.get(path)).text()).not.toContain("whsec_");
  await refusal(await lead.send("POST", path, { url: "https://10.0.0.1/" }), 400, "invalid");
});

async function webhook(id: string): Promise<WebhookView | undefined> {
  const [row] = await database().select().from(webhooks).where(eq(webhooks.id, id));
  return row && { ...row, events: [...row.events] };
}

async function hmac(secret: string, text: string): Promise<string> {
  const raw = Uint8Array.from(atob(secret.slice(6)), (one) => one.charCodeAt(0));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}
