import { computed } from "@preact/signals";
import { language } from "./i18n.ts";

const locales = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" } as const;
const list = computed(() => new Intl.ListFormat(locales[language.value], { type: "conjunction" }));

const shownMax = 5;

/** Names in a row; of many the first few, and how many more. */
export function showNames(names: readonly string[], more: (count: number) => string): string {
  const shown = names.slice(0, shownMax);
  const rest = names.length - shown.length;
  return list.value.format(rest > 0 ? [...shown, more(rest)] : shown);
}
