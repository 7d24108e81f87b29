import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Shortcoming, StatementView } from "../../worker/feedback/contract/statement.ts";
import { answerDays } from "../../worker/feedback/terms.ts";
import { language, showDate, showDay } from "../shared/i18n.ts";
import { words } from "./words.ts";

/** The statement in the reader's language: what Act 306/2019 asks for, in its order. */
export function StatementText({ statement }: { statement: StatementView }) {
  const { statement: say } = words.value;
  const { conformance, shortcomings, otherwise, assessedOn, assessedHow } = statement;
  const { approvedAt, firstApprovedAt } = statement;
  return (
    <div class="statement">
      <p class="lead">{say.lead(statement.serviceName[language.value])}</p>
      <Part title={say.conformance}>
        <p>{say.levels[conformance]}</p>
      </Part>
      <Part title={say.shortcomings}>
        {shortcomings.length === 0 ? (
          <p>{say.noShortcomings}</p>
        ) : (
          <ol class="shortcomings">
            {shortcomings.map((shortcoming) => (
              <Known key={shortcoming.what.fi} shortcoming={shortcoming} />
            ))}
          </ol>
        )}
      </Part>
      <Part title={say.otherwise}>
        <p>{otherwise[language.value]}</p>
      </Part>
      <Contact email={statement.contactEmail} />
      <Authority authority={statement.authority} />
      <Part title={say.assessed}>
        <p>{assessedHow[language.value]}</p>
        <p>{assessedOn ? say.assessedOn(showDate(assessedOn)) : say.notAssessed}</p>
        {firstApprovedAt && approvedAt && (
          <p>
            {say.published(showDay(firstApprovedAt))}{" "}
            {approvedAt !== firstApprovedAt && say.updated(showDay(approvedAt))}
          </p>
        )}
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Known({ shortcoming }: { shortcoming: Shortcoming }) {
  const { statement: say } = words.value;
  const { what, why, criterion, alternative, resolveBy } = shortcoming;
  return (
    <li>
      <h3>{what[language.value]}</h3>
      <dl>
        <dt>{say.why}</dt>
        <dd>{why[language.value]}</dd>
        <dt>{say.alternative}</dt>
        <dd>{alternative[language.value]}</dd>
        {criterion !== "" && (
          <>
            <dt>{say.criterion}</dt>
            <dd>{criterion}</dd>
          </>
        )}
        <dt>{say.resolveBy}</dt>
        <dd>{resolveBy ? showDate(resolveBy) : say.unplanned}</dd>
      </dl>
    </li>
  );
}

function Contact({ email }: { email: string | null }) {
  const { statement: say } = words.value;
  return (
    <Part title={say.contact}>
      <p>{say.contactText(answerDays)}</p>
      <ul class="bullets">
        <li>
          <a href="#feedback">{say.toForm}</a>
        </li>
        {email !== null && email !== "" && (
          <li>
            {say.email}: <a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
      </ul>
    </Part>
  );
}

function Authority({ authority }: Pick<StatementView, "authority">) {
  const { statement: say } = words.value;
  const url = authority.url[language.value];
  return (
    <Part title={say.authority}>
      <p>{say.authorityText}</p>
      <address>
        {authority.name[language.value]}
        <br />
        <a href={url}>{url}</a>
        <br />
        {authority.contact[language.value]}
      </address>
    </Part>
  );
}
