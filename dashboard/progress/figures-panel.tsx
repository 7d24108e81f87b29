import type { Figures, MatrixView } from "../../worker/progress/contract/progress.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages, showNumber, words } from "../shared/i18n.ts";
import "../shared/ui/figure.css";
import { isMarked, type Mark, MARKS } from "./board.ts";
import { words as status } from "./status/words.ts";

/** What needs a look, counted. Choosing one shows in the matrix which cells it counts. */
export function FiguresPanel({
  matrix,
  figures,
  mark,
  onMark,
}: {
  matrix: MatrixView;
  figures: Figures;
  mark: Mark | null;
  onMark: (mark: Mark | null) => void;
}) {
  const { project: say } = messages.value;
  const { attention } = status.value;
  const { first } = useAsOf();
  const count = (one: Mark) => matrix.cells.filter((cell) => isMarked(cell, one)).length;
  return (
    <section aria-labelledby="figures-title">
      <div class="side-head">
        <h2 id="figures-title">{attention.title}</h2>
        <a class="small" href={`/projects/${matrix.project.slug}/attention${first}`}>
          {attention.all}
        </a>
      </div>
      <ul class="figures-marks">
        {MARKS.map((one) => (
          <li key={one}>
            <button
              type="button"
              class={`figure mark-${one}${count(one) === 0 ? " none" : ""}`}
              aria-pressed={mark === one}
              onClick={() => onMark(mark === one ? null : one)}
            >
              <span class="figure-number">{showNumber(count(one))}</span>
              <span>{markWords(one)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="figures-more small">
        <p role="status">{mark ? say.highlighted(count(mark)) : ""}</p>
        {mark ? (
          <a href="#matrix-title">{messages.value.matrix.skip}</a>
        ) : (
          <EvidenceLine project={matrix.project.slug} counts={figures.evidence} />
        )}
      </div>
    </section>
  );
}

/** How much of what is said has been shown, and the way to it; nothing where nothing was. */
function EvidenceLine({ project, counts }: { project: string; counts: Figures["evidence"] }) {
  const { truths } = messages.value;
  const { evidence } = words.value;
  const { first } = useAsOf();
  const told = (["accepted", "submitted", "partial", "rejected"] as const)
    .filter((one) => counts[one] > 0)
    .map((one) => `${evidence[one]} ${showNumber(counts[one])}`);
  if (told.length === 0) return null;
  return (
    <p>
      <a href={`/projects/${project}/evidence${first}`}>{truths.evidence}</a>: {told.join(" · ")}
    </p>
  );
}

function markWords(mark: Mark): string {
  const { declared, schedule } = words.value;
  const { project: say, stale } = messages.value;
  return {
    late: schedule.late,
    at_risk: schedule.at_risk,
    paused: declared.paused,
    no_data: declared.no_data,
    disagreeing: say.disagreeing,
    stale,
  }[mark];
}
