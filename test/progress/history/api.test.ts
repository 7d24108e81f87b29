import { describe, expect, test } from "vitest";
import type { HistoryEntry } from "../../../worker/progress/contract/progress.ts";
import { ok, refusal } from "../../support/answers.ts";
import { aWorld, type Client, holds, signIn } from "../../support/world.ts";

const cell = "/api/projects/demo/progress/1/837";
type History = { items: HistoryEntry[]; nextCursor: string | null };
const historyFor = async (person: Client, query = "") =>
  ok<History>(await person.get(`${cell}/history${query}`));

/** Three things are said of a cell, by two people. */
async function aCellWithHistory() {
  const people = await aWorld();
  await people.lead.send("PATCH", cell, { declared: "in_progress", note: "Alku" }, { version: 0 });
  const paused = { declared: "paused", reason: "Sairausloma", unblock: "Sijainen" };
  await people.contact.send("PATCH", cell, paused, { version: 1 });
  await people.contact.send("POST", `${cell}/confirm`);
  return people;
}

describe("the history of a cell", () => {
  test("is empty where nothing was said", async () => {
    const { lead } = await aWorld();
    expect(await historyFor(lead)).toEqual({ items: [], nextCursor: null });
  });

  test("tells newest first who said what, in which role, from what to what and why", async () => {
    const { lead } = await aCellWithHistory();
    const { items } = await historyFor(lead);
    expect(items).toMatchObject([
      {
        version: 3,
        kind: "progress.confirmed",
        actor: "contact-837",
        role: "contact",
        reason: null,
      },
      {
        version: 2,
        kind: "progress.declared",
        actor: "contact-837",
        role: "contact",
        before: { declared: "in_progress", reason: null },
        after: { declared: "paused", reason: "Sairausloma", unblock: "Sijainen" },
        reason: "Sairausloma",
      },
      {
        version: 1,
        kind: "progress.declared",
        actor: "lead",
        role: "lead",
        before: null,
        after: { declared: "in_progress", note: "Alku" },
      },
    ]);
    expect(items[0]?.before).toMatchObject({ declared: "paused" });
  });

  test("is a chain: each entry carries the hash of the one before it", async () => {
    const { lead } = await aCellWithHistory();
    const { items } = await historyFor(lead);
    expect(items.map(({ previousHash }) => previousHash)).toEqual([
      items[1]?.hash,
      items[2]?.hash,
      "",
    ]);
    expect(items.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  test("goes page by page without a gap", async () => {
    const { lead } = await aCellWithHistory();
    const first = await historyFor(lead, "?limit=2");
    const second = await historyFor(lead, `?limit=2&cursor=${first.nextCursor}`);
    expect(first.items.map(({ version }) => version)).toEqual([3, 2]);
    expect(second.items.map(({ version }) => version)).toEqual([1]);
    expect(second.nextCursor).toBeNull();
  });

  test("is not for the funder, and for an outsider not there", async () => {
    const { funder, steering } = await aCellWithHistory();
    const outsider = await signIn({ id: "outsider", memberships: [holds("lead", "other")] });
    await refusal(await funder.get(`${cell}/history`), 403, "forbidden");
    await refusal(await outsider.get(`${cell}/history`), 404, "not_found");
    expect((await historyFor(steering)).items).toHaveLength(3);
  });
});
