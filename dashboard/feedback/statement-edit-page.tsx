import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import type { StatementView } from "../../worker/feedback/contract/statement.ts";
import { send } from "../shared/api.ts";
import { refresh, useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { Dialog } from "../shared/ui/dialog.tsx";
import { Form } from "../shared/ui/form.tsx";
import { NotFound, Reading } from "../shared/ui/state.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { Basics, Contacts, type Row, Shortcomings } from "./statement-fields.tsx";
import { shownAs, statementOf } from "./statement-form.ts";
import { StatementText } from "./statement-text.tsx";
import { ready, words } from "./words.ts";
import "./feedback.css";

const address = "/api/accessibility";

/** For the county's administrator: the statement as a form, with a preview. */
export function StatementEditPage() {
  const statement = useRead<StatementView>(mayDo("statement.manage") ? address : null);
  if (!mayDo("statement.manage")) return <NotFound />;
  return (
    <Worded by={{ ready }} height="80vh">
      <Reading of={statement} height="80vh">
        {(found) => <Editor found={found} />}
      </Reading>
    </Worded>
  );
}

function Editor({ found }: { found: StatementView }) {
  const { editor: say } = words.value;
  useTitle(say.title);
  // What is typed stays on the version that it was typed on.
  const [statement] = useState(found);
  const [rows, setRows] = useState<readonly Row[]>(
    statement.shortcomings.map((shortcoming, key) => ({ key, shortcoming })),
  );
  const [preview, setPreview] = useState<StatementView | null>(null);
  const { route } = useLocation();
  const { busy, problem, attempt } = useWrite();
  const paths = rows.map((_, index) => `shortcomings.${index}`);
  const approve = (form: FormData) =>
    attempt(async () => {
      const { version } = statement;
      await send("PUT", address, { body: statementOf(form, paths), version });
      await refresh(address);
      route("/accessibility");
    });
  return (
    <>
      <div>
        <h1>{say.title}</h1>
        <p class="lead">{say.intro}</p>
        <p>
          <a href="/accessibility">{say.back}</a>
        </p>
      </div>
      {statement.version === 0 && <p class="notice">{say.first}</p>}
      <div class="statement-form">
        <Form
          busy={busy}
          problem={problem}
          submit={say.approve}
          onSubmit={(form) => void approve(form)}
        >
          <Basics statement={statement} problem={problem} />
          <Shortcomings rows={rows} problem={problem} onChange={setRows} />
          <Contacts statement={statement} problem={problem} />
          <div class="row">
            <button
              type="button"
              class="button"
              onClick={({ currentTarget: { form } }) => {
                if (form) {
                  setPreview(shownAs(statementOf(new FormData(form), paths), statement));
                }
              }}
            >
              {say.preview}
            </button>
          </div>
        </Form>
      </div>
      {preview && (
        <Dialog kind="window" title={<p>{say.previewTitle}</p>} onClose={() => setPreview(null)}>
          <StatementText statement={preview} />
        </Dialog>
      )}
    </>
  );
}
