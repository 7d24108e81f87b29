import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EvidenceView } from "../../../worker/evidence/contract.ts";
import { evidenceByCell } from "../../../worker/evidence/domain.ts";
import { WORDS } from "../../../worker/progress/words/status.ts";
import { factCount, ok, refusal } from "../../support/answers.ts";
import { added, listed, review, reviewed, thisMoment } from "../../support/evidence.ts";
import { aWorld } from "../../support/world.ts";

const board = async () =>
  JSON.parse(
    (await env.DB.prepare("SELECT evidence FROM boards").first("evidence")) ?? "",
  ) as object;

const step = fc.oneof(
  fc.record({
    milestone: fc.constantFrom(1, 2),
    municipalities: fc.constantFrom(["837"], ["536"], ["837", "536"]),
    kind: fc.constantFrom("link", "decision"),
  }),
  fc.record({
    item: fc.nat(20),
    state: fc.constantFrom("accepted", "rejected", "withdrawn"),
  }),
);

test("after any row of adding, reviewing and withdrawing, the board is what the items make of it", async () => {
  const { lead, steering } = await aWorld();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const made: EvidenceView[] = [];
      for (const one of steps) {
        if (!("item" in one)) {
          made.push(await added(lead, one));
          continue;
        }
        const at = one.item % Math.max(made.length, 1);
        const item = made[at];
        if (!item) continue;
        const by = one.state === "withdrawn" ? lead : steering;
        const answer = await review(by, item, { state: one.state, review: `${item.version}` });
        if (answer.ok) made[at] = await ok<EvidenceView>(answer);
        else await refusal(answer, 409, "locked");
      }
      const { items } = await listed(lead, "?limit=500");
      expect(await board()).toEqual(evidenceByCell(items));
      const then = await ok<object>(
        await lead.get(`/api/projects/demo/progress?asOf=${new Date().toISOString()}`),
      );
      const now = await ok<object>(await lead.get("/api/projects/demo/progress"));
      expect({ ...then, asOf: "" }).toEqual({ ...now, asOf: "" });
    }),
    { numRuns: 12 },
  );
});

describe("two who review one item at once", () => {
  test("are not both right: one is told what the other said", async () => {
    const { lead, steering, admin, contact } = await aWorld();
    const item = await added(contact);
    const facts = await factCount();
    const answers = await Promise.all(
      [lead, steering, admin].map(async (person, index) =>
        review(person, item, { state: index === 0 ? "accepted" : "rejected", review: `${index}` }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    expect(await factCount()).toBe(facts + 1);
    for (const answer of answers.filter(({ status }) => status === 412)) {
      const { current } = await refusal(answer, 412, "stale");
      expect(current).toMatchObject({ id: item.id, version: 2 });
      expect(current).not.toHaveProperty("hash");
    }
  });

  test("of different items of a cell leave both in the board", async () => {
    const { lead, steering } = await aWorld();
    const items = await Promise.all(
      Array.from({ length: 6 }, async (_, index) =>
        added(lead, { title: `${index}`, kind: index % 2 === 0 ? "link" : "decision" }),
      ),
    );
    await Promise.all(
      items.map(async (item, index) =>
        reviewed(steering, item, { state: index < 2 ? "accepted" : "rejected", review: "x" }),
      ),
    );
    expect(await board()).toEqual({ "1/837": ["decision:accepted", "link:accepted"] });
  });
});

test("evidence that was added is among what moved, in words in its file", async () => {
  const { lead, steering } = await aWorld();
  const changes = "/api/projects/demo/changes";
  const since = await thisMoment();
  await added(lead);
  expect(await ok(await steering.get(`${changes}?since=${since}`))).toMatchObject({
    moved: 1,
    items: [
      {
        milestone: 1,
        municipality: "837",
        before: { evidence: "none" },
        after: { evidence: "submitted" },
      },
    ],
  });
  const file = await steering.get(`${changes}/export?since=${since}&delimiter=semicolon&lang=fi`);
  const { none, submitted } = WORDS.fi.evidence;
  expect(await file.text()).toContain(`;${none};${submitted}`);
});
