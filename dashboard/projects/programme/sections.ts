import { slugOf } from "../../../worker/kernel/text.ts";
import type { ReportSection } from "../../../worker/projects/contract/programmes.ts";
import { type ReportSectionKind, slugLengthMax } from "../../../worker/projects/terms.ts";
import { LANGUAGES } from "../../shared/i18n.ts";
import { textOf } from "../../shared/ui/form.tsx";

/** A section that is being changed. */
export type Row = {
  /** Stays the same wherever the row is moved to. */
  readonly id: number;
  readonly section: ReportSection;
  readonly kind: ReportSectionKind;
  /** Its own title in the language of the page, as it is typed. */
  readonly shown: string;
  readonly isNew: boolean;
};

/** The sections as they stand in the form, in the order of the rows. New ones get a key of their own. */
export function sectionsIn(form: FormData, rows: readonly Row[]): ReportSection[] {
  const taken = new Set(rows.map(({ section }) => section.key));
  return rows.map(({ section, kind }, index) => {
    const path = `reportSections.${index}`;
    const title = translatedIn(form, `${path}.title`);
    const key = section.key || keyFor(title?.fi || title?.sv || title?.en || kind, taken);
    taken.add(key);
    return {
      key,
      kind,
      title,
      guidance: translatedIn(form, `${path}.guidance`),
      required: form.has(`${path}.required`),
    };
  });
}

/** Null where nothing is said in any language; what is missing in one is refused by the service. */
function translatedIn(form: FormData, path: string): ReportSection["title"] {
  const [fi = "", sv = "", en = ""] = (["fi", "sv", "en"] as const).map(
    (one) => textOf(form, `${path}.${one}`) ?? "",
  );
  const isSaid = LANGUAGES.some((one) => ({ fi, sv, en })[one] !== "");
  return isSaid ? { fi, sv, en } : null;
}

/** Room for a number where a key is taken. */
const numberLengthMax = 3;

/** A key from a title that no other section has. */
function keyFor(title: string, taken: ReadonlySet<string>): string {
  const key = slugOf(title, slugLengthMax - numberLengthMax) || "section";
  let number = 1;
  let found = key;
  while (taken.has(found)) found = `${key}-${(number += 1)}`;
  return found;
}
