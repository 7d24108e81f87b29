import { addHours } from "date-fns";
import { eq, lt } from "drizzle-orm";
import { digest } from "../kernel/digest.ts";
import type { Membership } from "../kernel/permissions.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type Database, runBatch } from "../platform/database.ts";
import type { OpenDemoSession } from "./contract.ts";
import { findDemoPerson } from "./queries.ts";
import { memberships, people, sessions } from "./tables.ts";
import { demoMunicipality, sessionHoursMax } from "./terms.ts";

type Moment = { readonly db: Database; readonly now: string };

/** Signs in as a seeded person; gives the token for the cookie, which is kept only as a hash. */
export async function openDemoSession({ db, now }: Moment, input: OpenDemoSession) {
  const person = await findDemoPerson(db, input.person, input.municipality ?? demoMunicipality);
  if (!person) {
    throw new Refusal("invalid", (say) => say.invalid(), {
      problems: [{ path: "municipality", message: (say) => say.demoMunicipalityUnknown() }],
    });
  }
  const token = randomToken();
  await db.insert(sessions).values({
    tokenHash: await digest(token),
    person: person.id,
    createdAt: now,
    expiresAt: addHours(now, sessionHoursMax).toISOString(),
  });
  return token;
}

/** 256 random bits, base64url. */
function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

export async function closeSession({ db }: Moment, token: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, await digest(token)));
}

export async function forgetSessions({ db, now }: Moment): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now));
}

/** A person of the demonstration with their roles; used by the seeds alone. */
export async function addDemoPerson(
  db: Database,
  person: {
    readonly id: string;
    readonly admin: boolean;
    readonly memberships: readonly Membership[];
  },
): Promise<void> {
  await runBatch(db, [
    db.insert(people).values({ id: person.id, admin: person.admin, demo: true }),
    ...person.memberships.map((membership) =>
      db.insert(memberships).values({
        ...membership,
        person: person.id,
        municipalities: [...membership.municipalities],
      }),
    ),
  ]);
}
