import type { CellChange, CellDetail } from "../../worker/progress/contract/progress.ts";
import { messages, showDate, showNumber, words } from "../shared/i18n.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { ready, words as lazyWords } from "./words.ts";

type Side = Pick<CellDetail, "declared"> & { [Key in keyof CellChange]: unknown };

type Conflict = {
  current: CellDetail;
  mine: Side;
  busy: boolean;
  onKeepMine: () => void;
  onKeepTheirs: () => void;
};

/** Two people said something at once: both sides, and who decides. */
export function CellConflict(conflict: Conflict) {
  return (
    <Worded by={{ ready }} height="20rem">
      <BothSides {...conflict} />
    </Worded>
  );
}

function BothSides({ current, mine, busy, onKeepMine, onKeepTheirs }: Conflict) {
  const { conflict: say } = lazyWords.value;
  return (
    <section class="cell-form" role="alert">
      <h3>{say.title}</h3>
      <p>{say.text}</p>
      <div class="both-sides">
        <SideView title={say.theirs} side={current} />
        <SideView title={say.mine} side={mine} />
      </div>
      <div class="row">
        <button type="button" class="button primary" disabled={busy} onClick={onKeepMine}>
          {say.keepMine}
        </button>
        <button type="button" class="button" disabled={busy} onClick={onKeepTheirs}>
          {say.keepTheirs}
        </button>
      </div>
    </section>
  );
}

/** What one of the sides says, field by field. */
export function SideView({ title, side }: { title: string; side: Side }) {
  const { cell: say, truths } = messages.value;
  const rows = [
    [truths.declared, words.value.declared[side.declared]],
    [say.value, typeof side.value === "number" ? showNumber(side.value) : null],
    [say.doneOn, typeof side.doneOn === "string" ? showDate(side.doneOn) : null],
    [say.forecastOn, typeof side.forecastOn === "string" ? showDate(side.forecastOn) : null],
    [say.reason, side.reason],
    [say.unblock, side.unblock],
    [say.note, side.note],
  ].filter((row): row is [string, string] => typeof row[1] === "string" && row[1] !== "");
  return (
    <div class="card">
      <h4>{title}</h4>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt class="soft small">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
