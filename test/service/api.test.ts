import { env } from "cloudflare:workers";
import { describe, expect, test, vi } from "vitest";
import { app } from "../../worker/app.ts";
import { factCount, refusal } from "../support/answers.ts";
import { aWorld, type Client, origin } from "../support/world.ts";

/** The real database, until something fails in it as the platform says that it can. */
const failing = (message: string, fails: (sql: string) => boolean): D1Database =>
  // The app calls only these two.
  ({
    prepare(sql: string) {
      if (fails(sql)) throw new Error(`D1_ERROR: ${message}`);
      return env.DB.prepare(sql);
    },
    batch: (statements: D1PreparedStatement[]) => env.DB.batch(statements),
  }) as D1Database;

const ask = async ({ cookie }: Client, path: string, DB: D1Database, init: RequestInit = {}) => {
  const headers = { cookie, "content-type": "application/json", "if-match": '"0"' };
  return app.fetch(new Request(`${origin}${path}`, { ...init, headers }), { ...env, DB });
};
const change = { method: "PATCH", body: '{"declared":"done"}' };
const cell = "/api/projects/demo/progress/1/837";

describe("while the database is out of reach", () => {
  test.each([
    "Network connection lost.",
    "internal error; Durable Object storage caused object to be reset.",
    "D1 DB is overloaded. Requests queued for too long.",
  ])(
    "(%s) reads and writes are answered as unavailable, and nothing is written",
    async (message) => {
      const { lead } = await aWorld();
      const facts = await factCount();
      const DB = failing(message, (sql) => !sql.includes("sessions"));
      for (const path of [
        "/api/health",
        "/api/projects",
        "/api/projects/demo/progress",
        "/api/portfolio",
      ]) {
        await refusal(await ask(lead, path, DB), 503, "unavailable");
      }
      const writesFail = failing(message, (sql) => sql.includes("INSERT"));
      await refusal(await ask(lead, cell, writesFail, change), 503, "unavailable");
      expect(await factCount()).toBe(facts);
    },
  );
});

describe("a bug", () => {
  test("is logged with its cause and shown without it", async () => {
    const { lead } = await aWorld();
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    try {
      const DB = failing("no such column: salaisuus", (sql) => sql.includes("boards"));
      const answer = await ask(lead, "/api/projects/demo/progress", DB);
      const shown = JSON.stringify(await refusal(answer, 500, "internal"));
      expect(shown).not.toMatch(/salaisuus|D1_ERROR|boards/);
      expect(String(log.mock.calls[0]?.[0])).toMatch(/salaisuus/);
      expect(String(log.mock.calls[0]?.[0])).not.toContain(lead.cookie);
    } finally {
      log.mockRestore();
    }
  });
});
