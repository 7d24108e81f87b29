import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import type { Accepted, InvitationOffer } from "../../worker/members/contract.ts";
import { Problem, send } from "../shared/api.ts";
import { messages, showDay } from "../shared/i18n.ts";
import { useMunicipalityNames } from "../shared/municipalities.ts";
import { enter, session, signOut } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { Refused } from "../shared/ui/refused.tsx";
import { Skeleton } from "../shared/ui/skeleton.tsx";
import { Failure } from "../shared/ui/state.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { forgetToken, takeToken } from "./invitation-token.ts";
import { ready, words } from "./words.ts";
import "./members-page.css";

type SignIn = (email: string) => ComponentChildren;

/** What the link of an invitation opens: what is offered, signing in, and accepting. */
export function InvitationPage({ signIn }: { signIn: SignIn }) {
  return (
    <Worded by={{ ready }}>
      <Invitation signIn={signIn} />
    </Worded>
  );
}

function Invitation({ signIn }: { signIn: SignIn }) {
  const { invitation: say } = words.value;
  useTitle(say.title);
  const [token, setToken] = useState(takeToken);
  const [offer, setOffer] = useState<InvitationOffer | Problem | null>(null);
  useEffect(() => {
    const takeAnother = () => {
      setOffer(null);
      setToken(takeToken());
    };
    addEventListener("hashchange", takeAnother);
    return () => removeEventListener("hashchange", takeAnother);
  }, []);
  useEffect(() => {
    if (token === null) return;
    send<InvitationOffer>("POST", "/api/invitations/look", { body: { token } }).then(
      setOffer,
      (error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        if (error.code === "locked" || error.code === "not_found") forgetToken();
        setOffer(error);
      },
    );
  }, [token]);
  if (token === null) return <Gone title={say.missingTitle} text={say.missing} />;
  if (offer === null) return <Skeleton height="20rem" />;
  if (offer instanceof Problem) return <NoOffer problem={offer} />;
  return <Offer token={token} offer={offer} signIn={signIn} />;
}

function NoOffer({ problem }: { problem: Problem }) {
  const { invitation: say } = words.value;
  if (problem.code === "not_found" || problem.code === "invalid") {
    return <Gone title={say.missingTitle} text={say.missing} />;
  }
  if (problem.code !== "locked") return <Failure error={problem} />;
  return <Gone title={say.goneTitle} text={`${problem.message} ${say.gone}`} />;
}

function Gone({ title, text }: { title: string; text: string }) {
  const { invitation: say } = words.value;
  return (
    <div class="card ask-access">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p>
        <a href="/" onClick={forgetToken}>
          {say.toService}
        </a>
      </p>
    </div>
  );
}

function Offer({
  token,
  offer,
  signIn,
}: {
  token: string;
  offer: InvitationOffer;
  signIn: SignIn;
}) {
  const { invitation: say, ...all } = words.value;
  const { roles } = messages.value;
  const nameOf = useMunicipalityNames();
  const names = (codes: readonly string[]) => codes.map(nameOf).join(", ");
  return (
    <>
      <div class="card ask-access">
        <p class="soft">{say.title}</p>
        <h1 lang="fi">{offer.projectName}</h1>
        <p class="lead">{say.offered(roles[offer.role])}</p>
        {offer.municipalities.length > 0 && (
          <p>
            {all.municipalities}: {names(offer.municipalities)}
          </p>
        )}
        {offer.deputyFor.length > 0 && (
          <p>
            {all.deputyFor}: {names(offer.deputyFor)}
          </p>
        )}
        <p class="soft">
          {say.forAddress(offer.email)} {say.until(showDay(offer.expiresAt))}
        </p>
        {session.value?.actor ? (
          <Accept token={token} name={session.value.actor.name} />
        ) : (
          <p class="notice">{say.signIn}</p>
        )}
      </div>
      {!session.value?.actor && <div class="ask-access fields">{signIn(offer.email)}</div>}
    </>
  );
}

function Accept({ token, name }: { token: string; name: string }) {
  const { invitation: say } = words.value;
  const { route } = useLocation();
  const { busy, problem, attempt } = useWrite();
  const leaving = useWrite();
  const accept = () =>
    attempt(async () => {
      const { project } = await send<Accepted>("POST", "/api/invitations/accept", {
        body: { token },
      });
      forgetToken();
      await enter(() => route(`/projects/${project}`, true));
    });
  return (
    <>
      {name !== "" && <p>{say.signedInAs(name)}</p>}
      <Refused problem={problem ?? leaving.problem} />
      <p class="row">
        <button type="button" class="button primary" disabled={busy} onClick={accept}>
          {say.accept}
        </button>
        <button
          type="button"
          class="button"
          disabled={leaving.busy}
          onClick={() => leaving.attempt(signOut)}
        >
          {say.another}
        </button>
      </p>
    </>
  );
}
