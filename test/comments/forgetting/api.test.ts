import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { CommentDetail, CommentView } from "../../../worker/comments/contract.ts";
import { textsShownMax } from "../../../worker/comments/terms.ts";
import { LIMITS } from "../../../worker/platform/limits.ts";
import { factCount, ok, refusal } from "../../support/answers.ts";
import { commentAt, done, onMilestone, rewritten, said } from "../../support/comments.ts";
import { aWorld, type Client, holds, signIn } from "../../support/world.ts";

let world: Awaited<ReturnType<typeof aWorld>>;
let leaver: Client;
const name = "Kanarialintu Esimerkki";
beforeEach(async () => {
  world = await aWorld();
  const person = { id: "poistuva", name, memberships: [holds("steering", "demo")] };
  leaver = await signIn(person);
});

const keptAnswers = async () =>
  JSON.stringify((await env.DB.prepare("SELECT * FROM requests").all()).results);
const mentionedPeople = async () =>
  (await env.DB.prepare("SELECT person FROM mentions ORDER BY person").all()).results.map(
    ({ person }) => person,
  );
const erase = async () => ok(await world.admin.send("POST", "/api/people/poistuva/erase"));

describe("an answer that is kept", () => {
  test("has no word and no name, and says a comment again without writing another", async () => {
    const { lead } = world;
    const text = "Sana @[poistuva]";
    const post = async () => lead.send("POST", onMilestone, { text }, { key: "kerran" });
    const first = await ok<CommentView>(await post(), 201);
    expect(first).toMatchObject({ text, mentions: [{ person: "poistuva", name }] });
    const path = `${commentAt(first.id)}/resolve`;
    const resolved = await leaver.send("POST", path, { resolved: true }, { version: 1, key: "a" });
    expect(await ok(resolved)).toMatchObject({ text, resolvedByName: name });
    const answers = await keptAnswers();
    expect(answers).toContain(first.id);
    expect(answers).not.toContain("Sana");
    expect(answers).not.toContain(name);
    await erase();
    const facts = await factCount();
    const again = await post();
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await ok(again, 201)).toMatchObject({
      id: first.id,
      version: 1,
      text: null,
      mentions: [{ person: "poistuva", name: "" }],
    });
    expect(await factCount()).toBe(facts);
    expect(await keptAnswers()).not.toContain(name);
  });

  test.each([
    ["withdrawn", "contact", ""],
    ["removed", "lead", "Asiakkaan tietoja"],
  ] as const)("says again that a comment was %s", async (state, who, reason) => {
    const { id } = await said(world.contact, "Turha");
    const take = async () =>
      world[who].send(
        "POST",
        `${commentAt(id)}/withdraw`,
        { reason },
        { version: 1, key: "kerran" },
      );
    const first = await take();
    const again = await take();
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    const gone = { id, state, text: null, version: 2 };
    expect(await ok(first)).toMatchObject(gone);
    expect(await ok(again)).toMatchObject(gone);
  });
});

describe("who was erased", () => {
  test("is named nowhere anew when a thread is resolved or its words change", async () => {
    const { lead, steering } = world;
    const first = await said(lead, "@[poistuva] ja @[steering]");
    expect(await mentionedPeople()).toEqual(["poistuva", "steering"]);
    await erase();
    expect(await mentionedPeople()).toEqual(["steering"]);
    await ok(await done(steering, "resolve", first, { resolved: true }));
    expect(await mentionedPeople()).toEqual(["steering"]);
    // What was said to them may stay in the text; and others are named beside it.
    const text = "@[poistuva] ja @[contact-837]";
    await ok(await rewritten(lead, { ...first, version: 2 }, text));
    expect(await mentionedPeople()).toEqual(["contact-837"]);
  });
});

describe("the bounds of a comment", () => {
  test("tell the newest of many texts, and that there are more", async () => {
    const { lead } = world;
    const { id } = await said(lead, "1");
    const detail = async () => ok<CommentDetail>(await lead.get(commentAt(id)));
    for (let version = 1; version < textsShownMax; version += 1) {
      await ok(await rewritten(lead, { id, version }, `${version + 1}`));
    }
    expect(await detail()).toMatchObject({ hasMoreTexts: false });
    await ok(await rewritten(lead, { id, version: textsShownMax }, `${textsShownMax + 1}`));
    const { texts, hasMoreTexts } = await detail();
    expect(hasMoreTexts).toBe(true);
    expect(texts.map(({ text }) => Number(text))).toEqual(
      Array.from({ length: textsShownMax }, (_, index) => textsShownMax + 1 - index),
    );
  });

  test("count the resolving of threads as writing", async () => {
    const { lead, steering } = world;
    const first = await said(lead, "Kysymys");
    await ok(await done(lead, "resolve", first, { resolved: true }));
    const { meta } = await env.DB.prepare("UPDATE limits SET count = ? WHERE count = 2")
      .bind(LIMITS.commented.max)
      .run();
    expect(meta.changes).toBe(1);
    const again = { ...first, version: 2 };
    await refusal(await done(lead, "resolve", again, { resolved: false }), 429, "rate_limited");
    await ok(await done(steering, "resolve", again, { resolved: false }));
  });
});
