import type { ViewsMessages } from "./fi.ts";

export const sv: ViewsMessages = {
  title: "Egna vyer",
  empty: "Spara en sida med dess avgränsningar, så hittar du den här. Bara du ser dina vyer.",
  save: "Spara den här vyn",
  saveHelp: "Vyn minns sidan, avgränsningarna och ordningen. Bara du ser den.",
  isSaved: (name) => `Den här sidan är redan sparad: ${name}`,
  name: "Namn",
  leadsTo: "Adress",
  change: "Ändra vyer",
  rename: "Byt namn",
  retarget: "Led till den här sidan",
  retargetOf: (name) => `Led till den här sidan: ${name}`,
  remove: "Ta bort",
  removeOf: (name) => `Ta bort: ${name}`,
  removeTitle: (name) => `Ska vyn ${name} tas bort?`,
  removeText: "Själva sidan ändras inte. Du kan spara den på nytt.",
  changed: "Sparat",
};
