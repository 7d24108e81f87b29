import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import type { ChangesView, Standing } from "../../worker/progress/contract/changes.ts";
import type { ReportView } from "../../worker/reporting/contract.ts";
import { MomentSlider } from "../shared/as-of/moment-slider.tsx";
import { language, plural, showMoment, showNumber, showPercent } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { TextField } from "../shared/ui/field.tsx";
import { textOf } from "../shared/ui/form.tsx";
import { Percent } from "../shared/ui/percent.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { Moves } from "./moves.tsx";
import { ready, words } from "./words.ts";
import "./changes-page.css";

/** What moved in a project between two moments: since a date, or since a report. */
export function ChangesPage({ project }: { project: string }) {
  return (
    <Worded by={{ ready }}>
      <Compare project={project} />
    </Worded>
  );
}

const dayMs = 86_400_000;
/** A month ago, as a meeting looks back. */
const aMonthAgo = () => new Date(Date.now() - 30 * dayMs).toISOString().slice(0, 10);

function Compare({ project }: { project: string }) {
  const { changes: say, exportCsv } = words.value;
  const { path: here, query: asked, route } = useLocation();
  const [fallback] = useState(aMonthAgo);
  const { since = fallback, until = null } = asked;
  const choose = (from: string, to: string | null) =>
    route(`${here}?${new URLSearchParams({ since: from, ...(to && { until: to }) })}`, true);
  const query = `since=${since}${until === null ? "" : `&until=${until}`}`;
  const path = `/api/projects/${project}/changes`;
  const changes = useRead<ChangesView>(`${path}?${query}&limit=500`, true);
  return (
    <section class="changes" aria-labelledby="changes-title">
      <div class="section-head">
        <div>
          <h2 id="changes-title">{say.title}</h2>
          <p class="soft">{say.intro}</p>
        </div>
        <a class="button" href={`${path}/export?${query}&lang=${language.value}`} download>
          {exportCsv}
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
          <TextField
            label={say.since}
            name="since"
            type="date"
            value={since.slice(0, 10)}
            problem={changes.error}
            required
          />
          <TextField
            label={say.until}
            name="until"
            type="date"
            value={until?.slice(0, 10) ?? null}
            hint={say.untilHelp}
            problem={changes.error}
          />
          <button type="submit" class="button primary">
            {say.show}
          </button>
          <Reports project={project} onChoose={(moment) => choose(moment, null)} />
        </form>
        <Moments project={project} since={since} until={until} onChoose={choose} />
      </div>
      <Reading of={changes} height="50vh">
        {(view) => (
          <>
            <Standings view={view} project={project} />
            <Moves view={view} project={project} />
          </>
        )}
      </Reading>
    </section>
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
  const { changes: say } = words.value;
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

/** A report's own moment as the beginning: what has happened since it was submitted. */
function Reports({ project, onChoose }: { project: string; onChoose: (since: string) => void }) {
  const { changes: say } = words.value;
  const reports = useRead<{ items: ReportView[] }>(`/api/projects/${project}/reports?limit=20`);
  const sent = reports.data?.items.filter(({ asOf }) => asOf !== null) ?? [];
  if (sent.length === 0) return null;
  return (
    <label class="changes-reports">
      {say.sinceReport}
      <select
        value=""
        onChange={({ currentTarget }) => currentTarget.value && onChoose(currentTarget.value)}
      >
        <option value="">–</option>
        {sent.map(({ number, name, asOf }) => (
          <option key={number} value={asOf ?? ""} lang="fi">
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Standings({
  view: { since, until, before, after, moved },
  project,
}: {
  view: ChangesView;
  project: string;
}) {
  const { changes: say } = words.value;
  type Show = (standing: Standing, moment: string) => ComponentChildren;
  const percentAt: Show = ({ percent }, moment) => (
    <Percent project={project} moment={moment}>
      {showPercent(percent)}
    </Percent>
  );
  const rows: readonly [string, Show][] = [
    [say.done, percentAt],
    [say.doneCount, ({ done }) => showNumber(done)],
    [say.late, ({ late }) => showNumber(late)],
    [say.atRisk, ({ atRisk }) => showNumber(atRisk)],
    [say.stale, ({ stale }) => showNumber(stale)],
  ];
  return (
    <div class="card">
      <p role="status">
        <strong>{plural(moved, say.moved)}</strong> · {showMoment(since)} – {showMoment(until)}
      </p>
      {before === null && <p class="soft">{say.absent}</p>}
      <dl class="standings">
        {rows.map(([label, show]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {before && <span class="soft">{show(before, since)} → </span>}
              <strong>{show(after, until)}</strong>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
