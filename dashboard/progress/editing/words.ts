import { computed } from "@preact/signals";
import { ZONE } from "../../../worker/kernel/zone.ts";
import { catalogue, language } from "../../shared/i18n.ts";

/** What editing in the matrix says; it comes with the editor. */
export const { words: say, ready } = catalogue({
  fi: async () => (await import("./messages/fi.ts")).fi,
  sv: async () => (await import("./messages/sv.ts")).sv,
  en: async () => (await import("./messages/en.ts")).en,
});

const locales = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" } as const;
const clock = computed(
  () =>
    new Intl.DateTimeFormat(locales[language.value], {
      hour: "2-digit",
      minute: "2-digit",
      timeZone: ZONE,
    }),
);

/** The time of day in Helsinki. */
export const showTime = (moment: Date) => clock.value.format(moment);

/** Today in Helsinki, `2024-06-30`. */
export const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(new Date());
