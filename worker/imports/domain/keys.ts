import type { Sentence } from "../../kernel/refusal.ts";
import type { Plan, PlanMilestone } from "../../projects/contract/plan.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import type { Finding, Mapping } from "../contract.ts";
import type { Column, Layout } from "./columns.ts";
import type { Places } from "./places.ts";
import type { Row } from "./table.ts";
import { isBlank, plain, textIn } from "./values.ts";

/** What tells which cell a row speaks of. */
export type Keyed = {
  readonly layout: Layout;
  readonly places: Places;
  readonly mapping: Mapping;
  readonly plan: Plan;
};

export const columnOf = ({ columns }: Layout, means: string) =>
  columns.find((column) => column.means === means);

type Key<Thing> = { readonly found: Thing | null; readonly findings: readonly Finding[] };

/** The milestone of a row, by its number or title; where it has both, they must agree. */
export function milestoneAt(
  row: Row,
  { layout, places, mapping, plan }: Keyed,
): Key<PlanMilestone> {
  const byNumber = columnOf(layout, "milestone");
  const byTitle = columnOf(layout, "title");
  const of = (column: Column | undefined) => (column ? row.at(column.index) : null);
  const at = (column: Column | undefined, message: Sentence): Key<PlanMilestone> => ({
    found: null,
    findings: [{ row: row.number, column: column?.index ?? null, message }],
  });
  const [number, title] = [of(byNumber), of(byTitle)];
  if (isBlank(number) && isBlank(title)) {
    const found = plan.milestones.find((one) => one.number === mapping.milestone);
    return found ? { found, findings: [] } : at(byNumber ?? byTitle, (say) => say.rowMilestone());
  }
  const found = places.milestone(isBlank(number) ? title : number);
  if (!found) return at(isBlank(number) ? byTitle : byNumber, (say) => say.milestoneAbsent());
  const isSame = isBlank(title) || plain(textIn(title)) === plain(found.title);
  const named = places.milestone(title);
  if (!isBlank(number) && !isSame && named?.number !== found.number) {
    return at(byTitle, (say) => say.milestoneDiffers(found.number, found.title));
  }
  return { found, findings: [] };
}

/** The municipality of a row, by its code or name; where it has both, they must agree. */
export function municipalityAt(row: Row, { layout, places, mapping }: Keyed): Key<string> {
  const byCode = columnOf(layout, "municipality");
  const byName = columnOf(layout, "municipalityName");
  const of = (column: Column | undefined) => (column ? row.at(column.index) : null);
  const at = (column: Column | undefined, message: Sentence): Key<string> => ({
    found: null,
    findings: [{ row: row.number, column: column?.index ?? null, message }],
  });
  const [code, name] = [of(byCode), of(byName)];
  if (isBlank(code) && isBlank(name)) {
    const found = mapping.municipality ?? null;
    return found === null
      ? at(byCode ?? byName, (say) => say.rowMunicipality())
      : { found, findings: [] };
  }
  const found = places.municipality(isBlank(code) ? name : code);
  if (found === null) return at(isBlank(code) ? byName : byCode, (say) => say.townUnknown());
  if (!isBlank(code) && !isBlank(name) && places.municipality(name) !== found) {
    return at(byName, (say) => say.townDiffers(found));
  }
  return { found, findings: [] };
}

/** What is wrong with such a cell: a milestone of the whole project has none by municipality. */
export function misplacedAt(
  { number, scope }: PlanMilestone,
  municipality: string,
  row: Row,
): Finding | null {
  const isWhole = municipality === WHOLE_PROJECT;
  if ((scope === "project") === isWhole) return null;
  const message: Sentence = (say) =>
    isWhole ? say.cellByMunicipality(number) : say.cellOfProject(number);
  return { row: row.number, column: null, message };
}
