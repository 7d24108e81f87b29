import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { plural, showDate } from "../../shared/i18n.ts";
import { type Coming, comingDays } from "./coming.ts";
import { daysBetween } from "./measures.ts";
import { words } from "./words.ts";

/** The next days of a project: what is due on them, and which phase ends. */
export function ComingDays({ matrix }: { matrix: MatrixView }) {
  const { coming: say } = words.value;
  const days = comingDays(matrix);
  return (
    <section aria-labelledby="coming-title">
      <h2 id="coming-title">{say.title}</h2>
      {days.length === 0 && <p class="soft">{say.none}</p>}
      <ol class="coming">
        {days.map((day) => (
          <Day key={keyOf(day)} matrix={matrix} day={day} />
        ))}
      </ol>
    </section>
  );
}

const keyOf = (day: Coming) => (day.kind === "due" ? day.milestone.number : `gate ${day.on}`);

function Day({ matrix, day }: { matrix: MatrixView; day: Coming }) {
  const { coming: say } = words.value;
  const { first } = useAsOf();
  const left = daysBetween(matrix.asOf, day.on);
  return (
    <li>
      <span class="coming-on">
        <time dateTime={day.on}>{showDate(day.on)}</time>
        <span class="soft small">{left === 0 ? say.today : plural(left, say.inDays)}</span>
      </span>
      {day.kind === "due" ? (
        <span>
          <a href={`/projects/${matrix.project.slug}/milestones/${day.milestone.number}${first}`}>
            {day.milestone.number}. <span lang="fi">{day.milestone.title}</span>
          </a>{" "}
          <span class="soft small">
            {day.open === null ? say.project : plural(day.open, say.open)}
          </span>
        </span>
      ) : (
        <span>
          <span class="gate" aria-hidden="true" /> {say.gate(day.phase.number, day.phase.name)}
        </span>
      )}
    </li>
  );
}
