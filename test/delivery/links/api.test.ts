import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { shareReport } from "../../../worker/delivery/commands/links.ts";
import type { LinkList, SharedReport } from "../../../worker/delivery/contract/links.ts";
import { reportLinks } from "../../../worker/delivery/tables.ts";
import { facts } from "../../../worker/history/tables.ts";
import { digest } from "../../../worker/kernel/digest.ts";
import { settingsOf } from "../../../worker/platform/settings.ts";
import type { ReportView } from "../../../worker/reporting/contract/reports.ts";
import { uses } from "../../../worker/use-log/tables.ts";
import { ok, refusal } from "../../support/answers.ts";
import { aSharedLink, aSubmission, submitted } from "../../support/delivery.ts";
import { at, aWorld, database, holds, origin, stranger } from "../../support/world.ts";

const links = "/api/projects/demo/links";
const look = (token: string) => stranger.send("POST", "/api/shared/look", { token });
const take = (token: string, format = "json") =>
  stranger.send("POST", "/api/shared/file", { token, format });

test("a link opens one report without signing in, and each file is counted and logged", async () => {
  const { lead } = await aWorld();
  const { number } = await aSubmission(lead);
  const { id, token, link } = await aSharedLink(lead, { report: number });
  expect(link).toBe(`https://etappi.test/shared#${token}`);

  const seen = await ok<SharedReport>(await look(token));
  expect(seen).toMatchObject({ projectName: "Esimerkki", reportName: "Raportti", newest: true });
  const file = await take(token);
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect(await digest(bytes)).toBe(seen.fingerprint);
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="demo-.*\.json"$/);

  await refusal(await take(token, "pdf"), 404, "not_found");
  const { items } = await ok<LinkList>(await lead.get(links));
  expect(items).toMatchObject([{ id, times: 1, state: "open" }]);
  const lines = await database().select().from(uses).where(eq(uses.kind, "report_received"));
  expect(lines).toMatchObject([{ person: null, project: "demo", detail: `1.1 json ${id}` }]);
});

test("a link stands for the newest edition, unless it names one", async () => {
  const { lead, funder } = await aWorld();
  const first = await aSubmission(lead);
  const newest = await aSharedLink(lead, { report: 1 });
  const fixed = await aSharedLink(lead, { report: 1, edition: 1 });
  const path = "/api/projects/demo/reports/1/return";
  const body = { note: "Täydennä." };
  const { version } = first;
  const returned = await ok<ReportView>(await funder.send("POST", path, body, { version }));
  expect(await ok(await look(newest.token))).toMatchObject({ edition: 1, outcome: "returned" });
  await submitted(lead, returned);
  expect(await ok(await look(newest.token))).toMatchObject({ edition: 2, newest: true });
  expect(await ok(await look(fixed.token))).toMatchObject({ edition: 1, newest: false });
});

test("what was never submitted cannot be shared", async () => {
  const { lead } = await aWorld();
  await ok(await lead.send("POST", "/api/projects/demo/reports", { name: "Luonnos" }), 201);
  const body = { report: 1, formats: ["json"], name: "Rahoittaja" };
  await refusal(await lead.send("POST", links, body), 404, "not_found");
  await aSubmission(lead);
  const later = { ...body, report: 2, edition: 2 };
  await refusal(await lead.send("POST", links, later), 404, "not_found");
});

test("an unknown, a revoked and an expired link are answered alike", async () => {
  const { lead } = await aWorld();
  await aSubmission(lead);
  const revoked = await aSharedLink(lead, { report: 1 });
  await ok(await take(revoked.token));
  expect((await lead.send("DELETE", `${links}/${revoked.id}`)).status).toBe(204);
  expect((await lead.send("DELETE", `${links}/${revoked.id}`)).status).toBe(204);

  const expired = await anExpiredLink();
  const answers = await Promise.all(
    [revoked.token, expired, "A".repeat(43)].flatMap((token) => [look(token), take(token)]),
  );
  const told = await Promise.all(answers.map(async (one) => [one.status, await one.text()]));
  expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(told[0]?.[0]).toBe(404);
});

test("neither the token nor whom it is for is in a fact, a log or an answer that is kept", async () => {
  const { lead } = await aWorld();
  await aSubmission(lead);
  const body = { report: 1, formats: ["json"], name: "Kirjaamo" };
  const options = { key: "kerran" };
  const made = await ok<{ link: string }>(await lead.send("POST", links, body, options), 201);
  const again = await ok<{ link: null }>(await lead.send("POST", links, body, options), 201);
  expect(again.link).toBeNull();
  const token = made.link.split("#")[1] ?? "";
  const tables = ["facts", "uses", "requests", "report_links", "limits"];
  const dumps = await Promise.all(
    tables.map(async (table) => {
      const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all();
      return JSON.stringify(results);
    }),
  );
  expect(dumps.filter((dump) => dump.includes(token))).toEqual([]);
  expect(dumps[0]).toContain("link.shared");
  expect(dumps[0]).not.toContain("Kirjaamo");
});

test("a link changes only with its fact, and is not opened again", async () => {
  const { lead } = await aWorld();
  await aSubmission(lead);
  const { id } = await aSharedLink(lead, { report: 1 });
  const set = (values: object) =>
    database().update(reportLinks).set(values).where(eq(reportLinks.id, id));
  await expect(set({ expiresAt: "2099-01-01T00:00:00.000Z" })).rejects.toThrow("Failed query");
  await expect(set({ revokedAt: "2024-01-01T00:00:00.000Z" })).rejects.toThrow("Failed query");
  await set({ times: 7 });
  const kinds = await database().select({ kind: facts.kind }).from(facts);
  expect(kinds.filter(({ kind }) => kind.startsWith("link."))).toHaveLength(1);
});

/** Made long ago, for a day. */
async function anExpiredLink(): Promise<string> {
  const actor = { id: "lead", admin: false, memberships: [holds("lead", "demo")] };
  const deps = {
    ...at("2020-01-01T00:00:00.000Z", actor),
    settings: settingsOf(env, origin),
    mailer: null,
    files: env.FILES,
    address: "",
    sessionId: null,
    tokenId: null,
  };
  const asked = { report: 1, edition: null, formats: ["json" as const], name: "Kerran", days: 1 };
  const { body } = await shareReport(deps, "demo", asked);
  return body.link?.split("#")[1] ?? "";
}
