import type { SearchWords } from "./fi.ts";

/** What the search says, in Swedish. */
export const sv: SearchWords = {
  title: "Sökning och åtgärder",
  label: "Sök ett projekt, en kommun, ett delmål eller en åtgärd",
  placeholder: "Projekt, kommun, delmål, åtgärd…",
  results: "Sökresultat",
  groups: {
    recent: "Senast öppnade",
    here: "I det här projektet",
    pages: "Sidor",
    actions: "Åtgärder",
    project: "Projekt",
    municipality: "Kommuner",
    milestone: "Delmål",
    programme: "Program",
  },
  searching: "Söker…",
  count: { one: "# träff", other: "# träffar" },
  more: "Det finns fler träffar: precisera sökningen.",
  near: "Ingenting hittades med exakt den stavningen. Närmast:",
  none: (query) => `Inga träffar för ”${query}”.`,
  noneHelp:
    "Pröva ett kortare eller ett annat ord. Sökningen hittar projekt, kommuner, delmål och program som du får se.",
  notWhole: "Projekten är så många att sökningen omfattar de 200 första.",
  keys: { move: "flytta", open: "öppna", close: "stäng" },
};
