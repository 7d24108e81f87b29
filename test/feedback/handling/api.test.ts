import { env } from "cloudflare:workers";
import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import { sendFeedback } from "../../../worker/feedback/commands/feedback.ts";
import { answerFeedback } from "../../../worker/feedback/commands/handling.ts";
import type {
  FeedbackList,
  FeedbackReceived,
  FeedbackView,
} from "../../../worker/feedback/contract/feedback.ts";
import worker from "../../../worker/index.ts";
import type { AskedDeps } from "../../../worker/platform/env.ts";
import { settingsOf } from "../../../worker/platform/settings.ts";
import { factCount, ok, pathsOf, refusal } from "../../support/answers.ts";
import { at, aWorld, type Client, origin, signIn, stranger } from "../../support/world.ts";

const path = "/api/feedback";
const canary = "kanarialintu";
const email = "palaute@etappi.example";
const sent = { category: "accessibility", text: `${canary} ei aukea`, page: "/projects/demo" };

const send = async (body: object, by: Client = stranger, key?: string) =>
  by.send("POST", path, body, key === undefined ? {} : { key });
const received = async (body: object) => ok<FeedbackReceived>(await send(body), 201);
const listed = async (admin: Client, state = "new") =>
  ok<FeedbackList>(await admin.get(`${path}?state=${state}`));
const asAdmin = () => signIn({ id: "admin", admin: true });

type Letter = { readonly recipient: string; readonly subject: string; readonly body: string };
const letters = async () =>
  (await ok<{ items: Letter[] }>(await stranger.get("/api/demo/letters"))).items.filter(
    ({ recipient }) => recipient === email,
  );

const textIn = async (table: string) =>
  JSON.stringify((await env.DB.prepare(`SELECT * FROM ${table}`).all()).results);

/** What a command takes at another moment, where letters go nowhere. */
const asked = (now: string): AskedDeps => ({
  ...at(now),
  settings: settingsOf(env, origin),
  mailer: null,
  files: env.FILES,
  address: "",
  sessionId: null,
  tokenId: null,
});
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const someday = async (now: string, more: object = {}) =>
  sendFeedback(asked(now), {
    category: "other",
    text: canary,
    page: "",
    email: null,
    leaveEmpty: "",
    ...more,
  });
const night = async (now: string) =>
  worker.scheduled({ scheduledTime: Date.parse(now), cron: "", noRetry: () => undefined }, env);

describe("sending feedback", () => {
  test("is confirmed at once with a reference and a date, and to an address by letter", async () => {
    const facts = await factCount();
    const answer = await send({ ...sent, email });
    const { id, dueOn, isMailed } = await ok<FeedbackReceived>(answer, 201);
    expect(answer.headers.get("location")).toBe(`${path}/${id}`);
    expect(isMailed).toBe(true);
    expect(Date.parse(dueOn) - Date.now()).toBeGreaterThan(12 * 86_400_000);
    const [letter] = await letters();
    expect(letter?.subject).toContain(id);
    // The letter may go to somebody who asked for nothing: it carries no text of a stranger's.
    expect(letter?.body).not.toContain(canary);
    expect(await factCount()).toBe(facts);
  });

  test("works without an address, and signed in: who sent it is kept nowhere", async () => {
    const { contact, admin } = await aWorld();
    expect((await received({ category: "other", text: "Hyvä" })).isMailed).toBe(false);
    await ok(await send(sent, contact), 201);
    const { items, waiting } = await listed(admin);
    expect(waiting).toBe(2);
    const kept = { ...sent, email: null, state: "new", version: 0 };
    expect(items).toEqual(expect.arrayContaining([expect.objectContaining(kept)]));
    expect(await textIn("feedback")).not.toContain("contact-837");
  });

  test("keeps the path of a page, and nothing of what stands behind it", async () => {
    const admin = await asAdmin();
    await received({ ...sent, page: "/people?q=meikalainen#token" });
    expect((await listed(admin)).items[0]?.page).toBe("/people");
  });

  test("is refused to a program that fills what people leave empty, and says which field", async () => {
    const answer = await send({ ...sent, leaveEmpty: "https://mainos.example" });
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual(["leaveEmpty"]);
    expect(await textIn("feedback")).toBe("[]");
  });

  test("is refused without a text, with one that is too long, and with what it does not know", async () => {
    const wrong = { category: "praise", text: "x".repeat(4001), email: "a@b", name: "Nimi" };
    const answer = await send(wrong);
    expect(pathsOf(await refusal(answer, 400, "invalid"))).toEqual([
      "category",
      "email",
      "name",
      "text",
    ]);
    expect(pathsOf(await refusal(await send({}), 400, "invalid"))).toEqual(["category", "text"]);
  });

  test("that is sent again with its key is there once, and told the same", async () => {
    const admin = await asAdmin();
    const first = await ok<FeedbackReceived>(await send(sent, stranger, "sama"), 201);
    const again = await send(sent, stranger, "sama");
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await ok(again, 201)).toEqual(first);
    await refusal(await send({ ...sent, text: "Toinen" }, stranger, "sama"), 409, "conflict");
    expect((await listed(admin)).items).toHaveLength(1);
    expect(await textIn("requests")).not.toContain(canary);
  });
});

