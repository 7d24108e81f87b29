import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { PortfolioView } from "../../worker/progress/contract/portfolio.ts";
import type { ProgrammeView } from "../../worker/projects/contract/programmes.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { later } from "../shared/ui/later.tsx";
import { Reading } from "../shared/ui/state.tsx";
import "./portfolio-page.css";

const height = "80vh";
const load = async () => (await import("./projects.tsx")).Projects;
const Projects = later(load, height);

/** Every project that one may see: where it stands, what is wrong, what comes next. */
export function PortfolioPage({ views }: { views: ComponentChildren }) {
  const { portfolio: say } = messages.value;
  useTitle(say.title);
  const { asOf, more } = useAsOf();
  const portfolio = useRead<PortfolioView>(`/api/portfolio?limit=500${more}`, true);
  const programmes = useRead<{ items: ProgrammeView[] }>("/api/programmes?limit=500");
  // What shows them comes while they are read.
  useEffect(() => void load(), []);
  return (
    <>
      <div class="section-head portfolio-head">
        <div>
          <h1>{say.title}</h1>
          <p class="lead">{say.intro}</p>
        </div>
        {mayDo("project.create") && (
          <a class="button" href="/projects/new">
            {say.newProject}
          </a>
        )}
        <div class="portfolio-views">{views}</div>
      </div>
      <Reading of={portfolio} height={height}>
        {(view) => (
          <Reading of={programmes} height={height}>
            {({ items }) =>
              view.items.length === 0 && asOf === null ? (
                <p class="card">{say.empty}</p>
              ) : (
                <Projects view={view} programmes={items} />
              )
            }
          </Reading>
        )}
      </Reading>
    </>
  );
}
