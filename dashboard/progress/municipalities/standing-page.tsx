import type { StandingPlace, StandingView } from "../../../worker/progress/contract/standing.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { language, plural, showNumber, messages } from "../../shared/i18n.ts";
import { useRead } from "../../shared/query.ts";
import { useTitle } from "../../shared/title.ts";
import { Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { Day } from "./day.tsx";
import { FigureChoice, useMeasure } from "./figures.tsx";
import { NeedsLook, NextDue, Register } from "./lists.tsx";
import { Locator } from "./locator.tsx";
import { ownOf } from "./own.ts";
import { PartCard } from "./part-card.tsx";
import { Strip } from "./strip.tsx";
import { ready, words } from "./words.ts";
import "./standing.css";

/** One municipality in all projects that the reader may see. */
export function StandingPage({ municipality }: { municipality: string }) {
  const { first } = useAsOf();
  const view = useRead<StandingView>(`/api/municipalities/${municipality}/standing${first}`, true);
  useTitle(view.data?.municipality.name);
  return (
    <Worded by={{ ready }}>
      <Reading of={view} height="70vh">
        {(found) => <Page view={found} />}
      </Reading>
    </Worded>
  );
}

function Page({ view }: { view: StandingView }) {
  const say = words.value;
  const [measure, choose] = useMeasure();
  const { code } = view.municipality;
  const own = ownOf(view);
  const isUnequal = view.places.some(({ projects }) => projects !== own.projects);
  return (
    <>
      <Head view={view} />
      <Day />
      {view.projects.length === 0 ? (
        <p class="card">{say.absent}</p>
      ) : (
        <>
          <section class="card" aria-label={say.compared.title(own.name)}>
            <FigureChoice own={own} medians={view.medians} measure={measure} onMeasure={choose} />
            <Strip
              measure={measure}
              places={view.places}
              medians={view.medians}
              own={own}
              asOf={view.asOf}
            />
            {isUnequal && <p class="soft small">{say.unequal}</p>}
          </section>
          <div class="standing-columns">
            <NeedsLook view={view} />
            <div>
              <NextDue view={view} />
              <Register view={view} />
            </div>
          </div>
          <section class="standing-parts" aria-labelledby="in-each">
            <h2 id="in-each">
              {say.inEach}{" "}
              <span class="soft small">{plural(view.projects.length, say.projects)}</span>
            </h2>
            {view.projects.map((part) => (
              <PartCard key={part.project.slug} part={part} code={code} />
            ))}
          </section>
          {view.hasMore && <p class="notice">{say.truncated}</p>}
          <Rules />
        </>
      )}
      <Neighbours view={view} />
    </>
  );
}

function Head({ view }: { view: StandingView }) {
  const say = words.value;
  const { municipality: shared } = messages.value;
  const { code, name, nameFi, nameSv, population } = view.municipality;
  const { first, more } = useAsOf();
  const other = name === nameFi ? nameSv : nameFi;
  return (
    <header class="standing-head">
      <Locator places={view.places} own={view.municipality} />
      <div>
        <p>
          <a href={`/municipalities${first}`}>← {say.toList}</a>
        </p>
        <h1>{name}</h1>
        <p class="soft">
          {other !== name && (
            <>
              <span lang={name === nameFi ? "sv" : "fi"}>{other}</span>
              {population !== null && " · "}
            </>
          )}
          {population !== null && shared.population(showNumber(population))}
        </p>
      </div>
      {view.projects.length > 0 && (
        <p class="row">
          <a class="button" href={`/municipalities/${code}/brief${first}`}>
            {say.print}
          </a>
          <a
            class="button"
            href={`/api/municipalities/${code}/export?lang=${language.value}${more}`}
            download
          >
            {say.exportCsv}
          </a>
        </p>
      )}
    </header>
  );
}

/** How the figures came about, for all of the page. */
export function Rules() {
  const say = words.value;
  return (
    <details class="small">
      <summary>{say.how}</summary>
      <ul class="rules">
        {say.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </details>
  );
}

/** The municipalities before and after this one by name. */
function Neighbours({ view: { places, municipality } }: { view: StandingView }) {
  const say = words.value;
  const { first } = useAsOf();
  const index = places.findIndex(({ code }) => code === municipality.code);
  if (index < 0) return null;
  const link = (step: "previous" | "next", other: StandingPlace | undefined) =>
    other && (
      <a class="button" data-step={step} href={`/municipalities/${other.code}${first}`}>
        {say[step]}: {other.name}
      </a>
    );
  return (
    <nav class="row" aria-label={say.neighbours}>
      {link("previous", places[index - 1])}
      {link("next", places[index + 1])}
    </nav>
  );
}
