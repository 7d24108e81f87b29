import { env } from "cloudflare:workers";
import { app } from "../../worker/app.ts";
import { type Client, origin } from "./world.ts";

type Statement = { readonly sql: string; readonly read: number; readonly written: number };

/** What the database did for one request: statement by statement, as its own meter says. */
export type Cost = { readonly status: number; readonly statements: readonly Statement[] };

/** Answers a request by the real app on the real database, and reads the meter of every statement. */
export async function costOf(
  { cookie }: Client,
  path: string,
  { body, ...init }: { method?: string; headers?: Record<string, string>; body?: unknown } = {},
): Promise<Cost> {
  const statements: Statement[] = [];
  const request = new Request(`${origin}${path}`, {
    ...init,
    headers: { cookie, "content-type": "application/json", ...init.headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { status } = await app.fetch(request, { ...env, DB: metered(env.DB, statements) });
  return { status, statements };
}

/** What was read and written in all, for the statements that name a table, or for the others. */
export function sumOf({ statements }: Cost, concerns: (sql: string) => boolean) {
  const chosen = statements.filter(({ sql }) => concerns(sql));
  return {
    statements: chosen.length,
    read: chosen.reduce((sum, { read }) => sum + read, 0),
    written: chosen.reduce((sum, { written }) => sum + written, 0),
  };
}

/** Finding out who asks: the session, the person and their roles. */
export const isSession = (sql: string) => sql.includes('"sessions"');

function metered(db: D1Database, statements: Statement[]): D1Database {
  const originals = new WeakMap<
    D1PreparedStatement,
    { sql: string; statement: D1PreparedStatement }
  >();
  const note = (sql: string, { meta }: D1Result) =>
    statements.push({ sql, read: meta.rows_read, written: meta.rows_written });
  const wrap = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(sql, statement.bind(...values)),
      async all() {
        const result = await statement.all();
        note(sql, result);
        return result;
      },
      async run() {
        const result = await statement.run();
        note(sql, result);
        return result;
      },
      // Rows without names come without a meter, so what is read is read once more with one.
      async raw() {
        note(sql, await statement.all());
        return statement.raw();
      },
      // The app reads in no other way; a new one would fail here.
    } as D1PreparedStatement;
    originals.set(wrapped, { sql, statement });
    return wrapped;
  };
  const meter = {
    prepare: (sql: string) => wrap(sql, db.prepare(sql)),
    async batch(wrapped: D1PreparedStatement[]) {
      const known = wrapped.flatMap((one) => originals.get(one) ?? []);
      const results = await db.batch(known.map(({ statement }) => statement));
      for (const [index, result] of results.entries()) note(known[index]?.sql ?? "", result);
      return results;
    },
  };
  return meter as D1Database;
}
