import { DECLARED } from "../../worker/progress/terms.ts";
import { messages, words } from "../shared/i18n.ts";
import { StatusMark } from "../shared/ui/glyph.tsx";

/** What the signs of the matrix mean. */
export function MatrixLegend() {
  const { matrix: say, truths } = messages.value;
  const { declared, evidence } = words.value;
  return (
    <ul class="matrix-legend small" aria-label={say.legend}>
      {DECLARED.map((status) => (
        <li key={status}>
          <StatusMark status={status} />
          {declared[status]}
        </li>
      ))}
      <li>
        <span class="cell-sign late" aria-hidden="true" /> {say.lateMark}
      </li>
      <li>
        <span class="cell-sign at_risk" aria-hidden="true" /> {say.riskMark}
      </li>
      <li>
        <span class="cell-sign stale" aria-hidden="true" /> {say.staleMark}
      </li>
      {(["accepted", "submitted", "rejected"] as const).map((one) => (
        <li key={one}>
          <span class={`cell-sign proof ${one}`} aria-hidden="true" /> {truths.evidence}:{" "}
          {evidence[one]}
        </li>
      ))}
    </ul>
  );
}
