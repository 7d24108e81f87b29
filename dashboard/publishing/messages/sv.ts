import type { PublishingMessages } from "./fi.ts";

/** What the choice of what is public says, in Swedish. */
export const sv: PublishingMessages = {
  title: "Offentlig sida",
  isPublic: "Projektet har en offentlig sida. Vem som helst kan läsa den.",
  isInternal: "Projektet är inte publicerat. Bara projektets roller ser dess siffror.",
  openPage: "Öppna den offentliga sidan",
  newTab: "(ny flik)",
  choose: "Vad sidan visar",
  always:
    "Alltid visas projektets namn, program och finansiär, verksamhetstid, utvecklingsskede, ansvarig organisation och kontaktpersonens roll.",
  never: "Sidan visar aldrig personer, anteckningar, orsaker, kommentarer, risker eller verifikat.",
  parts: {
    summary: { name: "Kort beskrivning", shows: "Projektets korta beskrivning som den är." },
    progress: {
      name: "Andelar och faser",
      shows:
        "Hur mycket som är färdigt i hela projektet och per fas, och hur många ställen som är försenade.",
    },
    municipalities: {
      name: "Kommuner",
      shows:
        "Karta och tabell: vad som är färdigt och försenat i varje kommun. Utan detta bara siffrorna sammanlagt.",
    },
    targets: { name: "Mål", shows: "Kvantitativa mål, angivna värden och målvärden." },
    dates: { name: "Kommande datum", shows: "Vad i projektet som härnäst ska bli färdigt." },
  },
  shown: "Visas",
  hidden: "Visas inte",
  preview: "Förhandsvisa",
  publish: "Publicera",
  save: "Spara valen",
  saved: "Sparat. Den offentliga sidan visar nu detta.",
  takeDown: "Ta bort den offentliga sidan",
  takeDownTitle: "Ska den offentliga sidan tas bort?",
  takeDownText:
    "Sidan, inbäddningarna och det öppna gränssnittet slutar genast svara. Valen sparas, och sidan kan publiceras på nytt.",
  embedTitle: "Inbäddning",
  embedHelp:
    "Klistra in koden på en egen webbsida. Inbäddningen uppdateras av sig själv och använder varken kakor eller skript.",
  embedLabel: "Inbäddningskod",
  copy: "Kopiera",
  copied: "Kopierat.",
  pictureTitle: "Bilden som visas när länken delas",
  pictureAlt: "Projektets namn, färdig andel, faser och kommuner som bild",
};
