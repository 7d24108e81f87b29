import { digest } from "../../kernel/digest.ts";
import type { Language } from "../../kernel/language.ts";
import { assertMay, type Role, roleFor } from "../../kernel/permissions.ts";
import type { Problem } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import type { CellBatch, CellState } from "../../progress/contract/progress.ts";
import { boardNow } from "../../progress/queries/board.ts";
import { cellRows } from "../../progress/queries/cells.ts";
import { type Change, changeCells, decideMany, spotsOf } from "../../progress/record.ts";
import type { Plan } from "../../projects/contract/plan.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import type { Finding, ImportView } from "../contract.ts";
import { type Difference, differencesOf } from "../domain/changes.ts";
import { layOut } from "../domain/columns.ts";
import { placesOf } from "../domain/places.ts";
import { readProgress } from "../domain/progress.ts";
import type { SaidCell } from "../domain/rows.ts";
import { addressOf, SAID_FIELDS, type SaidField } from "../terms.ts";
import type { Decided, Imported } from "./decided.ts";

/**
 * What a sheet would change in the progress of a project, by the rules by which people declare it.
 * Refuses with `not_found`, and with `forbidden` who may say nothing of it.
 */
export async function decideProgress(
  deps: Deps,
  slug: string,
  { file, mapping, fileDigest }: Imported,
): Promise<Decided> {
  const board = await boardNow(deps, slug);
  const { plan } = board;
  const role = mayImport(deps, plan);
  const layout = layOut(file.sheet, "progress", placesOf(plan), mapping);
  const read = readProgress(file.sheet, layout, { plan, mapping });
  const own = read.items.filter(({ municipality }) => roleOf(deps, slug, municipality) !== null);
  if (read.items.length > 0 && own.length === 0)
    assertMay(deps.actor, "progress.declare", { project: slug });
  const rows = await cellRows(deps, slug, own);
  const states = rows.map(({ state }) => state);
  const { differences, findings, notes } = differencesOf(own, states, layout.empty);
  const before = new Map(own.map((item, index) => [item, rows[index]]));
  const batch = differences.map(({ item, change }): CellBatch[number] => ({
    ...change,
    milestone: item.milestone,
    municipality: item.municipality,
    version: before.get(item)?.version ?? 0,
  }));
  const { spots, problems } = spotsOf(board, batch);
  const asked = batch.map((change, index) => {
    const [spot, difference] = [spots[index], differences[index]];
    const row = difference && before.get(difference.item);
    const by = roleOf(deps, slug, change.municipality);
    return spot && row && by ? { spot, role: by, before: row, change } : null;
  });
  const { changes, problems: wrong } = decideMany(deps, asked);
  const versions = own.map((item, index) => [
    item.milestone,
    item.municipality,
    rows[index]?.version,
  ]);
  return {
    role,
    outcome: {
      kind: "progress",
      file,
      layout,
      rows: read.rows,
      unchanged: own.length - differences.length,
      findings: [
        ...read.findings,
        ...notOwn(read.items, own),
        ...findings,
        ...[...problems, ...wrong].flatMap((problem) => findingOf(problem, differences)),
      ],
      notes: [...read.notes, ...notes],
      changes: changes.map((change, index) =>
        shownOf(change, differences[index], nameOf(plan, deps.language)),
      ),
      fingerprint: await digest(JSON.stringify([fileDigest, file.sheet.name, layout, versions])),
    },
    write: () => changeCells(deps, slug, changes),
  };
}

const roleOf = ({ actor }: Deps, project: string, municipality: string): Role | null =>
  roleFor(actor, "progress.declare", { project, municipality });

/** The role of somebody who may say something of the project; refuses who may say nothing. */
function mayImport(deps: Deps, { project: { slug }, municipalities }: Plan): Role {
  const places = [WHOLE_PROJECT, ...municipalities.map(({ code }) => code)];
  const role = places.map((code) => roleOf(deps, slug, code)).find((one) => one !== null);
  return role ?? assertMay(deps.actor, "progress.declare", { project: slug });
}

/** Rows about municipalities that another contact speaks for. */
function notOwn(items: readonly SaidCell[], own: readonly SaidCell[]): Finding[] {
  const mine = new Set(own);
  return items
    .filter((item) => !mine.has(item))
    .map(({ row, columns, municipality }) => ({
      row,
      column: columns.declared ?? null,
      message: (say) => say.importNotYours(municipality),
    }));
}

/** A problem of a declaration, by the cell of the sheet that it comes from. */
function findingOf({ path, message }: Problem, differences: readonly Difference[]): Finding[] {
  const [index = "", field = ""] = path.split(".");
  const item = differences[Number(index)]?.item;
  if (!item) return [];
  const column = item.columns[field as SaidField] ?? item.columns.declared ?? null;
  return [{ row: item.row, column, message }];
}

/** What becomes of a cell, also what its new status takes away. */
function shownOf(
  { spot, before, after }: Change,
  difference: Difference | undefined,
  nameOfTown: (code: string) => string,
): ImportView["changes"][number] {
  const { milestone, municipality } = spot;
  const item = difference?.item;
  const column = item?.columns.declared ?? Object.values(item?.columns ?? {})[0] ?? 0;
  return {
    address: addressOf(item?.row ?? 1, column),
    milestone: milestone.number,
    title: milestone.title,
    municipality,
    name: nameOfTown(municipality),
    isNew: before.version === 0,
    fields: SAID_FIELDS.filter((field) => before.state[field] !== after[field]).map((field) => ({
      field,
      before: valueOf(before.state, field),
      after: valueOf(after, field),
    })),
  };
}

const nameOf =
  ({ municipalities }: Plan, language: Language) =>
  (municipality: string) => {
    const found = municipalities.find(({ code }) => code === municipality);
    return (language === "sv" ? found?.nameSv : found?.nameFi) ?? "";
  };

const valueOf = (state: CellState, field: SaidField) =>
  field === "declared" && state.declared === "no_data" ? null : state[field];
