import type { StandingView } from "../../../worker/progress/contract/standing.ts";
import type { ProgrammeView } from "../../../worker/projects/contract/programmes.ts";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { useRead } from "../../shared/query.ts";
import { useTitle } from "../../shared/title.ts";
import { Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { Sheet } from "./brief-sheet.tsx";
import { Day } from "./day.tsx";
import { ready, words } from "./words.ts";
import "./brief.css";

type List<Item> = { readonly items: readonly Item[] };

/** A municipality on one printed page, for those who decide there. */
export function BriefPage({ municipality }: { municipality: string }) {
  return (
    <Worded by={{ ready }}>
      <Page municipality={municipality} />
    </Worded>
  );
}

function Page({ municipality }: { municipality: string }) {
  const say = words.value;
  const { first } = useAsOf();
  const view = useRead<StandingView>(`/api/municipalities/${municipality}/standing${first}`, true);
  const projects = useRead<List<ProjectView>>("/api/projects?limit=500");
  const programmes = useRead<List<ProgrammeView>>("/api/programmes?limit=500");
  const name = view.data?.municipality.name;
  useTitle(name && `${say.brief.title}: ${name}`);
  return (
    <>
      <div class="brief-tools">
        <p>
          <a href={`/municipalities/${municipality}${first}`}>← {say.brief.back}</a>
        </p>
        <div class="row">
          <button type="button" class="button primary" onClick={() => window.print()}>
            {say.brief.print}
          </button>
          <span class="soft small">{say.brief.preview}</span>
        </div>
        <Day />
      </div>
      <Reading of={view} height="70vh">
        {(found) => (
          <Reading of={projects} height="70vh">
            {({ items: told }) => (
              <Reading of={programmes} height="70vh">
                {({ items: funding }) => (
                  <Sheet view={found} projects={told} programmes={funding} />
                )}
              </Reading>
            )}
          </Reading>
        )}
      </Reading>
    </>
  );
}
