import { describe, expect, test } from "vitest";
import { ok } from "../support/answers.ts";
import { costOf, isSession, sumOf } from "../support/meter.ts";
import { aProject, aWorld, type Client, holds, project, signIn } from "../support/world.ts";

const views = ["/api/projects/demo/progress", "/api/projects/demo/summary"];
const cell = "/api/projects/demo/progress/1/837";
const oneRow = { statements: 1, read: 1, written: 0 };
const beside = (sql: string) => !isSession(sql);
/** What a refusal leaves behind: its line in the log, and that one more was written. */
const isLog = (sql: string) => /into "(uses|limits)"/.test(sql);

/** A whole county with twelve milestones, every cell of them spoken of. */
async function aFullCounty(): Promise<Client> {
  const admin = await signIn({ id: "admin", admin: true });
  const county = await admin.get("/api/municipalities?county=08");
  const { items } = await ok<{ items: { code: string }[] }>(county);
  const municipalities = items.map(({ code }) => code);
  await aProject(admin, { municipalities });
  for (let number = 1; number <= 12; number += 1) {
    await ok(
      await admin.send("POST", "/api/projects/demo/milestones", { phase: 1, title: `${number}` }),
      201,
    );
  }
  const batch = municipalities.flatMap((municipality) =>
    Array.from({ length: 12 }, (_, index) => ({
      milestone: index + 1,
      municipality,
      version: 0,
      declared: "in_progress",
    })),
  );
  await ok(await admin.send("POST", "/api/projects/demo/progress/batch", batch));
  return admin;
}

/** So many more changes of one cell. */
async function changeOften(person: Client, from: number, times: number) {
  for (let version = from; version < from + times; version += 1) {
    await ok(
      await person.send(
        "PATCH",
        cell,
        { declared: "in_progress", note: `${version}` },
        { version },
      ),
    );
  }
}

const updateCost = async (person: Client, version: number) => {
  const cost = await costOf(person, cell, {
    method: "PATCH",
    headers: { "if-match": `"${version}"`, "idempotency-key": `muutos-${version}` },
    body: { declared: "in_progress", note: `hinta ${version}` },
  });
  expect(cost.status).toBe(200);
  return sumOf(cost, beside);
};

describe("the rows that the database reads", () => {
  test("are one for the matrix and one for the summary, whoever may see them", async () => {
    const people = await aWorld();
    for (const person of [people.admin, people.lead, people.contact, people.steering]) {
      for (const path of views) {
        const cost = await costOf(person, path);
        expect(cost.status).toBe(200);
        expect(sumOf(cost, beside), path).toEqual(oneRow);
      }
    }
    for (const path of views) {
      const refused = await costOf(people.funder, path);
      expect(refused.status).toBe(403);
      expect(sumOf(refused, (sql) => beside(sql) && !isLog(sql)).read, path).toBeLessThanOrEqual(1);
    }
  });

  test("are one for either in a full county with twelve milestones, and after fifty more changes", async () => {
    const admin = await aFullCounty();
    for (const path of views) expect(sumOf(await costOf(admin, path), beside)).toEqual(oneRow);
    await changeOften(admin, 1, 50);
    for (const path of views) expect(sumOf(await costOf(admin, path), beside)).toEqual(oneRow);
  });

  test("are one for either for a person of a hundred projects", async () => {
    await aWorld();
    const memberships = Array.from({ length: 99 }, (_, index) =>
      holds("steering", `hanke-${index}`),
    );
    const busy = await signIn({
      id: "busy",
      memberships: [holds("steering", "demo"), ...memberships],
    });
    for (const path of views) expect(sumOf(await costOf(busy, path), beside)).toEqual(oneRow);
  });

  test("are one a project for the portfolio, of those that the caller may see", async () => {
    const { admin, funder } = await aWorld();
    for (let number = 1; number <= 6; number += 1) {
      await ok(
        await admin.send("POST", "/api/projects", { ...project, slug: `hanke-${number}` }),
        201,
      );
    }
    const three = ["hanke-2", "hanke-4", "hanke-6"].map((slug) => holds("steering", slug));
    const steering = await signIn({ id: "three", memberships: three });
    const portfolio = async (person: Client) =>
      sumOf(await costOf(person, "/api/portfolio"), beside);
    expect(await portfolio(admin)).toEqual({ statements: 1, read: 7, written: 0 });
    expect(await portfolio(steering)).toEqual({ statements: 3, read: 3, written: 0 });
    expect(await portfolio(funder)).toEqual({ statements: 0, read: 0, written: 0 });
  });

  test("are one a project for the portfolio of a person of two hundred, wherever the page ends", async () => {
    const { admin } = await aWorld();
    await ok(await admin.send("POST", "/api/projects", { ...project, slug: "viimeinen" }), 201);
    const slugs = Array.from({ length: 198 }, (_, index) => `hanke-${index}`);
    const memberships = ["demo", ...slugs, "viimeinen"].map((slug) => holds("steering", slug));
    const busy = await signIn({ id: "busy", memberships });
    const cost = await costOf(busy, "/api/portfolio?limit=1");
    expect(sumOf(cost, beside)).toMatchObject({ read: 2, written: 0 });
    type List = { items: { project: { slug: string } }[]; nextCursor: string | null };
    const first = await ok<List>(await busy.get("/api/portfolio?limit=1"));
    const second = await ok<List>(
      await busy.get(`/api/portfolio?limit=1&cursor=${first.nextCursor}`),
    );
    expect(second).toMatchObject({ items: [{ project: { slug: "viimeinen" } }], nextCursor: null });
  });

  test("are a few for finding out who asks: the session, the person, and each role", async () => {
    const { funder } = await aWorld();
    const nobody = await signIn({ id: "nobody" });
    const session = async (person: Client) =>
      sumOf(await costOf(person, "/api/session"), isSession);
    expect(await session(nobody)).toEqual({ statements: 1, read: 2, written: 0 });
    expect(await session(funder)).toEqual({ statements: 1, read: 4, written: 0 });
  });
});

describe("one update", () => {
  /** A row for the person and four for each role: that what they may do holds when it is written. */
  const constant = ({ roles }: { roles: number }) => ({
    statements: 9,
    read: 22 + 4 * roles,
    written: 10,
  });

  test("reads and writes a constant number of rows, however long the history of its cell", async () => {
    const { lead } = await aWorld();
    await changeOften(lead, 0, 2);
    expect(await updateCost(lead, 2)).toEqual(constant({ roles: 1 }));
    await changeOften(lead, 3, 50);
    expect(await updateCost(lead, 53)).toEqual(constant({ roles: 1 }));
  });

  test("reads and writes the same in a full county", async () => {
    const admin = await aFullCounty();
    await changeOften(admin, 1, 1);
    // The administrator leads the project that they made.
    expect(await updateCost(admin, 2)).toEqual(constant({ roles: 2 }));
  });

  test("reads a few rows more for each role of the person, and none for the roles of others", async () => {
    const { lead } = await aWorld();
    const slugs = Array.from({ length: 9 }, (_, index) => `hanke-${index}`);
    const memberships = ["demo", ...slugs].map((slug) => holds("lead", slug));
    const busy = await signIn({ id: "busy", memberships });
    for (let number = 0; number < 20; number += 1) {
      await signIn({ id: `member-${number}`, memberships: [holds("steering", "demo")] });
    }
    await changeOften(lead, 0, 2);
    expect(await updateCost(lead, 2)).toEqual(constant({ roles: 1 }));
    expect(await updateCost(busy, 3)).toEqual(constant({ roles: 10 }));
  });
});
