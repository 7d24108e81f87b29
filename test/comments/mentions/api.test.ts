import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { MentionList } from "../../../worker/comments/contract.ts";
import { sessionCookie } from "../../../worker/identity/terms.ts";
import { ok, refusal } from "../../support/answers.ts";
import { done, rewritten, said, threads } from "../../support/comments.ts";
import {
  aWorld,
  type Client,
  client,
  giveToken,
  holds,
  openSession,
  signIn,
} from "../../support/world.ts";

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
});

const mentions = async (person: Client) => ok<MentionList>(await person.get("/api/mentions"));

describe("who is named", () => {
  test("finds it in a list with an unread mark, until they have looked", async () => {
    const { lead, steering, contact } = world;
    expect(await mentions(steering)).toEqual({ items: [], nextCursor: null, unseen: 0 });
    await said(lead, "@[steering] katso, @[lead] myös", { municipality: "837" });
    const { items, unseen } = await mentions(steering);
    expect(unseen).toBe(1);
    expect(items).toMatchObject([
      {
        seenAt: null,
        projectName: "Esimerkki",
        milestoneTitle: "Pilotti valittu",
        comment: { milestone: 1, municipality: "837", author: "lead" },
      },
    ]);
    // Nobody is told of naming themselves, and nobody of others.
    expect((await mentions(lead)).items).toEqual([]);
    expect((await mentions(contact)).items).toEqual([]);
    expect(await ok(await steering.send("POST", "/api/mentions/seen"))).toEqual({ unseen: 0 });
    expect(await mentions(steering)).toMatchObject({
      unseen: 0,
      items: [{ seenAt: expect.any(String) }],
    });
  });

  test("is who the newest words name: no longer those who were named before", async () => {
    const { lead, steering, contact } = world;
    const first = await said(lead, "@[steering]");
    await ok(await rewritten(lead, first, "@[contact-837]"));
    expect((await mentions(steering)).items).toEqual([]);
    expect((await mentions(contact)).items).toHaveLength(1);
    await ok(await done(lead, "withdraw", { ...first, version: 2 }, {}));
    expect((await mentions(contact)).items).toEqual([]);
  });

  test("sees nothing more of a project in which their role has ended", async () => {
    const person = await signIn({ id: "lahtija", memberships: [holds("steering", "demo")] });
    await said(world.lead, "@[lahtija]");
    expect((await mentions(person)).unseen).toBe(1);
    const path = "/api/projects/demo/members/lahtija/steering";
    await ok(await world.lead.send("DELETE", path, undefined, { version: 1 }));
    await openSession("lahtija", "uusi-istunto", "session-uusi");
    const again = client(`${sessionCookie}=uusi-istunto`);
    expect(await mentions(again)).toMatchObject({ items: [], unseen: 0 });
  });

  test("is no script", async () => {
    const script = await giveToken("lead", "skripti", "write");
    await refusal(await script.get("/api/mentions"), 403, "forbidden");
  });
});

describe("erasing a person", () => {
  const canary = "kanarialintu";

  test("takes the words of all their comments and the marks of theirs, and leaves the facts", async () => {
    const { admin, lead, steering } = world;
    const person = await signIn({
      id: "poistuva",
      memberships: [holds("contact", "demo", ["536"])],
    });
    const first = await said(person, `${canary} @[steering]`);
    await said(lead, "Kiitos @[poistuva]", { thread: first.id });
    await ok(await done(steering, "resolve", first, { resolved: true }));
    await ok(await admin.send("POST", "/api/people/poistuva/erase"));
    const tables = ["comments", "comment_texts", "mentions", "facts", "requests"];
    const rows = await Promise.all(
      tables.map(async (table) => (await env.DB.prepare(`SELECT * FROM ${table}`).all()).results),
    );
    expect(JSON.stringify(rows)).not.toContain(canary);
    const { items } = await threads(lead);
    expect(items).toMatchObject([
      {
        state: "erased",
        text: null,
        authorName: "",
        mentions: [],
        replies: [{ text: "Kiitos @[poistuva]", mentions: [{ person: "poistuva", name: "" }] }],
      },
    ]);
    const verified = await ok<{ problems: unknown[] }>(
      await lead.get("/api/history/verify?project=demo"),
    );
    expect(verified.problems).toEqual([]);
  });

  test("is preceded by a copy of what they wrote and where they were named", async () => {
    const { lead, steering } = world;
    await said(lead, "@[steering] katso");
    await said(steering, "Omat sanat");
    const own = await ok<{ comments: object[]; mentions: object[] }>(
      await steering.get("/api/account/data"),
    );
    expect(own.comments).toMatchObject([{ project: "demo", milestone: 1, text: "Omat sanat" }]);
    expect(own.mentions).toMatchObject([{ project: "demo", seenAt: null }]);
  });
});
