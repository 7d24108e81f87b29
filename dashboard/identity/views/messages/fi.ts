import type { Widened } from "../../../shared/messages/fi.ts";

/** What is said of saved views, in Finnish: the model that the other languages follow. */
export const fi = {
  title: "Omat näkymät",
  empty: "Tallenna sivu rajauksineen, niin löydät sen täältä nimellä. Vain sinä näet näkymäsi.",
  save: "Tallenna tämä näkymä",
  saveHelp: "Näkymä muistaa sivun, sen rajaukset ja järjestyksen. Vain sinä näet sen.",
  isSaved: (name: string) => `Tämä sivu on jo tallennettu: ${name}`,
  name: "Nimi",
  leadsTo: "Osoite",
  change: "Muokkaa näkymiä",
  rename: "Vaihda nimi",
  retarget: "Vie tälle sivulle",
  retargetOf: (name: string) => `Vie tälle sivulle: ${name}`,
  remove: "Poista",
  removeOf: (name: string) => `Poista: ${name}`,
  removeTitle: (name: string) => `Poistetaanko näkymä ${name}?`,
  removeText: "Sivu itse ei muutu. Voit tallentaa sen uudelleen.",
  changed: "Tallennettu",
};

export type ViewsMessages = Widened<typeof fi>;
