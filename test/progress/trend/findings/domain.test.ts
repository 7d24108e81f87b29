import { afterEach, describe, expect, test, vi } from "vitest";
import {
  outlier,
  standing,
  withoutPercent,
} from "../../../../dashboard/progress/trend/findings.ts";
import { ready } from "../../../../dashboard/progress/trend/words.ts";
import { language } from "../../../../dashboard/shared/i18n.ts";
import type { TrendView } from "../../../../worker/progress/contract/trend.ts";

type Point = TrendView["points"][number];

const figures = {
  percent: 50,
  planned: 50,
  granted: null,
  done: 2,
  plannedCells: 3,
  grantedCells: null,
  counted: 4,
  undated: 0,
  known: 4,
  total: 4,
  late: 0,
};
const aPoint = (more: Partial<Point> = {}): Point => ({
  on: "2024-06-30",
  ...figures,
  median: null,
  amendments: [],
  ...more,
});

/** Without the spaces that keep a number and its sign together. */
const plain = (text: string) => text.replaceAll(/\s/g, " ");

const speak = async (chosen: "fi" | "sv" | "en") => {
  language.value = chosen;
  await vi.waitFor(() => expect(ready.value).toBe(true));
};
afterEach(() => speak("fi"));

describe("what a chart of progress says of the last point", () => {
  test.each([
    [
      "behind",
      { percent: 73.8, planned: 79.3 },
      "73,8 % valmiina, 5,5 prosenttiyksikköä suunnitelmaa jäljessä",
    ],
    [
      "one point behind",
      { percent: 70.2, planned: 71.2 },
      "70,2 % valmiina, 1 prosenttiyksikön suunnitelmaa jäljessä",
    ],
    [
      "ahead",
      { percent: 33.3, planned: 33 },
      "33,3 % valmiina, 0,3 prosenttiyksikköä suunnitelmaa edellä",
    ],
    ["on plan", {}, "50 % valmiina, juuri suunnitelman mukaan"],
    [
      "nothing done and nothing due",
      { percent: 0, planned: 0 },
      "0 % valmiina, juuri suunnitelman mukaan",
    ],
    [
      "no due dates",
      { planned: 0, undated: 4 },
      "50 % valmiina, suunnitelmassa ei ole määräpäiviä",
    ],
    ["nothing to count", { percent: null, planned: null, counted: 0 }, "Mitään laskettavaa ei ole"],
    [
      "as much as planned, while something is late",
      { percent: 100, planned: 100, late: 3 },
      "100 % valmiina, yhtä paljon kuin suunniteltu, mutta 3 ruutua on myöhässä",
    ],
    [
      "ahead, while something is late",
      { percent: 60, late: 1 },
      "60 % valmiina, 10 prosenttiyksikköä suunnitelmaa edellä, mutta 1 ruutu on myöhässä",
    ],
    [
      "all that is known is done, and most is unknown",
      { percent: 100, planned: 100, total: 46 },
      "100 % valmiina, juuri suunnitelman mukaan; laskettu tiedossa olevista, joita on 4/46 ruutua",
    ],
    [
      "no data",
      { percent: null, planned: null, counted: 0, known: 0 },
      "Edistymisestä ei ole vielä tietoa",
    ],
  ])("%s", async (_, more, said) => {
    await speak("fi");
    expect(plain(standing(aPoint(more), false))).toBe(said);
  });

  test("in numbers of cells, and in three languages", async () => {
    await speak("fi");
    expect(standing(aPoint(), true)).toBe(
      "Valmiita ruutuja on 2, suunnitelman mukaan pitäisi olla 3",
    );
    expect(standing(aPoint({ undated: 4 }), true)).toBe("Valmiita ruutuja on 2");
    expect(standing(aPoint({ undated: 4, total: 8 }), true)).toBe(
      "Valmiita ruutuja on 2; laskettu tiedossa olevista, joita on 4/8 ruutua",
    );
    await speak("sv");
    expect(plain(standing(aPoint({ planned: 51 }), false))).toBe(
      "50 % färdigt, 1 procentenhet efter planen",
    );
    await speak("en");
    expect(plain(standing(aPoint({ planned: 62 }), false))).toBe(
      "50% done, 12 percentage points behind the plan",
    );
  });
});

test("where everything is cancelled there is nothing to count, and that is no lack of data", async () => {
  await speak("fi");
  const cancelled = { ...figures, percent: null, counted: 0 };
  expect(withoutPercent(cancelled)).toBe("ei laskettavaa");
  expect(withoutPercent({ ...cancelled, known: 3 })).toBe("ei tietoa");
  const place = { municipality: "020", name: "Akaa", percents: [], latest: cancelled };
  expect(outlier([place], null)).toBe("Missään kunnassa ei ole laskettavaa");
});

describe("what it says of the municipalities", () => {
  const places = (percents: Readonly<Record<string, number | null>>) =>
    Object.entries(percents).map(([name, percent]) => ({
      municipality: name,
      name,
      percents: [],
      latest: { ...figures, percent },
    }));

  test.each([
    [
      { Akaa: 80, Virrat: 40, Nokia: 70 },
      70,
      "Virrat on kauimpana mediaanista: 40 %, mediaani 70 %",
    ],
    [
      { Akaa: 0, Virrat: 0, Nokia: 70, Kihniö: 90 },
      35,
      "Kihniö on kauimpana mediaanista: 90 %, mediaani 35 %",
    ],
    // As far above as below: who is behind needs the look.
    [
      { Akaa: 100, Virrat: 60, Nokia: 80 },
      80,
      "Virrat on kauimpana mediaanista: 60 %, mediaani 80 %",
    ],
    [
      { Akaa: 0, Virrat: 0, Nokia: 70, Parkano: 70, Urjala: 70 },
      70,
      "Akaa ja Virrat ovat kauimpana mediaanista: 0 %, mediaani 70 %",
    ],
    [
      {
        Akaa: 0,
        Virrat: 0,
        Nokia: 0,
        Parkano: 0,
        Urjala: 100,
        Lempäälä: 90,
        Orivesi: 90,
        Juupajoki: 90,
        Ikaalinen: 90,
      },
      90,
      "Akaa, Virrat ja 2 muuta kuntaa ovat kauimpana mediaanista: 0 %, mediaani 90 %",
    ],
    [{ Akaa: 50, Virrat: 50 }, 50, "Kaikki kunnat ovat yhtä pitkällä: 50 %"],
    [
      { Akaa: 50, Virrat: 50, Nokia: null },
      50,
      "Kunnat, joista on tietoa (2), ovat yhtä pitkällä: 50 %",
    ],
    [{ Akaa: 50, Virrat: null }, 50, "Akaa: 50 % valmiina"],
    [{ Akaa: null }, null, "Yhdestäkään kunnasta ei ole vielä tietoa"],
    [{}, null, "Yhdestäkään kunnasta ei ole vielä tietoa"],
  ])("%j", async (percents, median, said) => {
    await speak("fi");
    expect(plain(outlier(places(percents), median))).toBe(said);
  });
});
