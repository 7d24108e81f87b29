import type { ComponentChildren } from "preact";
import type { ChangesView, Standing } from "../../../worker/progress/contract/changes.ts";
import { showNumber, showPercent } from "../../shared/i18n.ts";
import { Percent } from "../../shared/ui/percent.tsx";
import { words } from "./words.ts";

/** A difference with its sign: a real minus, and nothing before zero. */
export function signed(difference: number): string {
  const rounded = Math.round(difference * 10) / 10;
  const sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "±";
  return `${sign}${showNumber(Math.abs(rounded))}`;
}

/** The figures of both moments, and what lies between them. */
export function Standings({
  view: { since, until, before, after },
  project,
}: {
  view: ChangesView;
  project: string;
}) {
  const say = words.value;
  type Show = (standing: Standing, moment: string) => ComponentChildren;
  const percentAt: Show = ({ percent }, moment) => (
    <Percent project={project} moment={moment}>
      {showPercent(percent)}
    </Percent>
  );
  const counted = (field: "done" | "late" | "atRisk" | "stale", label: string) => ({
    label,
    show: (standing: Standing) => showNumber(standing[field]),
    difference: before && signed(after[field] - before[field]),
  });
  const apart =
    before && before.percent !== null && after.percent !== null
      ? say.points(signed(after.percent - before.percent))
      : null;
  const rows: readonly { label: string; show: Show; difference: string | null }[] = [
    { label: say.done, show: percentAt, difference: apart },
    counted("done", say.doneCount),
    counted("late", say.late),
    counted("atRisk", say.atRisk),
    counted("stale", say.stale),
  ];
  return (
    <div class="card">
      {before === null && <p class="soft">{say.absent}</p>}
      <dl class="standings">
        {rows.map(({ label, show, difference }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {before && <span class="soft">{show(before, since)} → </span>}
              <strong>{show(after, until)}</strong>
              {difference && <span class="standings-difference">{difference}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
