import { useState } from "preact/hooks";
import type { InvitationMade, InvitationView } from "../../worker/members/contract.ts";
import { send } from "../shared/api.ts";
import { messages, showDay } from "../shared/i18n.ts";
import { refresh, useRead } from "../shared/query.ts";
import { Confirm } from "../shared/ui/confirm.tsx";
import { Refused } from "../shared/ui/refused.tsx";
import { Region } from "../shared/ui/region.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { MadeDialog } from "./invite-dialog.tsx";
import { usePlaces } from "./places.ts";
import { words } from "./words.ts";

/** Roles that were offered: those that wait, and before them what became of the others. */
export function Invitations({ project }: { project: string }) {
  const { invitations: say } = words.value;
  const path = `/api/projects/${project}/invitations`;
  const invitations = useRead<{ items: InvitationView[] }>(path);
  const { busy, problem, attempt } = useWrite();
  const [made, setMade] = useState<InvitationMade | null>(null);
  const [revoking, setRevoking] = useState<InvitationView | null>(null);
  const sendAgain = ({ id }: InvitationView) =>
    attempt(async () => {
      setMade(await send<InvitationMade>("POST", `${path}/${id}/send`));
      await refresh(path);
    });
  const revoke = async ({ id }: InvitationView) => {
    await send("DELETE", `${path}/${id}`);
    await refresh(path);
  };
  const deeds = { project, busy, onSend: sendAgain, onRevoke: setRevoking };
  return (
    <section class="card" aria-labelledby="invitations-title">
      <div class="section-head">
        <h2 id="invitations-title">{say.title}</h2>
      </div>
      <Refused problem={problem} />
      <Reading of={invitations} height="8rem">
        {({ items }) => {
          const waiting = items.filter(waits);
          const earlier = items.filter((one) => !waits(one));
          return (
            <>
              {waiting.length === 0 && <p class="soft">{say.empty}</p>}
              {waiting.length > 0 && (
                <InvitationTable label={say.title} items={waiting} {...deeds} />
              )}
              {earlier.length > 0 && (
                <details>
                  <summary>{say.earlier}</summary>
                  <InvitationTable label={say.earlier} items={earlier} {...deeds} />
                </details>
              )}
            </>
          );
        }}
      </Reading>
      {made && <MadeDialog made={made} onClose={() => setMade(null)} />}
      {revoking && (
        <Confirm
          title={say.revokeTitle(revoking.email ?? "–")}
          submit={say.revoke}
          onConfirm={() => revoke(revoking)}
          onClose={() => setRevoking(null)}
        >
          <p>{say.revokeText}</p>
        </Confirm>
      )}
    </section>
  );
}

const waits = ({ state }: InvitationView) => state === "open" || state === "expired";

type Deeds = {
  readonly project: string;
  readonly busy: boolean;
  readonly onSend: (invitation: InvitationView) => Promise<void>;
  readonly onRevoke: (invitation: InvitationView) => void;
};

function InvitationTable({
  label,
  items,
  project,
  ...deeds
}: Deeds & { readonly label: string; readonly items: readonly InvitationView[] }) {
  const { invitations: say, ...all } = words.value;
  const { roles } = messages.value;
  const { nameOf } = usePlaces(project);
  return (
    <Region label={label}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{all.email}</th>
            <th scope="col">{all.role}</th>
            <th scope="col">{all.municipalities}</th>
            <th scope="col">{say.state}</th>
            <th scope="col">{all.actions}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.email ?? "–"}</th>
              <td>{roles[one.role]}</td>
              <td>{[...one.municipalities, ...one.deputyFor].map(nameOf).join(", ") || "–"}</td>
              <td>
                {say.states[one.state]}
                {one.state === "open" && (
                  <div class="soft small">{say.expires(showDay(one.expiresAt))}</div>
                )}
                {waits(one) && !one.mailedAt && <div class="soft small">{say.notMailed}</div>}
              </td>
              <td>{waits(one) && <Actions invitation={one} {...deeds} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}

function Actions({
  invitation,
  busy,
  onSend,
  onRevoke,
}: Omit<Deeds, "project"> & { readonly invitation: InvitationView }) {
  const { invitations: say } = words.value;
  const email = invitation.email ?? "";
  return (
    <>
      <button
        type="button"
        class="button plain"
        disabled={busy}
        aria-label={`${say.sendAgain}: ${email}`}
        onClick={() => onSend(invitation)}
      >
        {say.sendAgain}
      </button>
      <button
        type="button"
        class="button plain"
        aria-label={`${say.revoke}: ${email}`}
        onClick={() => onRevoke(invitation)}
      >
        {say.revoke}
      </button>
    </>
  );
}
