import { plural, showNumber, showPercent } from "../../shared/i18n.ts";
import { Percent } from "../../shared/ui/percent.tsx";
import { isMarked, MARKS } from "../board.ts";
import { findingOf, latestOf } from "../steering/finding.ts";
import { GateRibbon } from "../steering/gate-ribbon.tsx";
import { markWords } from "../steering/mark-words.ts";
import { hasTiles, Tiles } from "../steering/tiles.tsx";
import type { Standing } from "../steering/use-steering.ts";
import { words } from "../steering/words.ts";
import { Fitting } from "./fitting.tsx";
import { Head } from "./head.tsx";

/** Where the whole stands: how much is done, the phases, the municipalities. */
export function OverviewScreen({ standing }: { standing: Standing }) {
  const say = words.value;
  const { total } = standing.summary;
  const { done, counted, leftOut } = total.explanation;
  return (
    <section class="screen overview">
      <Head name={say.screens.overview} finding={findingOf(standing)} />
      <GateRibbon standing={standing} />
      <div class="overview-figures">
        <div>
          <p class="overview-percent">
            <strong>
              <Percent project={standing.matrix.project.slug}>{showPercent(total.percent)}</Percent>
            </strong>{" "}
            {say.done}
          </p>
          <p class="soft">
            {say.counted(showNumber(done), showNumber(counted), showNumber(leftOut.noData))}
          </p>
        </div>
        <ul class="overview-marks">
          {MARKS.map((mark) => (
            <li key={mark} class={`mark-${mark}`}>
              <strong>
                {showNumber(standing.matrix.cells.filter((cell) => isMarked(cell, mark)).length)}
              </strong>
              <span>{markWords(mark)}</span>
            </li>
          ))}
        </ul>
        <p>{latestOf(standing)}</p>
      </div>
      {hasTiles(standing) ? (
        <Tiles standing={standing} label={say.screens.overview} />
      ) : (
        <Ranking standing={standing} />
      )}
    </section>
  );
}

/** Where there is no map: the municipalities with the most that is late, and the least done. */
function Ranking({ standing: { summary } }: { standing: Standing }) {
  const rows = summary.municipalities.toSorted(
    (one, other) => other.late - one.late || (one.percent ?? 101) - (other.percent ?? 101),
  );
  return (
    <Fitting
      class="ranking"
      items={rows.map(({ municipality, name, percent, late }) => (
        <li key={municipality}>
          <span>{name}</span>
          <span>{late > 0 && `! ${plural(late, words.value.lateIn)}`}</span>
          <strong>{showPercent(percent)}</strong>
        </li>
      ))}
    />
  );
}
