import type { ChartMessages } from "./fi.ts";

export const sv: ChartMessages = {
  asOf: (day: string) => `Läget ${day}`,
  unit: (unit: string) => `Enhet: ${unit}`,
  table: "Visa som tabell",
  take: (title: string) => `Ladda ner: ${title}`,
  failed: "Bilden kunde inte skapas. Försök i ett annat format.",
};
