import type { StandingView } from "../../../worker/progress/contract/standing.ts";
import { COMPARABLES } from "../../../worker/progress/terms.ts";
import type { ProgrammeView } from "../../../worker/projects/contract/programmes.ts";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import { dayOf, language, messages, showDate, showNumber } from "../../shared/i18n.ts";
import { Emblem } from "../../shared/ui/emblem.tsx";
import {
  Asked,
  Done,
  fittingLate,
  Late,
  linesBelow,
  linesOfAsked,
  Projects,
} from "./brief-lists.tsx";
import { Beyond, Part } from "./brief-part.tsx";
import { byDue, cellsOf } from "./lists.tsx";
import { Locator } from "./locator.tsx";
import { findingOf, isShare, showValue } from "./measures.ts";
import { ownOf } from "./own.ts";
import { StripPicture } from "./strip.tsx";
import { words } from "./words.ts";

type Props = {
  view: StandingView;
  projects: readonly ProjectView[];
  programmes: readonly ProgrammeView[];
};

/** Lines of text that there is room for, in the two rows together, and what the lower one is kept. */
const room = { both: 27, below: 14 };
const fundingShown = 3;
/** In pixels of 1/96 inch: as wide as the text on the paper. */
const stripWidth = 688;

/** The page itself: what is printed. */
export function Sheet({ view, projects, programmes }: Props) {
  const { brief: say } = words.value;
  const { municipality: shared } = messages.value;
  const { name, population } = view.municipality;
  if (view.projects.length === 0) return <p class="card">{say.nothing}</p>;
  const late = cellsOf(view.projects, ({ schedule }) => schedule === "late").toSorted(byDue);
  const above = fittingLate(late, room.both - Math.min(room.below, linesBelow(view)));
  const below = room.both - Math.max(above.used, linesOfAsked(view));
  return (
    <article class="brief">
      <header class="brief-head">
        <div>
          <p class="brief-kind">
            {say.title} · {say.for}
          </p>
          <h1>{name}</h1>
          <p>
            {say.asOf(showDate(dayOf(view.asOf)))}
            {population !== null && ` · ${shared.population(showNumber(population))}`}
          </p>
        </div>
        <Locator places={view.places} own={view.municipality} />
      </header>
      <Stand view={view} />
      <Part title={findingOf("percent", ownOf(view), view.medians)}>
        <StripPicture
          measure="percent"
          places={view.places}
          medians={view.medians}
          own={ownOf(view)}
          width={stripWidth}
        />
      </Part>
      <div class="brief-columns">
        <Late late={late} shown={above.count} />
        <Asked view={view} />
      </div>
      <div class="brief-columns">
        <Projects view={view} projects={projects} room={below} />
        <Done view={view} room={below} />
      </div>
      <footer class="brief-foot">
        <Part title={say.askTitle}>
          <p>{say.ask}</p>
        </Part>
        <Funding view={view} programmes={programmes} />
        <p class="brief-address">
          {say.address}: <a href={addressOf(view)}>{addressOf(view)}</a>
        </p>
      </footer>
    </article>
  );
}

/** Where the same page is found, as of the same day. */
const addressOf = ({ municipality, asOf }: StandingView) =>
  `${location.origin}/municipalities/${municipality.code}/brief?asOf=${dayOf(asOf)}`;

/** The figures beside the medians, those in per cent also as bars with the median marked. */
function Stand({ view: { standing, medians } }: Pick<Props, "view">) {
  const say = words.value;
  return (
    <section aria-label={say.brief.stand}>
      <dl class="brief-figures">
        {COMPARABLES.map((one) => (
          <div key={one}>
            <dt>{say.measures[one]}</dt>
            <dd>
              <strong>{showValue(one, standing[one])}</strong>
              <span>{say.medianOf(showValue(one, medians[one]))}</span>
            </dd>
            {isShare(one) && standing[one] !== null && (
              <dd class="brief-bar" aria-hidden="true">
                <span style={{ width: `${standing[one]}%` }} />
                {medians[one] !== null && <i style={{ left: `${medians[one]}%` }} />}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the funders ask to be said, each once, and the emblem where there is one. */
function Funding({ view, programmes }: Pick<Props, "view" | "programmes">) {
  const slugs = new Set(view.projects.map(({ project }) => project.programme));
  const own = programmes.filter(({ slug }) => slugs.has(slug));
  const texts = [...new Set(own.map(({ visibilityText }) => visibilityText[language.value]))];
  if (own.length === 0) return null;
  return (
    <div class="brief-funding">
      {own.some(({ emblem }) => emblem === "eu") && <Emblem />}
      <div>
        {texts.slice(0, fundingShown).map((text) => (
          <p key={text}>{text}</p>
        ))}
        <Beyond all={texts.length} shown={fundingShown} />
      </div>
    </div>
  );
}
