import { messages, showPercent, showYears, today } from "../i18n.ts";
import { Percent } from "./percent.tsx";
import "./phase-ribbon.css";

type Phase = {
  readonly number: number;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly percent: number | null;
};

const daysOf = ({ startsOn, endsOn }: Pick<Phase, "startsOn" | "endsOn">) =>
  (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1;

/** The phases side by side, each as long as it lasts and filled as far as it is done. */
export function PhaseRibbon({
  project,
  phases,
  day = today(),
  compact = false,
}: {
  project: string;
  phases: readonly Phase[];
  /** The day that is looked at. */
  day?: string;
  compact?: boolean;
}) {
  const { phases: say } = messages.value;
  return (
    <ol class={compact ? "ribbon compact" : "ribbon"} aria-label={say.title}>
      {phases.map((phase) => {
        const current = phase.startsOn <= day && day <= phase.endsOn;
        const past = daysOf({ startsOn: phase.startsOn, endsOn: day }) / daysOf(phase);
        return (
          <li
            key={phase.number}
            class={day > phase.endsOn ? "past" : undefined}
            style={{ flexGrow: daysOf(phase) }}
            aria-current={current ? "step" : undefined}
          >
            <div class="ribbon-bar" aria-hidden="true">
              <span style={{ width: `${phase.percent ?? 0}%` }} />
            </div>
            {current && !compact && (
              <span class="ribbon-now" aria-hidden="true" style={{ left: `${past * 100}%` }} />
            )}
            <div class="ribbon-text">
              <span class="ribbon-number">
                {say.phase(phase.number)}
                {!compact && ` · ${showYears(phase.startsOn, phase.endsOn)}`}
              </span>
              {!compact && (
                <strong class="ribbon-name" lang="fi">
                  {phase.name}
                </strong>
              )}
              <span class="ribbon-percent">
                <Percent project={project} part={`phase-${phase.number}`}>
                  {compact ? showPercent(phase.percent) : say.percent(showPercent(phase.percent))}
                </Percent>
              </span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
