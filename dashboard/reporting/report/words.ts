import { catalogue } from "../../shared/i18n.ts";

/** What the page of one report says; it comes with its page. */
export const { words, ready } = catalogue({
  fi: async () => (await import("./messages/fi.ts")).fi,
  sv: async () => (await import("./messages/sv.ts")).sv,
  en: async () => (await import("./messages/en.ts")).en,
});
