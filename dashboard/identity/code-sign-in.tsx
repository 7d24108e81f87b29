import { useLocation } from "preact-iso";
import { useEffect, useRef, useState } from "preact/hooks";
import { codeLength, emailLengthMax } from "../../worker/identity/terms.ts";
import { send } from "../shared/api.ts";
import { enter } from "../shared/session.ts";
import { TextField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { Refused } from "../shared/ui/refused.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { signInPath, takeAddress } from "./return-to.ts";
import { words } from "./words.ts";

/** Signing in by a code sent by e-mail, in two steps. */
export function CodeSignIn({ email: known }: { email: string }) {
  const { signIn: say } = words.value;
  const [email, setEmail] = useState(known);
  const [asked, setAsked] = useState(false);
  return (
    <section class="card" aria-labelledby="code-title">
      <h2 id="code-title">{say.codeTitle}</h2>
      {asked ? (
        <CheckCode email={email} onOther={() => setAsked(false)} />
      ) : (
        <AskCode
          email={email}
          onAsked={(asking) => {
            setEmail(asking);
            setAsked(true);
          }}
        />
      )}
    </section>
  );
}

const ask = (email: string) => send("POST", "/api/sign-in/code", { body: { email } });

function AskCode({ email, onAsked }: { email: string; onAsked: (email: string) => void }) {
  const { signIn: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const save = (form: FormData) =>
    attempt(async () => {
      const address = textOf(form, "email") ?? "";
      await ask(address);
      onAsked(address);
    });
  return (
    <>
      <p class="soft">{say.codeHelp}</p>
      <Form busy={busy} problem={problem} submit={say.ask} onSubmit={save}>
        <TextField
          label={say.email}
          name="email"
          type="email"
          value={email}
          problem={problem}
          required
          lengthMax={emailLengthMax}
          autoComplete="email"
        />
      </Form>
    </>
  );
}

function CheckCode({ email, onOther }: { email: string; onOther: () => void }) {
  const { signIn: say } = words.value;
  const { busy, problem, attempt } = useWrite();
  const anew = useWrite();
  const [sentAgain, setSentAgain] = useState(false);
  const { path, route } = useLocation();
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => step.current?.querySelector("input")?.focus(), []);
  const check = (form: FormData) =>
    attempt(async () => {
      const code = textOf(form, "code") ?? "";
      await send("POST", "/api/sign-in/code/check", { body: { email, code } });
      await enter(() => path === signInPath && route(takeAddress(), true));
    });
  const askAgain = () =>
    anew.attempt(async () => {
      setSentAgain(false);
      await ask(email);
      setSentAgain(true);
    });
  return (
    <div ref={step} class="sign-in">
      <p role="status">{sentAgain ? say.sentAgain : say.sent(email)}</p>
      <Form busy={busy} problem={problem} submit={say.check} onSubmit={check}>
        <TextField
          label={say.code}
          name="code"
          hint={say.codeHint}
          problem={problem}
          required
          lengthMax={codeLength * 2}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      </Form>
      <Refused problem={anew.problem} />
      <p class="row">
        <button type="button" class="button plain" disabled={anew.busy} onClick={askAgain}>
          {say.again}
        </button>
        <button type="button" class="button plain" onClick={onOther}>
          {say.other}
        </button>
      </p>
    </div>
  );
}
