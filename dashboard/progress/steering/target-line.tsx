import { showNumber } from "../../shared/i18n.ts";
import { isMet, type Target } from "./figures.ts";
import { words } from "./words.ts";
import "./target-line.css";

/** A target as a line of a list: its name, a bar as far as it has come, and the figures. */
export function targetLine(target: Target) {
  const { milestone, value, share, reached, counted, unknown } = target;
  const say = words.value;
  const { number, title, unit, goal, scope } = milestone;
  const withUnit = (amount: number | null) =>
    amount === null ? "–" : `${showNumber(amount)} ${unit ?? ""}`.trim();
  return (
    <li key={number} class="target-line">
      <p class="target-line-name" lang="fi">
        {number}. {title}
      </p>
      <p class="target-line-value">
        <strong>
          {counted === 0
            ? say.nothingToCount
            : scope === "project"
              ? withUnit(value)
              : say.reachedIn(showNumber(reached), showNumber(counted))}
        </strong>{" "}
        {isMet(target) && <span class="target-line-met">✓ {say.met}</span>}
      </p>
      <div class="target-line-bar" aria-hidden="true">
        <span style={{ width: `${(share ?? 0) * 100}%` }} />
      </div>
      <p class="target-line-goal soft">
        {scope === "project" ? say.goalAll(withUnit(goal)) : say.goalEach(withUnit(goal))}
        {unknown > 0 && `, ${say.unknown(showNumber(unknown))}`}
      </p>
    </li>
  );
}
