import { mayDo } from "../shared/session.ts";
import { NotFound } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { Links } from "./links.tsx";
import { Webhooks } from "./webhooks.tsx";
import { ready, words } from "./words.ts";
import "./delivery.css";

/** How the reports of a project get to others: links, and webhooks. */
export function DeliveryPage({ project }: { project: string }) {
  if (!mayDo("delivery.manage", { project })) return <NotFound />;
  return (
    <Worded by={{ ready }}>
      <Delivery project={project} />
    </Worded>
  );
}

function Delivery({ project }: { project: string }) {
  const say = words.value;
  return (
    <div class="delivery">
      <div>
        <p>
          <a href={`/projects/${project}/reports`}>← {say.back}</a>
        </p>
        <h2>{say.title}</h2>
        <p>{say.intro}</p>
      </div>
      <Links project={project} />
      <Webhooks project={project} />
    </div>
  );
}
