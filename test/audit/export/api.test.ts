import { env } from "cloudflare:workers";
import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import type { FactRow, FactsHeader, VerifyView } from "../../../worker/audit/contract/history.ts";
import { exportedMax } from "../../../worker/audit/terms.ts";
import { hashOf } from "../../../worker/history/record.ts";
import { ok, pathsOf, refusal } from "../../support/answers.ts";
import { besideThePlan, story } from "../../support/story.ts";
import { aWorld, type Client, giveToken, holds, project, signIn } from "../../support/world.ts";

const path = "/api/history/export";

async function twoYears(): Promise<Client> {
  const admin = await signIn({ id: "admin", admin: true });
  for (const { take } of [...story, ...besideThePlan]) await take();
  return admin;
}

type End = { etappi: "end"; count: number; lastSeq: number; seal: string; header: string };

async function linesOf(person: Client, query: string) {
  const answer = await person.get(`${path}?${query}`);
  expect({ status: answer.status, type: answer.headers.get("content-type") }).toEqual({
    status: 200,
    type: "application/jsonl",
  });
  const text = new TextDecoder().decode(await answer.arrayBuffer());
  expect(text.endsWith("\n")).toBe(true);
  const lines = text.slice(0, -1).split("\n");
  // What the export writes: a header, facts, an end.
  const [header, ...rest] = lines.map((line) => JSON.parse(line) as unknown);
  return {
    text,
    header: header as FactsHeader,
    facts: rest.slice(0, -1) as FactRow[],
    end: rest.at(-1) as End,
  };
}

async function rowsOf(scopes: readonly string[]): Promise<Record<string, unknown>[]> {
  const { results } = await env.DB.prepare(
    `SELECT seq, scope, subject, version, kind, actor, role, at, key, detail,
       previous_hash AS previousHash, hash
     FROM facts WHERE scope IN (SELECT value FROM json_each(?)) ORDER BY seq`,
  )
    .bind(JSON.stringify(scopes))
    .all();
  return results;
}

describe("the facts as JSON Lines", () => {
  test.each([
    ["project=demo", ["demo", "@members/demo", "@comments/demo", "@reports/demo"], "demo"],
    ["", ["@county"], "county"],
    ["scope=all", null, "etappi"],
  ] as const)(
    "are all there, in order, with what their hashes are made of: %s",
    async (query, scopes, name) => {
      const admin = await twoYears();
      const { header, facts, end } = await linesOf(admin, query);
      expect(facts).toEqual(
        await rowsOf(scopes ?? ["demo", "@members/demo", "@reports/demo", "@county"]),
      );
      for (const fact of facts) {
        // The kinds and roles of our lists.
        expect(await hashOf(fact as Parameters<typeof hashOf>[0])).toBe(fact.hash);
      }
      const counts = { count: facts.length, lastSeq: facts.at(-1)?.seq };
      expect(header).toEqual({
        etappi: "facts",
        version: 1,
        scopes,
        exportedAt: expect.any(String),
        ...counts,
      });
      const { seal } = await ok<VerifyView>(await admin.get(`/api/history/verify?${query}`));
      expect(end).toEqual({ etappi: "end", ...counts, seal, header: expect.any(String) });
      const answer = await admin.get(`${path}?${query}`);
      const day = header.exportedAt.slice(0, 8);
      expect(answer.headers.get("content-disposition")).toContain(
        `filename="${name}-history-${day}`,
      );
      await answer.body?.cancel();
    },
  );

  test("come in pages, so that a long history is never held whole", async () => {
    const admin = await twoYears();
    await env.DB.prepare(
      `WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
       INSERT INTO facts (scope, subject, version, kind, actor, role, at, key, detail, previous_hash, hash)
       SELECT iif(n % 3, 'other', 'demo'), 'cell:x:' || n, 1, 'progress.declared', 'x', 'lead', '2024-12-31T00:00:00.000Z',
         'n' || n, json_object('after', json_object('n', iif(n % 100, '', hex(zeroblob(600000))))), '', printf('%064d', n) FROM n`,
    )
      .bind(exportedMax * 4)
      .run();
    const { facts, end } = await linesOf(admin, "project=demo");
    expect(facts.map(({ hash }) => hash)).toEqual(
      (await rowsOf(["demo", "@members/demo", "@comments/demo", "@reports/demo"])).map(
        ({ hash }) => hash,
      ),
    );
    expect(end.count).toBe(facts.length);
    expect(facts.length).toBeGreaterThan(exportedMax);
  });

  test("hold internal notes, which their hashes cover: scripts and funders are given none", async () => {
    const { lead, steering, funder } = await aWorld();
    const said = { declared: "in_progress", note: "Vain meille" };
    await ok(await lead.send("PATCH", "/api/projects/demo/progress/1/837", said, { version: 0 }));
    expect((await linesOf(steering, "project=demo")).text).toContain("Vain meille");
    const script = await giveToken("lead", "script", "read");
    await refusal(await script.get(`${path}?project=demo`), 403, "forbidden");
    await refusal(await funder.get(`${path}?project=demo`), 403, "forbidden");
  });

  test("are not filtered: a chain with holes could not be checked", async () => {
    const { lead } = await aWorld();
    for (const query of ["kind=progress", "since=2024-01-01", "municipality=837"]) {
      const problem = await refusal(
        await lead.get(`${path}?project=demo&${query}`),
        400,
        "invalid",
      );
      expect(pathsOf(problem)).toEqual([query.split("=")[0]]);
    }
  });

  test("of another project are nobody's, and of everything the administrator's alone", async () => {
    const { lead, admin } = await aWorld();
    await ok(await admin.send("POST", "/api/projects", { ...project, slug: "other" }), 201);
    const otherLead = await signIn({ id: "other-lead", memberships: [holds("lead", "other")] });
    await refusal(await lead.get(`${path}?project=other`), 404, "not_found");
    for (const query of ["", "scope=all"]) {
      await refusal(await lead.get(`${path}?${query}`), 403, "forbidden");
    }
    await refusal(await lead.get(`${path}?format=csv`), 403, "forbidden");
    const whole = await refusal(await admin.get(`${path}?format=csv&scope=all`), 400, "invalid");
    expect(pathsOf(whole)).toEqual(["scope"]);
    const { text } = await linesOf(otherLead, "project=other");
    expect(text).not.toContain("demo");
  });
});

