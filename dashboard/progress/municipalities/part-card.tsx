import type { Relative, StandingPart } from "../../../worker/progress/contract/standing.ts";
import { isOpen } from "../../../worker/progress/terms.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { messages, plural, showDate, showNumber, showPercent } from "../../shared/i18n.ts";
import { Percent } from "../../shared/ui/percent.tsx";
import { cellName } from "../board.ts";
import { CellLine } from "../cell-line.tsx";
import { words } from "./words.ts";

/** A municipality in one project: its figures, when it began, and each milestone in its phase. */
export function PartCard({ part, code }: { part: StandingPart; code: string }) {
  const say = words.value;
  const { phases } = messages.value;
  const { first, more } = useAsOf();
  const { project, standing, medians, cells } = part;
  const page = `/projects/${project.slug}/municipalities/${code}`;
  const phaseOf = new Map(part.milestones.map(({ number, phase }) => [number, phase]));
  const leftOut = standing.cells - standing.counted;
  return (
    <section class="card part" aria-labelledby={`part-${project.slug}`}>
      <div class="section-head">
        <div>
          <h3 id={`part-${project.slug}`} lang="fi">
            <a href={`${page}${first}`}>{project.name}</a>
          </h3>
          <Began part={part} />
        </div>
        <p class="part-percent">
          <strong>
            <Percent project={project.slug} part={code}>
              {showPercent(standing.percent)}
            </Percent>
          </strong>{" "}
          <span class="soft small">{say.medianOf(showPercent(medians.percent))}</span>
        </p>
      </div>
      <p class="row small soft part-counts">
        <span>{say.done(showNumber(standing.done), showNumber(standing.counted))}</span>
        {leftOut > 0 && <span>{plural(leftOut, say.leftOut)}</span>}
        {standing.late > 0 && (
          <span class="chip late">
            {say.measures.late} {showNumber(standing.late)}
          </span>
        )}
        {standing.stale > 0 && (
          <span class="chip">
            {say.measures.stale} {showNumber(standing.stale)}
          </span>
        )}
        {standing.done > 0 && (
          <span>{say.evidence(showNumber(standing.shown), showNumber(standing.done))}</span>
        )}
      </p>
      <Relatives part={part} />
      <details open={cells.some(({ declared }) => isOpen(declared))}>
        <summary>{plural(cells.length, say.lines)}</summary>
        {part.phases.map((phase) => {
          const own = cells.filter(({ milestone }) => phaseOf.get(milestone) === phase.number);
          return (
            own.length > 0 && (
              <div key={phase.number} class="part-phase">
                <h4>
                  <span class="soft">{phases.phase(phase.number)}</span>{" "}
                  <span lang="fi">{phase.name}</span>
                </h4>
                <ul class="cell-lines">
                  {own.map((cell) => (
                    <CellLine
                      key={cell.milestone}
                      matrix={part}
                      cell={cell}
                      href={`${page}?cell=${cellName(cell)}${more}`}
                    />
                  ))}
                </ul>
              </div>
            )
          );
        })}
      </details>
    </section>
  );
}

/** When the municipality began in the project, how long ago, and with what. */
export function Began({ part: { began, milestones } }: { part: StandingPart }) {
  const say = words.value;
  if (!began) return <p class="soft small">{say.notBegun}</p>;
  const title = milestones.find(({ number }) => number === began.milestone)?.title;
  const ago = began.days === 0 ? say.beganToday : plural(began.days, say.beganAgo);
  return (
    <p class="soft small">
      {say.began(showDate(began.on))}, {ago}
      {title !== undefined && (
        <>
          {" · "}
          {say.beganWith} <span lang="fi">{title}</span>
        </>
      )}
    </p>
  );
}

/** What counts people or things, for every thousand inhabitants; nothing where that is not fair. */
export function Relatives({ part }: { part: Pick<StandingPart, "relative" | "milestones"> }) {
  const say = words.value;
  if (part.relative.length === 0) return null;
  const milestoneOf = ({ milestone }: Relative) =>
    part.milestones.find(({ number }) => number === milestone);
  return (
    <div class="relatives small">
      <h4>{say.relative}</h4>
      <ul>
        {part.relative.map((one) => (
          <li key={one.milestone}>
            <span lang="fi">
              {milestoneOf(one)?.title}: {showNumber(one.value)} {milestoneOf(one)?.unit}
            </span>{" "}
            <strong>{say.perThousand(showNumber(one.perThousand))}</strong>{" "}
            <span class="soft">
              {say.relativeMedian(
                showNumber(one.median),
                plural(one.municipalities, say.municipalities),
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
