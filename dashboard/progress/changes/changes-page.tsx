import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import type { CellMove, ChangesView } from "../../../worker/progress/contract/changes.ts";
import { MOVES } from "../../../worker/progress/terms.ts";
import { MomentSlider } from "../../shared/as-of/moment-slider.tsx";
import { asMoment } from "../../shared/as-of/use-as-of.ts";
import { dayOf, language, plural, showDate, showMoment } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { usePages } from "../../shared/pages.ts";
import { useRead } from "../../shared/query.ts";
import { TextField } from "../../shared/ui/field.tsx";
import { textOf } from "../../shared/ui/form.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { MoveKinds, Moves } from "./moves.tsx";
import { PercentsChart } from "./percents-chart.tsx";
import { aMonthAgo, Since } from "./since.tsx";
import { Standings } from "./standings.tsx";
import { ready, words } from "./words.ts";
import "./changes.css";

/** What moved in a project between two moments: since a date, a report, or the last visit. */
export function ChangesPage({ project }: { project: string }) {
  return (
    <Worded by={{ ready }}>
      <Compare project={project} />
    </Worded>
  );
}

function Compare({ project }: { project: string }) {
  const say = words.value;
  const { path: here, query: asked, route } = useLocation();
  const [fallback] = useState(aMonthAgo);
  const [askedKind, setKind] = useParameter("kind");
  const { by } = asked;
  const since = asMoment(asked["since"]) ?? fallback;
  const until = asMoment(asked["until"]);
  const kind = MOVES.find((one) => one === askedKind) ?? null;
  const choose = (from: string, to: string | null) =>
    route(
      `${here}?${new URLSearchParams({ since: from, ...(to && { until: to }), ...(by && { by }) })}`,
      true,
    );
  const query = `since=${since}${until === null ? "" : `&until=${until}`}`;
  const path = `/api/projects/${project}/changes`;
  const changes = useRead<ChangesView>(`${path}?${query}&limit=1`, true);
  return (
    <section class="changes" aria-labelledby="changes-title">
      <div class="section-head">
        <Finding view={changes.data} since={since} until={until} />
        <a class="button" href={`${path}/export?${query}&lang=${language.value}`} download>
          {say.exportCsv}
        </a>
      </div>
      <div class="card changes-choice">
        <form
          class="changes-form"
          key={query}
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            choose(textOf(form, "since") ?? fallback, textOf(form, "until"));
          }}
        >
          <Since project={project} since={since} onChoose={(moment) => choose(moment, null)} />
          <TextField
            label={say.since}
            name="since"
            type="date"
            value={dayOf(since)}
            problem={changes.error}
            required
          />
          <TextField
            label={say.until}
            name="until"
            type="date"
            value={until && dayOf(until)}
            hint={say.untilHelp}
            problem={changes.error}
          />
          <button type="submit" class="button primary">
            {say.show}
          </button>
        </form>
        <Moments project={project} since={since} until={until} onChoose={choose} />
      </div>
      <Reading of={changes} height="50vh">
        {(view) => (
          <>
            <Standings view={view} project={project} />
            <PercentsChart view={view} />
            <MoveKinds view={view} kind={kind} onKind={setKind} />
            <Listed
              path={`${path}?${query}&limit=500${kind ? `&kind=${kind}` : ""}`}
              project={project}
            />
          </>
        )}
      </Reading>
    </section>
  );
}

function Listed({ path, project }: { path: string; project: string }) {
  const moves = usePages<CellMove>(path);
  return (
    <Reading of={moves} height="40vh">
      {() => <Moves moves={moves} project={project} />}
    </Reading>
  );
}

const shown = (moment: string) => (moment.length > 10 ? showMoment(moment) : showDate(moment));

/** What moved, in a sentence, and between which moments. */
function Finding({
  view,
  since,
  until,
}: {
  view: ChangesView | undefined;
  since: string;
  until: string | null;
}) {
  const say = words.value;
  const told = (["done", "undone", "late", "caught_up"] as const).flatMap((one) => {
    const count = view?.kinds.find(({ kind }) => kind === one)?.count ?? 0;
    return count > 0 ? plural(count, say.parts[one]) : [];
  });
  const parts = new Intl.ListFormat(language.value).format(told);
  return (
    <div>
      <h2 id="changes-title">
        <span role="status">
          {view ? say.finding(plural(view.moved, say.moved), parts) : say.intro}
        </span>
      </h2>
      <p class="soft">{say.span(shown(since), until === null ? say.now : shown(until))}</p>
    </div>
  );
}

/** The two moments along the days on which something happened. */
function Moments({
  project,
  since,
  until,
  onChoose,
}: {
  project: string;
  since: string;
  until: string | null;
  onChoose: (since: string, until: string | null) => void;
}) {
  const say = words.value;
  return (
    <div class="changes-moments">
      <MomentSlider
        project={project}
        label={say.sinceMoment}
        moment={since}
        isPast
        onChoose={(day) => onChoose(day ?? since, until)}
      />
      <MomentSlider
        project={project}
        label={say.untilMoment}
        moment={until}
        onChoose={(day) => onChoose(since, day)}
      />
    </div>
  );
}
