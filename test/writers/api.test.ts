import { describe, expect, test } from "vitest";
import type {
  CellDetail,
  HistoryEntry,
  MatrixView,
} from "../../worker/progress/contract/progress.ts";
import { factCount, ok, refusal } from "../support/answers.ts";
import { aProject, type Client, signIn } from "../support/world.ts";

const count = 16;
const path = "/api/projects/demo/progress";
type History = { items: HistoryEntry[] };

/** A project with as many municipalities as there are writers. */
async function aWideProject(): Promise<{ admin: Client; codes: string[] }> {
  const admin = await signIn({ id: "admin", admin: true });
  const { items } = await ok<{ items: { code: string }[] }>(
    await admin.get(`/api/municipalities?county=08&limit=${count}`),
  );
  const codes = items.map(({ code }) => code);
  await aProject(admin, { municipalities: codes });
  await admin.send("POST", "/api/projects/demo/milestones", { phase: 1, title: "Valittu" });
  return { admin, codes };
}

describe("sixteen writers at once", () => {
  test("to different cells all get through, and the matrix shows every one", async () => {
    const { admin, codes } = await aWideProject();
    const facts = await factCount();
    const answers = await Promise.all(
      codes.map((code, index) =>
        admin.send(
          "PATCH",
          `${path}/1/${code}`,
          { declared: "in_progress", note: `${index}` },
          { version: 0 },
        ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(codes.map(() => 200));
    const { cells } = await ok<MatrixView>(await admin.get(path));
    expect(cells.map(({ declared, version }) => [declared, version])).toEqual(
      codes.map(() => ["in_progress", 1]),
    );
    expect(await factCount()).toBe(facts + count);
  });

  test("to the same cell: one wins, the others see what it wrote, and nothing is lost", async () => {
    const { admin, codes } = await aWideProject();
    const cell = `${path}/1/${codes[0]}`;
    const answers = await Promise.all(
      codes.map((_, index) =>
        admin.send("PATCH", cell, { declared: "in_progress", note: `${index}` }, { version: 0 }),
      ),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const [winner] = await Promise.all(won.map((answer) => ok<CellDetail>(answer)));
    const lost = answers.filter(({ status }) => status !== 200);
    for (const answer of lost)
      expect((await refusal(answer, 412, "stale")).current).toEqual(winner);
    expect(await ok(await admin.get(cell))).toEqual(winner);
  });

  test("who each try again until they get through are all in the history, in one chain", async () => {
    const { admin, codes } = await aWideProject();
    const cell = `${path}/1/${codes[0]}`;
    const write = async (note: string) => {
      for (;;) {
        const { version } = await ok<CellDetail>(await admin.get(cell));
        const answer = await admin.send(
          "PATCH",
          cell,
          { declared: "in_progress", note },
          { version },
        );
        if (answer.status === 200) return;
        await refusal(answer, 412, "stale");
      }
    };
    await Promise.all(codes.map((_, index) => write(`${index}`)));
    const { items } = await ok<History>(await admin.get(`${cell}/history`));
    expect(items.map(({ version }) => version)).toEqual(codes.map((_, index) => count - index));
    const notes = items.map(({ after }) => Number(after.note)).toSorted((a, b) => a - b);
    expect(notes).toEqual(codes.map((_, index) => index));
  });

  test("who confirm the same cell without a version all get through", async () => {
    const { admin, codes } = await aWideProject();
    const cell = `${path}/1/${codes[0]}`;
    await admin.send("PATCH", cell, { declared: "in_progress" }, { version: 0 });
    const answers = await Promise.all(codes.map(() => admin.send("POST", `${cell}/confirm`)));
    const versions = await Promise.all(
      answers.map(async (answer) => (await ok<CellDetail>(answer)).version),
    );
    expect(versions.toSorted((a, b) => a - b)).toEqual(codes.map((_, index) => index + 2));
  });

  test("of batches that overlap: none is half written", async () => {
    const { admin, codes } = await aWideProject();
    const batchOf = (note: number) =>
      codes.slice(note % 4, (note % 4) + 8).map((municipality) => ({
        milestone: 1,
        municipality,
        version: 0,
        declared: "in_progress",
        note: `${note}`,
      }));
    const answers = await Promise.all(
      codes.map((_, index) => admin.send("POST", `${path}/batch`, batchOf(index))),
    );
    const won = answers.flatMap(({ status }, index) => (status === 200 ? [index] : []));
    const written = new Map(
      won.flatMap((note) => batchOf(note).map((cell) => [cell.municipality, note])),
    );
    expect(answers.filter(({ status }) => status !== 200 && status !== 412)).toEqual([]);
    expect(won).toHaveLength(1);
    const { cells } = await ok<MatrixView>(await admin.get(path));
    const touched = cells
      .filter(({ version }) => version > 0)
      .map(({ municipality }) => municipality);
    expect(touched).toEqual([...written.keys()]);
  });
});
