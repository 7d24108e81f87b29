import { useLocation } from "preact-iso";
import { send } from "../shared/api.ts";
import { session } from "../shared/session.ts";
import { Refused } from "../shared/ui/refused.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { keepAddress } from "./return-to.ts";
import { ready, words } from "./words.ts";
import "./sign-in-page.css";

/** Signing in with the county's provider, which brings one back to the same address. */
export function CountySignIn({ name }: { name: string }) {
  const { signIn: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const { url } = useLocation();
  const begin = () =>
    attempt(async () => {
      const returnTo = keepAddress(url);
      const begun = await send<{ url: string }>("POST", "/api/sign-in/oidc", {
        body: { returnTo },
      });
      location.assign(begun.url);
    });
  return (
    <section class="card" aria-labelledby="county-title">
      <h2 id="county-title">{say.countyTitle}</h2>
      <p class="soft">{say.countyHelp}</p>
      <Refused problem={problem} />
      <button type="button" class="button primary" disabled={busy} onClick={begin}>
        {say.county(name)}
      </button>
    </section>
  );
}

/** For who signed in by code and has roles that need more: says so, and leads to the provider. */
export function Stronger({ alone = false }: { alone?: boolean }) {
  return (
    <Worded by={{ ready }} height="8rem">
      <Asked alone={alone} />
    </Worded>
  );
}

function Asked({ alone }: { alone: boolean }) {
  const { signIn: say } = words.value;
  const { actor, methods } = session.value ?? {};
  if (!actor?.isWeakened) return null;
  return (
    <div class="sign-in">
      {alone && <h1>{say.title}</h1>}
      <p class="notice">{say.weakened}</p>
      {methods?.oidc && <CountySignIn name={methods.oidc.name} />}
    </div>
  );
}
