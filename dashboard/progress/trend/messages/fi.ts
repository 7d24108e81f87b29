/** What the charts of progress say, in Finnish: the model that the other languages follow. */
export const fi = {
  exportCsv: "Lataa kaikki luvut kunnittain (CSV)",
  done: "Valmiina",
  planned: "Suunniteltu",
  granted: "Myönnetty suunnitelma",
  counted: "Mukana laskussa",
  known: "Tiedossa",
  amendment: "Suunnitelman muutos",
  median: "Kuntien mediaani",
  how: "Miten luvut on laskettu?",
  overTime: {
    nothing: "Edistymisestä ei ole vielä tietoa",
    nothingToCount: "Mitään laskettavaa ei ole",
    undated: (percent: string) => `${percent} valmiina, suunnitelmassa ei ole määräpäiviä`,
    onPlan: (percent: string) => `${percent} valmiina, juuri suunnitelman mukaan`,
    asMuch: (percent: string) => `${percent} valmiina, yhtä paljon kuin suunniteltu`,
    butLate: { one: ", mutta # ruutu on myöhässä", other: ", mutta # ruutua on myöhässä" },
    ofKnown: (known: string, total: string) =>
      `; laskettu tiedossa olevista, joita on ${known}/${total} ruutua`,
    behind: (percent: string, by: string) => `${percent} valmiina, ${by} suunnitelmaa jäljessä`,
    ahead: (percent: string, by: string) => `${percent} valmiina, ${by} suunnitelmaa edellä`,
    points: { one: "# prosenttiyksikön", other: "# prosenttiyksikköä" },
    cells: (done: string, planned: string) =>
      `Valmiita ruutuja on ${done}, suunnitelman mukaan pitäisi olla ${planned}`,
    cellsUndated: (done: string) => `Valmiita ruutuja on ${done}`,
    unit: "% mukaan laskettavien ruutujen painosta",
    cellsUnit: "ruutuja (välitavoite tai tavoite yhdessä kunnassa)",
    show: "Näytä",
    percent: "Osuus",
    count: "Ruutujen määrä",
    course: (from: string, first: string, to: string, last: string) =>
      `Valmiina oli ${from} ${first} ja ${to} ${last}.`,
    plannedAtEnd: (planned: string) => `Suunnitelman mukaan pitäisi olla ${planned}.`,
    grantedAtEnd: (granted: string) => `Myönnetyn suunnitelman mukaan ${granted}.`,
    amended: {
      one: "Suunnitelmaa on muutettu # kerran.",
      other: "Suunnitelmaa on muutettu # kertaa.",
    },
    known: (known: string, total: string) =>
      `Tiedossa on ${known} ruutua, kaikkiaan ${total}. Osuus voi laskea, kun uusista ruuduista saadaan tieto: ne tulevat mukaan jakajaan.`,
    caption: "Eteneminen ajassa",
  },
  columns: {
    on: "Päivä",
    percent: "Valmiina, %",
    planned: "Suunniteltu, %",
    granted: "Myönnetty suunnitelma, %",
    done: "Valmiita ruutuja",
    plannedCells: "Suunniteltuja ruutuja",
    grantedCells: "Myönnetyssä suunnitelmassa",
    counted: "Mukana laskussa",
    known: "Tiedossa",
    total: "Ruutuja kaikkiaan",
    late: "Myöhässä",
    amendments: "Suunnitelman muutokset",
    municipality: "Kunta",
  },
  multiples: {
    order: "Järjestys",
    orders: { name: "Nimi", percent: "Vähiten valmiina", late: "Eniten myöhässä" },
    nothing: "Yhdestäkään kunnasta ei ole vielä tietoa",
    nothingToCount: "Missään kunnassa ei ole laskettavaa",
    alone: (name: string, percent: string) => `${name}: ${percent} valmiina`,
    same: (percent: string) => `Kaikki kunnat ovat yhtä pitkällä: ${percent}`,
    sameKnown: (known: string, percent: string) =>
      `Kunnat, joista on tietoa (${known}), ovat yhtä pitkällä: ${percent}`,
    furthest: {
      one: (names: string, percent: string, median: string) =>
        `${names} on kauimpana mediaanista: ${percent}, mediaani ${median}`,
      other: (names: string, percent: string, median: string) =>
        `${names} ovat kauimpana mediaanista: ${percent}, mediaani ${median}`,
    },
    others: (count: string) => `${count} muuta kuntaa`,
    unit: (from: string, to: string) => `% valmiina, asteikko 0–100 %, ${from}–${to}`,
    summary: (least: string, most: string, median: string) =>
      `Jokaisella kunnalla on oma viivansa samalla asteikolla, ja ohut katkoviiva on kuntien mediaani. Vähiten valmiina on ${least}, eniten ${most}, mediaani ${median}.`,
    links: "Kunnat",
    percent: (percent: string) => `valmiina ${percent}`,
    late: { one: "# myöhässä", other: "# myöhässä" },
    noData: "ei tietoa",
    nothingToCountShort: "ei laskettavaa",
    caption: "Valmiina kunnittain, prosenttia",
  },
};

export type TrendMessages = typeof fi;
