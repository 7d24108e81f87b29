import type { CellMove, ChangesView, Side } from "../../worker/progress/contract/changes.ts";
import { COMPARED } from "../../worker/progress/terms.ts";
import { WORDS } from "../../worker/progress/words/changes.ts";
import { language, messages, showDate, showNumber, words as status } from "../shared/i18n.ts";
import { StatusMark } from "../shared/ui/glyph.tsx";
import { words } from "./words.ts";
import "./attention-page.css";

/** The cells that moved, each with what it was and what it became. */
export function Moves({ view, project }: { view: ChangesView; project: string }) {
  const { changes: say } = words.value;
  const { items, moved } = view;
  if (items.length === 0) return <p class="card">{say.none}</p>;
  return (
    <div class="card long">
      <h3>{say.between}</h3>
      <ul class="moves">
        {items.map((move) => (
          <Move key={`${move.milestone} ${move.municipality}`} move={move} project={project} />
        ))}
      </ul>
      {moved > items.length && (
        <p class="soft">
          {showNumber(items.length)} / {showNumber(moved)}
        </p>
      )}
    </div>
  );
}

function Move({ move, project }: { move: CellMove; project: string }) {
  const { changes: say } = words.value;
  const { fields } = WORDS[language.value];
  const { milestone, title, municipality, name, before, after } = move;
  const moved = COMPARED.filter((field) => (before?.[field] ?? null) !== (after?.[field] ?? null));
  return (
    <li>
      <StatusMark status={after?.declared ?? "cancelled"} />
      <div>
        <p class="attention-what" lang="fi">
          <a href={`/projects/${project}?cell=${milestone}-${municipality}`}>
            {milestone}. {title}
          </a>
          <span class="soft"> · {name || messages.value.wholeProject}</span>
        </p>
        <ul class="moved-fields">
          {before === null && <li class="chip">{say.fresh}</li>}
          {after === null && <li class="chip">{say.left}</li>}
          {moved.map((field) => (
            <li key={field}>
              {fields[field]}: {before && <span class="soft">{shown(before, field)} → </span>}
              {after ? shown(after, field) : "–"}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function shown(side: Side, field: keyof Side): string {
  const { declared, schedule, evidence } = status.value;
  const value = side[field];
  if (field === "declared") return declared[side.declared];
  if (field === "schedule") return schedule[side.schedule];
  if (field === "evidence") return evidence[side.evidence];
  if (value === null) return "–";
  return typeof value === "number" ? showNumber(value) : showDate(value);
}
