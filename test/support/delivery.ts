import { env } from "cloudflare:workers";
import { inject } from "vitest";
import { app } from "../../worker/app.ts";
import type { CreateLink, LinkMade } from "../../worker/delivery/contract/links.ts";
import type { CreateWebhook, WebhookMade } from "../../worker/delivery/contract/webhooks.ts";
import { deliveries } from "../../worker/delivery/tables.ts";
import { mailerOf } from "../../worker/platform/mail.ts";
import { settingsOf } from "../../worker/platform/settings.ts";
import type { ReportView } from "../../worker/reporting/contract/reports.ts";
import { ok } from "./answers.ts";
import type { Message } from "./receiver.ts";
import { type Client, database, origin } from "./world.ts";

/** A report of `demo` that was submitted just now. */
export async function aSubmission(lead: Client, project = "demo"): Promise<ReportView> {
  const path = `/api/projects/${project}/reports`;
  const drafted = await ok<ReportView>(await lead.send("POST", path, { name: "Raportti" }), 201);
  return submitted(lead, drafted);
}

/** The next edition of a report. */
export async function submitted(lead: Client, report: ReportView): Promise<ReportView> {
  const { project, number, version } = report;
  const path = `/api/projects/${project}/reports/${number}/submit`;
  return ok<ReportView>(await lead.send("POST", path, undefined, { version }));
}

/** A shared link to a report of `demo`, and the token in it. */
export async function aSharedLink(
  lead: Client,
  input: Partial<CreateLink> & Pick<CreateLink, "report">,
): Promise<LinkMade & { readonly token: string }> {
  const body = { formats: ["json"], name: "Rahoittaja", ...input };
  const answer = await lead.send("POST", "/api/projects/demo/links", body);
  const made = await ok<LinkMade>(answer, 201);
  return { ...made, token: made.link?.split("#")[1] ?? "" };
}

/** What signs in the tests, and the receiver's origin as one that the deployment trusts. */
export const delivering = (now: string) => ({
  db: database(),
  now,
  origin,
  mailer: mailerOf(settingsOf(env, origin), { db: database(), now }),
  settings: {
    ...settingsOf(env, origin),
    webhookTrusted: inject("outside").receiver,
  },
});

/** A webhook of `demo` that leads to the receiver; each has a path of its own. */
export async function aWebhook(
  lead: Client,
  how: string,
  input: Partial<CreateWebhook> = {},
): Promise<WebhookMade & { readonly to: string }> {
  const to = `/${how}/${crypto.randomUUID()}`;
  const url = `${inject("outside").receiver}${to}`;
  const request = new Request(`${origin}/api/projects/demo/webhooks`, {
    method: "POST",
    headers: { cookie: lead.cookie, "content-type": "application/json" },
    body: JSON.stringify({ url, ...input }),
  });
  const vars = { ...env, WEBHOOK_TRUSTED_ORIGIN: inject("outside").receiver };
  return { ...(await ok<WebhookMade>(await app.fetch(request, vars), 201)), to };
}

/** What came to a webhook, oldest first. */
export async function sentTo(to: string): Promise<readonly Message[]> {
  const answer = await fetch(`${inject("outside").receiver}/sent?to=${to}`);
  return answer.json();
}

/** An event that was not delivered, and is not tried any more. */
export async function aFailedDelivery(webhook: string, id: string): Promise<void> {
  const at = "2024-01-01T00:00:00.000Z";
  const data = { project: "demo", report: 1, edition: 1, fingerprint: null };
  const event = "report.submitted" as const;
  await database()
    .insert(deliveries)
    .values({
      id,
      webhook,
      event,
      fact: 1,
      attempts: 7,
      nextAt: at,
      createdAt: at,
      state: "failed",
      payload: JSON.stringify({ type: event, timestamp: at, data }),
    });
}
