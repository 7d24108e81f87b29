import type { PublicPart } from "../../../worker/projects/terms.ts";

type Part = { readonly name: string; readonly shows: string };
const parts: Readonly<Record<PublicPart, Part>> = {
  summary: { name: "Lyhyt kuvaus", shows: "Hankkeen lyhyt kuvaus sellaisenaan." },
  progress: {
    name: "Osuudet ja vaiheet",
    shows: "Paljonko on valmista koko hankkeessa ja vaiheittain, ja montako kohtaa on myöhässä.",
  },
  municipalities: {
    name: "Kunnat",
    shows:
      "Kartta ja taulukko: jokaisen kunnan valmiit ja myöhässä olevat. Ilman tätä vain luvut yhteensä.",
  },
  targets: {
    name: "Tavoitteet",
    shows: "Määrälliset tavoitteet, ilmoitetut arvot ja tavoitearvot.",
  },
  dates: { name: "Seuraavat ajankohdat", shows: "Mitä hankkeessa on seuraavaksi määrä valmistua." },
};

/** What the choice of what is public says, in Finnish: the model that the others follow. */
export const fi = {
  title: "Julkinen sivu",
  isPublic: "Hankkeella on julkinen sivu. Kuka tahansa voi lukea sen.",
  isInternal: "Hanketta ei ole julkaistu. Sen luvut näkevät vain hankkeen roolit.",
  openPage: "Avaa julkinen sivu",
  newTab: "(uusi välilehti)",
  choose: "Mitä sivulla näkyy",
  always:
    "Aina näkyvät hankkeen nimi, ohjelma ja rahoittaja, toimiaika, kehittämisen vaihe, vastuuorganisaatio ja yhteyshenkilön rooli.",
  never:
    "Sivulla eivät koskaan näy henkilöt, muistiinpanot, syyt, kommentit, riskit eivätkä todenteet.",
  parts,
  shown: "Näkyy",
  hidden: "Ei näy",
  preview: "Esikatsele",
  publish: "Julkaise",
  save: "Tallenna valinnat",
  saved: "Tallennettu. Julkinen sivu näyttää nyt tämän.",
  takeDown: "Poista julkinen sivu",
  takeDownTitle: "Poistetaanko julkinen sivu?",
  takeDownText:
    "Sivu, upotukset ja avoin rajapinta lakkaavat heti vastaamasta. Valinnat säilyvät, ja sivun voi julkaista uudelleen.",
  embedTitle: "Upotus",
  embedHelp:
    "Liitä koodi oman sivuston sivulle. Upotus päivittyy itsestään eikä käytä evästeitä eikä skriptejä.",
  embedLabel: "Upotuskoodi",
  copy: "Kopioi",
  copied: "Kopioitu.",
  pictureTitle: "Kuva, joka näkyy, kun linkin jakaa",
  pictureAlt: "Hankkeen nimi, valmis osuus, vaiheet ja kunnat kuvana",
};

export type PublishingMessages = typeof fi;
