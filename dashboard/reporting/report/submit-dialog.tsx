import { useEffect, useState } from "preact/hooks";
import type { ThinView, ToldSection } from "../../../worker/reporting/contract/reports.ts";
import type { ThinCode } from "../../../worker/reporting/terms.ts";
import { plural } from "../../shared/i18n.ts";
import { refresh, useRead } from "../../shared/query.ts";
import { Confirm } from "../../shared/ui/confirm.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { moveReport, type Moving } from "./move.ts";
import { flushReport } from "./section-draft.ts";
import { words } from "./words.ts";

/** Where each kind of thin part is mended, below the project's address. */
const MENDED: Readonly<Record<Exclude<ThinCode, "section_empty" | "budget_unknown">, string>> = {
  no_data: "?declared=no_data",
  stale: "?mark=stale",
  disagreeing: "/attention?kind=disagreement",
  done_without_evidence: "?declared=done&evidence=none",
  late_without_reason: "/attention?kind=late",
  risk_review_overdue: "/attention?kind=risk_review_due",
  deviation_without_action: "/attention?kind=deviation_open",
};

/** Submits a report, after saying what is thin in it and what submitting means. */
export function SubmitDialog({
  report,
  sections,
  onDone,
  onClose,
  onGo,
}: Moving & { sections: readonly ToldSection[]; onGo: (place: string) => void }) {
  const { submit: say } = words.value;
  const [unsaved, setUnsaved] = useState<readonly string[]>([]);
  const { project, number, name } = report;
  const titleOf = (key: string) => sections.find((one) => one.key === key)?.title ?? key;
  const submit = async () => {
    const left = await flushReport(project, number);
    setUnsaved(left);
    if (left.length > 0) return false;
    await moveReport(report, "submit");
    onDone(say.sent);
    return true;
  };
  return (
    <Confirm title={say.title(name)} submit={say.submit} onConfirm={submit} onClose={onClose}>
      {unsaved.length > 0 && (
        <p class="notice bad" role="alert">
          {say.unsaved} {unsaved.map(titleOf).join(", ")}
        </p>
      )}
      <ThinParts
        project={project}
        number={number}
        titleOf={titleOf}
        onLeave={onClose}
        onGo={onGo}
      />
      <section aria-labelledby="meaning-title">
        <h3 id="meaning-title">{say.meaning}</h3>
        <ul class="report-means">
          {say.means.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </Confirm>
  );
}

function ThinParts({
  project,
  number,
  titleOf,
  onLeave,
  onGo,
}: {
  project: string;
  number: number;
  titleOf: (section: string) => string;
  onLeave: () => void;
  onGo: (place: string) => void;
}) {
  const { submit: say, thin: names } = words.value;
  const path = `/api/projects/${project}/reports/${number}/thin`;
  const thin = useRead<ThinView>(path);
  useEffect(() => {
    // What is just being written counts as written.
    void flushReport(project, number).then(() => refresh(path));
  }, [project, number, path]);
  // Nothing is read without a connection, nor is it told that it cannot be.
  const isCutOff = useIsCutOff() && thin.data === undefined;
  return (
    <section aria-labelledby="thin-title">
      <h3 id="thin-title">{say.thin}</h3>
      {isCutOff && (
        <p class="notice bad" role="alert">
          {say.cutOff}
        </p>
      )}
      {!isCutOff && (
        <Reading of={thin} height="6rem">
          {({ items }) =>
            items.length === 0 ? (
              <p>✓ {say.complete}</p>
            ) : (
              <>
                <p class="soft">{say.thinHelp}</p>
                <ul class="report-thin">
                  {items.map(({ code, count, sections }) => (
                    <li key={code}>
                      <span>{plural(count, names[code])}</span>{" "}
                      {code === "section_empty" ? (
                        sections.map((key) => (
                          <button
                            key={key}
                            type="button"
                            class="button plain"
                            onClick={() => onGo(`section-${key}`)}
                          >
                            {say.section(titleOf(key))}
                          </button>
                        ))
                      ) : (
                        <Fix
                          project={project}
                          code={code}
                          onLeave={onLeave}
                          onGo={onGo}
                          label={plural(count, names[code])}
                        />
                      )}
                    </li>
                  ))}
                </ul>
              </>
            )
          }
        </Reading>
      )}
    </section>
  );
}

/** Whether the device has no connection. */
function useIsCutOff(): boolean {
  const [isCutOff, setCutOff] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setCutOff(!navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return isCutOff;
}

function Fix({
  project,
  code,
  label,
  onLeave,
  onGo,
}: {
  project: string;
  code: Exclude<ThinCode, "section_empty">;
  label: string;
  onLeave: () => void;
  onGo: (place: string) => void;
}) {
  const { submit: say } = words.value;
  const named = `${say.fix}: ${label}`;
  if (code === "budget_unknown") {
    return (
      <button
        type="button"
        class="button plain"
        aria-label={named}
        onClick={() => onGo("report-budget")}
      >
        {say.fix}
      </button>
    );
  }
  return (
    <a href={`/projects/${project}${MENDED[code]}`} aria-label={named} onClick={onLeave}>
      {say.fix}
    </a>
  );
}
