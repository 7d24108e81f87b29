import type { MatrixView, SummaryView } from "../../../worker/progress/contract/progress.ts";
import { dayOf, messages, showNumber, showPercent } from "../../shared/i18n.ts";
import { Percent } from "../../shared/ui/percent.tsx";
import { PhaseRibbon } from "../../shared/ui/phase-ribbon.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import type { Cell, Mark } from "../board.ts";
import { FiguresPanel } from "../figures-panel.tsx";
import { TileMap } from "../tile-map.tsx";
import { WholeProject } from "../whole-project.tsx";
import { ComingDays } from "./coming-days.tsx";
import { ready } from "./words.ts";
import "./overview.css";

type Props = {
  matrix: MatrixView;
  summary: SummaryView;
  mark: Mark | null;
  onMark: (mark: Mark | null) => void;
  onOpen: (cell: Cell) => void;
};

/** The first screen of a project: how far it is, where, what needs a look, and what comes. */
export function Overview({ matrix, summary, mark, onMark, onOpen }: Props) {
  return (
    <Worded by={{ ready }} height="44rem">
      <div class="overview card">
        <Standing matrix={matrix} summary={summary} />
        <TileMap matrix={matrix} summary={summary} />
        <div class="overview-side">
          <FiguresPanel matrix={matrix} figures={summary.total} mark={mark} onMark={onMark} />
          <ComingDays matrix={matrix} />
        </div>
        <WholeProject matrix={matrix} mark={mark} onOpen={onOpen} />
      </div>
    </Worded>
  );
}

function Standing({ matrix, summary }: { matrix: MatrixView; summary: SummaryView }) {
  const { project: say, phases } = messages.value;
  const { percent, explanation } = summary.total;
  return (
    <section class="standing" aria-label={say.figures}>
      <div class="figures-percent">
        <p>
          <strong>
            <Percent project={matrix.project.slug}>{showPercent(percent)}</Percent>
          </strong>{" "}
          <span>
            {say.percent}
            <span class="soft small">
              {" "}
              {showNumber(explanation.done)}/{showNumber(explanation.counted)}
            </span>
          </span>
        </p>
      </div>
      <section aria-label={phases.title}>
        <PhaseRibbon
          project={matrix.project.slug}
          phases={summary.phases}
          day={dayOf(matrix.asOf)}
        />
      </section>
    </section>
  );
}
