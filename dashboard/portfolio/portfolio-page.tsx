import type { PortfolioView } from "../../worker/progress/contract/portfolio.ts";
import { messages, plural, showDate, showPercent, showYears } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { Percent } from "../shared/ui/percent.tsx";
import { PhaseRibbon } from "../shared/ui/phase-ribbon.tsx";
import { Reading } from "../shared/ui/state.tsx";
import "./portfolio-page.css";

type Item = PortfolioView["items"][number];

/** Every project that one may see: where it stands, what is wrong, what comes next. */
export function PortfolioPage() {
  const { portfolio: say } = messages.value;
  useTitle(say.title);
  const portfolio = useRead<PortfolioView>("/api/portfolio?limit=500");
  return (
    <>
      <div class="section-head">
        <div>
          <h1>{say.title}</h1>
          <p class="lead">{say.intro}</p>
        </div>
        {mayDo("project.create") && (
          <a class="button" href="/projects/new">
            {say.newProject}
          </a>
        )}
      </div>
      <Reading of={portfolio} height="70vh">
        {({ items }) =>
          items.length === 0 ? (
            <p class="card">{say.empty}</p>
          ) : (
            <ul class="portfolio">
              {items.toSorted(liveFirst).map((item) => (
                <ProjectCard key={item.project.slug} item={item} />
              ))}
            </ul>
          )
        }
      </Reading>
    </>
  );
}

/** What still has something ahead comes first, then what ended last. */
function liveFirst(a: Item, b: Item): number {
  return (
    Number(b.nextDue !== null) - Number(a.nextDue !== null) ||
    b.milestones * b.municipalities - a.milestones * a.municipalities
  );
}

function ProjectCard({ item: { project, phases, total, ...item } }: { item: Item }) {
  const { portfolio: say, stages } = messages.value;
  return (
    <li class="card project-card">
      <div class="project-card-head">
        <p class="soft small">
          {showYears(project.startsOn, project.endsOn)} · {stages[project.stage]} ·{" "}
          {plural(item.municipalities, say.municipalities)}
        </p>
        <h2 lang="fi">
          <a href={`/projects/${project.slug}`}>{project.name}</a>
        </h2>
      </div>
      <p class="project-card-percent">
        <strong>
          <Percent project={project.slug}>{showPercent(total.percent)}</Percent>
        </strong>{" "}
        <span class="soft">{say.done}</span>
      </p>
      <PhaseRibbon project={project.slug} phases={phases} compact />
      <ul class="row project-card-signs">
        {total.late > 0 && <li class="chip late">{plural(total.late, say.late)}</li>}
        {total.atRisk > 0 && <li class="chip at_risk">{plural(total.atRisk, say.atRisk)}</li>}
        {total.stale > 0 && <li class="chip">{plural(total.stale, say.stale)}</li>}
        {total.late + total.atRisk + total.stale === 0 && <li class="chip">{say.calm}</li>}
      </ul>
      <p class="small project-card-next">
        {item.nextDue ? (
          <>
            <span class="soft">
              {say.next} {showDate(item.nextDue.dueOn)}:
            </span>{" "}
            <span lang="fi">{item.nextDue.title}</span>
          </>
        ) : (
          <span class="soft">{say.nothingNext}</span>
        )}
      </p>
    </li>
  );
}
