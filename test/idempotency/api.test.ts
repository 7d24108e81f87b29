import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import worker from "../../worker/index.ts";
import { factCount, ok, refusal } from "../support/answers.ts";
import { aWorld, programme, project, signIn } from "../support/world.ts";

const cell = "/api/projects/demo/progress/1/837";
const change = { declared: "in_progress" };
const once = { version: 0, key: "yksi" };

/** Both answers, and that the second is the first said again. */
async function twice(send: () => Promise<Response>) {
  const first = await send();
  const second = await send();
  expect(first.headers.get("idempotent-replayed")).toBeNull();
  expect(second.headers.get("idempotent-replayed")).toBe("true");
  expect(second.status).toBe(first.status);
  expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
  expect(second.headers.get("location")).toBe(first.headers.get("location"));
  expect(second.headers.get("content-type")).toMatch(/^application\/json/);
  expect(await second.text()).toBe(await first.text());
}

describe("the same request with the same key", () => {
  test("replays the first answer of a change", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    await twice(() => lead.send("PATCH", cell, change, once));
    expect(await factCount()).toBe(facts + 1);
  });

  test("replays the first answer even when the cell has moved on", async () => {
    const { lead } = await aWorld();
    const first = await ok(await lead.send("PATCH", cell, change, once));
    await lead.send("PATCH", cell, { declared: "done" }, { version: 1 });
    expect(await ok(await lead.send("PATCH", cell, change, once))).toEqual(first);
    expect(await ok(await lead.get(cell))).toMatchObject({ declared: "done", version: 2 });
  });

  test("confirms once", async () => {
    const { lead } = await aWorld();
    await lead.send("PATCH", cell, change, { version: 0 });
    const facts = await factCount();
    await twice(() => lead.send("POST", `${cell}/confirm`, undefined, { key: "vahvistus" }));
    expect(await factCount()).toBe(facts + 1);
  });

  test("writes a batch once", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    const batch = ["536", "837"].map((municipality) => ({
      ...change,
      milestone: 1,
      municipality,
      version: 0,
    }));
    await twice(() =>
      lead.send("POST", "/api/projects/demo/progress/batch", batch, { key: "joukko" }),
    );
    expect(await factCount()).toBe(facts + 2);
  });

  test("creates a programme, a project and a milestone once, and says again where they are", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    const facts = await factCount();
    await twice(() => admin.send("POST", "/api/programmes", programme, { key: "ohjelma" }));
    await twice(() => admin.send("POST", "/api/projects", project, { key: "hanke" }));
    const milestone = { phase: 1, title: "Valittu" };
    await twice(() =>
      admin.send("POST", "/api/projects/demo/milestones", milestone, { key: "tavoite" }),
    );
    // One each, and that the project's creator leads it.
    expect(await factCount()).toBe(facts + 4);
  });

  test("that was refused is looked at anew", async () => {
    const { lead } = await aWorld();
    const paused = { declared: "paused" };
    await refusal(await lead.send("PATCH", cell, paused, once), 400, "invalid");
    await refusal(await lead.send("PATCH", cell, paused, once), 400, "invalid");
    await ok(await lead.send("PATCH", cell, { ...paused, reason: "Syy" }, once));
  });

  test("by another person is another request", async () => {
    const { lead, contact } = await aWorld();
    await ok(await lead.send("PATCH", cell, change, once));
    await refusal(await contact.send("PATCH", cell, change, once), 412, "stale");
    const other = await contact.send(
      "PATCH",
      cell,
      { declared: "done" },
      { version: 1, key: "yksi" },
    );
    expect(await ok(other)).toMatchObject({ declared: "done", version: 2 });
  });
});

