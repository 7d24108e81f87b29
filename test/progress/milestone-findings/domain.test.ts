import { expect, test, vi } from "vitest";
import { findingOf } from "../../../dashboard/progress/milestone/findings.ts";
import { ready } from "../../../dashboard/progress/milestone/words.ts";
import { findingOf as mapFindingOf } from "../../../dashboard/progress/status/findings.ts";
import { measured } from "../../../dashboard/progress/status/measures.ts";
import { fi } from "../../../dashboard/progress/status/messages/fi.ts";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import { pack } from "../../../worker/progress/domain/board.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { summarise } from "../../../worker/progress/domain/summary.ts";
import type { Declared } from "../../../worker/progress/terms.ts";
import { aBoard, aMilestone, aPlan, said } from "../../support/cells.ts";

const today = "2024-01-15";

/** What the milestone's page and the map of the status page say of one milestone. */
async function found(nokia: Declared, tampere: Declared) {
  const cells = {
    "1/536": pack(said({ declared: nokia }), 1),
    "1/837": pack(said({ declared: tampere }), 1),
  };
  const asOf = `${today}T12:00:00.000Z`;
  const matrix = matrixOf(aBoard(aPlan(aMilestone()), { cells }), {
    asOf,
    today,
    language: "fi",
    say: SAY.fi,
  });
  await vi.waitFor(() => expect(ready.value).toBe(true));
  const measure = { kind: "milestone", number: 1 } as const;
  const values = measured(matrix, summarise(matrix, { date: today, say: SAY.fi }), measure);
  const shown = matrix.municipalities.flatMap(({ code, name }) => {
    const value = values.get(code);
    return value ? [{ ...value, name, stale: 0 }] : [];
  });
  return [findingOf(matrix.cells, matrix), mapFindingOf(measure, shown, matrix, fi)];
}

test.each([
  [
    ["done", "no_data"],
    "Valmis 1/2 kunnassa, tieto puuttuu: Tampere",
    "Pilotti valittu: 2 kunnasta 1 valmiina, tieto puuttuu: Tampere",
  ],
  [
    ["done", "not_applicable"],
    "Valmis kaikissa 1 kunnassa",
    "Pilotti valittu: 1 kunnasta 1 valmiina",
  ],
  [
    ["cancelled", "not_applicable"],
    "Ei laskettavaa yhdessäkään kunnassa",
    "Pilotti valittu: ei laskettavaa yhdessäkään kunnassa",
  ],
  [
    ["cancelled", "no_data"],
    "Kukaan ei ole vielä kertonut tilannetta",
    "Pilotti valittu: 1 kunnasta 0 valmiina, tieto puuttuu: Tampere",
  ],
] as const)("a milestone that is %j", async ([nokia, tampere], page, map) => {
  expect(await found(nokia, tampere)).toEqual([page, map]);
});
