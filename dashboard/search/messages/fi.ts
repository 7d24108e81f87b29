import type { Widened } from "../../shared/messages/fi.ts";

/** What the search says, in Finnish: the model that the other languages follow. */
export const fi = {
  title: "Haku ja toiminnot",
  label: "Hae hanketta, kuntaa, välitavoitetta tai toimintoa",
  placeholder: "Hanke, kunta, välitavoite, toiminto…",
  results: "Hakutulokset",
  groups: {
    recent: "Viimeksi avatut",
    here: "Tässä hankkeessa",
    pages: "Sivut",
    actions: "Toiminnot",
    project: "Hankkeet",
    municipality: "Kunnat",
    milestone: "Välitavoitteet",
    programme: "Ohjelmat",
  },
  searching: "Haetaan…",
  count: { one: "# osuma", other: "# osumaa" },
  more: "Osumia on lisää: tarkenna hakua.",
  near: "Täsmälleen näin kirjoitettua ei löytynyt. Lähimmät:",
  none: (query: string) => `Ei osumia haulle ”${query}”.`,
  noneHelp:
    "Kokeile lyhyempää tai toista sanaa. Haku löytää hankkeita, kuntia, välitavoitteita ja ohjelmia, jotka saat nähdä.",
  notWhole: "Hankkeita on niin paljon, että haku kattaa niistä 200 ensimmäistä.",
  keys: { move: "siirry", open: "avaa", close: "sulje" },
} as const;

export type SearchWords = Widened<typeof fi>;