describe("another request with the same key", () => {
  test("is refused, and changes nothing", async () => {
    const { lead } = await aWorld();
    await ok(await lead.send("PATCH", cell, change, once));
    const facts = await factCount();
    const others = [
      lead.send("PATCH", cell, { declared: "done" }, once),
      lead.send("PATCH", cell, { declared: "done" }, { ...once, version: 1 }),
      lead.send("PATCH", "/api/projects/demo/progress/1/536", change, once),
      lead.send("POST", `${cell}/confirm`, undefined, { key: "yksi" }),
      lead.send(
        "POST",
        "/api/projects/demo/milestones",
        { phase: 1, title: "Uusi" },
        { key: "yksi" },
      ),
    ];
    for (const answer of await Promise.all(others)) await refusal(answer, 409, "conflict");
    expect(await factCount()).toBe(facts);
  });

  test("is told so in its own language", async () => {
    const { lead } = await aWorld();
    await ok(await lead.send("PATCH", cell, change, once));
    const answer = await lead.send("PATCH", cell, { declared: "done" }, once);
    expect((await refusal(answer, 409, "conflict")).detail).toMatch(/Idempotency-Key/);
  });
});

describe("twins sent at the same time", () => {
  test("give one change, and the same answer to both", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => lead.send("PATCH", cell, change, once)),
    );
    const bodies = await Promise.all(answers.map((answer) => ok(answer)));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(await factCount()).toBe(facts + 1);
  });

  test("confirm once", async () => {
    const { lead } = await aWorld();
    await lead.send("PATCH", cell, change, { version: 0 });
    const facts = await factCount();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        lead.send("POST", `${cell}/confirm`, undefined, { key: "sama" }),
      ),
    );
    for (const answer of answers) expect(await ok(answer)).toMatchObject({ version: 2 });
    expect(await factCount()).toBe(facts + 1);
  });

  test("create one milestone and one project", async () => {
    const { admin } = await aWorld();
    const facts = await factCount();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        index % 2 === 0
          ? admin.send(
              "POST",
              "/api/projects/demo/milestones",
              { phase: 1, title: "Uusi" },
              { key: "v" },
            )
          : admin.send("POST", "/api/projects", { ...project, slug: "toinen" }, { key: "h" }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    // One each, and that the project's creator leads it.
    expect(await factCount()).toBe(facts + 3);
  });

  test("with different bodies give one change and refuse the other", async () => {
    const { lead } = await aWorld();
    const facts = await factCount();
    const answers = await Promise.all([
      lead.send("PATCH", cell, change, once),
      lead.send("PATCH", cell, { declared: "done" }, once),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await factCount()).toBe(facts + 1);
  });
});

describe("a key", () => {
  test.each([
    ["of 200 characters is accepted", "a".repeat(200), 200],
    ["of 201 characters is refused", "a".repeat(201), 400],
    ["of a tab is refused", "a\tb", 400],
    ["with quotes and spaces is accepted", `"8e03978e-40d5" '; DROP TABLE facts; --`, 200],
  ])("%s", async (_, key, status) => {
    const { lead } = await aWorld();
    const facts = await factCount();
    const answer = await lead.send("PATCH", cell, change, { version: 0, key });
    expect(answer.status).toBe(status);
    if (status === 400) await refusal(answer, 400, "invalid");
    expect(await factCount()).toBe(status === 200 ? facts + 1 : facts);
  });

  test("is kept for a day, and never writes twice even when it is forgotten", async () => {
    const { lead } = await aWorld();
    await ok(await lead.send("PATCH", cell, change, once));
    const kept = () => env.DB.prepare("SELECT count(*) AS n FROM requests").first<number>("n");
    const run = async (hours: number) =>
      worker.scheduled(
        {
          scheduledTime: Date.now() + hours * 3_600_000,
          cron: "17 1 * * *",
          noRetry: () => undefined,
        },
        env,
      );
    await run(24);
    expect(await kept()).toBe(1);
    await run(49);
    expect(await kept()).toBe(0);
    const facts = await factCount();
    const again = await lead.send("PATCH", cell, change, once);
    await refusal(again, 412, "stale");
    const confirmed = await lead.send("PATCH", cell, { note: "Hei" }, { version: 1, key: "yksi" });
    await refusal(confirmed, 409, "conflict");
    expect(await factCount()).toBe(facts);
  });
});
