import type { StandingPart, StandingView } from "../../../worker/progress/contract/standing.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import {
  dayOf,
  messages,
  plural,
  showDate,
  showNumber,
  words as statuses,
} from "../../shared/i18n.ts";
import { StatusMark } from "../../shared/ui/glyph.tsx";
import { type Cell, cellName } from "../board.ts";
import { words } from "./words.ts";

/** A cell with the project it is in and what it is called. */
export type Told = {
  readonly part: StandingPart;
  readonly cell: Cell;
  readonly title: string;
};

/** The cells of all projects that pass, with what they are called. */
export function cellsOf(parts: readonly StandingPart[], passes: (cell: Cell) => boolean): Told[] {
  return parts.flatMap((part) => {
    const titles = new Map(part.milestones.map(({ number, title }) => [number, title]));
    return part.cells
      .filter(passes)
      .map((cell) => ({ part, cell, title: titles.get(cell.milestone) ?? "" }));
  });
}

/** The longest late first; what has no due date last. */
export const byDue = (a: Told, b: Told) =>
  (a.cell.dueOn ?? "9999").localeCompare(b.cell.dueOn ?? "9999");

const shownMax = 8;

/** What is late, paused or out of date, in all projects: the longest late first. */
export function NeedsLook({ view }: { view: StandingView }) {
  const say = words.value;
  const { declared, schedule } = statuses.value;
  const { stale, cell: cellWords } = messages.value;
  const { more } = useAsOf();
  const found = cellsOf(
    view.projects,
    (cell) => cell.schedule === "late" || cell.stale || cell.declared === "paused",
  ).toSorted(byDue);
  const line = ({ part: { project }, cell, title }: Told) => (
    <li key={`${project.slug}/${cell.milestone}`} class="cell-line">
      <StatusMark status={cell.declared} />
      <div>
        <a
          class="cell-line-title"
          href={`/projects/${project.slug}/municipalities/${cell.municipality}?cell=${cellName(cell)}${more}`}
        >
          <span lang="fi">{title}</span>
        </a>
        <p class="row small">
          {cell.schedule === "late" && <span class="chip late">{schedule.late}</span>}
          {cell.stale && <span class="chip">{stale}</span>}
          <span>{declared[cell.declared]}</span>
          {cell.dueOn !== null && (
            <span class="soft">
              {cellWords.dueOn} {showDate(cell.dueOn)}
            </span>
          )}
        </p>
        <p class="soft small" lang="fi">
          {project.name}
        </p>
      </div>
    </li>
  );
  return (
    <section class="card" aria-labelledby="needs-look">
      <div class="section-head">
        <h2 id="needs-look">
          {say.needsLook}
          {found.length > 0 && <span class="soft"> {showNumber(found.length)}</span>}
        </h2>
      </div>
      {found.length === 0 ? (
        <p>{say.calm}</p>
      ) : (
        <ul class="cell-lines">{found.slice(0, shownMax).map(line)}</ul>
      )}
      {found.length > shownMax && (
        <details>
          <summary>{plural(found.length - shownMax, say.more)}</summary>
          <ul class="cell-lines">{found.slice(shownMax).map(line)}</ul>
        </details>
      )}
    </section>
  );
}

/** What falls due next, in all projects. */
export function NextDue({ view }: { view: StandingView }) {
  const say = words.value;
  const { first } = useAsOf();
  const names = new Map(view.projects.map(({ project }) => [project.slug, project.name]));
  return (
    <section class="card" aria-labelledby="next-due">
      <div class="section-head">
        <h2 id="next-due">{say.nextDue}</h2>
      </div>
      {view.next.length === 0 ? (
        <p>{say.nothingNext}</p>
      ) : (
        <ol class="next-due">
          {view.next.slice(0, shownMax).map(({ project, milestone, title, dueOn }) => (
            <li key={`${project}/${milestone}`}>
              <p>
                <strong>{showDate(dueOn)}</strong>{" "}
                <span class="soft small">{daysLeft(dueOn, view.asOf)}</span>
              </p>
              <p>
                <a href={`/projects/${project}/municipalities/${view.municipality.code}${first}`}>
                  <span lang="fi">{title}</span>
                </a>
              </p>
              <p class="soft small" lang="fi">
                {names.get(project)}
              </p>
            </li>
          ))}
        </ol>
      )}
      {view.next.length > shownMax && (
        <p class="soft small">{plural(view.next.length - shownMax, say.more)}</p>
      )}
    </section>
  );
}

function daysLeft(dueOn: string, asOf: string): string {
  const days = Math.round((Date.parse(dueOn) - Date.parse(dayOf(asOf))) / 86_400_000);
  const say = words.value;
  return days === 0 ? say.dueToday : plural(days, say.daysLeft);
}

/** The open risks and deviations that name something of the municipality. */
export function Register({ view }: { view: StandingView }) {
  const say = words.value;
  const { more } = useAsOf();
  const found = view.projects.flatMap(({ project, risks, deviations }) => [
    ...risks.map((risk) => ({
      ...risk,
      project,
      href: `risk=${risk.number}`,
      kind: say.risk(showNumber(risk.number), showNumber(risk.level)),
    })),
    ...deviations.map((deviation) => ({
      ...deviation,
      project,
      href: `deviation=${deviation.number}`,
      kind: say.deviation(showNumber(deviation.number), showDate(deviation.noticedOn)),
    })),
  ]);
  return (
    <section class="card" aria-labelledby="register">
      <div class="section-head">
        <h2 id="register">{say.register}</h2>
      </div>
      {found.length === 0 ? (
        <p>{say.registerNone}</p>
      ) : (
        <ul class="next-due">
          {found.map(({ project, href, kind, title, milestones }) => (
            <li key={`${project.slug}?${href}`}>
              <p class="soft small">
                {kind} ·{" "}
                {(milestones.length === 1 ? say.concernsOne : say.concerns)(
                  milestones.map(showNumber).join(", "),
                )}
              </p>
              <p>
                <a href={`/projects/${project.slug}/risks?${href}${more}`} lang="fi">
                  {title}
                </a>
              </p>
              <p class="soft small" lang="fi">
                {project.name}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
