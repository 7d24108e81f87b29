import { useLocation } from "preact-iso";
import type { FactView } from "../../worker/audit/contract/history.ts";
import { language } from "../shared/i18n.ts";
import { usePages } from "../shared/pages.ts";
import { mayDo } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { More } from "../shared/ui/more.tsx";
import { NotFound, Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { Facts } from "./facts.tsx";
import { HistoryFilter, queryOf } from "./history-filter.tsx";
import { useThings } from "./things.ts";
import { VerifyPanel } from "./verify-panel.tsx";
import { ready, words } from "./words.ts";
import "./history-page.css";

/**
 * What has happened in a project, every change, filtered by the page's address; without a project
 * what belongs to none: programmes and administrators.
 */
export function HistoryPage({ project = null }: { project?: string | null }) {
  if (project === null && !mayDo("history.view")) return <NotFound />;
  return (
    <Worded by={{ ready }}>
      {project === null && <CountyHead />}
      <History project={project} />
    </Worded>
  );
}

function CountyHead() {
  const say = words.value;
  useTitle(say.countyTitle);
  return (
    <div>
      <h1>{say.countyTitle}</h1>
      <p class="lead">{say.countyIntro}</p>
    </div>
  );
}

const files = "/api/history/export?";

function History({ project }: { project: string | null }) {
  const say = words.value;
  const { path: here, query: filters, route } = useLocation();
  const things = useThings(project);
  const query = queryOf(filters);
  const place = project === null ? "" : `project=${project}`;
  const facts = usePages<FactView>(`/api/history?${joined(place, query)}`);
  const filter = (next: Parameters<typeof queryOf>[0]) => {
    const search = queryOf(next);
    route(search ? `${here}?${search}` : here);
  };
  const actors = new Map(facts.data?.map(({ actor, actorName }) => [actor, actorName]));
  return (
    <section class="history-page" aria-labelledby="history-title">
      <div class="section-head">
        <div>
          <h2 id="history-title" class={project === null ? "hidden-visually" : undefined}>
            {say.title}
          </h2>
          {project !== null && <p class="soft">{say.intro}</p>}
        </div>
        <a
          class="button"
          href={`${files}${joined("format=csv", place, query, `lang=${language.value}`)}`}
          download
        >
          {say.exportCsv}
        </a>
      </div>
      <VerifyPanel
        path={`/api/history/verify?${place}`}
        whole={`${files}${joined("format=jsonl", place)}`}
      />
      <HistoryFilter
        key={query}
        project={project}
        filters={filters}
        things={things}
        actors={actors}
        onFilter={filter}
      />
      <div class="card long">
        <Reading of={facts} height="50vh">
          {(items) => (
            <>
              {items.length === 0 ? (
                <p class="soft">
                  {facts.hasMore ? say.emptySoFar : query === "" ? say.emptyAll : say.empty}
                </p>
              ) : (
                <Facts
                  facts={items}
                  things={things}
                  onPerson={(actor) => filter({ ...filters, actor })}
                />
              )}
              <More of={facts} label={say.more} />
            </>
          )}
        </Reading>
      </div>
    </section>
  );
}

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== "").join("&");
