import type { MemberHistory } from "../../worker/members/contract.ts";
import { messages, showMoment } from "../shared/i18n.ts";
import { usePages } from "../shared/pages.ts";
import { More } from "../shared/ui/more.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { usePlaces } from "./places.ts";
import { words } from "./words.ts";
import "./members-page.css";

type Change = MemberHistory["items"][number];

/** What has happened to the roles of a project, newest first. */
export function MemberHistorySection({ project }: { project: string }) {
  const { history: say } = words.value;
  const history = usePages<Change>(`/api/projects/${project}/members/history?limit=20`);
  return (
    <section class="card long" aria-labelledby="history-title">
      <div class="section-head">
        <h2 id="history-title">{say.title}</h2>
      </div>
      <Reading of={history} height="8rem">
        {(items) =>
          items.length === 0 ? (
            <p class="soft">{say.empty}</p>
          ) : (
            <>
              <ol class="member-history">
                {items.map((change) => (
                  <Entry
                    key={`${change.at} ${change.person} ${change.role} ${change.kind}`}
                    project={project}
                    change={change}
                  />
                ))}
              </ol>
              <More of={history} label={say.more} />
            </>
          )
        }
      </Reading>
    </section>
  );
}

function Entry({ project, change }: { project: string; change: Change }) {
  const { history: say, deputyFor } = words.value;
  const { roles } = messages.value;
  const { nameOf } = usePlaces(project);
  const name = change.personName || change.person;
  const kinds: Readonly<Partial<Record<string, (name: string, role: string) => string>>> =
    say.kinds;
  const told = kinds[change.kind]?.(name, roles[change.role]) ?? change.kind;
  return (
    <li>
      <p>
        {told}
        {change.municipalities.length > 0 && ` (${change.municipalities.map(nameOf).join(", ")})`}
        {change.deputyFor.length > 0 &&
          `; ${deputyFor}: ${change.deputyFor.map(nameOf).join(", ")}`}
      </p>
      <p class="soft small">
        {showMoment(change.at)} · {say.by(change.byName || change.by)}
      </p>
    </li>
  );
}
