import type { SliderMessages } from "./fi.ts";

export const sv: SliderMessages = {
  label: "Tidpunkter då något hände",
  previous: "Föregående tidpunkt",
  next: "Nästa tidpunkt",
  now: "Nu",
  absent:
    "Det finns inga uppgifter om den här dagen: projektet fanns inte ännu, eller dagen har inte kommit.",
  toNow: "Tillbaka till nuläget",
};
