import { useState } from "preact/hooks";
import type { WebhookList, WebhookView } from "../../worker/delivery/contract/webhooks.ts";
import { failuresMax, webhooksMax } from "../../worker/delivery/terms.ts";
import { send } from "../shared/api.ts";
import { showMoment } from "../shared/i18n.ts";
import { refresh, useRead } from "../shared/query.ts";
import { Confirm } from "../shared/ui/confirm.tsx";
import { Refused } from "../shared/ui/refused.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { WebhookLog } from "./webhook-log.tsx";
import { words } from "./words.ts";

/** Where a project's events are sent, and what came of it. */
export function Webhooks({ project }: { project: string }) {
  const { webhooks: say } = words.value;
  const path = `/api/projects/${project}/webhooks`;
  const webhooks = useRead<WebhookList>(path);
  const [editing, setEditing] = useState<WebhookView | "new" | null>(null);
  const [removing, setRemoving] = useState<WebhookView | null>(null);
  const remove = async ({ id }: WebhookView) => {
    await send("DELETE", `${path}/${id}`);
    await refresh(path);
  };
  return (
    <section class="card" aria-labelledby="webhooks-title">
      <div class="section-head">
        <div>
          <h3 id="webhooks-title">{say.title}</h3>
          <p>{say.help}</p>
        </div>
        {(webhooks.data?.items.length ?? webhooksMax) < webhooksMax && (
          <button type="button" class="button" onClick={() => setEditing("new")}>
            {say.add}
          </button>
        )}
      </div>
      <Reading of={webhooks} height="8rem">
        {({ items }) =>
          items.length === 0 ? (
            <p class="soft">{say.empty}</p>
          ) : (
            <ul class="webhooks">
              {items.map((webhook) => (
                <Webhook
                  key={webhook.id}
                  path={path}
                  webhook={webhook}
                  onEdit={() => setEditing(webhook)}
                  onRemove={() => setRemoving(webhook)}
                />
              ))}
            </ul>
          )
        }
      </Reading>
      {editing && (
        <WebhookDialog
          path={path}
          webhook={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && (
        <Confirm
          title={say.removeTitle(hostOf(removing))}
          submit={say.remove}
          onConfirm={() => remove(removing)}
          onClose={() => setRemoving(null)}
        >
          <p>{say.removeText}</p>
        </Confirm>
      )}
    </section>
  );
}

const hostOf = ({ url }: WebhookView) => new URL(url).host;

function Webhook({
  path,
  webhook,
  onEdit,
  onRemove,
}: {
  path: string;
  webhook: WebhookView;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { webhooks: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const { id, url, events, version, gaveUpAt } = webhook;
  const isOn = webhook.isEnabled && gaveUpAt === null;
  const host = hostOf(webhook);
  const turn = () =>
    attempt(async () => {
      await send("PATCH", `${path}/${id}`, { version, body: { isEnabled: !isOn } });
      await refresh(path);
    });
  const deeds = [
    { said: isOn ? say.turnOff : say.turnOn, does: turn },
    { said: say.edit, does: onEdit },
    { said: say.remove, does: onRemove },
  ];
  return (
    <li>
      <div class="section-head">
        <div>
          <p class="target">
            <code>{url}</code> <span class="chip">{isOn ? say.isOn : say.isOff}</span>
          </p>
          <p class="soft small">{events.map((event) => say.eventNames[event]).join(" · ")}</p>
        </div>
        <div class="row">
          {deeds.map(({ said, does }) => (
            <button
              key={said}
              type="button"
              class="button plain"
              disabled={busy}
              aria-label={`${said}: ${host}`}
              onClick={does}
            >
              {said}
            </button>
          ))}
        </div>
      </div>
      <Refused problem={problem} />
      {gaveUpAt && <p class="notice bad">{say.gaveUp(showMoment(gaveUpAt), failuresMax)}</p>}
      <WebhookLog path={`${path}/${id}/deliveries`} host={host} />
    </li>
  );
}
