import { useState } from "preact/hooks";
import type { ThinView, ToldSection } from "../../../worker/reporting/contract/reports.ts";
import type { ThinCode } from "../../../worker/reporting/terms.ts";
import { plural } from "../../shared/i18n.ts";
import { useRead } from "../../shared/query.ts";
import { Confirm } from "../../shared/ui/confirm.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { moveReport, type Moving } from "./move.ts";
import { flushReport } from "./section-draft.ts";
import { words } from "./words.ts";

/** Where each kind of thin part is mended, below the project's address. */
const MENDED: Readonly<Record<Exclude<ThinCode, "section_empty" | "budget_unknown">, string>> = {
  no_data: "/progress?declared=no_data",
  stale: "/progress?mark=stale",
  disagreeing: "/attention?kind=disagreement",
  done_without_evidence: "/attention?kind=disagreement",
  late_without_reason: "/attention?kind=late",
  risk_review_overdue: "/attention?kind=risk_review_due",
  deviation_without_action: "/attention?kind=deviation_open",
};

/** Goes to a place of the page once the dialog is gone, and begins where one can do something. */
function goTo(id: string, close: () => void): void {
  close();
  setTimeout(() => {
    const place = document.getElementById(id);
    place?.scrollIntoView();
    place?.querySelector<HTMLElement>("textarea, button")?.focus({ preventScroll: true });
  });
}

/** Submits a report, after saying what is thin in it and what submitting means. */
export function SubmitDialog({
  report,
  sections,
  onDone,
  onClose,
}: Moving & { sections: readonly ToldSection[] }) {
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
      <ThinParts project={project} number={number} titleOf={titleOf} onLeave={onClose} />
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
}: {
  project: string;
  number: number;
  titleOf: (section: string) => string;
  onLeave: () => void;
}) {
  const { submit: say, thin: names } = words.value;
  const thin = useRead<ThinView>(`/api/projects/${project}/reports/${number}/thin`);
  return (
    <section aria-labelledby="thin-title">
      <h3 id="thin-title">{say.thin}</h3>
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
                          onClick={() => goTo(`section-${key}`, onLeave)}
                        >
                          {say.section(titleOf(key))}
                        </button>
                      ))
                    ) : (
                      <Fix
                        project={project}
                        code={code}
                        onLeave={onLeave}
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
    </section>
  );
}

function Fix({
  project,
  code,
  label,
  onLeave,
}: {
  project: string;
  code: Exclude<ThinCode, "section_empty">;
  label: string;
  onLeave: () => void;
}) {
  const { submit: say } = words.value;
  const named = `${say.fix}: ${label}`;
  if (code === "budget_unknown") {
    return (
      <button
        type="button"
        class="button plain"
        aria-label={named}
        onClick={() => goTo("report-budget", onLeave)}
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