describe("handling feedback", () => {
  test("counts what waits, and marks what is late, oldest first", async () => {
    const admin = await asAdmin();
    const { body: late } = await someday(daysAgo(16));
    const { body: due } = await someday(daysAgo(14));
    const { items, waiting, late: lateCount } = await listed(admin);
    expect({ waiting, lateCount }).toEqual({ waiting: 2, lateCount: 1 });
    expect(items.map(({ id, isLate }) => ({ id, isLate }))).toEqual([
      { id: late.id, isLate: true },
      { id: due.id, isLate: false },
    ]);
  });

  test("can be walked page by page in each state", async () => {
    const admin = await asAdmin();
    const ids = [];
    for (const days of [3, 2, 1]) ids.push((await someday(daysAgo(days))).body.id);
    const first = await ok<FeedbackList>(await admin.get(`${path}?limit=2`));
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const rest = await ok<FeedbackList>(
      await admin.get(`${path}?limit=2&cursor=${first.nextCursor}`),
    );
    expect(rest.items.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(rest.nextCursor).toBeNull();
    expect(await listed(admin, "closed")).toMatchObject({ items: [], waiting: 3 });
  });

  test("answers by letter, keeps the answer, and tells the history when and nothing of what", async () => {
    const admin = await asAdmin();
    const { id } = await received({ ...sent, email });
    const answer = await admin.send(
      "POST",
      `${path}/${id}/answer`,
      { answer: `Korjattu, ${canary}.` },
      { version: 0, key: "vastaus" },
    );
    const view = await ok<FeedbackView>(answer);
    expect(view).toMatchObject({ state: "answered", version: 1, answeredBy: "admin" });
    expect(view.mailedAt).not.toBeNull();
    const [letter] = await letters();
    expect(letter?.body).toContain(`Korjattu, ${canary}.`);
    expect(letter?.body).toContain("/accessibility");
    for (const table of ["facts", "uses", "requests"]) {
      const text = await textIn(table);
      for (const personal of [canary, email]) expect(text, table).not.toContain(personal);
    }
    expect(await textIn("facts")).toContain(id);
    const { items } = await ok<{ items: object[] }>(await admin.get("/api/history"));
    expect(items[0]).toMatchObject({ kind: "feedback.answered", subject: `feedback:${id}` });
    const { problems } = await ok<{ problems: object[] }>(await admin.get("/api/history/verify"));
    expect(problems).toEqual([]);
  });

  test("does not answer twice, nor on an old version, and closes for good", async () => {
    const admin = await asAdmin();
    const { id } = await received({ ...sent, email });
    const deed = async (name: string, body: object, version: number) =>
      admin.send("POST", `${path}/${id}/${name}`, body, { version });
    await ok(await deed("answer", { answer: "Kiitos." }, 0));
    const facts = await factCount();
    const stale = await refusal(await deed("close", { because: "Valmis" }, 0), 412, "stale");
    expect(stale.current).toMatchObject({ id, version: 1 });
    await refusal(await deed("answer", { answer: "Taas." }, 1), 409, "locked");
    expect(await letters()).toHaveLength(2);
    expect(await factCount()).toBe(facts);
    const closed = await ok<FeedbackView>(await deed("close", { because: "Valmis" }, 1));
    expect(closed).toMatchObject({ state: "closed", closedBy: "admin", closedBecause: "Valmis" });
    await refusal(await deed("close", { because: "Valmis" }, 2), 409, "locked");
    await refusal(await deed("answer", { answer: "Taas." }, 2), 409, "locked");
    expect((await listed(admin, "closed")).items.map((one) => one.id)).toEqual([id]);
  });

  test("answers again where the letter did not go out", async () => {
    const admin = await asAdmin();
    const { body } = await someday(daysAgo(1), { email });
    await answerFeedback(asked(daysAgo(0)), body.id, 0, { answer: "Ensin." });
    const again = await admin.send(
      "POST",
      `${path}/${body.id}/answer`,
      { answer: "Nyt." },
      { version: 1 },
    );
    expect(await ok<FeedbackView>(again)).toMatchObject({ answer: "Nyt.", version: 2 });
    expect((await letters()).map(({ body: text }) => text.includes("Nyt."))).toEqual([true]);
  });

  test("takes all of it along as CSV, without addresses and without formulas, and logs it", async () => {
    const admin = await asAdmin();
    await received({ ...sent, text: "=1+1", email });
    const answer = await admin.get(`${path}/export?delimiter=comma`);
    const text = await answer.text();
    expect(text).not.toContain(email);
    const [headings = [], row = []] = parseCsv(text, { delimiter: "," });
    expect(row[headings.indexOf("text")]).toBe("'=1+1");
    const forPeople = await (await admin.get(`${path}/export?lang=fi`)).text();
    expect(forPeople).toContain("Vastattava viimeistään");
    expect(await ok(await admin.get("/api/uses?kind=exported"))).toMatchObject({
      items: [{ detail: "feedback csv" }, { detail: "feedback csv" }],
    });
  });

  test("is for administrators alone", async () => {
    const { lead } = await aWorld();
    const { id } = await received(sent);
    for (const one of [path, `${path}/export`, `${path}/${id}`]) {
      await refusal(await lead.get(one), 403, "forbidden");
      await refusal(await stranger.get(one), 401, "signed_out");
    }
  });
});

describe("what was written", () => {
  test("is erased a year after it was answered, two after it came, and not before", async () => {
    const admin = await asAdmin();
    const now = Date.now();
    const years = (count: number, days: number) =>
      new Date(now + (count * 366 + days) * 86_400_000).toISOString();
    const { body: answered } = await someday(daysAgo(1), { email });
    await answerFeedback(asked(daysAgo(0)), answered.id, 0, { answer: canary });
    const { body: waiting } = await someday(daysAgo(1), { email });
    const get = async (id: string) => ok<FeedbackView>(await admin.get(`${path}/${id}`));

    await night(years(1, -10));
    expect(await get(answered.id)).toMatchObject({ text: canary, email, erasedAt: null });
    await night(years(1, 1));
    const gone = { text: "", page: "", email: null, answer: "" };
    expect(await get(answered.id)).toMatchObject({ ...gone, state: "answered" });
    expect(await get(waiting.id)).toMatchObject({ text: canary, email });
    await night(years(2, 1));
    expect(await get(waiting.id)).toMatchObject({ ...gone, isLate: false });
    expect(await textIn("feedback")).not.toContain(canary);
    expect(await listed(admin)).toMatchObject({ waiting: 0, late: 0 });
    const late = { answer: "Liian myöhään" };
    const answer = await admin.send("POST", `${path}/${waiting.id}/answer`, late, { version: 0 });
    await refusal(answer, 409, "locked");
  });

  test("loses its address when the person whose it is is erased", async () => {
    const admin = await asAdmin();
    await signIn({ id: "palaute" });
    const { id } = await received({ ...sent, email });
    await ok(await admin.send("POST", "/api/people/palaute/erase"));
    expect(await ok(await admin.get(`${path}/${id}`))).toMatchObject({
      email: null,
      text: sent.text,
    });
    expect(await letters()).toEqual([]);
  });
});

describe("the rows of feedback", () => {
  const run = async (sql: string, ...values: unknown[]) =>
    env.DB.prepare(sql)
      .bind(...values)
      .run()
      .then(
        () => "",
        (error: unknown) => String(error),
      );

  test("are neither answered nor removed without a fact", async () => {
    const { id } = await received(sent);
    for (const sql of [
      "UPDATE feedback SET state = 'closed' WHERE id = ?",
      "UPDATE feedback SET version = version + 1 WHERE id = ?",
      "UPDATE feedback SET received_at = '2020' WHERE id = ?",
      "DELETE FROM feedback WHERE id = ?",
      "INSERT OR REPLACE INTO feedback SELECT * FROM feedback WHERE id = ?",
    ]) {
      expect(await run(sql, id), sql).toMatch(/feedback(:| exists)/);
    }
  });

  test("of the statement follow their facts", async () => {
    const insert = `INSERT INTO statements VALUES ('etappi', '{}', 'full', '', '{}', '[]', '{}', '', '{}', '', '', 1, 'x')`;
    expect(await run(insert)).toContain("statements: write a fact");
  });
});
