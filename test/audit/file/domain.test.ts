import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { type FactLine, type Known, verifyFacts } from "../../../drizzle/verify.ts";
import type { FactRow } from "../../../worker/audit/contract/history.ts";
import { jsonLines } from "../../../worker/audit/formats/jsonl.ts";
import { hashOf } from "../../../worker/history/record.ts";

/** What happened, as little of it as a chain needs: of which subject, and what was said. */
const happenings = fc.array(
  fc.record({
    subject: fc.constantFrom("project:demo", "cell:demo:1:837", "cell:demo:2:all"),
    actor: fc.constantFrom("lead", "contact-837"),
    text: fc.string({ unit: "grapheme", maxLength: 20 }),
    passed: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 2, maxLength: 12 },
);
type Happening = Readonly<Record<"subject" | "actor" | "text", string>> & { passed: number };

async function historyOf(all: readonly Happening[]): Promise<FactRow[]> {
  const facts: FactRow[] = [];
  const heads = new Map<string, FactRow>();
  let seq = 0;
  for (const [index, { subject, actor, text, passed }] of all.entries()) {
    const before = heads.get(subject);
    seq += passed;
    const fact = {
      seq,
      scope: "demo",
      subject,
      version: (before?.version ?? 0) + 1,
      kind: "progress.declared",
      actor,
      role: "lead",
      at: new Date(Date.UTC(2024, 0, 1 + index)).toISOString(),
      key: `key ${index}#0`,
      detail: JSON.stringify({ before: null, after: { text }, reason: null }),
      previousHash: before?.hash ?? "",
    };
    const made = await rehashed({ ...fact, hash: "" });
    facts.push(made);
    heads.set(subject, made);
  }
  return facts;
}

async function rehashed(fact: FactRow): Promise<FactRow> {
  // The kinds and roles of our lists.
  return { ...fact, hash: await hashOf(fact as Parameters<typeof hashOf>[0]) };
}

/** The lines of an export of these facts, as the service writes them. */
async function exported(facts: readonly FactRow[]): Promise<string[]> {
  const header = {
    etappi: "facts",
    version: 1,
    scopes: ["demo", "@members/demo"],
    exportedAt: "2024-12-31T00:00:00.000Z",
    count: facts.length,
    lastSeq: facts.at(-1)?.seq ?? 0,
  } as const;
  async function* pages() {
    yield facts.slice(0, 3);
    yield facts.slice(3);
  }
  let text = "";
  for await (const part of jsonLines(header, pages())) text += part;
  return text.split(/(?<=\n)/);
}

async function problemsIn(lines: readonly string[], known?: Known): Promise<string[]> {
  const { faults } = await verifyFacts(lines, known);
  return faults.map(({ line, subject, problem }) => `${line} ${subject}: ${problem}`);
}

const read = (line: string | undefined) => JSON.parse(line ?? "") as FactLine;
const written = (fact: FactRow | FactLine) => `${JSON.stringify(fact)}\n`;
/** Lines by their place in a file of facts, and a fact among them. */
const places = fc.tuple(happenings, fc.nat(), fc.nat());

describe("a file of facts", () => {
  test("as it was exported holds, whatever happened", async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (all) => {
        const facts = await historyOf(all);
        const lines = await exported(facts);
        const verdict = await verifyFacts(lines);
        expect(verdict).toMatchObject({ faults: [], facts: facts.length, isWhole: false });
        expect(verdict.subjects).toBe(new Set(all.map(({ subject }) => subject)).size);
        const { seal } = JSON.parse(lines.at(-1) ?? "") as { seal: string };
        expect(await problemsIn(lines, { count: facts.length, seal })).toEqual([]);
      }),
    );
  });

  test("of nothing holds", async () => {
    expect(await problemsIn(await exported([]))).toEqual([]);
  });

  test.each(["count", "seal"])("is held against a %s that somebody wrote down", async (name) => {
    const lines = await exported(await historyOf([]));
    const known = { count: 1, seal: "0".repeat(64) };
    expect(await problemsIn(lines, { [name]: Reflect.get(known, name) })).toHaveLength(1);
  });
});

