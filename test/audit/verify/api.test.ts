import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { VerifyView } from "../../../worker/audit/contract/history.ts";
import { verifiedMax } from "../../../worker/audit/terms.ts";
import { happened, record } from "../../../worker/history/record.ts";
import { digest } from "../../../worker/kernel/digest.ts";
import { runBatch } from "../../../worker/platform/database.ts";
import { writeCells } from "../../../worker/progress/record.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { besideThePlan, story } from "../../support/story.ts";
import { at, aWorld, type Client, giveToken, project, signIn } from "../../support/world.ts";

const path = "/api/history/verify";
const verified = async (person: Client, query = "project=demo") =>
  ok<VerifyView>(await person.get(`${path}?${query}`));

async function twoYears(): Promise<Client> {
  const admin = await signIn({ id: "admin", admin: true });
  for (const { take } of [...story, ...besideThePlan]) await take();
  return admin;
}

/** Changes what the triggers refuse to change: somebody has reached into the database itself. */
async function reachIn(sql: string): Promise<void> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
  ).all<{ name: string }>();
  await env.DB.batch([
    ...results.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)),
    env.DB.prepare(sql),
  ]);
}

describe("a history that nobody has touched", () => {
  test("holds, whatever of it is asked for, and is sealed over the hashes in their order", async () => {
    const admin = await twoYears();
    for (const [query, scopes] of [
      ["project=demo", ["demo", "@members/demo", "@reports/demo"]],
      ["", ["@county"]],
      ["scope=all", ["demo", "@members/demo", "@reports/demo", "@county"]],
    ] as const) {
      const { results } = await env.DB.prepare(
        "SELECT seq, subject, hash FROM facts WHERE scope IN (SELECT value FROM json_each(?)) ORDER BY seq",
      )
        .bind(JSON.stringify(scopes))
        .all<{ seq: number; subject: string; hash: string }>();
      let seal = "";
      for (const { seq, hash } of results) seal = await digest(`${seal} ${seq} ${hash}`);
      expect(await verified(admin, query), query).toEqual({
        facts: results.length,
        subjects: new Set(results.map(({ subject }) => subject)).size,
        problems: [],
        lastSeq: results.at(-1)?.seq,
        seal,
        next: null,
      });
    }
  });

  test("that has just begun holds too", async () => {
    const { admin } = await aWorld();
    const empty = { ...project, slug: "empty" };
    await ok(await admin.send("POST", "/api/projects", empty), 201);
    expect(await verified(admin, "project=empty")).toMatchObject({
      facts: 2,
      subjects: 2,
      problems: [],
      next: null,
    });
  });

  test("holds while people write", async () => {
    const { lead, contact, admin } = await aWorld();
    const writes = [1, 2].map((milestone) =>
      contact.send(
        "PATCH",
        `/api/projects/demo/progress/${milestone}/837`,
        { declared: "in_progress", note: "x" },
        { version: 0 },
      ),
    );
    const checks = [lead, admin, lead, admin].map((person) => verified(person));
    await Promise.all(writes);
    for (const { problems } of await Promise.all(checks)) expect(problems).toEqual([]);
  });
});

test("what is older than the form of facts today breaks nothing", async () => {
  const { admin } = await aWorld();
  const then = at("2024-01-02T00:00:00.000Z");
  const state = {
    declared: "done",
    value: null,
    forecastOn: null,
    doneOn: "2023-12-31",
    reason: null,
    unblock: null,
    note: "Vanha",
    confirmedAt: then.now,
  } as const;
  const fact = await happened(then, null, {
    scope: "demo",
    subject: "cell:demo:1:837",
    kind: "progress.declared",
    role: "lead",
    before: null,
    after: { ...state, evidence: "none" },
  });
  const place = { milestone: 1, municipality: "837" };
  await runBatch(then.db, [...record([fact]), ...writeCells("demo", [{ place, state, fact }])]);
  await reachIn(
    `INSERT INTO memberships (person, project, role, municipalities) VALUES ('lead', 'demo', 'steering', '[]')`,
  );
  expect((await verified(admin)).problems).toEqual([]);
});

test("a long history is checked page by page, from the seal of the page before", async () => {
  const admin = await twoYears();
  const whole = await verified(admin);
  // Others' facts stand between: more than one page of them is passed by.
  const { meta } = await env.DB.prepare(
    `WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
     INSERT INTO facts (scope, subject, version, kind, actor, role, at, key, detail, previous_hash, hash)
     SELECT 'demo', 'cell:demo:1:x' || n, 1, 'progress.declared', 'x', 'lead', '2024-12-31T00:00:00.000Z',
       'n' || n, '{"before":null,"after":{},"reason":null}', '', printf('%064d', n) FROM n`,
  )
    .bind(verifiedMax)
    .run();
  expect(meta.changes).toBe(verifiedMax);
  const first = await verified(admin);
  expect(first).toMatchObject({ facts: verifiedMax, next: first.lastSeq });
  const second = await verified(admin, `project=demo&after=${first.next}&seal=${first.seal}`);
  expect(second).toMatchObject({ next: null, facts: whole.facts });
  expect(first.subjects + second.subjects).toBe(whole.subjects + verifiedMax);
  // Their hashes were made up, and no row goes with them.
  expect(new Set(first.problems.map(({ problem }) => problem))).toEqual(new Set(["hash"]));
  expect(new Set(second.problems.map(({ problem }) => problem))).toEqual(
    new Set(["hash", "row_missing"]),
  );
});

