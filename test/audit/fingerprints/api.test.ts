import { expect, test } from "vitest";
import type { CheckedView } from "../../../worker/audit/contract/fingerprints.ts";
import { reportFiles } from "../../../worker/reporting/tables.ts";
import { ok, refusal } from "../../support/answers.ts";
import { aReport } from "../../support/editions.ts";
import { aWorld, type Client, database, signIn, stranger } from "../../support/world.ts";

const check = async (by: Client, fingerprint: string) =>
  ok<CheckedView>(await by.get(`/api/fingerprints/${fingerprint}`));

test("a stranger learns that an internal report is genuine and of when, and no name", async () => {
  const world = await aWorld();
  const { fingerprint, asOf } = await (await aReport(world)).submit();
  const answer = await stranger.get(`/api/fingerprints/${fingerprint.toUpperCase()}`);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
  const text = await answer.clone().text();
  expect(text).not.toMatch(/demo|Esimerkki|Väliraportti/);
  expect(await ok<CheckedView>(answer)).toMatchObject({
    kind: "edition",
    format: "json",
    edition: 1,
    asOf,
    newest: true,
    standing: "waiting",
    supersededBy: null,
    correction: null,
    of: null,
  });
  const seen = await check(world.funder, fingerprint);
  expect(seen.of).toMatchObject({ project: "demo", report: 1, reportName: "Väliraportti" });
  const outsider = await signIn({ id: "outsider" });
  expect((await check(outsider, fingerprint)).of).toBeNull();
});

test("an edition is in force until a correction of it is accepted, and then names what superseded it", async () => {
  const world = await aWorld();
  const { admin } = world;
  const report = await aReport(world);
  const first = await report.submit();
  await report.accept();
  expect((await check(admin, first.fingerprint)).standing).toBe("in_force");

  await report.correct();
  const second = await report.submit();
  expect(await check(admin, first.fingerprint)).toMatchObject({
    standing: "in_force",
    newest: false,
  });
  const waiting = await check(admin, second.fingerprint);
  expect(waiting).toMatchObject({ standing: "waiting", correction: { number: 1, edition: 1 } });

  await report.accept();
  expect(await check(admin, first.fingerprint)).toMatchObject({
    standing: "superseded",
    supersededBy: { edition: 2, fingerprint: second.fingerprint },
  });
  expect((await check(admin, second.fingerprint)).standing).toBe("in_force");
});

test("a file of an edition is known by its own fingerprint; a public project is named to all", async () => {
  const world = await aWorld();
  const { asOf } = await (await aReport(world)).submit();
  const digest = "ab".repeat(32);
  const of = { project: "demo", report: 1, edition: 1, madeAt: asOf };
  await database()
    .insert(reportFiles)
    .values({ ...of, format: "pdf", language: "sv", digest, size: 12 });
  const file = { kind: "file", format: "pdf", language: "sv", size: 12, of: null };
  expect(await check(stranger, digest)).toMatchObject(file);
  const change = { visibility: "public" };
  await ok(await world.admin.send("PATCH", "/api/projects/demo", change, { version: 1 }));
  expect((await check(stranger, digest)).of).toMatchObject({
    projectName: "Esimerkki",
    isPublic: true,
  });
});

test("what is unknown is not found, and what is no SHA-256 is refused", async () => {
  await aWorld();
  const unknown = await stranger.get(`/api/fingerprints/${"0".repeat(64)}`);
  const { detail } = await refusal(unknown, 404, "not_found");
  expect(detail).toContain("steering group pack");
  await refusal(await stranger.get("/api/fingerprints/abc"), 400, "invalid");
});
