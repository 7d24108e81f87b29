import { useState } from "preact/hooks";
import type { DeliveryList, DeliveryView } from "../../worker/delivery/contract/webhooks.ts";
import { send } from "../shared/api.ts";
import { showMoment, showNumber } from "../shared/i18n.ts";
import { refresh, useRead } from "../shared/query.ts";
import { Refused } from "../shared/ui/refused.tsx";
import { Region } from "../shared/ui/region.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

/** What was sent to a webhook, each with its attempts. It is read when it is looked at. */
export function WebhookLog({ path, host }: { path: string; host: string }) {
  const { webhooks: say } = words.value;
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say.log}</summary>
      {isOpen && <Log path={path} label={`${say.log}: ${host}`} />}
    </details>
  );
}

function Log({ path, label }: { path: string; label: string }) {
  const { webhooks: say, actions } = words.value;
  const log = useRead<DeliveryList>(path);
  const { busy, problem, attempt } = useWrite();
  const again = ({ id }: DeliveryView) =>
    attempt(async () => {
      await send("POST", `${path}/${id}/send`);
      await refresh(path);
    });
  return (
    <>
      <Refused problem={problem} />
      <Reading of={log} height="6rem">
        {({ items }) =>
          items.length === 0 ? (
            <p class="soft">{say.logEmpty}</p>
          ) : (
            <Region label={label}>
              <table class="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{say.what}</th>
                    <th scope="col">{say.attempts}</th>
                    <th scope="col">{actions}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">
                        {say.eventNames[one.event]}
                        <div class="soft small">{say.about(one.report, one.edition)}</div>
                        <div class="small">
                          {say.states[one.state]}
                          {one.nextAt && `, ${say.next(showMoment(one.nextAt))}`}
                        </div>
                      </th>
                      <td>
                        <Attempts of={one} />
                      </td>
                      <td>
                        {one.state !== "waiting" && (
                          <button
                            type="button"
                            class="button plain"
                            disabled={busy}
                            aria-label={`${say.again}: ${say.eventNames[one.event]}, ${say.about(one.report, one.edition)}`}
                            onClick={() => void again(one)}
                          >
                            {say.again}
                          </button>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Region>
          )
        }
      </Reading>
    </>
  );
}

function Attempts({ of: { attempts } }: { of: DeliveryView }) {
  const { webhooks: say } = words.value;
  return (
    <ol class="attempts">
      {attempts.map(({ at, status, milliseconds, problem }) => (
        <li key={at}>
          {showMoment(at)}: {status ?? "–"}
          {problem && `, ${say.problems[problem]}`}{" "}
          <span class="soft small">{say.milliseconds(showNumber(milliseconds))}</span>
        </li>
      ))}
    </ol>
  );
}
