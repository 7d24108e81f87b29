import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addDemoPerson } from "../../../../worker/identity/commands/people.ts";
import type { MatrixView, SummaryView } from "../../../../worker/progress/contract/progress.ts";
import type { TrendView } from "../../../../worker/progress/contract/trend.ts";
import { ok } from "../../../support/answers.ts";
import { aProject, type Client, database, holds, plan, signIn } from "../../../support/world.ts";

const codes = ["837", "536", "211"];
const day = fc.constantFrom("2024-01-31", "2024-06-30", "2024-10-27", "2025-03-30", "2025-12-31");
/** Places of the plan, and one that it has not. */
const place = fc.constantFrom(
  ...codes.flatMap((municipality) => [1, 2].map((milestone) => ({ milestone, municipality }))),
  { milestone: 3, municipality: "all" },
  { milestone: 3, municipality: "837" },
);
const note = fc.constantFrom("", "Soitettu");
const said = fc.oneof(
  fc.record({
    declared: fc.constantFrom("not_started", "in_progress"),
    forecastOn: fc.option(day),
    note,
  }),
  fc.record({ declared: fc.constant("paused"), unblock: fc.constantFrom("Päätös", "") }),
  fc.record({
    declared: fc.constant("done"),
    doneOn: fc.constantFrom("2023-06-30", "2023-07-01", "2099-01-01"),
  }),
  fc.record({ declared: fc.constantFrom("cancelled", "not_applicable"), note }),
  // Only a target takes a value.
  fc.record({ value: fc.constantFrom(null, 0, 12.5, 100, 100.1) }),
);

