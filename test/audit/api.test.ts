import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { FactList, FactView } from "../../worker/audit/contract/history.ts";
import { scanMax } from "../../worker/audit/terms.ts";
import { allHappened, record } from "../../worker/history/record.ts";
import { FACT_GROUPS, FACT_KINDS } from "../../worker/history/terms.ts";
import { runBatch } from "../../worker/platform/database.ts";
import { confirmProgress } from "../../worker/progress/commands.ts";
import { ok, pathsOf, refusal } from "../support/answers.ts";
import { costOf, sumOf } from "../support/meter.ts";
import { besideThePlan, story } from "../support/story.ts";
import { at, aWorld, type Client, giveToken, holds, project, signIn } from "../support/world.ts";

const path = "/api/history";
const read = async (person: Client, query = "project=demo") =>
  ok<FactList>(await person.get(`${path}?${query}`));
const factsIn = async (person: Client, query?: string) => (await read(person, query)).items;

/** Every page, one after another. */
async function allPages(person: Client, query: string): Promise<FactView[][]> {
  const pages: FactView[][] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: FactList = await read(
      person,
      `${query}${cursor === "" ? "" : `&cursor=${cursor}`}`,
    );
    pages.push([...page.items]);
    cursor = page.nextCursor;
  }
  return pages;
}

/** Whether the first fact of an item of evidence names this. */
function isEvidenceOf(
  subject: string,
  all: readonly FactView[],
  { field, has }: { readonly field: string; readonly has: string },
): boolean {
  const first = all.find((one) => one.subject === subject && one.version === 1);
  const named = first?.changes.find((one) => one.field === field)?.after;
  return subject.startsWith("evidence:") && [named].flat().map(String).includes(has);
}

describe("the history of two years", () => {
  let admin: Client;
  let facts: FactView[];

  beforeEach(async () => {
    admin = await signIn({ id: "admin", admin: true });
    for (const { take } of [...story, ...besideThePlan]) await take();
    facts = [...(await read(admin)).items];
  });

  test("has every fact of the project and its members, newest first, and none of the county", async () => {
    const { results } = await env.DB.prepare(
      "SELECT hash FROM facts WHERE scope IN ('demo', '@members/demo', '@reports/demo') ORDER BY at DESC, seq DESC",
    ).all<{ hash: string }>();
    expect(facts.map(({ hash }) => hash)).toEqual(results.map(({ hash }) => hash));
    expect(facts.length).toBeGreaterThan(story.length);
  });

  test("tells who, in which role, when, from what to what and why", async () => {
    const fact = facts.find(
      ({ subject, version }) => subject === "milestone:demo:1" && version === 2,
    );
    expect(fact).toMatchObject({
      subject: "milestone:demo:1",
      version: 2,
      at: "2023-05-01T09:00:00.000Z",
      actor: "admin",
      role: "admin",
      reason: "Hankinta viivästyi",
      changes: [
        { field: "dueOn", before: "2023-06-30", after: "2023-09-30" },
        { field: "dueOnByMunicipality.536", before: null, after: "2024-01-31" },
        { field: "weight", before: 1, after: 100 / 3 },
      ],
    });
    const role = facts.find(({ kind }) => kind === "member.changed");
    expect(role).toMatchObject({
      person: "yhdyshenkilo",
      changes: [{ field: "deputyFor", before: null, after: ["536"] }],
    });
  });

  test.each([
    ["kind=progress.confirmed", ({ kind }: FactView) => kind === "progress.confirmed"],
    ["kind=member", ({ kind }: FactView) => kind.startsWith("member.")],
    ["kind=milestone", ({ kind }: FactView) => kind.startsWith("milestone.")],
    ["kind=member&actor=admin", ({ kind }: FactView) => kind.startsWith("member.")],
    ["kind=member&role=admin", ({ kind }: FactView) => kind.startsWith("member.")],
    [
      "municipality=536",
      ({ subject, kind }: FactView, all: readonly FactView[]) =>
        subject.endsWith(":536") ||
        (subject.includes("yhdyshenkilo") && kind !== "member.added") ||
        isEvidenceOf(subject, all, { field: "municipalities", has: "536" }),
    ],
    [
      "milestone=1",
      ({ subject }: FactView, all: readonly FactView[]) =>
        subject === "milestone:demo:1" ||
        subject.startsWith("cell:demo:1:") ||
        isEvidenceOf(subject, all, { field: "milestone", has: "1" }),
    ],
    ["subject=cell:demo:1:837", ({ subject }: FactView) => subject === "cell:demo:1:837"],
    ["since=2024-01-01", (fact: FactView) => fact.at >= "2023-12-31T22:00:00.000Z"],
    ["until=2023-12-31", (fact: FactView) => fact.at < "2023-12-31T22:00:00.000Z"],
    [
      "since=2023-03-26T01:00:00.000Z&until=2023-05-01T09:00:00.000Z",
      (fact: FactView) =>
        fact.at >= "2023-03-26T01:00:00.000Z" && fact.at <= "2023-05-01T09:00:00.000Z",
    ],
    [
      "kind=progress&municipality=837&milestone=2",
      ({ subject }: FactView) => subject === "cell:demo:2:837",
    ],
  ])("is filtered by %s to what that says", async (query, isAsked) => {
    const kept = facts.filter((fact) => isAsked(fact, facts));
    expect(await factsIn(admin, `project=demo&${query}`)).toEqual(kept);
    expect(kept.length).toBeLessThan(facts.length);
    expect(kept.length).toBeGreaterThan(0);
  });

  test.each(["", "&kind=progress", "&municipality=837", "&subject=cell:demo:1:837"])(
    "comes in pages that leave out nothing and repeat nothing: %s",
    async (filter) => {
      const whole = await factsIn(admin, `project=demo${filter}`);
      for (const limit of [1, 2, 7]) {
        const pages = await allPages(admin, `project=demo${filter}&limit=${limit}`);
        expect(pages.flat()).toEqual(whole);
        expect(Math.max(...pages.map(({ length }) => length))).toBe(Math.min(limit, whole.length));
      }
    },
  );

  test("without a project is that of programmes and administrators", async () => {
    const kinds = (await factsIn(admin, "")).map(({ kind, scope }) => `${scope} ${kind}`);
    expect(kinds).toEqual([
      "@county programme.changed",
      "@county programme.changed",
      "@county programme.created",
      "@county member.added",
    ]);
  });

  test("takes any kind and any group of kinds", async () => {
    for (const kind of [...FACT_KINDS, ...FACT_GROUPS]) {
      await read(admin, `project=demo&kind=${kind}`);
    }
  });
});

