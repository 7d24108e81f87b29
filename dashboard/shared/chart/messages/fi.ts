/** What stands around every chart, in Finnish: the model that the other languages follow. */
export const fi = {
  asOf: (day: string) => `Tilanne ${day}`,
  unit: (unit: string) => `Yksikkö: ${unit}`,
  table: "Näytä taulukkona",
  take: (title: string) => `Lataa: ${title}`,
  failed: "Kuvaa ei saatu tehtyä. Yritä toisessa muodossa.",
};

export type ChartMessages = typeof fi;
