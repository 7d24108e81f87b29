import type { TimelineMessages } from "./fi.ts";

export const sv: TimelineMessages = {
  timeline: {
    doneOf: (done, all) => `${done}/${all} är färdiga överallt`,
    lateMost: (count, title) =>
      `${count} är ${count === 1 ? "försenad" : "försenade"}, mest ${title}`,
    noneLate: "inget är försenat",
    summary: (from, to) =>
      `Tidslinje ${from} – ${to}. På varje rad finns ett delmål eller mål: förfallodatum, flyttat förfallodatum, prognoserna för de öppna kommunerna och dagarna för de färdiga. Samma dagar finns i tabellen.`,
    unit: "dag; till höger färdiga / alla och försenade",
    today: "läget",
    show: "Visa",
    all: "Alla",
    only: { late: "Försenade", open: "Öppna" },
    years: "Tid",
    whole: "Hela projektet",
    marks: {
      due: "Förfallodatum",
      granted: "Beviljat förfallodatum",
      forecast: "Prognos",
      done: "Färdigställd",
      gate: "Port",
    },
    caption: "Delmål och mål i tidsordning enligt fas",
    milestone: "Delmål eller mål",
    doneCount: "Färdiga",
    late: "Försenade",
    forecasts: { one: "# prognos", other: "# prognoser" },
  },
  targets: {
    title: "Mål",
    intro: "Utfallet mot målvärdet. En tom cirkel har ännu inte nått målet.",
    perThousand: "Per 1 000 invånare, där det är rättvist",
    unitPerThousand: (unit) => `${unit} / 1 000 invånare`,
    unknown: (unknown, all) => `Uppgift saknas: ${unknown}/${all} kommuner.`,
    nothing: "Inget utfall har angetts ännu",
    nothingToCount: "Inget att räkna",
    medianOnly: (median) => `Kommunernas median är ${median}`,
    valueOnly: (value) => `Utfallet är ${value}`,
    met: (value, goal) => `Målet har nåtts: ${value}, målet ${goal}`,
    unmet: (value, goal) => `Målet har inte nåtts: ${value}, målet ${goal}`,
    reached: (reached, all, goal, median) =>
      `${reached}/${all} kommuner har nått målet ${goal}; medianen är ${median}`,
    one: (value, goal) => `Utfall ${value}, mål ${goal}.`,
    counted: (value) => `Uträknat förslag ${value}.`,
    spread: (low, high, median, goal) =>
      `Minst ${low}, mest ${high}, median ${median}, mål ${goal}. Varje kommun är en punkt.`,
    figure: "Siffra",
    value: "Värde",
    actual: "Utfall",
    suggestion: "Uträknat förslag",
    baseline: "Utgångsläge",
    goal: "Mål",
    median: "Median",
    municipality: "Kommun",
  },
};
