import { plural, showDate, showNumber } from "../../shared/i18n.ts";
import { daysBetween, type Due, dueNext, dueWithin } from "../steering/figures.ts";
import { placesOf } from "../steering/finding.ts";
import { aheadDays } from "../steering/terms.ts";
import type { Standing } from "../steering/use-steering.ts";
import { words } from "../steering/words.ts";
import { Fitting } from "./fitting.tsx";
import { Head } from "./head.tsx";

/** What falls due in the next days and is still open, by milestone and municipality. */
export function StepsScreen({ standing: { matrix, summary, day } }: { standing: Standing }) {
  const say = words.value;
  const due = dueWithin(matrix, day, aheadDays);
  const { late } = summary.total;
  return (
    <section class="screen steps-screen">
      <Head
        name={say.screens.steps}
        finding={due.length === 0 ? say.noSteps : plural(due.length, say.steps)}
      />
      <Fitting
        class="step-lines"
        items={(due.length > 0 ? due : dueNext(matrix, day)).map((one) =>
          line(one, day, matrix.municipalities.length),
        )}
      />
      {late > 0 && <p class="late-words">! {plural(late, say.overdue)}</p>}
    </section>
  );
}

function line({ milestone, dueOn, places }: Due, day: string, all: number) {
  const say = words.value;
  return (
    <li key={`${dueOn} ${milestone.number}`}>
      <p class="step-date">
        <strong>{showDate(dueOn)}</strong>{" "}
        <span class="soft">{say.inDays(showNumber(daysBetween(day, dueOn)))}</span>
      </p>
      <div>
        <p lang="fi">
          {milestone.number}. {milestone.title}
        </p>
        <p class="soft">
          {showNumber(places.length)}: {placesOf(places, all)}
        </p>
      </div>
    </li>
  );
}
