import type { StandingView } from "../../../worker/progress/contract/standing.ts";
import { isLeftOut } from "../../../worker/progress/terms.ts";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import { plural, showDate, showNumber, showPercent } from "../../shared/i18n.ts";
import { StatusMark } from "../../shared/ui/glyph.tsx";
import { Beyond, Part } from "./brief-part.tsx";
import { fitting, linesOf } from "./fitting.ts";
import { cellsOf, type Told } from "./lists.tsx";
import { words } from "./words.ts";

type Props = { view: StandingView; projects: readonly ProjectView[] };

/** Letters on a line that any text of a column, beside a mark or a date, fits on. */
const letters = { column: 48, marked: 38 };
const doneLines = 12;
const nextShown = 3;

/** Lines with the gap that follows them. */
const spaced = (lines: number) => lines + 0.4;

/** The lines that what is asked takes. */
export function linesOfAsked({ next, standing }: StandingView): number {
  const listed = next.slice(0, nextShown).map(({ title }) => linesOf(title, letters.marked, 2));
  const more = Number(next.length > nextShown || next.length === 0);
  const titles = listed.reduce((sum, lines) => sum + lines + spaced(1), 0);
  return titles + more + (standing.stale > 0 ? spaced(2) : 0);
}

/** How many of what is late fit into so many lines, and how many lines they take. */
export const fittingLate = (late: readonly Told[], lines: number) =>
  fitting(
    late.map(({ title }) => linesOf(title, letters.column, 2) + spaced(1)),
    lines,
  );

const projectLines = ({ projects }: StandingView) =>
  projects.map(({ project }) => linesOf(project.name, letters.column, 2) + spaced(2));

/** What is done, the newest first. */
const doneIn = ({ projects }: StandingView) =>
  cellsOf(projects, ({ declared }) => declared === "done").toSorted((a, b) =>
    (b.cell.doneOn ?? "").localeCompare(a.cell.doneOn ?? ""),
  );

/** What is done is news as far as it is the newest. */
const fittingDone = (done: readonly Told[], lines: number) =>
  fitting(
    done.map(({ title }) => spaced(linesOf(title, letters.marked, 2))),
    Math.min(lines, doneLines) - 1,
  );

/** The lines that the projects and what is done take where there is room for all that they tell. */
export function linesBelow(view: StandingView): number {
  const all = projectLines(view).reduce((sum, lines) => sum + lines, 0);
  return Math.max(all, 1 + fittingDone(doneIn(view), doneLines).used);
}

export function Projects({
  view,
  projects,
  room: lines,
}: Pick<Props, "view" | "projects"> & { room: number }) {
  const say = words.value;
  const shown = fitting(projectLines(view), lines).count;
  const told = new Map(projects.map(({ slug, summary }) => [slug, summary]));
  return (
    <Part title={say.brief.projects}>
      <ul class="brief-projects">
        {view.projects.slice(0, shown).map(({ project, standing, medians, began }) => (
          <li key={project.slug}>
            <p class="brief-two">
              <strong lang="fi">{project.name}</strong>
            </p>
            <p class="brief-one" lang="fi">
              {firstSentence(told.get(project.slug) ?? "")}
            </p>
            <p class="soft">
              <strong>{showPercent(standing.percent)}</strong> ·{" "}
              {say.medianOf(showPercent(medians.percent))} ·{" "}
              {began ? say.began(showDate(began.on)) : say.notBegun}
            </p>
          </li>
        ))}
      </ul>
      <Beyond all={view.projects.length} shown={shown} />
    </Part>
  );
}

const firstSentence = (text: string) => text.split(/(?<=[.!?])\s/, 1)[0] ?? "";

export function Done({ view, room: lines }: Pick<Props, "view"> & { room: number }) {
  const { brief: say } = words.value;
  const done = doneIn(view);
  const shown = fittingDone(done, lines).count;
  const followed = cellsOf(view.projects, ({ declared }) => !isLeftOut(declared)).length;
  return (
    <Part title={say.doneTitle}>
      {done.length === 0 ? (
        <p>{say.doneNone}</p>
      ) : (
        <>
          <p class="brief-count">{say.doneCount(showNumber(done.length), showNumber(followed))}</p>
          <ul class="brief-cells">
            {done.slice(0, shown).map(({ part, cell, title }) => (
              <li key={`${part.project.slug}/${cell.milestone}`}>
                <StatusMark status={cell.declared} size={11} />
                <p class="brief-two" lang="fi">
                  {title}
                </p>
                <p class="soft">{cell.doneOn !== null && showDate(cell.doneOn)}</p>
              </li>
            ))}
          </ul>
          <Beyond all={done.length} shown={shown} />
        </>
      )}
    </Part>
  );
}

export function Late({ late, shown }: { late: readonly Told[]; shown: number }) {
  const { brief: say } = words.value;
  return (
    <Part title={say.lateTitle}>
      {late.length === 0 ? (
        <p>{say.lateNone}</p>
      ) : (
        <ul class="brief-cells">
          {late.slice(0, shown).map(({ part, cell, title }) => (
            <li key={`${part.project.slug}/${cell.milestone}`}>
              <StatusMark status={cell.declared} size={11} />
              <div>
                <p class="brief-two" lang="fi">
                  {title}
                </p>
                <p>
                  <span class="brief-late">
                    {cell.dueOn !== null && say.dueOn(showDate(cell.dueOn))}
                  </span>
                  {cell.declared === "no_data" && <span class="soft"> · {say.noWord}</span>}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Beyond all={late.length} shown={shown} />
    </Part>
  );
}

/** The next three due dates, and what is to be confirmed. */
export function Asked({ view: { next, standing, projects } }: Pick<Props, "view">) {
  const { brief: say } = words.value;
  const names = new Map(projects.map(({ project }) => [project.slug, project.name]));
  return (
    <Part title={say.askedTitle}>
      <ol class="brief-next">
        {next.slice(0, nextShown).map(({ project, milestone, title, dueOn }) => (
          <li key={`${project}/${milestone}`}>
            <strong>{showDate(dueOn)}</strong>
            <div lang="fi">
              <p class="brief-two">{title}</p>
              <p class="brief-one soft">{names.get(project)}</p>
            </div>
          </li>
        ))}
      </ol>
      {next.length === 0 && <p>{say.askedNone}</p>}
      <Beyond all={next.length} shown={nextShown} />
      {standing.stale > 0 && <p class="brief-stale">{plural(standing.stale, say.askedStale)}</p>}
    </Part>
  );
}