/** Everything that changes what is shown of a project. What is refused changes nothing. */
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("declare" as const), place, said }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("batch" as const),
      changes: fc.uniqueArray(fc.record({ place, said }), {
        minLength: 2,
        maxLength: 5,
        selector: (one) => JSON.stringify(one.place),
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("confirm" as const), place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("plan" as const),
      number: fc.constantFrom(1, 2, 3),
      change: fc.record(
        {
          dueOn: fc.option(day),
          weight: fc.constantFrom(0, 0.1, 1, 100 / 3),
          title: fc.constantFrom("Uusi nimi", "Toinen nimi"),
          dueOnByMunicipality: fc.constantFrom({}, { "837": "2025-03-30" }),
        },
        { requiredKeys: ["dueOn"] },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("project" as const),
      change: fc.record(
        {
          name: fc.constantFrom("Esimerkki", "Uusi esimerkki"),
          municipalities: fc.constantFrom(codes, codes.slice(0, 2), codes.toReversed()),
          freshnessDays: fc.constantFrom(1, 30, 90),
          stage: fc.constantFrom("planned", "developing", "ready"),
        },
        { requiredKeys: ["freshnessDays"] },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("contact" as const),
      municipality: fc.constantFrom(...codes),
    }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

const minuteMs = 60_000;
const dayMs = 86_400_000;
const steps = fc.array(
  fc.record({ command, afterMs: fc.constantFrom(1, minuteMs, 9 * 3_600_000, dayMs, 40 * dayMs) }),
  { minLength: 6, maxLength: 10 },
);

/** One of each that is surely taken, before the first of what comes at random. */
const surely: readonly Command[] = [
  {
    kind: "declare",
    place: { milestone: 1, municipality: "837" },
    said: { declared: "in_progress", forecastOn: "2025-03-30", note: "" },
  },
  { kind: "confirm", place: { milestone: 1, municipality: "837" } },
  {
    kind: "batch",
    changes: [
      { place: { milestone: 1, municipality: "536" }, said: { declared: "paused", unblock: "" } },
      { place: { milestone: 3, municipality: "all" }, said: { declared: "cancelled", note: "" } },
    ],
  },
  { kind: "plan", number: 1, change: { dueOn: "2024-06-30" } },
  { kind: "project", change: { freshnessDays: 30 } },
  { kind: "contact", municipality: "837" },
];

let clock = 0;
function pass(ms: number): string {
  clock += ms;
  const now = new Date(clock);
  vi.useFakeTimers({ toFake: ["Date"], now });
  return now.toISOString();
}

let reader: Client;
beforeEach(async () => {
  clock = Date.parse("2024-01-02T21:30:00.000Z");
  pass(0);
  reader = await signIn({ id: "admin", admin: true });
});
afterEach(() => void vi.useRealTimers());

const views = (slug: string) => [
  `/api/projects/${slug}/progress?lang=fi`,
  `/api/projects/${slug}/summary?lang=fi`,
  `/api/projects/${slug}/attention?lang=fi&limit=500`,
  `/api/projects/${slug}/trend?lang=fi`,
  "/api/portfolio?lang=fi",
];

/** What all views answer, of now or as of a moment. */
const shownOf = (slug: string, more = "") =>
  Promise.all(
    views(slug).map(async (path) => {
      return ok<object>(await reader.get(`${path}${more}`));
    }),
  );

let people = 0;

/** Gives the command to the real service; whether it was taken. */
async function give(slug: string, { matrix, one }: { matrix: MatrixView; one: Command }) {
  const base = `/api/projects/${slug}`;
  const versionOf = ({ milestone, municipality }: { milestone: number; municipality: string }) =>
    matrix.cells.find((cell) => cell.milestone === milestone && cell.municipality === municipality)
      ?.version ?? 0;
  const versionAt = async (path: string) =>
    (await ok<{ version: number }>(await reader.get(path))).version;
  const reason = "Syy";
  switch (one.kind) {
    case "declare": {
      const path = `${base}/progress/${one.place.milestone}/${one.place.municipality}`;
      const body = { ...one.said, reason };
      return reader.send("PATCH", path, body, { version: versionOf(one.place) });
    }
    case "batch": {
      const body = one.changes.map((change) => ({
        ...change.place,
        ...change.said,
        reason,
        version: versionOf(change.place),
      }));
      return reader.send("POST", `${base}/progress/batch`, body);
    }
    case "confirm": {
      const path = `${base}/progress/${one.place.milestone}/${one.place.municipality}/confirm`;
      return reader.send("POST", path);
    }
    case "plan": {
      const path = `${base}/milestones/${one.number}`;
      const body = { ...one.change, reason };
      return reader.send("PATCH", path, body, { version: await versionAt(path) });
    }
    case "project":
      return reader.send("PATCH", base, one.change, { version: await versionAt(base) });
    case "contact": {
      const memberships = [holds("contact", slug, [one.municipality])];
      const person = { id: `yhdyshenkilo-${(people += 1)}`, admin: false, memberships };
      await addDemoPerson({ db: database(), now: new Date().toISOString() }, person);
      return new Response(null, { status: 200 });
    }
  }
}

test("whatever is done in whatever order, each view as of a moment is what was shown then", async () => {
  const taken = new Set<string>();
  let runs = 0;
  const holdsFor = fc.asyncProperty(steps, async (given) => {
    const slug = `koe-${(runs += 1)}`;
    await aProject(reader, { slug, municipalities: codes });
    for (const milestone of plan) {
      pass(minuteMs);
      await ok(await reader.send("POST", `/api/projects/${slug}/milestones`, milestone), 201);
    }
    const seen = new Map([[pass(minuteMs), await shownOf(slug)]]);
    const first = runs === 1 ? surely.map((one) => ({ command: one, afterMs: dayMs })) : [];
    for (const { command: one, afterMs } of [...first, ...given]) {
      const now = pass(afterMs);
      const matrix = await ok<MatrixView>(await reader.get(`/api/projects/${slug}/progress`));
      const answer = await give(slug, { matrix, one });
      expect(answer.status).toBeLessThan(500);
      if (answer.ok) taken.add(one.kind);
      seen.set(now, await shownOf(slug));
    }
    pass(400 * dayMs);
    const trend = await ok<TrendView>(await reader.get(`/api/projects/${slug}/trend`));
    for (const { on, percent, late, done } of trend.points.slice(0, -1)) {
      const path = `/api/projects/${slug}/summary?asOf=${on}`;
      const { total } = await ok<SummaryView>(await reader.get(path));
      expect([percent, late, done], on).toEqual([total.percent, total.late, total.counts.done]);
    }
    for (const [moment, shown] of seen) {
      expect(await shownOf(slug, `&asOf=${moment}`), moment).toEqual(shown);
    }
    // What was shown differs along the way, so that equality means something.
    expect(new Set([...seen.values()].map((shown) => JSON.stringify(shown))).size).toBe(seen.size);
  });
  // Made smaller, a failure would take minutes more: the seed is told, and the whole way shown.
  await fc.assert(holdsFor, { numRuns: 5, endOnFailure: true });
  expect(taken).toEqual(new Set(surely.map(({ kind }) => kind)));
});
