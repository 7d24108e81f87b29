import { eq } from "drizzle-orm";
import type { Fact } from "../history/record.ts";
import type { Database, Statement } from "../platform/database.ts";
import { reportLinks, webhooks } from "./tables.ts";

type LinkRow = typeof reportLinks.$inferSelect;
type WebhookRow = typeof webhooks.$inferSelect;
type Written = Pick<Fact, "version" | "hash">;

export const linkSubject = ({ project, id }: Pick<LinkRow, "project" | "id">) =>
  `link:${project}:${id}`;
export const webhookSubject = ({ project, id }: Pick<WebhookRow, "project" | "id">) =>
  `webhook:${project}:${id}`;

/** What a fact says of a link: not whom it is for, and nothing that would open it. */
export function saidOfLink({ report, edition, formats, expiresAt, revokedAt }: LinkRow) {
  return { report, edition, formats, expiresAt, revokedAt };
}

/** What a fact says of a webhook: the place alone, because what follows it may be a secret. */
export function saidOfWebhook({ url, events, isEnabled, removedAt }: WebhookRow) {
  return { target: new URL(url).host, events, isEnabled, removedAt };
}

/** The statement that writes a new link, or takes it back, as its fact says. */
export function writeLink(db: Database, row: LinkRow, { version, hash }: Written): Statement {
  return version === 1
    ? db.insert(reportLinks).values({ ...row, version, hash })
    : db
        .update(reportLinks)
        .set({ revokedAt: row.revokedAt, version, hash })
        .where(eq(reportLinks.id, row.id));
}

/** The statement that makes a webhook what its fact says. */
export function writeWebhook(db: Database, row: WebhookRow, { version, hash }: Written): Statement {
  const { id, ...set } = row;
  return version === 1
    ? db.insert(webhooks).values({ ...row, version, hash })
    : db
        .update(webhooks)
        .set({ ...set, version, hash })
        .where(eq(webhooks.id, id));
}
