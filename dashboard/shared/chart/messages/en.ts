import type { ChartMessages } from "./fi.ts";

export const en: ChartMessages = {
  asOf: (day: string) => `As of ${day}`,
  unit: (unit: string) => `Unit: ${unit}`,
  table: "Show as table",
  take: (title: string) => `Download: ${title}`,
  failed: "The picture could not be made. Try another format.",
};
