import { addHours } from "date-fns";
import { and, desc, eq, lt, lte, ne } from "drizzle-orm";
import { allHappened, record } from "../../history/record.ts";
import { COUNTY_SCOPE } from "../../history/terms.ts";
import { digest } from "../../kernel/digest.ts";
import { type Actor, assertPerson } from "../../kernel/permissions.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import { SAY } from "../../kernel/sentences/say.ts";
import { type Database, retrying, runBatch, type Statement } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { countTowards, uncount } from "../../platform/limits.ts";
import { isRefusedRecipient, mailCause } from "../../platform/mail.ts";
import { neighbourhoodOf } from "../../platform/network.ts";
import { failsWhere } from "../../platform/requests.ts";
import { randomId, randomToken } from "../../platform/secrets.ts";
import { logged } from "../../use-log/record.ts";
import type { Held } from "../contract/held.ts";
import type { AskCode, CheckCode, OpenDemoSession } from "../contract/session.ts";
import { deviceOf } from "../domain.ts";
import { findDemoPerson } from "../queries/actors.ts";
import { findHeld, findPerson, heldIn, isErased } from "../queries/people.ts";
import { membershipHappened, writeMembership } from "../record.ts";
import {
  askCode,
  beginWithProvider,
  finishWithProvider,
  personOfCode,
} from "../sign-in/ceremonies.ts";
import { sessions, tokens, verifications } from "../tables.ts";
import {
  codeMinutes,
  demoMunicipality,
  demoSessionsMax,
  sessionHoursMax,
  sessionsMax,
  type SignInMethod,
} from "../terms.ts";

/** A browser that signs in: the secret that ties a code to it, and what it calls itself. */
export type Browser = { readonly secret: string; readonly userAgent: string };

/**
 * Sends a one-time code to an address, whether somebody has it or not. Refuses with `rate_limited`
 * and, where the deployment sends no letters, `unavailable`.
 */
export async function sendCode(deps: AskedDeps, { email }: AskCode, browser: Browser) {
  const { mailer, address, language, settings, db } = deps;
  if (mailer === null) throw unavailable();
  await countTowards(deps, "codeAsked", neighbourhoodOf(address));
  await countTowards(deps, "codeMailed", `${neighbourhoodOf(address)} ${email}`);
  const say = SAY[language];
  let isSent = false;
  await askCode(
    {
      db,
      settings,
      browser: browser.secret,
      // The library would keep a letter that fails to itself.
      sendCode: async (to, code) => {
        const letter = {
          to,
          subject: say.codeSubject(code),
          body: say.codeBody(code, codeMinutes),
        };
        isSent = await mailer(letter).then(
          () => true,
          (cause: unknown) => notSent(cause),
        );
      },
    },
    email,
  );
  if (!isSent) throw unavailable();
}

/**
 * Signs in with a code; gives the session's token. Refuses with `invalid` whatever is wrong, and
 * with `rate_limited` when codes are guessed: the guesser, never the owner of the address.
 */
export async function signInWithCode(deps: AskedDeps, input: CheckCode, browser: Browser) {
  const { settings, db, address } = deps;
  await countTowards(deps, "codeTried", neighbourhoodOf(address));
  try {
    const person = await personOfCode(
      { db, settings, browser: browser.secret, sendCode: noCode },
      input,
    );
    await uncount(deps, "codeTried", neighbourhoodOf(address));
    return await openSession(deps, person, "code", browser);
  } catch (error) {
    if (error instanceof Refusal) await logRefusedSignIn(deps, "code");
    throw error;
  }
}

/** Where the browser goes to sign in with the county's provider, and with which cookies. */
export async function beginSignIn(deps: AskedDeps, returnTo: string, browser: Browser) {
  const { settings, db, address } = deps;
  if (settings.oidc === null) throw notFound();
  await countTowards(deps, "signInBegun", neighbourhoodOf(address));
  return beginWithProvider({ db, settings, browser: browser.secret, sendCode: noCode }, returnTo);
}

/** What came of it when the browser is back: a session's token, or why there is none. */
export async function finishSignIn(deps: AskedDeps, request: Request, browser: Browser) {
  const { settings, db, address } = deps;
  if (settings.oidc === null) throw notFound();
  await countTowards(deps, "signInEnded", neighbourhoodOf(address));
  const { person, ...rest } = await finishWithProvider(
    { db, settings, browser: browser.secret, sendCode: noCode },
    request,
  );
  if (person === null) {
    await logRefusedSignIn(deps, `oidc ${rest.failure}`);
    return { ...rest, token: null };
  }
  return { ...rest, token: await openSession(deps, person, "oidc", browser) };
}

/** A mailbox that is not there is answered like one that is; a mail server that is not, is not. */
function notSent(cause: unknown): boolean {
  console.error(JSON.stringify({ message: "code not sent", cause: mailCause(cause) }));
  return isRefusedRecipient(cause);
}

const noCode = () => Promise.reject(unavailable());
const unavailable = () => new Refusal("unavailable", (say) => say.signInUnavailable());

