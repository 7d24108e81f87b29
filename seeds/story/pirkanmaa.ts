const codes = {
  Akaa: "020",
  Hämeenkyrö: "108",
  Ikaalinen: "143",
  Juupajoki: "177",
  Kangasala: "211",
  Kihniö: "250",
  Kuhmoinen: "291",
  Lempäälä: "418",
  "Mänttä-Vilppula": "508",
  Nokia: "536",
  Orivesi: "562",
  Parkano: "581",
  Pirkkala: "604",
  Punkalaidun: "619",
  Pälkäne: "635",
  Ruovesi: "702",
  Sastamala: "790",
  Tampere: "837",
  Urjala: "887",
  Valkeakoski: "908",
  Vesilahti: "922",
  Virrat: "936",
  Ylöjärvi: "980",
};

export type MunicipalityName = keyof typeof codes;

/** The order in which Hoppu reached the municipalities: the pilots, the middle-sized, the small. */
export const pilots: readonly MunicipalityName[] = ["Tampere", "Nokia", "Ylöjärvi", "Kangasala"];

export const secondWave: readonly MunicipalityName[] = [
  "Pirkkala",
  "Lempäälä",
  "Valkeakoski",
  "Sastamala",
  "Akaa",
  "Mänttä-Vilppula",
  "Orivesi",
  "Hämeenkyrö",
  "Ikaalinen",
];

export const lastWave: readonly MunicipalityName[] = [
  "Juupajoki",
  "Kihniö",
  "Kuhmoinen",
  "Parkano",
  "Punkalaidun",
  "Pälkäne",
  "Ruovesi",
  "Urjala",
  "Vesilahti",
  "Virrat",
];

export const everyone: readonly MunicipalityName[] = [...pilots, ...secondWave, ...lastWave];

export function codeOf(name: MunicipalityName): string {
  return codes[name];
}

/** The municipalities' codes in rising order. */
export function codesOf(names: readonly MunicipalityName[]): string[] {
  return names.map(codeOf).toSorted();
}

export function without(
  names: readonly MunicipalityName[],
  left: readonly MunicipalityName[],
): MunicipalityName[] {
  return names.filter((name) => !left.includes(name));
}

/** The same date for each of these, by code. */
export function dueIn(names: readonly MunicipalityName[], date: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [codeOf(name), date]));
}
