import type { ShellWords } from "./fi.ts";

/** What the keys, the commands and the bars say, in Swedish. */
export const sv: ShellWords = {
  commands: {
    countyHistory: "Välfärdsområdets historik",
    reportCalendar: "Rapporteringskalender",
    file: (form) => `Exportera läget: ${form}`,
    fileAlso: "ladda ner fil export",
    language: (name) => `Byt språk: ${name}`,
    languageAlso: "kieli språk language",
    keys: "Kortkommandon",
    meeting: "Mötesvy",
    pack: "Mötesmaterial",
    keysAlso: "tangenter hjälp",
    print: "Skriv ut den här sidan",
    signOut: "Logga ut",
  },
  unsentLost:
    "På den här enheten finns ändringar som inte har sparats. De går förlorade. Vill du ändå logga ut?",
  keys: {
    title: "Kortkommandon",
    enabled: "Kortkommandon med ett tecken är på",
    enabledHelp:
      "Stäng av dem om röststyrning eller ett hjälpmedel trycker på tangenter av misstag. Valet sparas på den här enheten. Ctrl + K fungerar alltid.",
    everywhere: "På alla sidor",
    search: "öppna sökning och åtgärder",
    help: "visa den här hjälpen",
    previous: "föregående kommun eller delmål",
    next: "nästa kommun eller delmål",
    going: "Förflyttning",
    goingHere: "Förflyttning i projektet",
    matrix: "I kommunernas tabell",
    move: "gå från ruta till ruta",
    open: "öppna rutan",
    pending: "Gå till: tryck på en bokstav",
  },
  waiting: "Laddar…",
  offline:
    "Nätverksanslutningen saknas. Du ser de senast hämtade uppgifterna, och ändringar kan inte skickas nu.",
  online: "Anslutningen är tillbaka. Uppgifterna hämtades på nytt.",
};
