import { WORDS } from "../../../worker/audit/words/history.ts";
import type { ReportEntry } from "../../../worker/reporting/contract/reports.ts";
import { language, messages, showMoment } from "../../shared/i18n.ts";
import { usePages } from "../../shared/pages.ts";
import { More } from "../../shared/ui/more.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { words } from "./words.ts";

/** What was done with the report, newest first. */
export function ReportHistory({ project, number }: { project: string; number: number }) {
  const { history: say } = words.value;
  const entries = usePages<ReportEntry>(`/api/projects/${project}/reports/${number}/history`);
  return (
    <section class="card report-history" aria-labelledby="report-history-title">
      <h3 id="report-history-title">{say.title}</h3>
      <Reading of={entries} height="10rem">
        {(items) => (
          <>
            <ol>
              {items.map((entry) => (
                <Entry key={entry.version} entry={entry} />
              ))}
            </ol>
            <More of={entries} label={say.more} />
          </>
        )}
      </Reading>
    </section>
  );
}

function Entry({ entry: { kind, at, actorName, role, edition, note } }: { entry: ReportEntry }) {
  const { history: say, edition: editionOf } = words.value;
  const kinds: Readonly<Record<string, string>> = WORDS[language.value].kinds;
  return (
    <li>
      <p class="soft small">
        <time dateTime={at}>{showMoment(at)}</time>
        {edition > 0 && ` · ${editionOf(edition)}`}
      </p>
      <p>
        {actorName || say.erased} <span class="soft">({messages.value.roles[role]})</span>{" "}
        {kinds[kind] ?? kind}
      </p>
      {note !== "" && (
        <p class="report-note small" lang="fi">
          {note}
        </p>
      )}
    </li>
  );
}
