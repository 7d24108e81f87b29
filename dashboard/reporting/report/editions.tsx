import type { EditionView, ReportDetail } from "../../../worker/reporting/contract/reports.ts";
import { showDay, showMoment, showNumber } from "../../shared/i18n.ts";
import { useRead } from "../../shared/query.ts";
import { Copy } from "../../shared/ui/copy.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { Prose } from "./prose.tsx";
import { words } from "./words.ts";

/** What was submitted and when, under which fingerprint, and what the funder made of it. */
export function Editions({ report }: { report: ReportDetail }) {
  const { editions: say } = words.value;
  const { project, number, accepted } = report;
  const editions = useRead<{ items: EditionView[] }>(
    `/api/projects/${project}/reports/${number}/editions`,
  );
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
                />
              ))}
          </ol>
        )}
      </Reading>
    </section>
  );
}

function Edition({
  edition: { edition, asOf, fingerprint, size, correction, outcome, decidedAt, note },
  href,
  inForce,
}: {
  edition: EditionView;
  href: string;
  inForce: number | null;
}) {
  const { editions: say, correction: correctionOf } = words.value;
  return (
    <li>
      <p>
        <a href={href}>
          {say.edition} {edition}
        </a>{" "}
        · {showMoment(asOf)}
      </p>
      <p class="small">
        {say.outcomes[outcome]}
        {decidedAt && ` ${showDay(decidedAt)}`}
        {edition === inForce && <strong> · {say.inForce}</strong>}
        {outcome === "accepted" && edition !== inForce && ` · ${say.superseded}`}
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
      <Copy label={say.fingerprintOf(edition)} text={fingerprint} say={say} />
      <p class="small">
        <a href={`/check?f=${fingerprint}`} aria-label={`${say.check}: ${say.edition} ${edition}`}>
          {say.check}
        </a>
      </p>
    </li>
  );
}
