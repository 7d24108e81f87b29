import { describe, expect, test } from "vitest";
import { findingOf } from "../../../dashboard/progress/status/findings.ts";
import type { Measure } from "../../../dashboard/progress/status/measures.ts";
import { fi } from "../../../dashboard/progress/status/messages/fi.ts";
import { tilesOf } from "../../../dashboard/progress/status/tiles.ts";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import type { CellState } from "../../../worker/progress/contract/progress.ts";
import { pack } from "../../../worker/progress/domain/board.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { summarise } from "../../../worker/progress/domain/summary.ts";
import { aBoard, aMilestone, aPlan, said } from "../../support/cells.ts";

const day = "2024-06-01";
const plan = aPlan(aMilestone({ number: 1, phase: 1 }), aMilestone({ number: 2, phase: 2 }));

function told(measure: Measure, states: Readonly<Record<string, CellState>>): string {
  const cells = Object.fromEntries(
    Object.entries(states).map(([key, state]) => [key, pack(state, 1)]),
  );
  const say = SAY.fi;
  const reading = { asOf: `${day}T12:00:00.000Z`, today: day, language: "fi", say } as const;
  const matrix = matrixOf(aBoard(plan, { cells }), reading);
  const summary = summarise(matrix, { date: day, say });
  return findingOf(measure, tilesOf(matrix, summary, measure), matrix, fi);
}

const done = said({ declared: "done" });
const old = said({ confirmedAt: "2024-01-01T09:00:00.000Z" });

describe("what the map says is done", () => {
  const first = { "1/536": done, "1/837": done };

  test("is all only where nothing is open or unknown", () => {
    expect(told({ kind: "percent" }, { ...first, "2/536": done, "2/837": done })).toBe(
      "Kaikki 2 kuntaa ovat saaneet kaiken valmiiksi",
    );
    expect(told({ kind: "percent" }, { ...first, "2/536": done })).toBe(
      "2 kunnasta 1 on saanut kaiken valmiiksi; 1 kunnassa kaikki laskettu on valmista, mutta jotain on auki tai tietämättä",
    );
    expect(told({ kind: "percent" }, first)).toContain("yksikään ei ole vielä saanut kaikkea");
  });

  test("of a phase is of its own milestones", () => {
    expect(told({ kind: "phase", number: 1 }, first)).toBe(
      "Pilotti: Kaikki 2 kuntaa ovat saaneet kaiken valmiiksi",
    );
  });
});

describe("what the map says was confirmed", () => {
  const freshness = (states: Readonly<Record<string, CellState>>) =>
    told({ kind: "freshness" }, states);

  test("is in time only where all that is open was confirmed", () => {
    const all = { "1/536": said(), "2/536": said(), "1/837": said(), "2/837": done };
    expect(freshness(all)).toBe("Kaikkien kuntien tiedot on vahvistettu ajoissa");
    expect(freshness({ "1/536": said(), "2/536": said() })).toBe(
      "Mikään vahvistettu tieto ei ole vanhentunut; koskaan ei ole vahvistettu 1 kunnan tietoja: Tampere",
    );
    expect(freshness({ "1/536": old, "2/536": said(), "1/837": said() })).toBe(
      "Vanhentunutta tietoa on 1 kunnassa: Nokia; 1 kunnassa osaa tiedoista ei ole koskaan vahvistettu",
    );
    expect(freshness({})).toBe("Yhdenkään kunnan tietoja ei ole koskaan vahvistettu");
  });
});
