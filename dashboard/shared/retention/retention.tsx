import type { RetentionView } from "../../../worker/projects/contract/retention.ts";
import { showDate } from "../i18n.ts";
import { useRead } from "../query.ts";
import { Worded } from "../ui/worded.tsx";
import { ready, words } from "./words.ts";
import "./retention.css";

/** How long the reports and the evidence of a project are kept, and on which basis. */
export function Retention({ project }: { project: string }) {
  return (
    <Worded by={{ ready }} height="1.5rem">
      <Line project={project} />
    </Worded>
  );
}

function Line({ project }: { project: string }) {
  const say = words.value;
  const { data } = useRead<RetentionView>(`/api/projects/${project}/retention`);
  const funding = data?.items.find((one) => one.class === "funding_evidence");
  if (!data || !funding) return <p class="retention small soft" />;
  const { until, basis } = funding;
  return (
    <div class="retention small soft">
      <p>{until === null ? say.keptOpen : say.kept(showDate(until))}</p>
      <details>
        <summary>{say.more}</summary>
        {basis !== "" && <p>{say.basis(basis)}</p>}
        <dl>
          {data.items.map((item) => (
            <div key={item.class}>
              <dt>{say.names[item.class]}</dt>
              <dd>{timeOf(item)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

const year = 12;

function timeOf(item: RetentionView["items"][number]): string {
  const say = words.value;
  const { until, months } = item;
  if (item.class === "comments") return say.comments;
  if (until !== null) return say.until(showDate(until));
  if (months === null) return say.open;
  return months % year === 0 && months > year ? say.years(months / year) : say.months(months);
}
