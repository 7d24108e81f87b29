import type { Language } from "../../kernel/language.ts";
import { en } from "./en.ts";
import { fi } from "./fi.ts";
import { sv } from "./sv.ts";
import type { Words } from "./words.ts";

export const WORDS: Readonly<Record<Language, Words>> = { fi, sv, en };

/** A dotted field in words: `dueOnByMunicipality.837`, `phases.0.name`. */
export function fieldInWords(
  field: string,
  { fields }: Pick<Words, "fields">,
  nameOf: (code: string) => string = (code) => code,
): string {
  const words = field.split(".").map((part) => {
    if (/^\d{1,2}$/.test(part)) return String(Number(part) + 1);
    return fields[part] ?? nameOf(part);
  });
  return words.join(" ");
}