test("tells texts up to a length, and nothing of what stays as it was", async () => {
  const { lead } = await aWorld();
  const long = `${"ä".repeat(599)}😀${"b".repeat(1000)}`;
  const change = { description: { purpose: long }, place: "" };
  await ok(await lead.send("PATCH", "/api/projects/demo", change, { version: 1 }));
  const [fact] = await factsIn(lead, "project=demo&kind=project.changed");
  expect(fact?.changes).toEqual([
    { field: "description.purpose", before: null, after: `${"ä".repeat(599)}\uFFFD…` },
  ]);
});

describe("the history is for", () => {
  test("the people of the project alone, and its funder is told that there is more than is shown", async () => {
    const { lead, contact, steering, funder, admin } = await aWorld();
    const whole = await factsIn(admin);
    expect(whole.length).toBeGreaterThan(5);
    for (const person of [lead, contact, steering]) expect(await factsIn(person)).toEqual(whole);
    await refusal(await funder.get(`${path}?project=demo`), 403, "forbidden");
    await refusal(await lead.get(path), 403, "forbidden");
    const nobody = await signIn({ id: "nobody" });
    await refusal(await nobody.get(`${path}?project=demo`), 404, "not_found");
    await refusal(await lead.get(`${path}?project=none`), 404, "not_found");
    await refusal(await admin.get(`${path}?project=none`), 404, "not_found");
  });

  test("a script that reads, but for who has which role and for internal notes", async () => {
    const { lead } = await aWorld();
    const said = { declared: "in_progress", note: "Vain meille" };
    await ok(await lead.send("PATCH", "/api/projects/demo/progress/1/837", said, { version: 0 }));
    const script = await giveToken("lead", "script", "read");
    const [told] = await factsIn(script, "project=demo&kind=progress");
    expect(told?.changes).toContainEqual({ field: "declared", before: null, after: "in_progress" });
    expect(JSON.stringify(await factsIn(lead))).toContain("Vain meille");
    expect(JSON.stringify(await factsIn(script))).not.toContain("Vain meille");
    expect((await factsIn(script)).filter(({ scope }) => scope !== "demo")).toEqual([]);
    await refusal(await script.get(`${path}?subject=membership:demo:admin:lead`), 404, "not_found");
    const reports = await giveToken("lead", "other-script", "reports");
    await refusal(await reports.get(`${path}?project=demo`), 403, "forbidden");
  });

  test("nobody of another project, by whatever is asked for", async () => {
    const { admin, lead } = await aWorld();
    const canary = "kanarialintu";
    const other = { ...project, slug: "other", name: canary };
    await ok(await admin.send("POST", "/api/projects", other), 201);
    const milestone = { phase: 1, title: canary };
    await ok(await admin.send("POST", "/api/projects/other/milestones", milestone), 201);
    const otherLead = await signIn({ id: canary, memberships: [holds("lead", "other")] });
    const subjects = [
      "project:other",
      "milestone:other:1",
      `membership:other:${canary}:lead`,
      "programme:rrp",
      "membership:@county:admin:admin",
    ];
    const queries = [
      "project=other",
      "project=other&kind=progress",
      ...subjects.map((subject) => `subject=${subject}`),
      ...subjects.map((subject) => `subject=${subject}&project=other`),
      "",
      "scope=all",
    ];
    for (const query of queries) {
      const answer = await lead.get(`${path}?${query}`);
      expect([403, 404], query).toContain(answer.status);
      expect(await answer.text()).not.toContain(canary);
    }
    // A subject of another project is none of this one's.
    for (const subject of subjects.slice(0, 3)) {
      await refusal(await lead.get(`${path}?project=demo&subject=${subject}`), 404, "not_found");
      expect(await factsIn(admin, `project=demo&subject=${subject}`)).toEqual([]);
      expect(await factsIn(admin, `subject=${subject}`)).not.toEqual([]);
      expect(await factsIn(otherLead, `subject=${subject}`)).not.toEqual([]);
    }
    expect(JSON.stringify(await factsIn(lead, "project=demo&limit=500"))).not.toContain(canary);
  });
});

