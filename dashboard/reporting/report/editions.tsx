import type {
  EditionView,
  ReportDetail,
  ToldList,
} from "../../../worker/reporting/contract/reports.ts";
import { showDay, showMoment, showNumber } from "../../shared/i18n.ts";
import { useRead } from "../../shared/query.ts";
import { Copy } from "../../shared/ui/copy.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { Prose } from "./prose.tsx";
import { words } from "./words.ts";

type EditionList = { readonly items: readonly EditionView[] };

/** The edition that is looked at; nothing where it is the report of now, or not read yet. */
export function useEdition(report: ReportDetail, edition: number | null): EditionView | undefined {
  const path = `/api/projects/${report.project}/reports/${report.number}/editions`;
  const { data } = useRead<EditionList>(edition === null ? null : path);
  return data?.items.find((one) => one.edition === edition);
}

/** What the funder made of an edition, and whether it is the one in force. */
export function Outcome({
  edition: { edition, outcome, decidedAt },
  inForce,
}: {
  edition: EditionView;
  inForce: number | null;
}) {
  const { editions: say } = words.value;
  const isInForce = edition === inForce;
  return (
    <>
      {say.outcomes[outcome]}
      {decidedAt && ` ${showDay(decidedAt)}`}
      {outcome === "returned" && `, ${say.notInForce}`}
      {outcome === "accepted" && (
        <>, {isInForce ? <strong>{say.inForce}</strong> : say.superseded}</>
      )}
    </>
  );
}

/** What was submitted and when, under which fingerprint, and what the funder made of it. */
export function Editions({ report, told }: { report: ReportDetail; told: ToldList | undefined }) {
  const { editions: say } = words.value;
  const { project, number, accepted } = report;
  const editions = useRead<EditionList>(`/api/projects/${project}/reports/${number}/editions`);
  return (
    <section class="card report-editions" aria-labelledby="editions-title">
      <h3 id="editions-title">{say.title}</h3>
      <Reading of={editions} height="12rem">
        {({ items }) => (
          <ol>
            {items
              .toSorted((a, b) => b.edition - a.edition)
              .map((one) => (
                <Edition
                  key={one.edition}
                  edition={one}
                  href={`/projects/${project}/reports/${number}?edition=${one.edition}`}
                  inForce={accepted?.edition ?? null}
                  told={told}
                />
              ))}
          </ol>
        )}
      </Reading>
    </section>
  );
}

function Edition({
  edition: one,
  href,
  inForce,
  told,
}: {
  edition: EditionView;
  href: string;
  inForce: number | null;
  told: ToldList | undefined;
}) {
  const { editions: say, correction: correctionOf } = words.value;
  const { edition, asOf, fingerprint, size, correction, note, sections } = one;
  return (
    <li>
      <p>
        <a href={href}>
          {say.edition} {edition}
        </a>{" "}
        · {showMoment(asOf)}
      </p>
      <p class="small">
        <Outcome edition={one} inForce={inForce} />
        {` · ${say.size(showNumber(size))}`}
      </p>
      {correction && (
        <p class="small">
          {correctionOf(correction.number, correction.edition)}:{" "}
          <span lang="fi">{correction.reason}</span>
        </p>
      )}
      {note !== "" && (
        <div class="small">
          <Prose text={note} />
        </div>
      )}
      {sections.length > 0 && (
        <dl class="report-edition-notes small">
          {sections.map(({ section, note: noted }) => (
            <div key={section}>
              <dt>{told?.items.find(({ key }) => key === section)?.title ?? section}</dt>
              <dd>
                <Prose text={noted} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Copy label={say.fingerprintOf(edition)} text={fingerprint} say={say} />
      <p class="small">
        <a href={`/check?f=${fingerprint}`} aria-label={`${say.check}: ${say.edition} ${edition}`}>
          {say.check}
        </a>
      </p>
    </li>
  );
}
