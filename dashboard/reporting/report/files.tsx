import { useState } from "preact/hooks";
import type { ReportDetail } from "../../../worker/reporting/contract/reports.ts";
import { type ReportFormat, WRITABLE_STATES } from "../../../worker/reporting/terms.ts";
import { LANGUAGES, language, type Language, messages } from "../../shared/i18n.ts";
import { mayDo } from "../../shared/session.ts";
import { words } from "./words.ts";

/** What people open first stands first. */
const ORDER: readonly ReportFormat[] = ["pdf", "docx", "xlsx", "csv", "json", "iati", "ics"];

/** The report as files: of an edition, or previews of what is being written. */
export function Files({ report, edition }: { report: ReportDetail; edition: number | null }) {
  const { files: say } = words.value;
  const [chosen, setChosen] = useState<Language>(language.value);
  const { project, number, state, edition: newest } = report;
  const isPreview =
    edition === null &&
    WRITABLE_STATES.some((one) => one === state) &&
    mayDo("progress.view", { project });
  const shown = edition ?? newest;
  if (!mayDo("report.receive", { project }) || (shown === 0 && !isPreview)) return null;
  const query = isPreview ? "" : `&edition=${shown}`;
  const path = `/api/projects/${project}/reports/${number}/export`;
  return (
    <section class="card report-files" aria-labelledby="files-title">
      <h3 id="files-title">{say.title}</h3>
      <p class="soft small">{isPreview ? say.draftHelp : say.help}</p>
      <label class="field small">
        {say.language}
        <select
          value={chosen}
          onChange={({ currentTarget }) =>
            setChosen(LANGUAGES.find((one) => one === currentTarget.value) ?? "fi")
          }
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {messages.value.languageNames[one]}
            </option>
          ))}
        </select>
      </label>
      <ul class="report-file-list">
        {ORDER.map((format) => (
          <li key={format}>
            <a href={`${path}?format=${format}${query}&lang=${chosen}`} download>
              {say.formats[format]}
              {!isPreview && <span class="hidden-visually">, {words.value.edition(shown)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