test("is filtered by the municipality and the milestone that evidence and risks are linked to", async () => {
  const { lead } = await aWorld();
  const moment = at("2024-01-02T00:00:00.000Z");
  const same = { scope: "demo", role: "lead", before: null } as const;
  const shown = { milestone: 2, municipalities: ["837"], title: "Kuva" };
  const links = [{ milestone: 1, municipality: "536" }];
  const happenings = [
    { ...same, subject: "evidence:demo:e1", kind: "evidence.added", after: shown },
    { ...same, subject: "risk:demo:1", kind: "risk.added", after: { number: 1, links } },
  ] as const;
  const facts = await allHappened(
    moment,
    happenings.map((happening) => ({ head: null, happening })),
  );
  await runBatch(moment.db, record(facts));
  for (const [query, subjects] of [
    ["municipality=837", ["evidence:demo:e1"]],
    ["municipality=536", ["risk:demo:1"]],
    ["milestone=2", ["evidence:demo:e1"]],
    ["milestone=1", ["risk:demo:1"]],
    ["kind=evidence", ["evidence:demo:e1"]],
  ] as const) {
    const then = "since=2024-01-02&until=2024-01-02";
    const found = await factsIn(lead, `project=demo&${query}&${then}`);
    expect(
      found.map(({ subject }) => subject),
      query,
    ).toEqual(subjects);
  }
});

test("is filtered by who did it and in which role", async () => {
  const { lead, contact, admin } = await aWorld();
  const cell = "/api/projects/demo/progress/1/837";
  await ok(await contact.send("PATCH", cell, { declared: "in_progress" }, { version: 0 }));
  await ok(await lead.send("PATCH", cell, { declared: "done" }, { version: 1 }));
  for (const [query, versions] of [
    ["actor=contact-837", [1]],
    ["role=contact", [1]],
    ["actor=lead", [2]],
    ["role=lead", [2]],
    ["actor=lead&role=contact", []],
    ["role=funder", []],
    ["actor=nobody", []],
  ] as const) {
    const found = await factsIn(admin, `project=demo&${query}&kind=progress`);
    expect(
      found.map(({ version }) => version),
      query,
    ).toEqual(versions);
  }
});

