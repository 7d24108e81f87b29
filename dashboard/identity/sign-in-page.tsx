import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import type { SessionView } from "../../worker/identity/contract/session.ts";
import { SIGN_IN_FAILURES } from "../../worker/identity/terms.ts";
import { session, signOut } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { Refused } from "../shared/ui/refused.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { CodeSignIn } from "./code-sign-in.tsx";
import { CountySignIn } from "./county-sign-in.tsx";
import { DemoRoles } from "./demo-roles.tsx";
import { signInPath, takeAddress } from "./return-to.ts";
import { ready, words } from "./words.ts";
import "./sign-in-page.css";

/** How one signs in: what a stranger sees at any address, which they come back to. */
export function SignInPage() {
  return (
    <Worded by={{ ready }} height="80vh">
      {session.value?.actor ? <Already name={session.value.actor.name} /> : <SignIn />}
    </Worded>
  );
}

/** The ways of signing in, within another page. */
export function SignInWays({ email = "" }: { email?: string }) {
  return (
    <Worded by={{ ready }} height="30vh">
      <Ways email={email} />
    </Worded>
  );
}

function SignIn() {
  const { signIn: say } = words.value;
  const { path, query } = useLocation();
  useTitle(say.title);
  const failure = SIGN_IN_FAILURES.find((one) => one === query["failure"]);
  return (
    <div class="sign-in">
      <div>
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        {path !== signInPath && path !== "/" && <p class="soft">{say.kept}</p>}
      </div>
      {failure && (
        <p class="notice bad" role="alert">
          {say.failures[failure]}
        </p>
      )}
      <Ways email="" />
      {session.value?.demonstration && <DemoRoles />}
    </div>
  );
}

function Ways({ email }: { email: string }) {
  const { signIn: say } = words.value;
  const methods: Partial<SessionView["methods"]> = session.value?.methods ?? {};
  return (
    <>
      {methods.oidc && <CountySignIn name={methods.oidc.name} />}
      {methods.code && <CodeSignIn email={email} />}
      {!methods.oidc && !methods.code && !session.value?.demonstration && (
        <p class="notice">{say.none}</p>
      )}
    </>
  );
}

function Already({ name }: { name: string }) {
  const { signIn: say } = words.value;
  const { route } = useLocation();
  const [address] = useState(takeAddress);
  const { busy, problem, attempt } = useWrite();
  useTitle(say.title);
  return (
    <div class="card sign-in">
      <h1>{say.title}</h1>
      <p>{say.already(name || "–")}</p>
      <Refused problem={problem} />
      <p class="row">
        <button type="button" class="button primary" onClick={() => route(address, true)}>
          {say.goOn}
        </button>
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => attempt(() => signOut())}
        >
          {say.signOut}
        </button>
      </p>
    </div>
  );
}
