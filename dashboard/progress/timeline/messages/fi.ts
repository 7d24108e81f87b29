/** What the timeline and the targets say, in Finnish: the model that the other languages follow. */
export const fi = {
  timeline: {
    doneOf: (done: number, all: number) => `${done}/${all} valmiina kaikkialla`,
    lateMost: (count: number, title: string) => `${count} myöhässä, eniten ${title}`,
    noneLate: "mikään ei ole myöhässä",
    summary: (from: string, to: string) =>
      `Aikajana ${from} – ${to}. Jokaisella rivillä on yksi välitavoite tai tavoite: määräpäivä, siirtynyt määräpäivä, avointen kuntien ennusteet ja valmistuneiden päivät. Samat päivät ovat taulukossa.`,
    unit: "päivä; oikealla valmiit / kaikki ja myöhässä olevat",
    today: "tilanne",
    show: "Näytä",
    all: "Kaikki",
    only: { late: "Myöhässä", open: "Kesken" },
    years: "Ajalta",
    whole: "Koko hanke",
    marks: {
      due: "Määräpäivä",
      granted: "Myönnetty määräpäivä",
      forecast: "Ennuste",
      done: "Valmistui",
      gate: "Portti",
    },
    caption: "Välitavoitteet ja tavoitteet aikajärjestyksessä vaiheittain",
    milestone: "Välitavoite tai tavoite",
    doneCount: "Valmiina",
    late: "Myöhässä",
    forecasts: { one: "# ennuste", other: "# ennustetta" },
  },
  targets: {
    title: "Tavoitteet",
    intro: "Toteuma tavoitearvoa vasten. Tyhjä ympyrä ei ole vielä tavoitteessa.",
    perThousand: "1 000 asukasta kohden, missä se on reilua",
    unitPerThousand: (unit: string) => `${unit} / 1 000 asukasta`,
    unknown: (unknown: number, all: number) => `Ei tietoa: ${unknown}/${all} kuntaa.`,
    nothing: "Toteumaa ei ole vielä kerrottu",
    nothingToCount: "Ei laskettavaa",
    medianOnly: (median: string) => `Kuntien mediaani on ${median}`,
    valueOnly: (value: string) => `Toteuma on ${value}`,
    met: (value: string, goal: string) => `Tavoite on saavutettu: ${value}, tavoite ${goal}`,
    unmet: (value: string, goal: string) => `Tavoitteesta puuttuu: ${value}, tavoite ${goal}`,
    reached: (reached: number, all: number, goal: string, median: string) =>
      `${reached}/${all} kuntaa on tavoitteessa ${goal}; mediaani ${median}`,
    one: (value: string, goal: string) => `Toteuma ${value}, tavoite ${goal}.`,
    counted: (value: string) => `Laskettu ehdotus ${value}.`,
    spread: (low: string, high: string, median: string, goal: string) =>
      `Pienin ${low}, suurin ${high}, mediaani ${median}, tavoite ${goal}. Jokainen kunta on pisteenä.`,
    figure: "Luku",
    value: "Arvo",
    actual: "Toteuma",
    suggestion: "Laskettu ehdotus",
    baseline: "Lähtötaso",
    goal: "Tavoite",
    median: "Mediaani",
    municipality: "Kunta",
  },
};

export type TimelineMessages = typeof fi;
