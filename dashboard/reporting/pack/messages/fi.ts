/** Mitä todennepaketista sanotaan, suomeksi. */
export const fi = {
  title: "Todennepaketti tarkastajalle",
  intro:
    "Raportti ja sen tiedostot, hankkeen koko muutoshistoria ja kaikki todenteet yhtenä pakettina, jonka voi lukea ja tarkistaa ilman palvelua. Siinä on sisäisiä muistiinpanoja: anna se vain tarkastajalle.",
  download: "Lataa paketti (ZIP)",
  part: (part: number, parts: number) => `Lataa osa ${part}/${parts} (ZIP)`,
  holds: (facts: string, items: string, size: string) =>
    `Muutoksia ${facts}, todenteita ${items}, todennetiedostoja ${size}.`,
};

export type PackMessages = typeof fi;
