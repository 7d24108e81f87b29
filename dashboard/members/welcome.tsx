import { useTitle } from "../shared/title.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { AskForm } from "./ask-access.tsx";
import { ready, words } from "./words.ts";
import "./members-page.css";

/** What somebody without any role begins with: how to get one. */
export function Welcome() {
  return (
    <Worded by={{ ready }}>
      <Page />
    </Worded>
  );
}

function Page() {
  const { welcome: say } = words.value;
  useTitle(say.title);
  return (
    <>
      <div>
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
      </div>
      <p class="notice">{say.invited}</p>
      <section class="card ask-access" aria-labelledby="welcome-ask">
        <div class="section-head">
          <h2 id="welcome-ask">{say.ask}</h2>
        </div>
        <AskForm project={null} />
      </section>
      <p>
        {say.account} <a href="/account">{say.toAccount}</a>
      </p>
    </>
  );
}
