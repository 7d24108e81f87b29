import type { NotFoundWords } from "./fi.ts";

/** What stands where there is no page, in English. */
export const en: NotFoundWords = {
  title: "Page not found",
  text: "The address may be wrong, or you are not allowed to see this page.",
  meant: "Did you mean?",
  onwards: "Go on from here",
  search: "Search by name",
};
