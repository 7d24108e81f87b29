import { desc, lt } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Database } from "./database.ts";
import type { Settings } from "./settings.ts";

/** Letters of a demonstration, which sends none: they are read on a page of their own. */
export const demoLetters = sqliteTable("demo_letters", {
  number: integer().primaryKey({ autoIncrement: true }),
  recipient: text().notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  at: text().notNull(),
});

const demoLettersMax = 50;

/** A letter in plain text, written when it is sent. */
export type Letter = { readonly to: string; readonly subject: string; readonly body: string };

/** Sends a letter; throws when it could not be handed over. */
export type Mailer = (letter: Letter) => Promise<void>;

/** How this deployment sends letters, or null where it cannot. */
export function mailerOf(
  { smtpUrl, mailFrom, demonstration }: Settings,
  { db, now }: { readonly db: Database; readonly now: string },
): Mailer | null {
  if (smtpUrl !== null) return (letter) => sendBySmtp(smtpUrl, mailFrom, letter);
  return demonstration ? (letter) => keepLetter(db, now, letter) : null;
}

async function sendBySmtp(url: string, from: string, { to, subject, body }: Letter): Promise<void> {
  // Run when it is used: it would cost every cold start otherwise.
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to: { name: "", address: to },
      subject,
      text: body,
      // Tells other programs that nobody wrote this, so that no absence is answered (RFC 3834).
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } finally {
    transport.close();
  }
}

async function keepLetter(db: Database, now: string, { to, subject, body }: Letter): Promise<void> {
  const [kept] = await db
    .insert(demoLetters)
    .values({ recipient: to, subject, body, at: now })
    .returning({ number: demoLetters.number });
  await db.delete(demoLetters).where(lt(demoLetters.number, (kept?.number ?? 0) - demoLettersMax));
}

/** The letters of a demonstration, newest first. */
export async function listDemoLetters(db: Database) {
  return db.select().from(demoLetters).orderBy(desc(demoLetters.number)).limit(demoLettersMax);
}

/** Nodemailer's errors carry a code of their own and the server's. */
function codesOf(error: unknown) {
  const known = typeof error === "object" && error !== null ? error : {};
  const code: unknown = Reflect.get(known, "code");
  return {
    code: typeof code === "string" ? code : "unknown",
    responseCode: Number(Reflect.get(known, "responseCode") ?? 0),
  };
}

/** What a mail server had against a letter, without what it said: that may name the address. */
export function mailCause(error: unknown): string {
  const { code, responseCode } = codesOf(error);
  return `${code} ${responseCode}`;
}

/** Whether the server is there, and refuses the address (RFC 5321 § 4.2.1: 5yz). */
export function isRefusedRecipient(error: unknown): boolean {
  const { code, responseCode } = codesOf(error);
  return code === "EENVELOPE" && responseCode >= 500;
}