async function logRefusedSignIn(deps: AskedDeps, detail: string): Promise<void> {
  await runBatch(deps.db, [logged(deps, { kind: "sign_in_refused", detail })]);
}

/** Signs in as a seeded person; gives the token for the cookie, which is kept only as a hash. */
export async function openDemoSession(deps: AskedDeps, input: OpenDemoSession, browser: Browser) {
  const code = input.municipality ?? demoMunicipality;
  const person = await findDemoPerson(deps.db, input.person, code);
  if (!person) {
    throw new Refusal("invalid", (say) => say.invalid(), {
      problems: [{ path: "municipality", message: (say) => say.demoMunicipalityUnknown() }],
    });
  }
  return openSession(deps, person.id, "demo", browser);
}

/** Opens a session and logs it. The oldest go when a person has too many. */
async function openSession(
  deps: AskedDeps,
  person: string,
  method: SignInMethod,
  { userAgent }: Browser,
): Promise<string> {
  const { db, now } = deps;
  const token = randomToken();
  await retrying(async () => {
    const max = method === "demo" ? demoSessionsMax : sessionsMax;
    const [last] = await db
      .select({ at: sessions.createdAt })
      .from(sessions)
      .where(eq(sessions.person, person))
      .orderBy(desc(sessions.createdAt))
      .limit(1)
      .offset(max - 1);
    await runBatch(db, [
      ...(method === "demo" ? [] : await firstAdministrator(deps, person)),
      ...(last === undefined
        ? []
        : [
            db
              .delete(sessions)
              .where(and(eq(sessions.person, person), lte(sessions.createdAt, last.at))),
          ]),
      db.insert(sessions).values({
        tokenHash: await digest(token),
        person,
        id: randomId("s"),
        method,
        device: deviceOf(userAgent),
        createdAt: now,
        usedAt: now,
        expiresAt: addHours(now, sessionHoursMax).toISOString(),
      }),
      logged(deps, { kind: "signed_in", detail: method, person }),
      failsWhere(isErased(person)),
    ]);
  });
  return token;
}

/**
 * A county has to begin with somebody: whose address the deployment names becomes administrator
 * when they first sign in, as long as there is none.
 */
async function firstAdministrator(deps: AskedDeps, id: string): Promise<Statement[]> {
  const { settings, db, now } = deps;
  if (settings.firstAdminEmail === null) return [];
  const person = await findPerson(db, id);
  if (!person?.emailVerified || person.email !== settings.firstAdminEmail) return [];
  if ((await heldIn(deps, COUNTY_SCOPE)).length > 0) return [];
  const place = { person: id, project: COUNTY_SCOPE, role: "admin" } as const;
  const after: Held = { ...place, municipalities: [], deputyFor: [], since: now, endedAt: null };
  const actor: Actor = { id, admin: true, memberships: [] };
  const said = { role: "admin", reason: "first" } as const;
  const [fact] = await allHappened({ actor, now, keyed: null }, [
    membershipHappened(await findHeld(deps, place), after, said),
  ]);
  return fact ? [...record([fact]), writeMembership(db, after, fact)] : [];
}

/** Writes down that a session or a token was used just now. */
export async function touchSession(db: Database, tokenHash: string, now: string): Promise<void> {
  await db.update(sessions).set({ usedAt: now }).where(eq(sessions.tokenHash, tokenHash));
}

export async function touchToken(db: Database, id: string, now: string): Promise<void> {
  await db.update(tokens).set({ usedAt: now }).where(eq(tokens.id, id));
}

/** Signs out. A stranger is signed out already. */
export async function closeSession(deps: AskedDeps): Promise<void> {
  const { db, actor, sessionId } = deps;
  if (sessionId === null) return;
  await runBatch(db, [
    db.delete(sessions).where(and(eq(sessions.person, actor.id), eq(sessions.id, sessionId))),
    logged(deps, { kind: "signed_out", detail: "" }),
  ]);
}

/** Ends one of one's own sessions. Refuses with `not_found`, also for somebody else's. */
export async function endSession(deps: AskedDeps, id: string): Promise<void> {
  const { db, actor } = deps;
  assertPerson(actor, "account.manage");
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.person, actor.id), eq(sessions.id, id)))
    .returning({ id: sessions.id });
  if (ended.length === 0) throw notFound();
  await runBatch(db, [logged(deps, { kind: "session_ended", detail: "own" })]);
}

/** Ends all of one's own sessions but the one that asks. */
export async function endOtherSessions(deps: AskedDeps): Promise<void> {
  const { db, actor, sessionId } = deps;
  assertPerson(actor, "account.manage");
  await runBatch(db, [
    db.delete(sessions).where(and(eq(sessions.person, actor.id), ne(sessions.id, sessionId ?? ""))),
    logged(deps, { kind: "session_ended", detail: "all others" }),
  ]);
}

/** Drops what has run out: sessions, and sign-ins that were never finished. */
export async function forgetSessions({ db, now }: Pick<AskedDeps, "db" | "now">): Promise<void> {
  await runBatch(db, [
    db.delete(sessions).where(lt(sessions.expiresAt, now)),
    db.delete(verifications).where(lt(verifications.expiresAt, now)),
  ]);
}
