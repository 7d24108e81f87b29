import { catalogue } from "../i18n.ts";

/** What stands around every chart; it comes with the first. */
export const { words, ready } = catalogue({
  fi: async () => (await import("./messages/fi.ts")).fi,
  sv: async () => (await import("./messages/sv.ts")).sv,
  en: async () => (await import("./messages/en.ts")).en,
});