describe("the history as CSV", () => {
  const rows = async (person: Client, query = "") => {
    const answer = await person.get(`${path}?project=demo&format=csv${query}`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    // `text()` would take the byte order mark away.
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const delimiter = query.includes("comma") ? "," : ";";
    return { text, rows: parseCsv(text, { delimiter }).map((row) => row.map(String)) };
  };

  test("is a row for each field that changed, in words for people and in codes for machines", async () => {
    const admin = await twoYears();
    const change = "&kind=milestone.changed&until=2023-12-31";
    const people = await rows(admin, `${change}&lang=fi`);
    expect(people.text.startsWith("\uFEFFAika;")).toBe(true);
    expect(people.rows.slice(1).map((row) => row.slice(8, 12))).toEqual([
      ["Määräpäivä", "2023-06-30", "2023-09-30", "Hankinta viivästyi"],
      ["Kuntakohtainen määräpäivä 536", "", "2024-01-31", "Hankinta viivästyi"],
      ["Paino", "1", "33,333333333333336", "Hankinta viivästyi"],
    ]);
    expect(people.rows[1]?.slice(0, 2)).toEqual(["1.5.2023 klo 12.00.00", "muutti suunnitelmaa"]);
    const machines = await rows(admin, `${change}&delimiter=comma`);
    expect(machines.rows.slice(0, 2)).toEqual([
      [
        "at",
        "kind",
        "subject",
        "version",
        "actor",
        "actorName",
        "role",
        "personName",
        "field",
        "before",
        "after",
        "reason",
        "hash",
      ],
      [
        "2023-05-01T09:00:00.000Z",
        "milestone.changed",
        "milestone:demo:1",
        "2",
        "admin",
        "",
        "admin",
        "",
        "dueOn",
        "2023-06-30",
        "2023-09-30",
        "Hankinta viivästyi",
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ],
    ]);
    const status = await rows(admin, "&subject=cell:demo:1:837&lang=sv");
    expect(status.text).toContain("Pausad");
    const roles = await rows(admin, "&kind=member.changed&lang=en");
    expect(roles.text).toContain("Deputy in");
  });

  test("has every fact of the filters, also one that changes nothing, and no internal notes", async () => {
    const { lead } = await aWorld();
    const cell = "/api/projects/demo/progress/1/837";
    const note = { note: "Vain meille" };
    await ok(await lead.send("PATCH", cell, { declared: "done", ...note }, { version: 0 }));
    await ok(await lead.send("PATCH", cell, { note: "Vain meille taas" }, { version: 1 }));
    const { rows: found, text } = await rows(lead, "&kind=progress&delimiter=comma");
    expect(text).not.toContain("Vain meille");
    expect(new Set(found.slice(1).map((row) => row[3]))).toEqual(new Set(["1", "2"]));
    expect((await rows(lead, "&milestone=59")).rows).toHaveLength(1);
  });

  test("runs nothing in a spreadsheet", async () => {
    const { lead } = await aWorld();
    const change = { name: "=1+1", version: 1 };
    await ok(await lead.send("PATCH", "/api/projects/demo", { name: change.name }, change));
    expect((await rows(lead, "&kind=project.changed")).text).toContain("'=1+1");
  });

  test("is given to a script that reads, without who has which role", async () => {
    await aWorld();
    const script = await giveToken("lead", "script", "read");
    const { text } = await rows(script, "&delimiter=comma");
    expect(text).toContain("project.created");
    expect(text).not.toContain("member.");
  });
});

test("taking the history is in the log of disclosures", async () => {
  const { lead, admin } = await aWorld();
  await (await lead.get(`${path}?project=demo`)).body?.cancel();
  await (await lead.get(`${path}?project=demo&format=csv`)).body?.cancel();
  await (await admin.get(`${path}?scope=all`)).body?.cancel();
  const uses = await ok<{ items: object[] }>(await admin.get("/api/uses?kind=exported"));
  expect(uses.items).toMatchObject([
    { person: "admin", project: null, detail: "history jsonl" },
    { person: "lead", project: "demo", detail: "history csv" },
    { person: "lead", project: "demo", detail: "history jsonl" },
  ]);
});
