import { useEffect, useState } from "preact/hooks";
import type { SharedReport } from "../../worker/delivery/contract/links.ts";
import type { ReportFormat } from "../../worker/reporting/terms.ts";
import { Problem, send } from "../shared/api.ts";
import { language, showDay, showMoment } from "../shared/i18n.ts";
import { useTitle } from "../shared/title.ts";
import { Refused } from "../shared/ui/refused.tsx";
import { Skeleton } from "../shared/ui/skeleton.tsx";
import { Failure } from "../shared/ui/state.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { takeToken } from "./shared-token.ts";
import { ready, words } from "./words.ts";
import "./delivery.css";

/** What a shared link opens, for anybody who has it: which report it is, and its files. */
export function SharedPage() {
  return (
    <Worded by={{ ready }}>
      <Shared />
    </Worded>
  );
}

function Shared() {
  const { shared: say } = words.value;
  useTitle(say.title);
  const [token, setToken] = useState(takeToken);
  const [report, setReport] = useState<SharedReport | Problem | null>(null);
  useEffect(() => {
    const takeAnother = () => {
      setReport(null);
      setToken(takeToken());
    };
    addEventListener("hashchange", takeAnother);
    return () => removeEventListener("hashchange", takeAnother);
  }, []);
  useEffect(() => {
    if (token === null) return;
    send<SharedReport>("POST", "/api/shared/look", { body: { token } }).then(
      setReport,
      (error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        setReport(error);
      },
    );
  }, [token]);
  if (token === null) return <Missing />;
  if (report === null) return <Skeleton height="20rem" />;
  if (!(report instanceof Problem)) return <Report token={token} report={report} />;
  const isMissing = report.code === "not_found" || report.code === "invalid";
  return isMissing ? <Missing /> : <Failure error={report} />;
}

function Missing() {
  const { shared: say } = words.value;
  return (
    <div class="card shared-report">
      <h1>{say.missingTitle}</h1>
      <p class="lead">{say.missing}</p>
      <p>
        <a href="/">{say.toService}</a>
      </p>
    </div>
  );
}

function Report({ token, report }: { token: string; report: SharedReport }) {
  const { shared: say } = words.value;
  const { edition, newest, outcome, asOf, fingerprint, expiresAt } = report;
  return (
    <article class="card shared-report">
      <div>
        <p class="soft">{say.title}</p>
        <h1 lang="fi">{report.reportName}</h1>
        <p class="lead" lang="fi">
          {report.projectName}
        </p>
      </div>
      <p class={newest ? "notice" : "notice bad"}>{newest ? say.newest : say.superseded}</p>
      <dl>
        <div>
          <dt>{say.edition(edition)}</dt>
          <dd>{say.outcomes[outcome]}</dd>
        </div>
        <div>
          <dt>{say.asOf}</dt>
          <dd>{showMoment(asOf)}</dd>
        </div>
        <div>
          <dt>{say.fingerprint}</dt>
          <dd>
            <code class="fingerprint">{fingerprint}</code>
            <p class="soft small">{say.fingerprintHelp}</p>
          </dd>
        </div>
      </dl>
      <Files token={token} report={report} />
      <p class="soft small">
        {say.expires(showDay(expiresAt))} {say.logged}
      </p>
    </article>
  );
}

function Files({ token, report }: { token: string; report: SharedReport }) {
  const { shared: say, formats } = words.value;
  const { busy, problem, attempt } = useWrite();
  const [taken, setTaken] = useState<ReportFormat | null>(null);
  const take = (format: ReportFormat) =>
    attempt(async () => {
      setTaken(null);
      await download(token, format);
      setTaken(format);
    });
  return (
    <div>
      <h2 id="shared-files">{say.files}</h2>
      <Refused problem={problem} />
      <ul class="row shared-files" aria-labelledby="shared-files">
        {report.formats.map((format) => (
          <li key={format}>
            <button type="button" class="button" disabled={busy} onClick={() => void take(format)}>
              {say.download(formats[format])}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{taken && say.ready(formats[taken])}</p>
    </div>
  );
}

/** By POST, so that the token stands in no address; the browser saves what has come. */
async function download(token: string, format: ReportFormat): Promise<void> {
  const answer = await fetch("/api/shared/file", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": language.value },
    body: JSON.stringify({ token, format }),
  }).catch(() => {
    throw new Problem({ code: "offline", detail: "" });
  });
  if (!answer.ok) {
    // Every refusal is a problem document.
    throw new Problem((await answer.json()) as ConstructorParameters<typeof Problem>[0]);
  }
  const name = answer.headers.get("content-disposition")?.match(/filename="([^"]+)"/)?.[1];
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name ?? format;
  link.click();
  URL.revokeObjectURL(address);
}