describe("tampering is found", () => {
  test("where any one character of any line is another, or gone, or there is one more", async () => {
    await fc.assert(
      fc.asyncProperty(
        places,
        fc.constantFrom("change", "remove", "add"),
        fc.constantFrom("0", "a", " ", '"', "}", "\n", "9", "ä"),
        async ([all, line, at], how, character) => {
          const lines = await exported(await historyOf(all));
          const text = lines.join("");
          const start = lines.slice(0, line % lines.length).join("").length;
          const index = start + (at % (lines[line % lines.length]?.length ?? 1));
          const [head, tail] = [text.slice(0, index), text.slice(index + (how === "add" ? 0 : 1))];
          const tampered = how === "remove" ? head + tail : head + character + tail;
          fc.pre(tampered !== text);
          expect(await problemsIn(tampered.split(/(?<=\n)/))).not.toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("where any field of a fact is another: its line and its subject are named", async () => {
    const fields = fc.constantFrom(
      "scope",
      "subject",
      "version",
      "kind",
      "actor",
      "role",
      "at",
      "key",
      "detail",
      "previousHash",
      "hash",
    );
    await fc.assert(
      fc.asyncProperty(places, fields, async ([all, at], field) => {
        const facts = await historyOf(all);
        const lines = await exported(facts);
        const line = 1 + (at % facts.length);
        const before = read(lines[line]);
        const value = field === "version" ? before.version + 1 : `${before[field]}x`;
        const after = { ...before, [field]: value };
        const found = await problemsIn(lines.with(line, written(after)));
        expect(found).toContain(
          `${line + 1} ${after.subject}: The hash is not that of what the fact says.`,
        );
      }),
    );
  });

  test("where a running number is another", async () => {
    await fc.assert(
      fc.asyncProperty(places, async ([all, at, by]) => {
        const facts = await historyOf(all);
        const lines = await exported(facts);
        const line = 1 + (at % facts.length);
        const before = read(lines[line]);
        const after = { ...before, seq: before.seq + 1 + (by % 5) };
        const found = await problemsIn(lines.with(line, written(after)));
        expect(found.join()).toContain("The seal at the end is not that of these facts.");
      }),
    );
  });
});

describe("tampering with whole facts is found", () => {
  test("where a line is gone, there twice, or in the place of another", async () => {
    await fc.assert(
      fc.asyncProperty(
        places,
        fc.constantFrom("drop", "double", "swap"),
        async ([all, one, two], how) => {
          const facts = await historyOf(all);
          const lines = await exported(facts);
          const [line, other] = [one % lines.length, two % lines.length];
          const [here = "", there = ""] = [lines[line], lines[other]];
          fc.pre(how !== "swap" || line !== other);
          const tampered = {
            drop: lines.toSpliced(line, 1),
            double: lines.toSpliced(other, 0, here),
            swap: lines.with(line, there).with(other, here),
          }[how];
          expect(await problemsIn(tampered)).not.toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("where a fact is gone from the middle of a subject: the gap is named", async () => {
    const one = { subject: "project:demo", actor: "lead", text: "", passed: 1 };
    const lines = await exported(await historyOf([one, one, one]));
    expect(await problemsIn(lines.toSpliced(2, 1))).toEqual([
      "3 project:demo: Version 2 is missing before version 3.",
      "3 project:demo: It does not link to version 2 as it stands before it.",
      "4 : The header counts 3 facts; here are 2.",
      "4 : The end counts 3 facts; here are 2.",
      "4 : The seal at the end is not that of these facts.",
    ]);
  });

  test("where a fact was made up, with a hash of its own", async () => {
    await fc.assert(
      fc.asyncProperty(places, async ([all, at, passed]) => {
        const facts = await historyOf(all);
        const place = at % (facts.length + 1);
        const last = facts.slice(0, place).findLast(({ subject }) => subject === "project:demo");
        const made = await rehashed({
          seq: (facts[place - 1]?.seq ?? 0) + (passed % 2),
          scope: "demo",
          subject: "project:demo",
          version: (last?.version ?? 0) + 1,
          kind: "project.changed",
          actor: "someone",
          role: "lead",
          at: "2024-06-01T00:00:00.000Z",
          key: "made up",
          detail: "{}",
          previousHash: last?.hash ?? "",
          hash: "",
        });
        const lines = await exported(facts);
        expect(await problemsIn(lines.toSpliced(place + 1, 0, written(made)))).not.toEqual([]);
      }),
    );
  });

  test("where a fact was changed and hashed anew, without the facts after it", async () => {
    await fc.assert(
      fc.asyncProperty(places, async ([all, at]) => {
        const facts = await historyOf(all);
        const lines = await exported(facts);
        const line = 1 + (at % facts.length);
        const fact = read(lines[line]);
        const changed = await rehashed({ ...fact, actor: "someone" });
        const found = await problemsIn(lines.with(line, written(changed)));
        const next = facts.findIndex(
          ({ subject, version }) => subject === fact.subject && version === fact.version + 1,
        );
        const named =
          next === -1
            ? "The seal at the end is not that of these facts."
            : `${next + 2} ${fact.subject}: It does not link to version ${fact.version} as it stands before it.`;
        expect(found.join("\n")).toContain(named);
      }),
    );
  });

  test("where the file was cut off, wherever", async () => {
    await fc.assert(
      fc.asyncProperty(places, async ([all, at]) => {
        const text = (await exported(await historyOf(all))).join("");
        const found = await problemsIn(text.slice(0, at % text.length).split(/(?<=\n)/));
        expect(found.join()).toMatch(/cut off/);
      }),
      { numRuns: 300 },
    );
  });

  test("where everything was written anew but what somebody wrote down", async () => {
    const one = { subject: "project:demo", actor: "lead", text: "", passed: 1 };
    const facts = await historyOf([one, one, one]);
    const { seal } = JSON.parse((await exported(facts)).at(-1) ?? "") as { seal: string };
    // What no check of a file can find by itself: see drizzle/README.md.
    const shorter = await exported(facts.slice(0, 2));
    const rewritten = await exported(await historyOf([one, { ...one, text: "Muu" }, one]));
    for (const lines of [shorter, rewritten]) {
      expect(await problemsIn(lines)).toEqual([]);
      expect(await problemsIn(lines, { seal })).toEqual([
        expect.stringContaining("The seal is not the one that you have."),
      ]);
    }
    expect(await problemsIn(shorter, { count: 3 })).toHaveLength(1);
  });
});

describe("on the command line", () => {
  const folder = mkdtempSync(join(tmpdir(), "etappi-verify-"));
  const path = join(folder, "facts.jsonl");
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (content: string | Uint8Array, ...more: readonly string[]) => {
    writeFileSync(path, content);
    const options = { encoding: "utf8" } as const;
    return spawnSync(process.execPath, ["drizzle/verify.ts", path, ...more], options);
  };
  const one = { subject: "project:demo", actor: "lead", text: "Ääni", passed: 1 };

  test("says that all holds, with the seal", async () => {
    const lines = await exported(await historyOf([one, one]));
    const { status, stdout } = run(lines.join(""));
    const { seal } = JSON.parse(lines.at(-1) ?? "") as { seal: string };
    expect(stdout).toBe(
      `2 facts of 1 subjects, seal ${seal}\nEvery hash, link, version and count holds.\n`,
    );
    expect(status).toBe(0);
    expect(run(lines.join(""), "--count", "2", "--seal", seal).status).toBe(0);
    expect(run(lines.join(""), "--count", "3").status).toBe(1);
  });

  test("names what does not hold, and ends with 1", async () => {
    const lines = await exported(await historyOf([one, one]));
    const { status, stdout } = run(
      lines.join("").replace("contact", "someone").replace("Ääni", "ääni"),
    );
    expect(stdout).toContain("line 2 (project:demo): The hash is not that of what the fact says.");
    expect(status).toBe(1);
  });

  test("takes bytes that are no text for tampering, and no file for a mistake", async () => {
    const text = (await exported(await historyOf([one]))).join("");
    const bytes = new TextEncoder().encode(text);
    bytes[text.indexOf("Ä")] = 0xff;
    const { status, stdout } = run(bytes);
    expect(stdout).toContain("line 2: This is not one JSON object as the export writes it.");
    expect(status).toBe(1);
    expect(spawnSync(process.execPath, ["drizzle/verify.ts"]).status).toBe(1);
  });
});

describe("restoring refuses, before it touches anything,", { timeout: 30_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "etappi-restore-"));
  const path = join(folder, "facts.jsonl");
  afterAll(() => rmSync(folder, { recursive: true }));
  const one = { subject: "project:demo", actor: "lead", text: "", passed: 1 };
  const refusedWith = (content: string, ...more: readonly string[]) => {
    writeFileSync(path, content);
    const options = { encoding: "utf8" } as const;
    const into = ["--persist-to", join(folder, "state")];
    const command = ["drizzle/restore.ts", path, ...into, ...more];
    const { status, stderr } = spawnSync(process.execPath, command, options);
    expect(status).toBe(1);
    expect(existsSync(join(folder, "state"))).toBe(false);
    return stderr;
  };

  test("a file that does not hold", async () => {
    const lines = await exported(await historyOf([one, one, one]));
    expect(refusedWith(lines.toSpliced(2, 1).join(""))).toContain(
      "5 problems, the first in line 3",
    );
  });

  test("the facts of a project alone", async () => {
    const lines = await exported(await historyOf([one]));
    expect(refusedWith(lines.join(""))).toContain("This is the history of a project");
  });

  test("a person without an address", async () => {
    const lines = await exported(await historyOf([one]));
    expect(refusedWith(lines.join(""), "--person", "lead")).toContain("is not PSEUDONYM=ADDRESS");
  });
});
