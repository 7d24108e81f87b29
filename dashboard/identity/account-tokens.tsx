import { useState } from "preact/hooks";
import type { TokenView } from "../../worker/identity/contract/account.ts";
import { tokensMax } from "../../worker/identity/terms.ts";
import { send } from "../shared/api.ts";
import { showDay, showMoment } from "../shared/i18n.ts";
import { useProjectNames } from "../shared/projects.ts";
import { refresh, useRead } from "../shared/query.ts";
import { Confirm } from "../shared/ui/confirm.tsx";
import { Region } from "../shared/ui/region.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { TokenDialog } from "./token-dialog.tsx";
import { words } from "./words.ts";

const path = "/api/account/tokens";

/** The tokens with which one's programs read the API. */
export function AccountTokens() {
  const { tokens: say } = words.value;
  const tokens = useRead<{ items: TokenView[] }>(path);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<TokenView | null>(null);
  const revoke = async ({ id }: TokenView) => {
    await send("DELETE", `${path}/${id}`);
    await refresh(path);
  };
  return (
    <section class="card" aria-labelledby="tokens-title">
      <div class="section-head">
        <div>
          <h2 id="tokens-title">{say.title}</h2>
          <p>{say.help}</p>
        </div>
        {(tokens.data?.items.filter(isLive).length ?? 0) < tokensMax && (
          <button type="button" class="button" onClick={() => setMaking(true)}>
            {say.add}
          </button>
        )}
      </div>
      <Reading of={tokens} height="8rem">
        {({ items }) =>
          items.length === 0 ? (
            <p class="soft">{say.empty}</p>
          ) : (
            <TokenTable items={items} onRevoke={setRevoking} />
          )
        }
      </Reading>
      {making && <TokenDialog onClose={() => setMaking(false)} />}
      {revoking && (
        <Confirm
          title={say.revokeTitle(revoking.name)}
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

const isLive = ({ revokedAt, expiresAt }: TokenView) =>
  revokedAt === null && expiresAt > new Date().toISOString();

function TokenTable({
  items,
  onRevoke,
}: {
  items: readonly TokenView[];
  onRevoke: (token: TokenView) => void;
}) {
  const { tokens: say, people } = words.value;
  const projectName = useProjectNames();
  return (
    <Region label={say.title}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.scope}</th>
            <th scope="col">{say.project}</th>
            <th scope="col">{say.used}</th>
            <th scope="col">{say.expires}</th>
            <th scope="col">{people.actions}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((token) => (
            <tr key={token.id}>
              <th scope="row">{token.name}</th>
              <td>{say.scopes[token.scope]}</td>
              <td lang={token.project ? "fi" : undefined}>
                {token.project ? projectName(token.project) : say.allProjects}
              </td>
              <td>{token.usedAt ? showMoment(token.usedAt) : say.never}</td>
              <td>{showDay(token.expiresAt)}</td>
              <td>
                {token.revokedAt && `${say.revoked} ${showDay(token.revokedAt)}`}
                {isLive(token) && (
                  <button
                    type="button"
                    class="button plain"
                    aria-label={`${say.revoke}: ${token.name}`}
                    onClick={() => onRevoke(token)}
                  >
                    {say.revoke}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}
