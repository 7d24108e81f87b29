import type { AccessRequestView } from "../../worker/members/contract.ts";
import { send } from "../shared/api.ts";
import { messages, showDay } from "../shared/i18n.ts";
import { refresh, useRead } from "../shared/query.ts";
import { Refused } from "../shared/ui/refused.tsx";
import { Region } from "../shared/ui/region.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { ready, words } from "./words.ts";

const path = "/api/access-requests";

/** What one has asked for, and what became of it. */
export function OwnRequests() {
  const requests = useRead<{ items: AccessRequestView[] }>(path);
  return (
    <Worded by={{ ready }} height="8rem">
      <Reading of={requests} height="8rem">
        {({ items }) => <Requests items={items} />}
      </Reading>
    </Worded>
  );
}

function Requests({ items }: { items: readonly AccessRequestView[] }) {
  const { own: say, role, requests, actions } = words.value;
  return (
    <section class="card" aria-labelledby="own-requests-title">
      <div class="section-head">
        <h2 id="own-requests-title">{say.title}</h2>
      </div>
      {items.length === 0 ? (
        <p class="soft">{say.empty}</p>
      ) : (
        <Region label={say.title}>
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">{say.project}</th>
                <th scope="col">{role}</th>
                <th scope="col">{requests.asked}</th>
                <th scope="col">{say.state}</th>
                <th scope="col">{actions}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((request) => (
                <Row key={request.id} request={request} />
              ))}
            </tbody>
          </table>
        </Region>
      )}
    </section>
  );
}

function Row({ request }: { request: AccessRequestView }) {
  const { own: say } = words.value;
  const { roles } = messages.value;
  const { busy, problem, attempt } = useWrite();
  const withdraw = () =>
    attempt(async () => {
      await send("DELETE", `${path}/${request.id}`);
      await refresh(path);
    });
  return (
    <tr>
      <th scope="row">{request.project}</th>
      <td>{roles[request.role]}</td>
      <td>{showDay(request.createdAt)}</td>
      <td>
        {request.decision ? say.decisions[request.decision] : say.waiting}
        {request.decidedAt && ` ${showDay(request.decidedAt)}`}
        {request.answer !== "" && <div class="soft small">{request.answer}</div>}
      </td>
      <td>
        <Refused problem={problem} />
        {request.decision === null && (
          <button
            type="button"
            class="button plain"
            disabled={busy}
            aria-label={`${say.withdraw}: ${request.project}`}
            onClick={withdraw}
          >
            {say.withdraw}
          </button>
        )}
      </td>
    </tr>
  );
}
