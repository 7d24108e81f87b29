import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import type { AccountView } from "../../worker/identity/contract/account.ts";
import { useRead } from "../shared/query.ts";
import { mayDo, signOut } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { Refused } from "../shared/ui/refused.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { hasUnsent } from "../shared/unsent.ts";
import { AccountDetails } from "./account-details.tsx";
import { AccountRoles } from "./account-roles.tsx";
import { AccountSessions } from "./account-sessions.tsx";
import { AccountTokens } from "./account-tokens.tsx";
import { Stronger } from "./county-sign-in.tsx";
import { signInPath } from "./return-to.ts";
import { ready, words } from "./words.ts";

/** One's own account: details, roles, sessions, tokens, and what is stored. */
export function AccountPage({ requests }: { requests: ComponentChildren }) {
  return (
    <Worded by={{ ready }} height="80vh">
      <Account requests={requests} />
    </Worded>
  );
}

function Account({ requests }: { requests: ComponentChildren }) {
  const { account: say } = words.value;
  useTitle(say.title);
  const account = useRead<AccountView>("/api/account");
  return (
    <>
      <div class="section-head">
        <h1>{say.title}</h1>
        <SignOut />
      </div>
      <Stronger />
      <Reading of={account} height="70vh">
        {(view) => (
          <>
            <AccountDetails account={view} />
            <AccountRoles roles={view.roles} />
          </>
        )}
      </Reading>
      {requests}
      <AccountSessions />
      {mayDo("token.create") && <AccountTokens />}
      <section class="card" aria-labelledby="data-title">
        <div class="section-head">
          <h2 id="data-title">{say.data}</h2>
        </div>
        <p>{say.dataText}</p>
        <p>
          <a class="button" href="/api/account/data" download="etappi.json">
            {say.download}
          </a>
        </p>
      </section>
    </>
  );
}

function SignOut() {
  const { account: say } = words.value;
  const { route } = useLocation();
  const { busy, problem, attempt } = useWrite();
  const leave = () =>
    attempt(async () => {
      if (hasUnsent() && !window.confirm(say.unsentLost)) return;
      await signOut();
      route(signInPath);
    });
  return (
    <div>
      <button type="button" class="button" disabled={busy} onClick={leave}>
        {say.signOut}
      </button>
      <Refused problem={problem} />
    </div>
  );
}
