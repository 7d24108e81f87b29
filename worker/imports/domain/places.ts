import type { Plan, PlanMilestone } from "../../projects/contract/plan.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import { WORDS as EXPORT_WORDS } from "../../reporting/words/exports.ts";
import type { SheetValue } from "../contract.ts";
import { plain, textIn } from "./values.ts";

const WHOLE = new Set(
  Object.values(EXPORT_WORDS)
    .flatMap(({ summary }) => plain(summary.total))
    .concat(WHOLE_PROJECT),
);

/** `3`, `3.`, `Nro 3`, `VT3`, `3. Pilotti valittu`. */
const NUMBERED =
  /^(?:nro|nr|no|n:o|vt|välitavoite|tavoite|delmål|mål|milestone|target|m|t)?[.\s]*(\d{1,4})(?:[.:)\s–-]+(\D.*))?$/;

/** How the milestones and municipalities of a plan are named in sheets. */
export type Places = {
  readonly milestone: (value: SheetValue) => PlanMilestone | null;
  /** By title alone. */
  readonly titled: (value: SheetValue) => PlanMilestone | null;
  /** The code, or `all`; by code or by name in either language. */
  readonly municipality: (value: SheetValue) => string | null;
};

/**
 * Finds milestones by number (`3`, `3.`, `Nro 3`, `3. Pilotti valittu`) or by title, and
 * municipalities by code (`020`, also as the number 20) or by name in Finnish or Swedish.
 */
export function placesOf(plan: Plan): Places {
  const numbered = new Map(plan.milestones.map((one) => [one.number, one]));
  // What an amendment has ended has its number still, and often left its title to another.
  const active = plan.milestones.filter(({ state }) => state === "active");
  const named = uniquely(active.map((one) => [plain(one.title), one]));
  const codes = new Set(plan.municipalities.map(({ code }) => code));
  const towns = new Map(
    plan.municipalities.flatMap(({ code, nameFi, nameSv }) => [
      [plain(nameFi), code] as const,
      [plain(nameSv), code] as const,
    ]),
  );
  const titled = (value: SheetValue) => named.get(plain(textIn(value))) ?? null;
  return {
    titled,
    milestone: (value) => {
      const byTitle = titled(value);
      if (byTitle) return byTitle;
      const text = plain(textIn(value));
      const [, digits, title = ""] = text.match(NUMBERED) ?? [];
      const found = digits === undefined ? undefined : numbered.get(Number(digits));
      return found && (title === "" || plain(found.title) === title) ? found : null;
    },
    municipality: (value) => {
      const text = plain(textIn(value));
      if (WHOLE.has(text)) return WHOLE_PROJECT;
      const code = /^\d{1,3}$/.test(text) ? text.padStart(3, "0") : text;
      return codes.has(code) ? code : (towns.get(text) ?? null);
    },
  };
}

/** Without those that two share. */
function uniquely<Key, Value>(entries: readonly (readonly [Key, Value])[]): Map<Key, Value> {
  const times = Map.groupBy(entries, ([key]) => key);
  return new Map(entries.filter(([key]) => times.get(key)?.length === 1));
}
