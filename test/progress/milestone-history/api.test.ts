import { describe, expect, test } from "vitest";
import type { MilestoneEntry } from "../../../worker/progress/contract/progress.ts";
import { ok, refusal } from "../../support/answers.ts";
import { costOf, isSession, sumOf } from "../../support/meter.ts";
import { story } from "../../support/story.ts";
import { aWorld, type Client, giveToken, signIn } from "../../support/world.ts";

type Page = { readonly items: readonly MilestoneEntry[]; readonly nextCursor: string | null };

const path = "/api/projects/demo/milestones/1/history";
const read = async (person: Client, query = "") => ok<Page>(await person.get(`${path}${query}`));

/** Both cells of the milestone 1 change in turn. */
async function changed(person: Client, times: number): Promise<void> {
  for (let version = 0; version < times; version += 1) {
    for (const municipality of ["837", "536"]) {
      const cell = `/api/projects/demo/progress/1/${municipality}`;
      const said = { declared: "in_progress", note: `${municipality} ${version}` };
      await ok(await person.send("PATCH", cell, said, { version }));
    }
  }
}

describe("the history of a milestone", () => {
  test("is what was said of all its cells, newest first, page by page", async () => {
    const { lead } = await aWorld();
    await changed(lead, 3);
    const all = (await read(lead)).items;
    expect(all.map(({ municipality, version }) => `${municipality} ${version}`)).toEqual([
      "536 3",
      "837 3",
      "536 2",
      "837 2",
      "536 1",
      "837 1",
    ]);
    const first = await read(lead, "?limit=4");
    const second = await read(lead, `?limit=4&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.nextCursor).toBeNull();
  });

  test("says nothing of milestones whose number begins alike", async () => {
    const { admin, lead } = await aWorld();
    for (let number = 4; number <= 10; number += 1) {
      const added = { phase: 1, title: `${number}` };
      await ok(await admin.send("POST", "/api/projects/demo/milestones", added), 201);
    }
    const tenth = "/api/projects/demo/progress/10/837";
    await ok(await lead.send("PATCH", tenth, { declared: "done" }, { version: 0 }));
    expect((await read(lead)).items).toEqual([]);
  });

  test("is the same as the cells' own, now and then, and stays when the milestone has ended", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    for (const { take } of story) await take();
    for (const query of ["", "?asOf=2023-04-30"]) {
      const cells = await Promise.all(
        ["211", "536", "837"].map(async (code) => {
          const cell = `/api/projects/demo/progress/1/${code}/history${query}`;
          return (await ok<Page>(await admin.get(cell))).items;
        }),
      );
      const hashes = (items: readonly MilestoneEntry[]) => items.map(({ hash }) => hash).toSorted();
      expect(hashes((await read(admin, query)).items)).toEqual(hashes(cells.flat()));
    }
    // The third was superseded, and its cell is in no matrix any more.
    const ended = await admin.get("/api/projects/demo/milestones/3/history");
    expect((await ok<Page>(ended)).items).toMatchObject([{ municipality: "all", version: 1 }]);
  });

  test("hides internal notes from a script, and all of it from a funder", async () => {
    const { lead, funder } = await aWorld();
    await changed(lead, 1);
    const script = await giveToken("lead", "skripti", "read");
    expect((await read(script)).items.map(({ after }) => after.note)).toEqual([null, null]);
    await refusal(await funder.get(path), 403, "forbidden");
    await refusal(await lead.get("/api/projects/demo/milestones/99/history"), 404, "not_found");
  });

  test("costs of each cell a page at most, however long the history", async () => {
    const { lead } = await aWorld();
    const cost = async () => {
      const found = await costOf(lead, `${path}?limit=2`);
      expect(found.status).toBe(200);
      return sumOf(found, (sql) => !isSession(sql)).read;
    };
    await changed(lead, 4);
    const before = await cost();
    for (const municipality of ["837", "536"]) {
      const cell = `/api/projects/demo/progress/1/${municipality}`;
      for (let version = 4; version < 12; version += 1) {
        const said = { declared: "in_progress", note: `${version}` };
        await ok(await lead.send("PATCH", cell, said, { version }));
      }
    }
    expect(await cost()).toBe(before);
    expect(before).toBeLessThanOrEqual(50);
  });
});
