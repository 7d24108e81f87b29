import { describe, expect, test } from "vitest";
import { listDeviations, listRisks, loadRegister } from "../../../worker/risks/queries/register.ts";
import { ok, refusal } from "../../support/answers.ts";
import { costOf, isSession, sumOf } from "../../support/meter.ts";
import { aRisk } from "../../support/risks.ts";
import { atRisk, story } from "../../support/story.ts";
import { at, aWorld, signIn } from "../../support/world.ts";

const everything = { state: undefined, cell: null, after: 0, limit: 500, asOf: null };
const risks = "/api/projects/demo/risks";
const deviations = "/api/projects/demo/deviations";

describe("as of a past moment", () => {
  test("risks and deviations are what was shown then, at every step of two years", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    const steps = [...story, ...atRisk].toSorted((one, other) => one.now.localeCompare(other.now));
    const seen = new Map<string, { risks: object[]; deviations: object[] }>();
    for (const [index, { now, take }] of steps.entries()) {
      await take();
      if (index === 0) continue;
      seen.set(now, {
        risks: await listRisks(at(now), "demo", everything),
        deviations: await listDeviations(at(now), "demo", everything),
      });
    }
    expect(new Set([...seen.values()].map((one) => JSON.stringify(one))).size).toBeGreaterThan(8);
    for (const [now, then] of seen) {
      const read = async (path: string) => ok(await admin.get(`${path}?asOf=${now}&limit=500`));
      expect(await read(risks), now).toEqual({ items: then.risks, nextCursor: null });
      expect(await read(deviations), now).toEqual({ items: then.deviations, nextCursor: null });
      expect(await loadRegister(at(now), "demo", { at: now }), now).toEqual(then);
    }
  });

  test("the history ends with that moment", async () => {
    const { lead } = await aWorld();
    await ok(await lead.send("POST", risks, aRisk()), 201);
    const then = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await ok(await lead.send("POST", `${risks}/1/review`));
    const kinds = async (query: string) => {
      type History = { items: { kind: string }[] };
      const { items } = await ok<History>(await lead.get(`${risks}/1/history${query}`));
      return items.map(({ kind }) => kind);
    };
    expect(await kinds("")).toEqual(["risk.reviewed", "risk.added"]);
    expect(await kinds(`?asOf=${then}`)).toEqual(["risk.added"]);
  });

  test("a moment that has not come is refused", async () => {
    const { lead } = await aWorld();
    await refusal(await lead.get(`${risks}?asOf=2099-01-01`), 400, "invalid");
  });

  test("costs the facts of risks, and none of the project's others", async () => {
    const { lead } = await aWorld();
    await ok(await lead.send("POST", risks, aRisk()), 201);
    const isFacts = (sql: string) => !isSession(sql) && sql.includes('"facts"');
    const cost = async () =>
      sumOf(await costOf(lead, `${risks}?asOf=${new Date().toISOString()}`), isFacts).read;
    const before = await cost();
    for (let version = 0; version < 20; version += 1) {
      const said = { declared: "in_progress", note: `${version}` };
      await lead.send("PATCH", "/api/projects/demo/progress/1/837", said, { version });
    }
    expect(await cost()).toBe(before);
  });
});
