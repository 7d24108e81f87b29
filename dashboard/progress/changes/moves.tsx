import type { CellMove, ChangesView, Side } from "../../../worker/progress/contract/changes.ts";
import { COMPARED, MOVES, type MoveKind } from "../../../worker/progress/terms.ts";
import { WORDS } from "../../../worker/progress/words/changes.ts";
import { language, messages, showDate, showNumber, words as status } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import type { Pages } from "../../shared/pages.ts";
import { StatusMark } from "../../shared/ui/glyph.tsx";
import { More } from "../../shared/ui/more.tsx";
import { words } from "./words.ts";
import "../attention-page.css";

const GROUPS = ["kind", "milestone", "municipality"] as const;
type Grouping = (typeof GROUPS)[number];

/** Groups of so many are open from the start. */
const fewMax = 10;

/** The cells that moved, each with what it was and what it became, in groups. */
export function Moves({ moves, project }: { moves: Pages<CellMove>; project: string }) {
  const say = words.value;
  const [asked, setGrouping] = useParameter("by");
  const grouping = GROUPS.find((one) => one === asked) ?? "kind";
  const items = moves.data ?? [];
  if (items.length === 0) return <p class="card">{say.none}</p>;
  return (
    <div class="card moves-card">
      <label class="row small moves-by">
        {say.by}
        <select value={grouping} onChange={({ currentTarget }) => setGrouping(currentTarget.value)}>
          {GROUPS.map((one) => (
            <option key={one} value={one}>
              {say.groups[one]}
            </option>
          ))}
        </select>
      </label>
      {[...grouped(items, grouping)].map(([title, group]) => (
        <details
          key={title}
          class="moves-group"
          open={grouping === "kind" || group.length <= fewMax}
        >
          <summary>
            <h3 lang={grouping === "milestone" ? "fi" : undefined}>
              {title} <span class="soft">{showNumber(group.length)}</span>
            </h3>
          </summary>
          {grouping === "kind" ? (
            <ByMilestone moves={group} project={project} />
          ) : (
            <ul class="moves">
              {group.map((move) => (
                <Move
                  key={`${move.milestone} ${move.municipality}`}
                  move={move}
                  project={project}
                />
              ))}
            </ul>
          )}
        </details>
      ))}
      <More of={moves} label={say.more} />
    </div>
  );
}

/** Under the title of their group, in the order of the groups. */
function grouped(items: readonly CellMove[], grouping: Grouping): Map<string, CellMove[]> {
  const { kinds } = WORDS[language.value];
  const titleOf = (move: CellMove) => {
    if (grouping === "kind") return kinds[move.kind];
    if (grouping === "milestone") return `${move.milestone}. ${move.title}`;
    return move.name || messages.value.wholeProject;
  };
  const order = (move: CellMove) => {
    if (grouping === "kind") return String(MOVES.indexOf(move.kind)).padStart(3, "0");
    if (grouping === "milestone") return String(move.milestone).padStart(6, "0");
    return move.name;
  };
  const sorted = items.toSorted((a, b) => order(a).localeCompare(order(b), language.value));
  return Map.groupBy(sorted, titleOf);
}

/** Moves of one kind: a line for each milestone, with the municipalities where it moved. */
function ByMilestone({ moves, project }: { moves: readonly CellMove[]; project: string }) {
  const lines = [...Map.groupBy(moves, ({ milestone }) => milestone)].toSorted(([a], [b]) => a - b);
  return (
    <ul class="moves">
      {lines.map(([milestone, places]) => (
        <li key={milestone}>
          <StatusMark status={places[0]?.after?.declared ?? "cancelled"} />
          <div>
            <p class="attention-what" lang="fi">
              {milestone}. {places[0]?.title}
            </p>
            <ul class="move-places">
              {places.map((move) => (
                <li key={move.municipality}>
                  <a href={addressOf(project, move)}>{move.name || messages.value.wholeProject}</a>
                  <Difference move={move} />
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  );
}

const addressOf = (project: string, { milestone, municipality }: CellMove) =>
  `/projects/${project}?cell=${milestone}-${municipality}`;

/** What a move's kind does not say by itself: from which date, value or status to which. */
const TOLD: Partial<Record<MoveKind, readonly (keyof Side)[]>> = {
  at_risk: ["forecastOn"],
  status: ["declared"],
  dates: ["dueOn", "forecastOn", "doneOn"],
  value: ["value"],
  evidence: ["evidence"],
};

function Difference({ move: { kind, before, after } }: { move: CellMove }) {
  const field = TOLD[kind]?.find((one) => (before?.[one] ?? null) !== (after?.[one] ?? null));
  if (!field || !after) return null;
  return (
    <span class="soft">
      {" "}
      {before && before[field] !== null && `${shown(before, field)} → `}
      {shown(after, field)}
    </span>
  );
}

/** What moved by what it comes to; choosing one shows those alone. */
export function MoveKinds({
  view,
  kind,
  onKind,
}: {
  view: ChangesView;
  kind: MoveKind | null;
  onKind: (kind: MoveKind | null) => void;
}) {
  const say = words.value;
  const { kinds } = WORDS[language.value];
  if (view.kinds.length === 0) return null;
  return (
    <div class="row move-kinds" role="group" aria-label={say.choose}>
      <button type="button" class="chip" aria-pressed={kind === null} onClick={() => onKind(null)}>
        {say.all} {showNumber(view.moved)}
      </button>
      {view.kinds.map((one) => (
        <button
          key={one.kind}
          type="button"
          class={`chip move-${one.kind}`}
          aria-pressed={kind === one.kind}
          onClick={() => onKind(kind === one.kind ? null : one.kind)}
        >
          {kinds[one.kind]} {showNumber(one.count)}
        </button>
      ))}
    </div>
  );
}

function Move({ move, project }: { move: CellMove; project: string }) {
  const say = words.value;
  const { fields } = WORDS[language.value];
  const { milestone, title, name, before, after } = move;
  const moved = COMPARED.filter((field) => (before?.[field] ?? null) !== (after?.[field] ?? null));
  return (
    <li>
      <StatusMark status={after?.declared ?? "cancelled"} />
      <div>
        <p class="attention-what" lang="fi">
          <a href={addressOf(project, move)}>
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
