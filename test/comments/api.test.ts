import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { CommentDetail } from "../../worker/comments/contract.ts";
import { repliesMax } from "../../worker/comments/terms.ts";
import { digest } from "../../worker/kernel/digest.ts";
import { factCount, ok, pathsOf, refusal } from "../support/answers.ts";
import { commentAt, done, onMilestone, rewritten, said, threads } from "../support/comments.ts";
import { costOf, isSession, sumOf } from "../support/meter.ts";
import { aWorld } from "../support/world.ts";

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
});

const canary = "kanarialintu";

/** Everything that the database holds, as text. */
async function allRows(): Promise<string> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  ).all<{ name: string }>();
  const tables = await Promise.all(
    results.map(({ name }) => env.DB.prepare(`SELECT * FROM "${name}"`).all()),
  );
  return JSON.stringify(tables.map((table) => table.results));
}

describe("a discussion", () => {
  test("begins with a comment on a milestone or a cell, and has its replies in their order", async () => {
    const { lead, contact, steering } = world;
    const first = await said(contact, "Kuka hankkii laitteet?", { municipality: "837" });
    expect(first).toMatchObject({
      text: "Kuka hankkii laitteet?",
      municipality: "837",
      author: "contact-837",
      role: "contact",
      state: "shown",
      version: 1,
    });
    await said(lead, "Alue hankkii.", { thread: first.id });
    await said(steering, "Hyvä.", { thread: first.id });
    await said(steering, "Koko välitavoitteesta");
    const { items, counts } = await threads(lead);
    expect(items.map(({ text, replies }) => [text, replies.map((one) => one.text)])).toEqual([
      ["Koko välitavoitteesta", []],
      ["Kuka hankkii laitteet?", ["Alue hankkii.", "Hyvä."]],
    ]);
    // A reply belongs to the cell of its thread.
    expect(items[1]?.replies.map(({ municipality }) => municipality)).toEqual(["837", "837"]);
    expect(counts).toEqual({ open: 2, resolved: 0 });
    expect((await threads(lead, "?municipality=837")).counts).toEqual({ open: 1, resolved: 0 });
    expect((await threads(lead, "?municipality=536")).items).toEqual([]);
    // A thread is found by any of its comments.
    for (const one of items[1]?.replies ?? []) {
      const alone = await threads(lead, `?thread=${one.id}`);
      expect(alone.items.map(({ id }) => id)).toEqual([first.id]);
    }
  });

  test("is read page by page", async () => {
    for (const text of ["a", "b", "c"]) await said(world.lead, text);
    const first = await threads(world.lead, "?limit=2");
    const second = await threads(world.lead, `?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ text }) => text)).toEqual(["c", "b", "a"]);
    expect(second.nextCursor).toBeNull();
  });

  test("is resolved by whoever takes part, takes no reply then, and is opened again", async () => {
    const { lead, steering, contact } = world;
    const first = await said(contact, "Kysymys");
    const resolved = await ok<typeof first>(
      await done(steering, "resolve", first, { resolved: true }),
    );
    expect(resolved).toMatchObject({ resolvedBy: "steering", resolvedAt: expect.any(String) });
    expect((await threads(lead)).counts).toEqual({ open: 0, resolved: 1 });
    expect((await threads(lead, "?resolved=false")).items).toEqual([]);
    const late = await lead.send("POST", onMilestone, { text: "Vielä", thread: first.id });
    await refusal(late, 409, "locked");
    await ok(await done(lead, "resolve", resolved, { resolved: false }));
    await said(lead, "Vielä", { thread: first.id });
  });

  test("is refused what is wrong with it: no cell, no thread, no words, too many replies", async () => {
    const { lead } = world;
    const wrong: readonly (readonly [object, string])[] = [
      [{ text: "x", municipality: "980" }, "municipality"],
      [{ text: "x", thread: "comment-0" }, "thread"],
      [{ text: " " }, "text"],
      [{ text: "x".repeat(2001) }, "text"],
      [{ text: "@[funder] katso" }, "text"],
    ];
    const facts = await factCount();
    for (const [body, path] of wrong) {
      const answer = await lead.send("POST", onMilestone, body);
      expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([path]);
    }
    await refusal(
      await lead.send("POST", "/api/projects/demo/milestones/99/comments", { text: "x" }),
      404,
      "not_found",
    );
    expect(await factCount()).toBe(facts);
    const first = await said(lead, "Alku");
    for (let count = 0; count < repliesMax; count += 1) {
      await said(lead, `${count}`, { thread: first.id });
    }
    const over = await lead.send("POST", onMilestone, { text: "x", thread: first.id });
    await refusal(over, 409, "locked");
  });

  test("is not there for a funder, in any list or file", async () => {
    const { funder, lead } = world;
    const { id } = await said(lead, canary);
    for (const path of [onMilestone, commentAt(id), "/api/projects/demo/comments/export"]) {
      await refusal(await funder.get(path), 403, "forbidden");
    }
    await refusal(await funder.send("POST", onMilestone, { text: "x" }), 403, "forbidden");
    for (const format of ["csv", "json", "xlsx"]) {
      const file = await lead.get(`/api/projects/demo/export?format=${format}`);
      expect(await file.text()).not.toContain(canary);
    }
  });
});

describe("a comment", () => {
  test("is changed by its author alone, keeps what it said before, and says that it was", async () => {
    const { lead, contact } = world;
    const first = await said(contact, "Ensin näin");
    await refusal(await rewritten(lead, first, "Muuten"), 403, "forbidden");
    const changed = await ok(await rewritten(contact, first, "Sitten näin"));
    expect(changed).toMatchObject({
      text: "Sitten näin",
      editedAt: expect.any(String),
      version: 2,
    });
    await refusal(await rewritten(contact, first, "Vielä"), 412, "stale");
    await refusal(
      await rewritten(contact, { ...first, version: 2 }, "Sitten näin"),
      400,
      "invalid",
    );
    const { texts } = await ok<CommentDetail>(await lead.get(commentAt(first.id)));
    expect(texts.map(({ text }) => text)).toEqual(["Sitten näin", "Ensin näin"]);
  });

  test("that is taken back leaves no word anywhere, and its facts stay and hold", async () => {
    const { contact, lead, steering } = world;
    const key = "kerran";
    const posted = await contact.send("POST", onMilestone, { text: `${canary} 1` }, { key });
    const first = await ok<CommentDetail>(posted, 201);
    const reply = await said(steering, "Vastaus", { thread: first.id });
    await ok(await rewritten(contact, first, `${canary} 2`));
    await ok(await done(steering, "resolve", { ...first, version: 2 }, { resolved: true }));
    expect(await allRows()).toContain(canary);
    const gone = await ok(await done(contact, "withdraw", { ...first, version: 3 }, {}));
    expect(gone).toMatchObject({ state: "withdrawn", text: null, version: 4 });
    expect(await allRows()).not.toContain(canary);
    // What was answered stands where it stood.
    expect((await threads(lead)).items).toMatchObject([
      { id: first.id, text: null, replies: [{ id: reply.id, text: "Vastaus" }] },
    ]);
    const verified = await ok<{ problems: unknown[] }>(
      await lead.get("/api/history/verify?project=demo"),
    );
    expect(verified.problems).toEqual([]);
  });

  test("that is taken back unanswered is gone from the list", async () => {
    const first = await said(world.contact, "Turha");
    await ok(await done(world.contact, "withdraw", first, {}));
    expect(await threads(world.lead)).toMatchObject({ items: [], counts: { open: 0 } });
  });

  test("is removed by a lead who says why, and by no one else", async () => {
    const { contact, lead, steering } = world;
    const first = await said(contact, canary);
    await refusal(await done(steering, "withdraw", first, { reason: "x" }), 403, "forbidden");
    const unexplained = await done(lead, "withdraw", first, {});
    expect(pathsOf(await refusal(unexplained, 400, "invalid"))).toEqual(["reason"]);
    const reason = "Asiakkaan tietoja";
    const gone = await ok(await done(lead, "withdraw", first, { reason }));
    expect(gone).toMatchObject({ state: "removed", removedBecause: reason, text: null });
    expect(await allRows()).not.toContain(canary);
    await refusal(await rewritten(contact, { ...first, version: 2 }, "Uusi"), 409, "locked");
  });

  test("has in its fact a digest of the text and its salt, and never the text", async () => {
    const { id } = await said(world.lead, `${canary} @[steering]`);
    const fact = await env.DB.prepare("SELECT scope, detail FROM facts WHERE subject = ?")
      .bind(`comment:demo:1:${id}`)
      .first<{ scope: string; detail: string }>();
    const kept = await env.DB.prepare("SELECT salt, text FROM comment_texts WHERE comment = ?")
      .bind(id)
      .first<{ salt: string; text: string }>();
    expect(fact?.scope).toBe("@comments/demo");
    expect(fact?.detail).not.toContain(canary);
    expect(JSON.parse(fact?.detail ?? "{}")).toMatchObject({
      after: {
        textDigest: await digest(JSON.stringify([kept?.salt, kept?.text])),
        mentions: ["steering"],
      },
    });
  });

  test("keeps its words from being changed or dropped beside its facts", async () => {
    await said(world.lead, "Pysyy");
    for (const sql of [
      "UPDATE comment_texts SET text = 'x'",
      "DELETE FROM comment_texts",
      "INSERT OR REPLACE INTO comment_texts SELECT comment, version, at, salt, 'x' FROM comment_texts",
      "UPDATE comments SET state = 'withdrawn'",
      "DELETE FROM comments",
    ]) {
      await expect(env.DB.prepare(sql).run(), sql).rejects.toThrow(/comment/);
    }
  });
});

describe("as a file", () => {
  test("comments stand with names in the place of pseudonyms, and no formula among them", async () => {
    await said(world.contact, "=1+1 @[steering]", { municipality: "837" });
    const text = await (await world.lead.get("/api/projects/demo/comments/export?lang=fi")).text();
    expect(text).toMatch(/Välitavoite;Kuntakoodi/);
    expect(text).toMatch(/'=1\+1 @/);
    expect(text).not.toContain("@[");
  });
});

describe("the rows that the database reads", () => {
  const beside = (sql: string) => !isSession(sql);
  const cost = async () => {
    const found = await costOf(world.lead, onMilestone);
    expect(found.status).toBe(200);
    return sumOf(found, beside).read;
  };

  test("for a page depend on the threads of the milestone, not on what is said elsewhere", async () => {
    const { lead } = world;
    const first = await said(lead, "a");
    await said(lead, "b", { thread: first.id });
    const before = await cost();
    for (let count = 0; count < 10; count += 1) {
      await ok(
        await lead.send("POST", "/api/projects/demo/milestones/2/comments", { text: `${count}` }),
        201,
      );
    }
    expect(await cost()).toBe(before);
    await said(lead, "c");
    expect((await cost()) - before).toBeLessThanOrEqual(8);
  });

  test("are none of a discussion where progress is read, now or then", async () => {
    const path = "/api/projects/demo/progress?asOf=2099-01-01";
    const then = path.replace("2099-01-01", new Date(Date.now() + 86_400_000).toISOString());
    await refusal(await world.lead.get(then), 400, "invalid");
    const past = async () => {
      const at = new Date().toISOString();
      const found = await costOf(world.lead, path.replace("2099-01-01", at));
      expect(found.status).toBe(200);
      return sumOf(found, beside).read;
    };
    const before = await past();
    for (let count = 0; count < 5; count += 1) await said(world.lead, `${count}`);
    expect(await past()).toBe(before);
  });
});
