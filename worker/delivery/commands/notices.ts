import { addDays, addHours, subDays } from "date-fns";
import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { facts } from "../../history/tables.ts";
import { memberships, people } from "../../identity/tables.ts";
import { SAY } from "../../kernel/sentences/say.ts";
import type { Statement } from "../../platform/database.ts";
import type { AskedDeps } from "../../platform/env.ts";
import { mailCause } from "../../platform/mail.ts";
import { projects } from "../../projects/tables.ts";
import { reports } from "../../reporting/tables.ts";
import { reportNotices } from "../tables.ts";
import { lettersAtOnceMax, NOTICED_ROLES, noticeDaysMax, noticeTriesMax } from "../terms.ts";

export type Noticing = Pick<AskedDeps, "db" | "now" | "mailer"> & {
  /** Where one signs in; null where nobody has told. */
  readonly origin: string | null;
};

/** Monday morning in UTC, from which a week's digest goes out. */
const digestHour = 5;

/** The next Monday after a moment. */
function nextDigest(now: string): string {
  const day = new Date(now).getUTCDay();
  const monday = addDays(now, (8 - day) % 7 || 7).toISOString();
  return `${monday.slice(0, 10)}T0${digestHour}:00:00.000Z`;
}

/**
 * The statement that notes whom a submission is to be told of: those of its project who receive
 * reports, but for who submitted it and who wants no letters. What is older than two days is told
 * to nobody: facts of long ago come with a database that was rebuilt.
 */
export function noteReaders(now: string, from: Statement, until: number): Statement {
  const roles = JSON.stringify(NOTICED_ROLES);
  return sql`INSERT INTO ${reportNotices} (fact, person, project, report, edition, state, due_at, tries)
    SELECT DISTINCT f.seq, p.id, f.scope, f.detail -> '$.after.number',
      f.detail -> '$.after.edition', 'waiting', iif(p.notices = 'each', ${now}, ${nextDigest(now)}), 0
    FROM ${facts} f
    JOIN ${memberships} m ON m.project = f.scope AND m.ended_at IS NULL
      AND m.role IN (SELECT value FROM json_each(${roles}))
    JOIN ${people} p ON p.id = m.person AND p.email IS NOT NULL AND p.notices <> 'none'
    WHERE f.seq > ${from} AND f.seq <= ${until} AND f.kind = 'report.submitted'
      AND f.at >= ${subDays(now, noticeDaysMax).toISOString()} AND p.id <> f.actor
    ON CONFLICT (fact, person) DO NOTHING`;
}

/**
 * Sends the letters that are due, one to each person for all that waits for them. A letter is
 * claimed before it goes out, so it goes out at most once; one that the mail server did not take is
 * tried again an hour later, a few times.
 */
export async function sendNotices(deps: Noticing): Promise<void> {
  const { db, now, mailer } = deps;
  if (mailer === null) return;
  const due = await db
    .selectDistinct({ person: reportNotices.person })
    .from(reportNotices)
    .where(and(eq(reportNotices.state, "waiting"), lte(reportNotices.dueAt, now)))
    .orderBy(asc(reportNotices.person))
    .limit(lettersAtOnceMax);
  for (const { person } of due) {
    // oxlint-disable-next-line no-await-in-loop -- one letter after the other
    await sendLetter({ ...deps, mailer }, person);
  }
}

type Sending = Noticing & { readonly mailer: NonNullable<Noticing["mailer"]> };

async function sendLetter({ db, now, mailer, origin }: Sending, person: string): Promise<void> {
  const claimed = await db
    .update(reportNotices)
    .set({ state: "sending", tries: sql`${reportNotices.tries} + 1` })
    .where(
      and(
        eq(reportNotices.person, person),
        eq(reportNotices.state, "waiting"),
        lte(reportNotices.dueAt, now),
      ),
    )
    .returning();
  const ids = claimed.map(({ fact }) => fact);
  const set = (values: Partial<typeof reportNotices.$inferInsert>) =>
    db
      .update(reportNotices)
      .set(values)
      .where(and(eq(reportNotices.person, person), inArray(reportNotices.fact, ids)));
  const [reader] = await db.select().from(people).where(eq(people.id, person));
  const said = await told(db, person, ids);
  // Who was erased, or has left the project meanwhile, is told nothing.
  if (!reader || reader.email === null || said.length === 0) {
    if (ids.length > 0) await set({ state: "failed" });
    return;
  }
  const say = SAY[reader.language];
  const lines = said.map(({ project, name, edition }) => say.noticeLine(project, name, edition));
  try {
    const body = say.noticeBody(lines.join("\n"), origin);
    await mailer({ to: reader.email, subject: say.noticeSubject(said.length), body });
    await set({ state: "sent" });
  } catch (cause) {
    console.error(JSON.stringify({ message: "notice not sent", cause: mailCause(cause) }));
    const isLast = claimed.some(({ tries }) => tries >= noticeTriesMax);
    await set({
      state: isLast ? "failed" : "waiting",
      dueAt: addHours(now, 1).toISOString(),
    });
  }
}

/** What is told of: the reports of projects in which the person still receives them. */
async function told(db: Noticing["db"], person: string, ids: readonly number[]) {
  return db
    .selectDistinct({
      fact: reportNotices.fact,
      edition: reportNotices.edition,
      project: projects.name,
      name: reports.name,
    })
    .from(reportNotices)
    .innerJoin(projects, eq(projects.slug, reportNotices.project))
    .innerJoin(
      reports,
      and(eq(reports.project, reportNotices.project), eq(reports.number, reportNotices.report)),
    )
    .innerJoin(
      memberships,
      and(
        eq(memberships.person, person),
        eq(memberships.project, reportNotices.project),
        sql`${memberships.endedAt} IS NULL`,
        inArray(memberships.role, [...NOTICED_ROLES]),
      ),
    )
    .where(and(eq(reportNotices.person, person), inArray(reportNotices.fact, [...ids])))
    .orderBy(asc(reportNotices.fact));
}
