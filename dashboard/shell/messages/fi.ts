import type { Widened } from "../../shared/messages/fi.ts";

/** What the keys, the commands and the bars say, in Finnish: the model that the other languages follow. */
export const fi = {
  commands: {
    countyHistory: "Hyvinvointialueen historia",
    reportCalendar: "Raportointikalenteri",
    file: (form: string) => `Vie tilanne: ${form}`,
    fileAlso: "lataa tiedosto vienti export",
    language: (name: string) => `Vaihda kieli: ${name}`,
    languageAlso: "kieli språk language",
    keys: "Pikanäppäimet",
    meeting: "Kokousnäkymä",
    pack: "Kokousaineisto",
    keysAlso: "näppäimet ohje",
    print: "Tulosta tämä sivu",
    signOut: "Kirjaudu ulos",
  },
  unsentLost:
    "Tällä laitteella on muutoksia, joita ei ole tallennettu. Ne katoavat. Kirjaudutaanko silti ulos?",
  keys: {
    title: "Pikanäppäimet",
    enabled: "Yhden merkin pikanäppäimet käytössä",
    enabledHelp:
      "Jos puheohjaus tai apuväline painaa näppäimiä vahingossa, ota ne pois käytöstä. Valinta säilyy tällä laitteella. Ctrl + K toimii aina.",
    everywhere: "Kaikilla sivuilla",
    search: "avaa haku ja toiminnot",
    help: "näytä tämä ohje",
    previous: "edellinen kunta tai välitavoite",
    next: "seuraava kunta tai välitavoite",
    going: "Siirtyminen",
    goingHere: "Siirtyminen hankkeessa",
    matrix: "Kuntien taulukossa",
    move: "liiku ruudusta toiseen",
    open: "avaa ruutu",
    pending: "Siirry: paina kirjainta",
  },
  waiting: "Ladataan…",
  offline: "Verkkoyhteys puuttuu. Näet viimeksi haetut tiedot, eikä muutoksia voi nyt lähettää.",
  online: "Yhteys palasi. Tiedot haettiin uudelleen.",
} as const;

export type ShellWords = Widened<typeof fi>;
