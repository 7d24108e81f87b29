import { expect, test } from "vitest";
import type { ImportView } from "../../../worker/imports/contract.ts";
import { fileSizeMax, problemsShownMax, rowsMax } from "../../../worker/imports/terms.ts";
import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { factCount, ok, refusal } from "../../support/answers.ts";
import { aCsv, aSheetForm } from "../../support/workbooks.ts";
import { aProject, type Client, signIn } from "../../support/world.ts";

const path = "/api/projects/demo/import";
const head = ["Kunta", "Nro", "Tila", "Perustelu"];

/** A project of a hundred municipalities and fifty milestones: as many cells as a file can have. */
async function aLargeProject() {
  const admin = await signIn({ id: "admin", admin: true });
  const { items } = await ok<{ items: { code: string }[] }>(
    await admin.get("/api/municipalities?limit=101"),
  );
  const municipalities = items.map(({ code }) => code).slice(0, 100);
  await aProject(admin, { municipalities });
  const plan = Array.from({ length: 50 }, (_, index) => [`Välitavoite ${index + 1}`, 1]);
  const form = aSheetForm(aCsv([["Nimi", "Vaihe"], ...plan]));
  await ok(await admin.send("POST", `${path}?kind=plan`, form));
  const places = municipalities.flatMap((code) =>
    plan.map((_, index) => [code, index + 1] as const),
  );
  return { admin, places };
}

const bring = async (admin: Client, bytes: Uint8Array<ArrayBuffer>, query = "") =>
  admin.send("POST", `${path}${query}`, aSheetForm(bytes));

test("a file of as many rows as can be is written in one batch, and with texts as long as fit", async () => {
  const { admin, places } = await aLargeProject();
  expect(places).toHaveLength(rowsMax);
  const before = await factCount();
  const rows = places.map(([code, number]) => [code, number, "Keskeytetty", `Syy ${number}`]);
  const first = await ok<ImportView>(await bring(admin, aCsv([head, ...rows])));
  expect(first).toMatchObject({ written: true, rows: rowsMax, toChange: rowsMax });
  expect(await factCount()).toBe(before + rowsMax + 1);

  // What was and what becomes are both in the facts: twice the file, and more.
  const text = "ä".repeat(Math.floor((fileSizeMax - 200_000) / rowsMax / 2) - 20);
  const long = aCsv([
    head,
    ...rows.map(([code, number]) => [code ?? null, number ?? null, "Peruttu", text]),
  ]);
  expect(long.byteLength).toBeGreaterThan(fileSizeMax * 0.9);
  const second = await ok<ImportView>(await bring(admin, long));
  expect(second).toMatchObject({ written: true, toChange: rowsMax });
  const { cells } = await ok<MatrixView>(await admin.get("/api/projects/demo/progress"));
  expect(new Set(cells.map(({ declared, version }) => `${declared} ${version}`))).toEqual(
    new Set(["cancelled 2"]),
  );
}, 240_000);

test("a file that is wrong in every cell is answered with as many problems as an answer names", async () => {
  const { admin, places } = await aLargeProject();
  const rows = places.map(([code]) => [`${code}x`, 99, "?!", null]);
  const bytes = aCsv([head, ...rows]);
  const view = await ok<ImportView>(await bring(admin, bytes, "?dryRun=true"));
  expect(view.problemCount).toBe(3 * rowsMax);
  expect(view.problems).toHaveLength(problemsShownMax);
  const { errors } = await refusal(await bring(admin, bytes), 400, "invalid");
  expect(errors).toHaveLength(problemsShownMax);
}, 120_000);
