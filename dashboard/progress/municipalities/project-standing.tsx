import type { StandingView } from "../../../worker/progress/contract/standing.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { useRead } from "../../shared/query.ts";
import { Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { FigureChoice, useMeasure } from "./figures.tsx";
import { ownOf } from "./own.ts";
import { Began, Relatives } from "./part-card.tsx";
import { Strip } from "./strip.tsx";
import { ready, words } from "./words.ts";
import "./standing.css";

const height = "20rem";

/** A municipality beside the others of one project, since when, and the way to all its projects. */
export function ProjectStanding(place: { project: string; municipality: string }) {
  return (
    <Worded by={{ ready }} height={height}>
      <Compared {...place} />
    </Worded>
  );
}

function Compared({ project, municipality }: { project: string; municipality: string }) {
  const say = words.value;
  const { more } = useAsOf();
  const [measure, choose] = useMeasure();
  const view = useRead<StandingView>(
    `/api/municipalities/${municipality}/standing?project=${project}${more}`,
    true,
  );
  return (
    <Reading of={view} height={height}>
      {({ projects: [part], places, medians, ...found }) =>
        part && (
          <section class="card" aria-labelledby="compared">
            <div class="section-head">
              <div>
                <h2 id="compared">{say.compared.title(found.municipality.name)}</h2>
                <Began part={part} />
              </div>
            </div>
            <FigureChoice
              own={part.standing}
              medians={medians}
              measure={measure}
              onMeasure={choose}
            />
            <Strip
              measure={measure}
              places={places}
              medians={medians}
              own={ownOf({ ...found, places, medians, projects: [part] })}
              asOf={found.asOf}
              level={3}
            />
            <Relatives part={part} />
          </section>
        )
      }
    </Reading>
  );
}

/** The way to the municipality in all its projects. */
export function InAllProjects({ municipality }: { municipality: string }) {
  const { first } = useAsOf();
  return ready.value ? (
    <a href={`/municipalities/${municipality}${first}`}>{words.value.compared.all}</a>
  ) : null;
}
