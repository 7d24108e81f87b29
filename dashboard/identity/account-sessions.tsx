import { useState } from "preact/hooks";
import type { OwnSessions } from "../../worker/identity/contract/session.ts";
import { send } from "../shared/api.ts";
import { showMoment } from "../shared/i18n.ts";
import { refresh, useRead } from "../shared/query.ts";
import { Confirm } from "../shared/ui/confirm.tsx";
import { Refused } from "../shared/ui/refused.tsx";
import { Region } from "../shared/ui/region.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

const path = "/api/account/sessions";

/** Where one is signed in, and how to end that. */
export function AccountSessions() {
  const { account: say } = words.value;
  const sessions = useRead<OwnSessions>(path);
  const [ending, setEnding] = useState(false);
  const endOthers = async () => {
    await send("DELETE", path);
    await refresh(path);
  };
  return (
    <section class="card" aria-labelledby="sessions-title">
      <div class="section-head">
        <div>
          <h2 id="sessions-title" tabIndex={-1}>
            {say.sessions}
          </h2>
          <p>{say.sessionsHelp}</p>
        </div>
        {(sessions.data?.items.length ?? 0) > 1 && (
          <button type="button" class="button" onClick={() => setEnding(true)}>
            {say.endOthers}
          </button>
        )}
      </div>
      <Reading of={sessions} height="8rem">
        {({ items }) => <SessionTable items={items} />}
      </Reading>
      {ending && (
        <Confirm
          title={say.endOthers}
          submit={say.endOthers}
          onConfirm={endOthers}
          onClose={() => setEnding(false)}
        >
          <p>{say.endOthersText}</p>
        </Confirm>
      )}
    </section>
  );
}

function SessionTable({ items }: { items: OwnSessions["items"] }) {
  const { account: say } = words.value;
  const { people } = words.value;
  const { busy, problem, attempt } = useWrite();
  const end = (id: string) =>
    attempt(async () => {
      await send("DELETE", `${path}/${id}`);
      await refresh(path);
      document.getElementById("sessions-title")?.focus();
    });
  return (
    <>
      <Refused problem={problem} />
      <Region label={say.sessions}>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{say.device}</th>
              <th scope="col">{say.method}</th>
              <th scope="col">{say.began}</th>
              <th scope="col">{say.lastUsed}</th>
              <th scope="col">{people.actions}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {one.device || "–"}{" "}
                  {one.current && <span class="soft small">({say.current})</span>}
                </th>
                <td>{say.methods[one.method]}</td>
                <td>{showMoment(one.createdAt)}</td>
                <td>{showMoment(one.usedAt)}</td>
                <td>
                  {!one.current && (
                    <button
                      type="button"
                      class="button plain"
                      disabled={busy}
                      aria-label={`${say.end}: ${one.device}, ${showMoment(one.createdAt)}`}
                      onClick={() => end(one.id)}
                    >
                      {say.end}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Region>
    </>
  );
}
