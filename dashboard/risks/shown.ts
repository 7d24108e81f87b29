import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { WHOLE_PROJECT } from "../../worker/projects/terms.ts";
import type { CellLink, DeviationState, RiskState } from "../../worker/risks/contract.ts";
import { WORDS } from "../../worker/risks/words.ts";
import { language, messages, showDate } from "../shared/i18n.ts";

export const riskWords = () => WORDS[language.value];

/** What a cell is named by: municipalities, and milestones with those that have ended. */
export type Names = {
  readonly titleOf: (milestone: number) => string;
  readonly municipalities: MatrixView["municipalities"];
};

/** A cell in words: `5. Etsivä sosiaalityö käynnistynyt, Tampere`. */
export function nameCell({ titleOf, municipalities }: Names, link: CellLink): string {
  const title = titleOf(link.milestone);
  const place =
    link.municipality === WHOLE_PROJECT
      ? messages.value.wholeProject
      : (municipalities.find(({ code }) => code === link.municipality)?.name ?? link.municipality);
  return `${link.milestone}. ${title}, ${place}`;
}

type Value = string | number | null | undefined | readonly CellLink[];

/** What is compared and told of a risk or deviation, field by field. */
const FIELDS = [
  "title",
  "description",
  "cause",
  "effect",
  "likelihood",
  "significance",
  "mitigation",
  "correctiveAction",
  "owner",
  "noticedOn",
  "resolvedOn",
  "reviewedOn",
  "risk",
  "state",
  "closedBecause",
  "links",
] as const;

type Compared = Partial<RiskState> | Partial<DeviationState>;

/** What became different between two states, in words. */
export function differences(before: Compared, after: Compared, names: Names) {
  const { riskColumns, deviationColumns } = riskWords();
  const labels: Readonly<Record<string, string>> = { ...deviationColumns, ...riskColumns };
  return FIELDS.flatMap((field) => {
    const [was, is] = [valueOf(before, field), valueOf(after, field)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const from = told(field, was, names);
    return [{ field, label: labels[field] ?? field, from, to: told(field, is, names) }];
  });
}

function valueOf(state: Compared, field: (typeof FIELDS)[number]): Value {
  // The fields of a risk and of a deviation alike: what a state has not is undefined.
  return (state as Readonly<Partial<Record<string, Value>>>)[field];
}

function told(field: (typeof FIELDS)[number], value: Value, names: Names): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "object") {
    return value.map((link) => nameCell(names, link)).join("; ") || "–";
  }
  if (field === "state") {
    const { riskStates, deviationStates } = riskWords();
    const states: Readonly<Record<string, string>> = { ...deviationStates, ...riskStates };
    return states[value] ?? String(value);
  }
  return field.endsWith("On") ? showDate(String(value)) : String(value);
}

/** The fields of a form that differ from what was read: what somebody else changed meanwhile stays. */
export function onlyChanged<Fields extends object>(
  fields: Fields,
  before: object,
): Partial<Fields> {
  const known: Readonly<Record<string, unknown>> = { ...before };
  const changed = Object.entries(fields).filter(
    ([name, value]) => JSON.stringify(known[name]) !== JSON.stringify(value),
  );
  // Object.fromEntries forgets the keys' names; they are those of the fields.
  return Object.fromEntries(changed) as Partial<Fields>;
}
