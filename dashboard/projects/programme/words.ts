import { catalogue } from "../../shared/i18n.ts";

/** What is said of a programme's calendar and of the sections of its reports; it comes with them. */
export const { words, ready } = catalogue({
  fi: async () => (await import("./messages/fi.ts")).fi,
  sv: async () => (await import("./messages/sv.ts")).sv,
  en: async () => (await import("./messages/en.ts")).en,
});
