import type { RetentionClass } from "../../../../worker/projects/terms.ts";

/** Mitä säilytyksestä sanotaan, suomeksi. */
export const fi = {
  kept: (date: string) =>
    `Säilytetään rahoituksen todentavana aineistona ainakin ${date} asti. Mitään siitä ei voi poistaa sitä ennen.`,
  keptOpen:
    "Säilytetään rahoituksen todentavana aineistona. Ohjelmalle ei ole asetettu päättymispäivää, eikä mitään poisteta.",
  basis: (basis: string) => `Peruste: ${basis}`,
  more: "Mitä säilytetään ja kuinka kauan",
  names: {
    funding_evidence: "Raportit ja niiden painokset ja tiedostot, todenteet ja muutoshistoria",
    comments: "Kommenttien sanat",
    feedback: "Palaute palvelusta",
    use_log: "Käyttöloki",
  } satisfies Record<RetentionClass, string>,
  until: (date: string) => `ainakin ${date} asti`,
  open: "toistaiseksi",
  comments:
    "kunnes kirjoittaja ottaa ne takaisin, ne poistetaan tai kirjoittajan tiedot poistetaan",
  months: (months: number) => `${months} kuukautta`,
  years: (years: number) => `${years} vuotta`,
};

export type RetentionMessages = typeof fi;
