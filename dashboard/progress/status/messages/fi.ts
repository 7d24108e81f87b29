import type { Widened } from "../../../shared/messages/fi.ts";

/** What the status page says of its map, its dates and its matrix, in Finnish: the model. */
export const fi = {
  others: (count: number) => `${count} ${count === 1 ? "muu" : "muuta"}`,
  attention: {
    title: "Kaipaa huomiota",
    all: "Kaikki syineen",
  },
  coming: {
    title: "Seuraavaksi",
    none: "Ei avoimia määräpäiviä edessä.",
    gate: (phase: number, name: string) => `Vaihe ${phase} päättyy: ${name}`,
    open: { one: "# kunnassa kesken", other: "# kunnassa kesken" },
    project: "Koko hanke",
    inDays: { one: "# päivä", other: "# päivää" },
    today: "tänään",
  },
  whole: {
    title: "Koko hankkeen välitavoitteet",
    done: (done: number, all: number) => `${done}/${all} valmista`,
  },
  map: {
    choose: "Mitä kartta näyttää",
    help: "Jokainen kunta on yhtä suuri ruutu suunnilleen omalla paikallaan. Liiku nuolinäppäimillä, avaa kunta Enterillä.",
    groups: { kinds: "Kaikki välitavoitteet", phases: "Vaiheet", milestones: "Välitavoitteet" },
    measures: {
      percent: "Valmiina",
      late: "Myöhässä",
      evidence: "Todenteet annettu",
      freshness: "Päiviä vahvistuksesta",
    },
    phase: (phase: number, name: string) => `Vaihe ${phase}: ${name}`,
    days: (days: string) => `${days} pv`,
    units: {
      percent: "valmiiden osuus",
      late: "myöhässä olevia",
      evidence: "osuus pyydetyistä",
      freshness: "päivää viimeisestä vahvistuksesta",
      phase: "valmiiden osuus vaiheesta",
      milestone: "tila",
    },
    lateCount: (count: number) => `${count} myöhässä`,
    legend: "Selite",
    nothing: "ei laskettavaa",
    never: "ei vahvistettu",
    over: (days: number) => `yli ${days} pv`,
    atLeast: (count: number) => `${count} tai enemmän`,
    caption: "Kunnat: valmiina, myöhässä, vahvistettu ja vaiheet",
    municipality: "Kunta",
  },
  findings: {
    unknown: "Yhdestäkään kunnasta ei ole vielä mitään laskettavaa",
    all: (all: number) => `Kaikki ${all} kuntaa ovat saaneet kaiken valmiiksi`,
    some: (done: number, all: number) => `${all} kunnasta ${done} on saanut kaiken valmiiksi`,
    none: (all: number) => `${all} kunnasta yksikään ei ole vielä saanut kaikkea valmiiksi`,
    atZero: (names: string, count: number) =>
      `; ${names} ${count === 1 ? "on" : "ovat"} vielä nollassa`,
    late: (count: number, places: number, most: string) =>
      `Myöhässä on ${count} ${count === 1 ? "asia" : "asiaa"} ${places} kunnassa; eniten: ${most}`,
    nothingLate: "Missään kunnassa ei ole mitään myöhässä",
    evidence: (done: number, all: number) =>
      `${all} kunnasta ${done} on antanut kaikki valmiista pyydetyt todenteet`,
    stale: (count: number, names: string) => `Vanhentunutta tietoa on ${count} kunnassa: ${names}`,
    fresh: "Kaikkien kuntien tiedot on vahvistettu ajoissa",
    knownDone: (count: number) =>
      `; ${count} kunnassa kaikki laskettu on valmista, mutta jotain on auki tai tietämättä`,
    neverAny: "Yhdenkään kunnan tietoja ei ole koskaan vahvistettu",
    noneStale: "Mikään vahvistettu tieto ei ole vanhentunut",
    never: (count: number, names: string) =>
      `; koskaan ei ole vahvistettu ${count} kunnan tietoja: ${names}`,
    neverPartly: (count: number) => `; ${count} kunnassa osaa tiedoista ei ole koskaan vahvistettu`,
    milestone: (title: string, done: number, all: number) =>
      `${title}: ${all} kunnasta ${done} valmiina`,
    milestoneLate: (late: number) => `, ${late} myöhässä`,
    milestoneNothing: (title: string) => `${title}: ei laskettavaa yhdessäkään kunnassa`,
    milestoneUnknown: (names: string) => `, tieto puuttuu: ${names}`,
  },
  matrix: {
    title: "Välitavoitteet kunnittain",
    help: "Liiku nuolinäppäimillä, avaa ruutu Enterillä.",
    caption: "Kunnat riveillä, välitavoitteet sarakkeissa",
    municipality: "Kunta",
    total: "Valmiina",
    late: "Myöhässä",
    confirmed: "Vahvistettu",
    confirmedFull: "Viimeksi vahvistettu",
    doneOf: (done: number, all: number) => `${done}/${all} valmista`,
    sortBy: (column: string) => `Järjestä: ${column}`,
    fold: (phase: number) => `Tiivistä vaihe ${phase} yhdeksi sarakkeeksi`,
    unfold: (phase: number) => `Avaa vaiheen ${phase} välitavoitteet`,
    share: "Osuus",
    legend: "Merkit",
    stale: "Vanhentunut",
    disagreeing: "Ristiriidassa",
    evidence: (evidence: string) => `Todenne: ${evidence}`,
    find: "Etsi kuntaa",
    phase: "Vaihe",
    allPhases: "Kaikki vaiheet",
    density: "Rivien korkeus",
    compact: "Tiivis",
    roomy: "Väljä",
    shown: (rows: string, allRows: string, cells: string, allCells: string) =>
      `Kuntia ${rows}/${allRows}, ruutuja ${cells}/${allCells}`,
    clear: "Poista rajaukset",
    empty: "Mikään kunta ei vastaa rajausta.",
  },
} as const;
export type StatusMessages = Widened<typeof fi>;
