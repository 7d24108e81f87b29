import { useEffect } from "preact/hooks";
import type { StatementView } from "../../worker/feedback/contract/statement.ts";
import { isLanguage } from "../../worker/kernel/language.ts";
import { chooseLanguage, language } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { FeedbackForm } from "./feedback-form.tsx";
import { StatementText } from "./statement-text.tsx";
import { ready, words } from "./words.ts";
import "./feedback.css";

/** The accessibility statement and the form for feedback, for everybody, also signed out. */
export function StatementPage() {
  useEffect(() => {
    // Public pages have their language in the address, and lead here with it.
    const asked = new URLSearchParams(location.search).get("lang");
    if (isLanguage(asked) && asked !== language.value) void chooseLanguage(asked);
  }, []);
  return (
    <Worded by={{ ready }} height="80vh">
      <Statement />
    </Worded>
  );
}

function Statement() {
  const { statement: say } = words.value;
  useTitle(say.title);
  const read = useRead<StatementView>("/api/accessibility");
  return (
    <>
      <div class="section-head">
        <h1>{say.title}</h1>
        <p class="row">
          {mayDo("statement.manage") && (
            <a class="button" href="/accessibility/edit">
              {say.edit}
            </a>
          )}
          <button type="button" class="button" onClick={() => window.print()}>
            {say.print}
          </button>
        </p>
      </div>
      <div class="statement-page">
        <Reading of={read} height="80vh">
          {(statement) => (
            <div class="card long">
              {statement.version === 0 && <p class="notice">{say.draft}</p>}
              <StatementText statement={statement} />
            </div>
          )}
        </Reading>
        <FeedbackForm />
      </div>
    </>
  );
}
