import type { NotFoundWords } from "./fi.ts";

/** What stands where there is no page, in Swedish. */
export const sv: NotFoundWords = {
  title: "Sidan hittades inte",
  text: "Adressen kan vara fel, eller så har du inte rätt att se den här sidan.",
  meant: "Menade du?",
  onwards: "Fortsätt härifrån",
  search: "Sök med namn",
};
