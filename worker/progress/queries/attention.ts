import { withoutContactIn } from "../../members/queries.ts";
import type { Deps } from "../../platform/env.ts";
import { loadRegister } from "../../risks/queries/register.ts";
import type { AttentionItem, AttentionView } from "../contract/attention.ts";
import type { CellTexts } from "../contract/progress.ts";
import { attentionOf, countAttention, withTexts } from "../domain/attention.ts";
import { cellKey } from "../domain/board.ts";
import type { Attention } from "../terms.ts";
import { type AsOf, readingOf } from "./board.ts";
import { cellRows } from "./cells.ts";
import { loadMatrix, loadPastMatrix } from "./progress.ts";

/**
 * A page of what needs a look in a project, now or as of a moment, and how much there is of each
 * kind. Costs the board, the roles, risks and deviations of the project, and the texts of what is
 * paused on the page.
 */
export async function loadAttention(
  deps: Deps,
  slug: string,
  {
    kind,
    after,
    limit,
    asOf,
  }: {
    readonly kind: Attention | undefined;
    readonly after: number;
    readonly limit: number;
    readonly asOf: AsOf;
  },
): Promise<Omit<AttentionView, "nextCursor"> & { readonly next: number | null }> {
  const { matrix, texts: past } =
    asOf === null
      ? { matrix: await loadMatrix(deps, slug, null), texts: null }
      : await loadPastMatrix(deps, slug, asOf);
  const { language } = deps;
  const participants = matrix.municipalities.map(({ code }) => code);
  const withoutContact = await withoutContactIn(deps, { project: slug, participants }, asOf);
  const register = await loadRegister(deps, slug, asOf === null ? null : { at: asOf });
  const { today } = readingOf(deps, asOf);
  const rows = attentionOf(matrix, { today, language, withoutContact, register });
  const asked = kind === undefined ? rows : rows.filter((row) => row.kind === kind);
  const page = asked.slice(after, after + limit);
  const texts = past ?? (await textsOf(deps, slug, page));
  return {
    asOf: matrix.asOf,
    counts: countAttention(rows),
    items: page.map((row) => {
      const told = texts.get(cellKey(row.milestone ?? 0, row.municipality));
      return row.kind === "paused" && told ? withTexts(row, told, language) : row;
    }),
    next: asked.length > after + limit ? after + limit : null,
  };
}

/** What people have written of the cells that are paused. */
async function textsOf(
  { db }: Pick<Deps, "db">,
  slug: string,
  rows: readonly AttentionItem[],
): Promise<Map<string, CellTexts>> {
  const paused = rows.flatMap(({ kind, milestone, municipality }) =>
    kind === "paused" && milestone !== null ? [{ milestone, municipality }] : [],
  );
  if (paused.length === 0) return new Map();
  const states = await cellRows({ db }, slug, paused);
  return new Map(
    paused.flatMap(({ milestone, municipality }, index) => {
      const row = states[index];
      return row ? [[cellKey(milestone, municipality), row.state]] : [];
    }),
  );
}
