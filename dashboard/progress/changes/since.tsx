import { useId, useState } from "preact/hooks";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import type { ReportView } from "../../../worker/reporting/contract/reports.ts";
import { dayOf, showDate, showDay, showMoment, today } from "../../shared/i18n.ts";
import { useRead } from "../../shared/query.ts";
import { lastVisit } from "./last-visit.ts";
import { words } from "./words.ts";

type Choice = { readonly moment: string; readonly label: string };
type Group = { readonly label: string; readonly choices: readonly Choice[] };

const dayMs = 86_400_000;
const daysAgo = (days: number) => dayOf(new Date(Date.now() - days * dayMs).toISOString());

/** A month ago, as a meeting looks back. */
export const aMonthAgo = () => daysAgo(30);

/** What one can look back to: a report, the beginning of a phase, the last visit, some days. */
function useGroups(project: string): readonly Group[] {
  const say = words.value;
  const [visit] = useState(() => lastVisit(project));
  const reports = useRead<{ items: ReportView[] }>(`/api/projects/${project}/reports?limit=20`);
  const { data } = useRead<ProjectView>(`/api/projects/${project}`);
  const sent = (reports.data?.items ?? []).flatMap(({ name, asOf }) =>
    asOf === null ? [] : [{ moment: asOf, label: `${name} (${showDay(asOf)})` }],
  );
  const begun = (data?.phases ?? [])
    .filter(({ startsOn }) => startsOn < today())
    .map(({ number, name, startsOn }) => ({
      moment: startsOn,
      label: `${say.phaseBegan(number, name)} (${showDate(startsOn)})`,
    }))
    .toReversed();
  const lately = [30, 90].map((days) => ({ moment: daysAgo(days), label: say.days(days) }));
  return [
    {
      label: say.lately,
      choices: [
        ...(visit ? [{ moment: visit, label: `${say.visit} (${showMoment(visit)})` }] : []),
        ...lately,
      ],
    },
    { label: say.sinceReports, choices: sent },
    { label: say.sincePhases, choices: begun },
  ].filter(({ choices }) => choices.length > 0);
}

/** Chooses from when on: one of the moments that people look back to, or a day of one's own. */
export function Since({
  project,
  since,
  onChoose,
}: {
  project: string;
  since: string;
  onChoose: (moment: string) => void;
}) {
  const say = words.value;
  const id = useId();
  const groups = useGroups(project);
  const isKnown = groups.some(({ choices }) => choices.some(({ moment }) => moment === since));
  return (
    <div class="field">
      <label for={id}>{say.choice}</label>
      <select
        id={id}
        value={isKnown ? since : ""}
        onChange={({ currentTarget }) => currentTarget.value && onChoose(currentTarget.value)}
      >
        <option value="">{say.own}</option>
        {groups.map(({ label, choices }) => (
          <optgroup key={label} label={label}>
            {choices.map((choice) => (
              <option key={choice.label} value={choice.moment}>
                {choice.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
