import type { Difference } from "../../../worker/projects/contract/amendments.ts";
import type { PhaseView, ProjectView } from "../../../worker/projects/contract/projects.ts";
import type { EvidenceKind } from "../../../worker/projects/terms.ts";
import { messages, showDate, showNumber } from "../../shared/i18n.ts";
import { useMunicipalityNames } from "../../shared/municipalities.ts";
import { useAmendmentWords } from "./amendment-words.ts";
import { words } from "./words.ts";

type Change = Pick<Difference, "field" | "before" | "after">;

/** One field before and after: told by words, a struck old value, and an arrow. */
export function FieldChange({ project, change }: { project: ProjectView; change: Change }) {
  const { field, before, after } = change;
  const { fields } = useAmendmentWords();
  const inWords = useFieldWords(project);
  const was = inWords(field, before, after);
  return (
    <span class="field-change">
      <span class="soft">{fields[field]}:</span> {was === EMPTY ? was : <s>{was}</s>} →{" "}
      <strong>{inWords(field, after, before)}</strong>
    </span>
  );
}

const EMPTY = "–";

/**
 * How a value of each field is written. Of dates by municipality and of lists, only what is not the
 * same in `other`.
 */
function useFieldWords(project: ProjectView) {
  const say = words.value;
  const { phases } = messages.value;
  const nameOf = useMunicipalityNames(project.county);
  return (field: Change["field"], value: unknown, other: unknown): string => {
    if (typeof value === "number") {
      return field === "phase" ? phases.phase(value) : showNumber(value);
    }
    if (typeof value === "string") return isDate(field) ? showDate(value) : value || EMPTY;
    // The service gives each field in the shape that the plan has it.
    switch (field) {
      case "dueOnByMunicipality": {
        const against = other as DueDates;
        const own = Object.entries(value as DueDates).filter(
          ([code, date]) => against[code] !== date,
        );
        // Often many have the same: a date stands once, with all of them.
        const dates = [...new Set(own.map(([, date]) => date))];
        return (
          dates
            .map((date) => {
              const names = own.flatMap(([code, one]) => (one === date ? nameOf(code) : []));
              return `${showDate(date)}: ${names.join(", ")}`;
            })
            .join("; ") || EMPTY
        );
      }
      case "municipalities": {
        const codes = value as readonly string[];
        const before = other as readonly string[];
        return (
          codes
            .filter((code) => !before.includes(code))
            .map(nameOf)
            .join(", ") || EMPTY
        );
      }
      case "phases":
        return (value as readonly PhaseView[])
          .map(({ name, startsOn, endsOn }) => `${name} ${showDate(startsOn)}–${showDate(endsOn)}`)
          .join("; ");
      case "evidenceKinds":
        return (
          (value as readonly EvidenceKind[]).map((kind) => say.evidence[kind]).join(", ") || EMPTY
        );
      case "measure":
        return value === null ? EMPTY : say.measureOf(String((value as Counted).milestone));
      default:
        return EMPTY;
    }
  };
}

type DueDates = Readonly<Record<string, string>>;
type Counted = { readonly milestone: number };

const isDate = (field: Change["field"]) =>
  field === "dueOn" || field === "startsOn" || field === "endsOn";
