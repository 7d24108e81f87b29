import type { DueReport } from "../../../worker/reporting/contract/reports.ts";
import { plural, showDate } from "../../shared/i18n.ts";
import { daysTo, groupOf } from "./groups.ts";
import { words } from "./words.ts";

/** Due reports of several projects; on a phone each is a few lines of its own. */
export function DueTable({
  label,
  items,
  today,
}: {
  label: string;
  items: readonly DueReport[];
  today: string;
}) {
  const { columns } = words.value;
  return (
    <table class="plain-table due-reports">
      <caption class="hidden-visually">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.due}</th>
          <th scope="col">{columns.report}</th>
          <th scope="col">{columns.project}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Line
            key={`${item.project} ${item.kind} ${item.startsOn} ${item.endsOn}`}
            item={item}
            today={today}
          />
        ))}
      </tbody>
    </table>
  );
}

function Line({ item, today }: { item: DueReport; today: string }) {
  const say = words.value;
  const { project, projectName, period, kind, startsOn, endsOn, dueOn, state, turn } = item;
  const home = `/projects/${project}/reports`;
  const isKindTold = !period.toLowerCase().startsWith(say.kinds[kind]);
  return (
    <tr>
      <td class="due-on">
        <time dateTime={dueOn}>{showDate(dueOn)}</time>
        <Nearness item={item} today={today} />
      </td>
      <th scope="row">
        <a lang="fi" href={item.number === null ? home : `${home}/${item.number}`}>
          {period}
        </a>
        <span class="soft small">
          {isKindTold && `${say.kinds[kind]}, `}
          {showDate(startsOn)}–{showDate(endsOn)}
        </span>
      </th>
      <td lang="fi">
        <a href={`/projects/${project}`}>{projectName}</a>
      </td>
      <td>
        {say.states[state]}
        {turn !== "nobody" && <span class="soft small">{say.turns[turn]}</span>}
        {item.submittedOn && state === "submitted" && (
          <span class="soft small">{say.sent(showDate(item.submittedOn))}</span>
        )}
      </td>
    </tr>
  );
}

/** How late a report is, or how soon it is due; nothing where nobody has to hurry. */
function Nearness({ item, today }: { item: DueReport; today: string }) {
  const say = words.value;
  const days = daysTo(item.dueOn, today);
  const group = groupOf(item, today);
  if (group === "late") return <span class="chip late">{lateBy(-days)}</span>;
  if (group !== "soon" || days < 0) return null;
  const told = days === 0 ? say.today : plural(days, say.inDays);
  return <span class="chip at_risk">{told}</span>;
}

const monthLength = 30.44;
const yearLength = 365.25;

/** In days for two months, in months for two years, and then in years. */
function lateBy(days: number): string {
  const say = words.value;
  if (days <= 60) return plural(days, say.lateBy.days);
  if (days <= 730) return plural(Math.floor(days / monthLength), say.lateBy.months);
  return plural(Math.floor(days / yearLength), say.lateBy.years);
}
