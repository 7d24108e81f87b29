import type { CellMove, Side, Standing } from "../../../worker/progress/contract/changes.ts";
import { COMPARED } from "../../../worker/progress/terms.ts";
import { WORDS } from "../../../worker/progress/words/changes.ts";
import type { ReportDocument } from "../../../worker/reporting/contract/document.ts";
import {
  language,
  messages,
  plural,
  showDate,
  showDay,
  showNumber,
  showPercent,
  words as status,
} from "../../shared/i18n.ts";
import { Region } from "../../shared/ui/region.tsx";
import { words } from "./words.ts";

/** Of so many moves each is listed on the page; the files have all. */
const movesShownMax = 200;

/** What is different since the newest accepted report. */
export function Changes({
  document: { changes },
  told,
}: {
  document: ReportDocument;
  /** The same in sentences. */
  told: readonly string[];
}) {
  const { changes: say } = words.value;
  return (
    <section id="report-changes" class="card report-changes" aria-labelledby="changes-title">
      <h3 id="changes-title">{say.title}</h3>
      {changes === null ? (
        <p class="soft">{say.noneBefore}</p>
      ) : (
        <>
          <p class="soft small">
            {say.since(changes.name, changes.edition, showDay(changes.since))}
          </p>
          {told.length > 0 && (
            <ul class="report-told-list">
              {told.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          <Standings before={changes.before} after={changes.after} />
          <Moves changes={changes} />
        </>
      )}
    </section>
  );
}

function Standings({ before, after }: { before: Standing | null; after: Standing }) {
  const { changes: say } = words.value;
  const rows = (["percent", "done", "late", "atRisk", "stale"] as const).map((field) => {
    const [was, is] = [before?.[field] ?? null, after[field]];
    const show = field === "percent" ? showPercent : showCount;
    return {
      label: say[field],
      before: show(was),
      after: show(is),
      difference: was === null || is === null ? "–" : signed(is - was),
    };
  });
  return (
    <Region label={say.title}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{say.what}</th>
            {[say.before, say.after, say.difference].map((label) => (
              <th key={label} scope="col" class="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td class="number">{row.before}</td>
              <td class="number">{row.after}</td>
              <td class="number">{row.difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}

const showCount = (count: number | null) => (count === null ? "–" : showNumber(count));

/** With its sign: a real minus, and nothing before zero. */
function signed(difference: number): string {
  const rounded = Math.round(difference * 10) / 10;
  const sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "±";
  return `${sign}${showNumber(Math.abs(rounded))}`;
}

function Moves({ changes: { kinds, moves } }: { changes: NonNullable<ReportDocument["changes"]> }) {
  const { changes: say } = words.value;
  const named = WORDS[language.value].kinds;
  if (moves.length === 0) return <p>{say.none}</p>;
  const shown = moves.slice(0, movesShownMax);
  return (
    <>
      <ul class="row" aria-label={say.kinds}>
        {kinds.map(({ kind, count }) => (
          <li key={kind} class="chip">
            {named[kind]} {showNumber(count)}
          </li>
        ))}
      </ul>
      <details>
        <summary>{plural(moves.length, say.list)}</summary>
        <ul class="report-moves">
          {shown.map((move) => (
            <Move key={`${move.milestone} ${move.municipality}`} move={move} />
          ))}
        </ul>
        {moves.length > shown.length && (
          <p class="soft">{say.moreOf(showNumber(moves.length - shown.length))}</p>
        )}
      </details>
    </>
  );
}

function Move({ move: { milestone, title, name, kind, before, after } }: { move: CellMove }) {
  const { changes: say } = words.value;
  const { kinds, fields } = WORDS[language.value];
  const moved = before && after ? COMPARED.filter((field) => before[field] !== after[field]) : [];
  return (
    <li>
      <p>
        <strong>{kinds[kind]}</strong>: <span lang="fi">{`${milestone}. ${title}`}</span>
        <span class="soft"> · {name || messages.value.wholeProject}</span>
      </p>
      <p class="soft small">
        {before === null && say.fresh}
        {after === null && say.gone}
        {before &&
          after &&
          moved
            .map((field) => `${fields[field]}: ${sideOf(before, field)} → ${sideOf(after, field)}`)
            .join("; ")}
      </p>
    </li>
  );
}

function sideOf(side: Side, field: keyof Side): string {
  const { declared, schedule, evidence } = status.value;
  if (field === "declared") return declared[side.declared];
  if (field === "schedule") return schedule[side.schedule];
  if (field === "evidence") return evidence[side.evidence];
  const value = side[field];
  if (value === null) return "–";
  return typeof value === "number" ? showNumber(value) : showDate(value);
}
