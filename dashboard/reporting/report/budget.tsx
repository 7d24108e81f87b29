import { useState } from "preact/hooks";
import type { ReportDetail } from "../../../worker/reporting/contract/reports.ts";
import { language, showPercent } from "../../shared/i18n.ts";
import { DetailsDialog } from "./details-dialog.tsx";
import { words } from "./words.ts";

const locales = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" } as const;

const showEuros = (amount: number) =>
  amount.toLocaleString(locales[language.value], {
    style: "currency",
    currency: "EUR",
    maximumFractionDigits: 2,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  });

/** What was granted, what of it has been used, and the share. */
export function Budget({
  report,
  budget,
  writes,
}: {
  report: ReportDetail;
  budget: ReportDetail["budget"];
  writes: boolean;
}) {
  const { budget: say } = words.value;
  const [isOpen, setOpen] = useState(false);
  const share = budget && budget.granted > 0 ? (budget.used / budget.granted) * 100 : null;
  return (
    <div id="report-budget" class="report-budget" role="group" aria-label={say.title}>
      {budget ? (
        <dl class="report-numbers">
          <Amount label={say.granted} shown={showEuros(budget.granted)} />
          <Amount label={say.used} shown={showEuros(budget.used)} />
          <Amount label={say.share} shown={showPercent(share)} />
        </dl>
      ) : (
        <p class="soft">{say.unknown}</p>
      )}
      {budget && budget.used > budget.granted && <p class="wrong">{say.over}</p>}
      {writes && (
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {budget ? say.change : say.add}
        </button>
      )}
      {isOpen && <DetailsDialog report={report} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Amount({ label, shown }: { label: string; shown: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{shown}</dd>
    </div>
  );
}