describe("reaching into the database is found", () => {
  const cell = "cell:demo:1:837";
  test.each([
    [
      "a fact's detail",
      `UPDATE facts SET detail = replace(detail, 'paused', 'done') WHERE subject = '${cell}' AND version = 2`,
      [{ subject: cell, version: 2, problem: "hash" }],
    ],
    [
      "a fact's actor",
      `UPDATE facts SET actor = 'someone' WHERE subject = 'milestone:demo:2' AND version = 1`,
      [{ subject: "milestone:demo:2", version: 1, problem: "hash" }],
    ],
    [
      "the hash of a fact in the middle",
      `UPDATE facts SET hash = printf('%064d', 1) WHERE subject = '${cell}' AND version = 2`,
      [
        { subject: cell, version: 2, problem: "hash" },
        { subject: cell, version: 3, problem: "link" },
      ],
    ],
    [
      "a fact that is gone from the middle",
      `DELETE FROM facts WHERE subject = '${cell}' AND version = 3`,
      [{ subject: cell, version: 4, problem: "gap" }],
    ],
    [
      "the newest fact of a subject that is gone",
      `DELETE FROM facts WHERE subject = '${cell}' AND version = 5`,
      [
        { subject: cell, version: 4, problem: "row_differs" },
        { subject: "project:demo", version: null, problem: "view_differs" },
      ],
    ],
    [
      "all facts of a subject that are gone",
      `DELETE FROM facts WHERE subject = 'report:demo:1'`,
      [
        { subject: "report:demo:1", version: 8, problem: "fact_missing" },
        // What the report said of the dates is shown too.
        { subject: "project:demo", version: null, problem: "view_differs" },
      ],
    ],
    [
      "a row that is gone",
      `DELETE FROM report_texts`,
      [{ subject: "section:demo:1:summary", version: 2, problem: "row_missing" }],
    ],
    [
      "a row that is behind",
      `UPDATE milestones SET version = 1 WHERE number = 1`,
      [{ subject: "milestone:demo:1", version: 4, problem: "row_differs" }],
    ],
    [
      "two facts whose order was changed",
      `UPDATE facts SET seq = CASE version WHEN 1 THEN 900 ELSE 800 END WHERE subject = 'milestone:demo:2'`,
      [
        { subject: "milestone:demo:2", version: 2, problem: "order" },
        // What the report said of the dates is of the facts before it.
        { subject: "project:demo", version: null, problem: "view_differs" },
      ],
    ],
    [
      "what a cell says, its version kept",
      `UPDATE cells SET note = 'Muu' WHERE milestone = 1 AND municipality = '837'`,
      [{ subject: "project:demo", version: null, problem: "view_differs" }],
    ],
    [
      "what the board shows",
      `UPDATE boards SET cells = replace(cells, 'not_applicable', 'done')`,
      [{ subject: "project:demo", version: null, problem: "view_differs" }],
    ],
    [
      "what the plan shows",
      `UPDATE boards SET plan = json_set(plan, '$.milestones[0].title', 'Muu')`,
      [{ subject: "project:demo", version: null, problem: "view_differs" }],
    ],
  ])("%s", async (_, sql, problems) => {
    const admin = await twoYears();
    const { seal } = await verified(admin);
    await reachIn(sql);
    const found = await verified(admin);
    const byText = (one: object, other: object) =>
      JSON.stringify(one).localeCompare(JSON.stringify(other));
    expect(found.problems.toSorted(byText)).toEqual(problems.toSorted(byText));
    const touchesHashes = /DELETE FROM facts|SET hash|SET seq/.test(sql);
    expect(found.seal === seal).toBe(!touchesHashes);
  });
});

test("is for those who see the history, and costs them a count", async () => {
  const { lead, contact, steering, funder, admin } = await aWorld();
  for (const person of [admin, lead, contact, steering]) {
    expect((await verified(person)).problems).toEqual([]);
  }
  const script = await giveToken("lead", "script", "read");
  expect(await verified(script)).toMatchObject({ facts: 4, problems: [] });
  await refusal(await funder.get(`${path}?project=demo`), 403, "forbidden");
  await refusal(await lead.get(`${path}?project=none`), 404, "not_found");
  await refusal(await lead.get(path), 403, "forbidden");
  await refusal(await lead.get(`${path}?scope=all`), 403, "forbidden");
  for (const query of ["after=-1", "seal=x", "scope=some"]) {
    const answer = await refusal(await lead.get(`${path}?project=demo&${query}`), 400, "invalid");
    expect(pathsOf(answer)).toEqual([query.split("=")[0]]);
  }
});
