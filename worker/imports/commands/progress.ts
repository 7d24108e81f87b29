import { digest } from "../../kernel/digest.ts";
import type { Language } from "../../kernel/language.ts";
import { assertMay, may, type Role, roleFor } from "../../kernel/permissions.ts";
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
  const role = roleToImport(deps, plan);
  const layout = layOut(file.sheet, "progress", placesOf(plan), mapping);
  const read = readProgress(file.sheet, layout, { plan, mapping });
  const own = read.items.filter(({ municipality }) => roleOf(deps, slug, municipality) !== null);
  if (read.items.length > 0 && own.length === 0)
    assertMay(deps.actor, "progress.declare", { project: slug });
  const rows = await cellRows(deps, slug, own);
  const states = rows.map(({ state }) => state);
  const { differences, findings, notes } = differencesOf(own, states, layout.empty);
  const heads = new Map(own.map((item, index) => [item, rows[index]]));
  const { decided, problems } = decide(deps, board, { differences, heads });
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
        ...problems.flatMap((problem) => findingOf(problem, differences)),
      ],
      notes: [...read.notes, ...notes],
      changes: decided.map(({ change, item }) =>
        shownOf(change, item, {
          nameOf: nameIn(plan, deps.language),
          readsNotes: may(deps.actor, "progress.notes", { project: slug }),
        }),
      ),
      fingerprint: await digest(JSON.stringify([fileDigest, file.sheet.name, layout, versions])),
    },
    write: () =>
      changeCells(
        deps,
        slug,
        decided.map(({ change }) => change),
      ),
  };
}

type Board = Awaited<ReturnType<typeof boardNow>>;
type CellRow = Awaited<ReturnType<typeof cellRows>>[number];

type Differing = {
  readonly differences: readonly Difference[];
  readonly heads: ReadonlyMap<SaidCell, CellRow | undefined>;
};

/** What becomes of the cells, each with what the sheet said of it, and every problem by index. */
function decide(deps: Deps, board: Board, { differences, heads }: Differing) {
  const { slug } = board.plan.project;
  const batch = differences.map(({ item, change }): CellBatch[number] => ({
    ...change,
    milestone: item.milestone,
    municipality: item.municipality,
    version: heads.get(item)?.version ?? 0,
  }));
  const { spots, problems } = spotsOf(board, batch);
  const asked = differences.map(({ item }, index) => {
    const [spot, change, before] = [spots[index], batch[index], heads.get(item)];
    const role = roleOf(deps, slug, item.municipality);
    return spot && change && before && role ? { spot, role, before, change } : null;
  });
  const { changes, problems: wrong } = decideMany(deps, asked);
  // There is a change for each that was asked, in the same order.
  const items = differences.flatMap(({ item }, index) => (asked[index] ? [item] : []));
  const decided = changes.flatMap((change, index) => {
    const item = items[index];
    return item ? [{ change, item }] : [];
  });
  return { decided, problems: [...problems, ...wrong] };
}

const roleOf = ({ actor }: Deps, project: string, municipality: string): Role | null =>
  roleFor(actor, "progress.declare", { project, municipality });

/** The role of somebody who may say something of the project; refuses who may say nothing. */
export function roleToImport(deps: Deps, { project: { slug }, municipalities }: Plan): Role {
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

type Showing = {
  readonly nameOf: (municipality: string) => string;
  /** A script is told no note that was there before. */
  readonly readsNotes: boolean;
};

/** What becomes of a cell, also what its new status takes away. */
function shownOf(
  { spot, before, after }: Change,
  item: SaidCell,
  { nameOf, readsNotes }: Showing,
): ImportView["changes"][number] {
  const { milestone, municipality } = spot;
  const column = item.columns.declared ?? Object.values(item.columns)[0] ?? 0;
  return {
    address: addressOf(item.row, column),
    milestone: milestone.number,
    title: milestone.title,
    municipality,
    name: nameOf(municipality),
    isNew: before.version === 0,
    fields: SAID_FIELDS.filter((field) => before.state[field] !== after[field]).map((field) => ({
      field,
      before: field === "note" && !readsNotes ? null : valueOf(before.state, field),
      after: valueOf(after, field),
    })),
  };
}

const nameIn =
  ({ municipalities }: Plan, language: Language) =>
  (municipality: string) => {
    const found = municipalities.find(({ code }) => code === municipality);
    return (language === "sv" ? found?.nameSv : found?.nameFi) ?? "";
  };

const valueOf = (state: CellState, field: SaidField) =>
  field === "declared" && state.declared === "no_data" ? null : state[field];
