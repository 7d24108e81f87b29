import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages, plural, showPercent, showYears } from "../shared/i18n.ts";
import { Percent } from "../shared/ui/percent.tsx";
import { PhaseRibbon } from "../shared/ui/phase-ribbon.tsx";
import { DateLine } from "./date-line.tsx";
import type { Item } from "./items.ts";
import { Signs } from "./signs.tsx";
import { words } from "./words.ts";

const datesShown = 3;

/** One project: how far it is, phase by phase, what needs a look, and what comes next. */
export function ProjectCard({ item, asOf }: { item: Item; asOf: string }) {
  const say = words.value;
  const { stages, portfolio } = messages.value;
  const { first } = useAsOf();
  const { project, phases, total, nextDates } = item;
  return (
    <li class="card project-card">
      <div class="project-card-head">
        <p class="soft small">
          {showYears(project.startsOn, project.endsOn)} · {stages[project.stage]} ·{" "}
          {plural(item.municipalities, say.municipalities)}
        </p>
        <h3 lang="fi">
          <a href={`/projects/${project.slug}${first}`}>{project.name}</a>
        </h3>
      </div>
      <p class="project-card-percent">
        <strong>
          <Percent project={project.slug}>{showPercent(total.percent)}</Percent>
        </strong>{" "}
        <span class="soft">{portfolio.done}</span>
      </p>
      <PhaseRibbon project={project.slug} phases={phases} compact />
      <Signs item={item} />
      <div class="small project-card-next">
        {nextDates.length === 0 ? (
          <p class="soft">{say.nothingNext}</p>
        ) : (
          <>
            <p class="soft">{say.nextDates}</p>
            <ul>
              {nextDates.slice(0, datesShown).map((next) => (
                <li key={`${next.kind} ${next.on} ${next.milestone ?? next.phase}`}>
                  <DateLine next={next} project={project} asOf={asOf} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  );
}
