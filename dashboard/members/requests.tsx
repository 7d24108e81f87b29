import { useState } from "preact/hooks";
import type { AskedAccess } from "../../worker/members/contract.ts";
import { messageLengthMax } from "../../worker/members/terms.ts";
import { send } from "../shared/api.ts";
import { messages, showDay } from "../shared/i18n.ts";
import { refresh, useRead } from "../shared/query.ts";
import { Dialog } from "../shared/ui/dialog.tsx";
import { ChoiceField, LongField } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { Failure } from "../shared/ui/state.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { OfferFields, offerOf } from "./offer-fields.tsx";
import { usePlaces } from "./places.ts";
import { words } from "./words.ts";
import "./members-page.css";

/** Who asks for access and waits for an answer. Nothing is shown where nobody does. */
export function Requests({ project }: { project: string }) {
  const { requests: say } = words.value;
  const { data, error } = useRead<{ items: AskedAccess[] }>(
    `/api/projects/${project}/access-requests`,
  );
  const [deciding, setDeciding] = useState<AskedAccess | null>(null);
  if (!data && error) return <Failure error={error} />;
  return (
    <>
      {data && data.items.length > 0 && (
        <section class="card" aria-labelledby="requests-title">
          <div class="section-head">
            <div>
              <h2 id="requests-title">{say.title}</h2>
              <p>{say.help}</p>
            </div>
          </div>
          <ul>
            {data.items.map((request) => (
              <Request
                key={request.id}
                project={project}
                request={request}
                onDecide={() => setDeciding(request)}
              />
            ))}
          </ul>
        </section>
      )}
      {deciding && (
        <Decide project={project} request={deciding} onClose={() => setDeciding(null)} />
      )}
    </>
  );
}

function Request({
  project,
  request,
  onDecide,
}: {
  project: string;
  request: AskedAccess;
  onDecide: () => void;
}) {
  const { requests: say } = words.value;
  const { roles } = messages.value;
  const { nameOf } = usePlaces(project);
  const places = [...request.municipalities, ...request.deputyFor].map(nameOf).join(", ");
  const name = request.name || request.email || request.person;
  return (
    <li class="request">
      <div class="section-head">
        <div>
          <h3>{name}</h3>
          <p>
            {[request.organisation, request.email].filter(Boolean).join(" · ")} · {say.asked}{" "}
            {showDay(request.createdAt)}
          </p>
        </div>
        <button
          type="button"
          class="button"
          aria-label={`${say.decide}: ${name}`}
          onClick={onDecide}
        >
          {say.decide}
        </button>
      </div>
      <p>
        {roles[request.role]}
        {places !== "" && `: ${places}`}
      </p>
      {request.message !== "" && <p class="message">{request.message}</p>}
    </li>
  );
}

/** Approves or declines; what is granted can differ from what was asked for. */
function Decide({
  project,
  request,
  onClose,
}: {
  project: string;
  request: AskedAccess;
  onClose: () => void;
}) {
  const { requests: say } = words.value;
  const { places } = usePlaces(project);
  const { busy, problem, attempt } = useWrite();
  const [decision, setDecision] = useState("approved");
  const path = `/api/projects/${project}`;
  const save = (form: FormData) =>
    attempt(async () => {
      const granted = decision === "approved" ? offerOf(form) : {};
      const body = { decision, ...granted, answer: textOf(form, "answer") ?? "" };
      await send("POST", `${path}/access-requests/${request.id}/decision`, { body });
      await Promise.all([refresh(`${path}/access-requests`), refresh(`${path}/members`)]);
      onClose();
    });
  const title = <h2>{say.decideTitle(request.name || (request.email ?? ""))}</h2>;
  return (
    <Dialog kind="window" title={title} onClose={onClose}>
      {request.message !== "" && (
        <p class="notice">
          {say.message}: {request.message}
        </p>
      )}
      <Form busy={busy} problem={problem} submit={say.save} onSubmit={save} onCancel={onClose}>
        <ChoiceField
          label={say.decision}
          name="decision"
          value="approved"
          choices={say.decisions}
          problem={problem}
          onChoose={setDecision}
        />
        {decision === "approved" && (
          <OfferFields offer={request} places={places} problem={problem} />
        )}
        <LongField
          label={say.answer}
          name="answer"
          problem={problem}
          lengthMax={messageLengthMax}
        />
      </Form>
    </Dialog>
  );
}
