import { catalogue } from "../shared/i18n.ts";

/** What shared links and webhooks say; it comes with their pages. */
export const { words, ready } = catalogue({
  fi: async () => (await import("./messages/fi.ts")).fi,
  sv: async () => (await import("./messages/sv.ts")).sv,
  en: async () => (await import("./messages/en.ts")).en,
});
