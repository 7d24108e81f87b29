import type { DueReport } from "../../../worker/reporting/contract/reports.ts";
import { language, plural, today } from "../../shared/i18n.ts";
import { useParameters } from "../../shared/location.ts";
import { usePages } from "../../shared/pages.ts";
import { useRead } from "../../shared/query.ts";
import { useTitle } from "../../shared/title.ts";
import { Empty } from "../../shared/ui/empty.tsx";
import { More } from "../../shared/ui/more.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { DueTable } from "./due-table.tsx";
import { groupOf, GROUPS } from "./groups.ts";
import { ready, words } from "./words.ts";
import "./calendar.css";

/** The reports that are asked of all projects one sees: what is due, what is late, with whom. */
export function CalendarPage() {
  return (
    <Worded by={{ ready }} height="80vh">
      <Calendar />
    </Worded>
  );
}

const SHOWS = ["open", "late", "team", "funder", "nobody", "all"] as const;
type Show = (typeof SHOWS)[number];
type Programme = { readonly slug: string; readonly name: string };

/** What each choice asks the service for. */
const ASKED: Readonly<Record<Show, Readonly<Record<string, string>>>> = {
  open: { turn: "open" },
  late: { late: "true" },
  team: { turn: "team" },
  funder: { turn: "funder" },
  nobody: { turn: "nobody" },
  all: {},
};

function useAsked() {
  const [query, change] = useParameters();
  const show = SHOWS.find((one) => one === query["show"]) ?? "open";
  const { programme } = query;
  const parameters = new URLSearchParams({ ...ASKED[show], ...(programme && { programme }) });
  return { show, programme, parameters, change };
}

function Calendar() {
  const say = words.value;
  useTitle(say.title);
  const { show, programme, parameters, change } = useAsked();
  const due = usePages<DueReport>(`/api/report-calendar?limit=500&${parameters}`);
  const programmes = useRead<{ items: Programme[] }>("/api/programmes?limit=500");
  const file = new URLSearchParams([...parameters, ["lang", language.value]]);
  return (
    <>
      <div class="section-head">
        <div>
          <h1>{say.title}</h1>
          <p class="lead">{say.lead}</p>
        </div>
        <a class="button" href={`/api/report-calendar/export?${file}`} download>
          {say.file}
        </a>
      </div>
      <search class="calendar-tools">
        <Choice
          label={say.show}
          value={show}
          choices={SHOWS.map((one) => [one, say.shows[one]])}
          onChoose={(value) => change({ show: value === "open" ? null : value })}
        />
        <Choice
          label={say.programme}
          value={programme ?? ""}
          choices={[
            ["", say.allProgrammes],
            ...(programmes.data?.items ?? []).map(({ slug, name }) => [slug, name] as const),
          ]}
          onChoose={(value) => change({ programme: value || null })}
        />
      </search>
      <Reading of={due} height="60vh">
        {(items) =>
          items.length === 0 ? (
            <Empty said={show === "all" && !programme ? say.empty : say.nothing}>
              {(show !== "open" || programme) && (
                <button
                  type="button"
                  class="button"
                  onClick={() => change({ show: null, programme: null })}
                >
                  {say.clear}
                </button>
              )}
            </Empty>
          ) : (
            <>
              <Groups items={items} />
              <More of={due} label={say.more} />
            </>
          )
        }
      </Reading>
    </>
  );
}

function Groups({ items }: { items: readonly DueReport[] }) {
  const say = words.value;
  const day = today();
  const groups = GROUPS.map((group) => ({
    group,
    found: items.filter((item) => groupOf(item, day) === group),
  })).filter(({ found }) => found.length > 0);
  return (
    <>
      <p role="status" class="calendar-counts">
        {groups.map(({ group, found }) => plural(found.length, say.counts[group])).join(" · ")}
      </p>
      {groups.map(({ group, found }) => (
        <section key={group} class="card fields" aria-labelledby={`due-${group}`}>
          <h2 id={`due-${group}`}>{say.groups[group]}</h2>
          <DueTable label={say.groups[group]} items={found} today={day} />
        </section>
      ))}
    </>
  );
}

function Choice({
  label,
  value,
  choices,
  onChoose,
}: {
  label: string;
  value: string;
  choices: readonly (readonly [value: string, label: string])[];
  onChoose: (value: string) => void;
}) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {choices.map(([one, text]) => (
          <option key={one} value={one} selected={one === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
