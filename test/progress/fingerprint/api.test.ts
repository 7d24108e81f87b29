import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { FingerprintView } from "../../../worker/progress/contract/fingerprint.ts";
import { loadFingerprint } from "../../../worker/progress/queries/fingerprint.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { aDeviation, aRisk } from "../../support/risks.ts";
import { story } from "../../support/story.ts";
import { at, aWorld, type Client, signIn } from "../../support/world.ts";

const demo = "/api/projects/demo";
const path = `${demo}/fingerprint`;
const cell = `${demo}/progress/1/837`;
const read = async (person: Client, query = "") =>
  ok<FingerprintView>(await person.get(`${path}${query}`));
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("the fingerprint of a moment", () => {
  test("is the same whenever it is asked again, whatever has changed since", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    const seen = new Map<string, FingerprintView>();
    for (const [index, { now, take }] of story.entries()) {
      await take();
      if (index === 0) continue;
      const told = await loadFingerprint(at(now), "demo", null);
      expect(told.asOf).toBe(now);
      seen.set(now, told);
    }
    await env.DB.prepare("UPDATE municipalities SET population = population + 1").run();
    for (const [now, told] of seen) {
      expect(await read(admin, `?lang=sv&asOf=${now}`)).toEqual(told);
    }
    expect(new Set([...seen.values()].map(({ fingerprint }) => fingerprint)).size).toBeGreaterThan(
      seen.size / 2,
    );
  });

  test("without a moment is that of now, and names it, so that it can be asked for again", async () => {
    const { steering } = await aWorld();
    const now = await read(steering);
    expect(Math.abs(Date.parse(now.asOf) - Date.now())).toBeLessThan(60_000);
    expect(await read(steering, `?asOf=${now.asOf}`)).toEqual(now);
  });

  test("is another for each thing that a printed status shows", async () => {
    const { lead } = await aWorld();
    const changes: readonly (() => Promise<unknown>)[] = [
      async () => ok(await lead.send("PATCH", cell, { declared: "in_progress" }, { version: 0 })),
      async () => {
        const paused = { declared: "paused", reason: "Sijainen puuttuu", unblock: "Rekrytointi" };
        return ok(await lead.send("PATCH", cell, paused, { version: 1 }));
      },
      async () => ok(await lead.send("PATCH", cell, { reason: "Toinen syy" }, { version: 2 })),
      async () => ok(await lead.send("POST", `${demo}/risks`, aRisk()), 201),
      async () => ok(await lead.send("POST", `${demo}/deviations`, aDeviation()), 201),
      async () =>
        ok(await lead.send("PATCH", `${demo}/milestones/1`, { title: "Uusi" }, { version: 1 })),
    ];
    const seen = [(await read(lead)).fingerprint];
    for (const change of changes) {
      await change();
      await soon();
      seen.push((await read(lead)).fingerprint);
    }
    expect(new Set(seen).size).toBe(changes.length + 1);
  });

  test("covers the cover, which is that of the moment and not of today", async () => {
    const { admin, lead } = await aWorld();
    const then = await read(lead);
    const { version } = await ok<{ version: number }>(await lead.get(demo));
    const seen = [then.fingerprint];
    const ofProject = [{ leadOrganisation: "Toinen talo" }, { grantReference: "VN/1/2024" }];
    for (const [index, change] of ofProject.entries()) {
      await soon();
      await ok(await lead.send("PATCH", demo, change, { version: version + index }));
      seen.push((await read(lead)).fingerprint);
    }
    const visibilityText = { fi: "Uusi tuki", sv: "Nytt stöd", en: "New aid" };
    const ofProgramme = [{ name: "Uusi ohjelma" }, { visibilityText }];
    for (const [index, change] of ofProgramme.entries()) {
      await soon();
      await ok(await admin.send("PATCH", "/api/programmes/rrp", change, { version: 1 + index }));
      seen.push((await read(lead)).fingerprint);
    }
    expect(new Set(seen).size).toBe(5);
    expect((await read(lead)).cover).toMatchObject({
      project: { leadOrganisation: "Toinen talo", grantReference: "VN/1/2024" },
      programme: { name: "Uusi ohjelma", visibilityText },
    });
    expect(await read(lead, `?asOf=${then.asOf}`)).toEqual(then);
  });

  test("is the same for each reader in each language", async () => {
    const { admin, lead, steering } = await aWorld();
    const { asOf } = await read(admin);
    const readers = [admin, lead, steering].flatMap((person) =>
      ["fi", "sv", "en"].map((language) => read(person, `?asOf=${asOf}&lang=${language}`)),
    );
    expect(new Set((await Promise.all(readers)).map((one) => one.fingerprint)).size).toBe(1);
  });

  test("is refused in the future, before the project was there, and of none", async () => {
    const { lead } = await aWorld();
    const refused = await refusal(await lead.get(`${path}?asOf=2099-01-01`), 400, "invalid");
    expect(pathsOf(refused)).toEqual(["asOf"]);
    await refusal(await lead.get(`${path}?asOf=2001-01-01`), 404, "not_found");
    await refusal(await lead.get("/api/projects/nowhere/fingerprint"), 404, "not_found");
  });
});
