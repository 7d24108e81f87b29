import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { isReached } from "../../../worker/progress/terms.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { Chart } from "../../shared/chart/chart.tsx";
import { showNumber } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { Worded } from "../../shared/ui/worded.tsx";
import { BulletDrawing, bulletHeight, StripDrawing, stripHeight } from "./target-drawing.tsx";
import { perThousand, type TargetLine, targetsOf } from "./targets.ts";
import { ready, words } from "./words.ts";
import "./targets.css";

/** The targets of a project, each with its values against its goal. */
export function Targets({ matrix }: { matrix: MatrixView }) {
  return (
    <Worded by={{ ready }} height="30rem">
      <All matrix={matrix} />
    </Worded>
  );
}

const relative = "thousand";

function All({ matrix }: { matrix: MatrixView }) {
  const { targets: say } = words.value;
  const [per, setPer] = useParameter("per");
  const targets = targetsOf(matrix);
  if (targets.length === 0) return null;
  const fair = targets.map((target) => perThousand(target, matrix));
  const isRelative = per === relative;
  return (
    <section class="targets" aria-labelledby="targets-title">
      <div class="section-head">
        <div>
          <h2 id="targets-title">{say.title}</h2>
          <p>{say.intro}</p>
        </div>
        {fair.some((one) => one !== null) && (
          <label class="row small">
            <input
              type="checkbox"
              checked={isRelative}
              onChange={({ currentTarget }) => setPer(currentTarget.checked ? relative : null)}
            />
            {say.perThousand}
          </label>
        )}
      </div>
      <div class="targets-grid">
        {targets.map((target, index) => (
          <Target
            key={target.milestone.number}
            target={(isRelative && fair[index]) || target}
            isRelative={isRelative && fair[index] !== null}
            matrix={matrix}
          />
        ))}
      </div>
    </section>
  );
}

function Target({
  target,
  isRelative,
  matrix,
}: {
  target: TargetLine;
  isRelative: boolean;
  matrix: MatrixView;
}) {
  const { targets: say } = words.value;
  const { first } = useAsOf();
  const { milestone, isWhole, unknown, counted } = target;
  const unit = milestone.unit ?? "";
  return (
    <div class="card">
      <p class="small" lang="fi">
        <a href={`/projects/${matrix.project.slug}/milestones/${milestone.number}${first}`}>
          {milestone.number}. {milestone.title}
        </a>
      </p>
      <Chart
        name={`target-${milestone.number}`}
        level={3}
        finding={findingOf(target, isRelative)}
        summary={summaryOf(target)}
        unit={isRelative ? say.unitPerThousand(unit) : unit}
        asOf={matrix.asOf}
        height={() => (isWhole ? bulletHeight : stripHeight)}
        table={tableOf(target)}
      >
        {({ width }) =>
          isWhole ? (
            <BulletDrawing target={target} width={width} />
          ) : (
            <StripDrawing target={target} width={width} />
          )
        }
      </Chart>
      {unknown > 0 && !isWhole && <p class="soft small">{say.unknown(unknown, counted)}</p>}
    </div>
  );
}

/** What a target has come to, as a sentence. */
function findingOf(target: TargetLine, isRelative: boolean): string {
  const { targets: say } = words.value;
  const { milestone, values, isWhole, median, reached, counted } = target;
  const [only] = values;
  const goal = milestone.goal === null ? null : showNumber(milestone.goal);
  if (counted === 0) return say.nothingToCount;
  if (only === undefined || median === null) return say.nothing;
  if (isRelative) return say.medianOnly(showNumber(Math.round(median * 100) / 100));
  if (isWhole) {
    if (goal === null) return say.valueOnly(showNumber(only.value));
    const met = isReached(milestone, only.value);
    return met ? say.met(showNumber(only.value), goal) : say.unmet(showNumber(only.value), goal);
  }
  if (goal === null) return say.medianOnly(showNumber(median));
  return say.reached(reached, counted, goal, showNumber(median));
}

function summaryOf({ values, median, milestone, suggestion, counted }: TargetLine): string {
  const { targets: say } = words.value;
  const [low] = values;
  const high = values.at(-1);
  const goal = milestone.goal === null ? "–" : showNumber(milestone.goal);
  if (counted === 0) return say.nothingToCount;
  if (!low || !high || median === null) return say.nothing;
  if (values.length === 1) {
    const suggested = suggestion === null ? "" : say.counted(showNumber(suggestion));
    return `${say.one(showNumber(low.value), goal)} ${suggested}`.trim();
  }
  return say.spread(
    `${low.name} ${showNumber(low.value)}`,
    `${high.name} ${showNumber(high.value)}`,
    showNumber(median),
    goal,
  );
}

function tableOf({ milestone, values, suggestion, isWhole }: TargetLine) {
  const { targets: say } = words.value;
  const { goal, baseline } = milestone;
  const caption = `${milestone.number}. ${milestone.title}`;
  if (isWhole) {
    const [only] = values;
    return {
      caption,
      columns: [say.figure, say.value],
      rows: [
        [say.actual, only?.value ?? null],
        ...(suggestion === null ? [] : [[say.suggestion, suggestion]]),
        [say.baseline, baseline],
        [say.goal, goal],
      ],
    };
  }
  return {
    caption,
    columns: [say.municipality, say.value, say.goal],
    rows: values.toReversed().map(({ name, value }) => [name, value, goal]),
  };
}
