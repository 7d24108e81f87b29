import { ZONE } from "../../../worker/kernel/zone.ts";
import { language } from "../../shared/i18n.ts";

const locales = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" } as const;

/** The time of day in Helsinki. */
export function showClock(moment: Date): string {
  return moment.toLocaleTimeString(locales[language.value], {
    hour: "numeric",
    minute: "2-digit",
    timeZone: ZONE,
  });
}