test("a person who is erased stays in it as a pseudonym, and every hash as it was", async () => {
  const { admin, lead, contact } = await aWorld();
  await ok(await contact.send("PATCH", "/api/account", { name: "Kaisa Kontakti" }, { version: 1 }));
  const cell = "/api/projects/demo/progress/1/837";
  await ok(await contact.send("PATCH", cell, { declared: "done" }, { version: 0 }));
  const mine = "project=demo&actor=contact-837";
  const before = await factsIn(lead, mine);
  expect(before.map(({ actorName }) => actorName)).toEqual(["Kaisa Kontakti"]);
  await ok(await admin.send("POST", "/api/people/contact-837/erase"));
  expect(await factsIn(lead, mine)).toEqual(before.map((fact) => ({ ...fact, actorName: "" })));
  const [ended] = await factsIn(lead, "project=demo&kind=member.removed");
  expect(ended).toMatchObject({ person: "contact-837", personName: "", reason: "erased" });
});

test("a history in which nothing is found is empty", async () => {
  const { lead } = await aWorld();
  expect(await read(lead, "project=demo&milestone=59")).toEqual({ items: [], nextCursor: null });
});

test.each([
  ["kind=everything", "kind"],
  ["milestone=0", "milestone"],
  ["municipality=8", "municipality"],
  ["role=boss", "role"],
  ["actor=Liisa+Lead", "actor"],
  ["since=yesterday", "since"],
  ["subject=cell/1", "subject"],
  ["limit=501", "limit"],
  ["cursor=eA", "cursor"],
  ["cursor=MS0y&project=x%20y", "project"],
])("is refused when it is asked for by %s", async (query, field) => {
  const { lead } = await aWorld();
  const question = query.includes("project") ? query : `project=demo&${query}`;
  expect(pathsOf(await refusal(await lead.get(`${path}?${question}`), 400, "invalid"))).toEqual([
    field,
  ]);
});

describe("a long history", () => {
  const long = scanMax + 100;

  /** Facts of a cell, written as quickly as they can be. */
  async function confirmedOften(): Promise<void> {
    await confirmProgress(at("2024-01-02T00:00:00.000Z"), {
      project: "demo",
      milestone: 1,
      municipality: "837",
    });
    await env.DB.prepare(
      `WITH RECURSIVE n(n) AS (SELECT 3 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
       INSERT INTO facts (scope, subject, version, kind, actor, role, at, key, detail, previous_hash, hash)
       SELECT scope, 'cell:demo:1:' || printf('%03d', n % 7), 1 + (n - 3) / 7, kind, actor, role,
         at, 'often ' || n, detail,
         iif((n - 3) / 7 = 0, '', printf('%064d', n - 7)), printf('%064d', n)
       FROM facts, n WHERE subject = 'cell:demo:1:837' AND version = 2`,
    )
      .bind(long)
      .run();
  }

  test("is looked through in bounded steps, and what is at its beginning is found", async () => {
    const { lead } = await aWorld();
    const said = { declared: "in_progress" };
    const cell = "/api/projects/demo/progress/1/837";
    await ok(await lead.send("PATCH", cell, said, { version: 0 }));
    await confirmedOften();
    const whole = await allPages(lead, "project=demo&limit=500");
    expect(whole.flat()).toHaveLength(new Set(whole.flat().map(({ hash }) => hash)).size);
    const filtered = await allPages(lead, "project=demo&kind=progress.declared&limit=5");
    expect(filtered.flat()).toHaveLength(1);
    const none = await allPages(lead, "project=demo&actor=nobody");
    expect(none.length).toBe(2);
    expect(none.flat()).toEqual([]);
    const cost = await costOf(lead, `${path}?project=demo&actor=nobody`);
    const { read: rows } = sumOf(cost, (sql) => sql.includes("looked"));
    expect(rows).toBeLessThan(scanMax * 8);
  });
});
