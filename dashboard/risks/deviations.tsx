import { useState } from "preact/hooks";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import type { DeviationView, RiskView } from "../../worker/risks/contract.ts";
import { showDate } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { Empty } from "../shared/ui/empty.tsx";
import { DeviationDrawer } from "./deviation-drawer.tsx";
import { NewDeviation } from "./deviation-form.tsx";
import { Filter } from "./filter.tsx";
import { fileIn } from "./risks.tsx";
import { riskWords } from "./shown.ts";
import { words } from "./words.ts";

/** What went otherwise than planned: a list, the newest first. */
export function Deviations({
  matrix,
  deviations,
  risks,
  manages,
  file,
}: {
  matrix: MatrixView;
  deviations: readonly DeviationView[];
  risks: readonly RiskView[];
  manages: boolean;
  file: string;
}) {
  const { deviations: say, exportCsv } = words.value;
  const [open, setOpen] = useParameter("deviation");
  const [adding, setAdding] = useState(false);
  const deviation = deviations.find(({ number }) => String(number) === open);
  return (
    <section aria-labelledby="deviations-title" class="register-part">
      <div class="section-head">
        <div>
          <h2 id="deviations-title">{say.title}</h2>
          <p>{say.intro}</p>
        </div>
        <div class="row">
          {manages && (
            <button type="button" class="button primary" onClick={() => setAdding(true)}>
              {say.add}
            </button>
          )}
          <a class="button" href={fileIn(file)} download aria-describedby="deviations-title">
            {exportCsv}
          </a>
        </div>
      </div>
      <List
        deviations={deviations}
        onOpen={({ number }) => setOpen(String(number), "in history")}
      />
      {deviation && (
        <DeviationDrawer
          key={deviation.number}
          matrix={matrix}
          deviation={deviation}
          risks={risks}
          manages={manages}
          onClose={() => setOpen(null)}
        />
      )}
      {adding && <NewDeviation matrix={matrix} risks={risks} onClose={() => setAdding(false)} />}
    </section>
  );
}

function List({
  deviations,
  onOpen,
}: {
  deviations: readonly DeviationView[];
  onOpen: (deviation: DeviationView) => void;
}) {
  const { deviations: say } = words.value;
  const [asked, setState] = useParameter("deviations");
  const chosen = asked === "resolved" || asked === "all" ? asked : "open";
  const count = (state: DeviationView["state"]) =>
    deviations.filter((one) => one.state === state).length;
  const shown = deviations.filter(({ state }) => chosen === "all" || state === chosen);
  return (
    <>
      <Filter
        label={say.title}
        choices={say.filters}
        counts={{ open: count("open"), resolved: count("resolved"), all: deviations.length }}
        chosen={chosen}
        onChoose={(state) => setState(state === "open" ? null : state)}
      />
      {shown.length === 0 ? (
        <Empty said={deviations.length === 0 ? say.empty : say.emptyFilter}>
          {deviations.length > 0 && (
            <button type="button" class="button" onClick={() => setState("all")}>
              {say.filters.all}
            </button>
          )}
        </Empty>
      ) : (
        <ol class="card long register-list" aria-label={say.title}>
          {shown.toSorted(newestFirst).map((deviation) => (
            <Line key={deviation.number} deviation={deviation} onOpen={() => onOpen(deviation)} />
          ))}
        </ol>
      )}
    </>
  );
}

const newestFirst = (one: DeviationView, other: DeviationView) =>
  other.noticedOn.localeCompare(one.noticedOn) || other.number - one.number;

function Line({ deviation, onOpen }: { deviation: DeviationView; onOpen: () => void }) {
  const { deviations: say, open } = words.value;
  const { deviationColumns, deviationStates } = riskWords();
  const { number, title, owner, noticedOn, resolvedOn, cause, effect, state } = deviation;
  return (
    <li class="register-line">
      <span class={state === "open" ? "chip at_risk" : "chip"}>{deviationStates[state]}</span>
      <div>
        <h3 lang="fi">
          {number}. {title}
        </h3>
        <p class="row small soft">
          <span>{say.noticed(showDate(noticedOn))}</span>
          {resolvedOn !== null && <span>{say.resolvedOn(showDate(resolvedOn))}</span>}
          <span lang="fi">{owner}</span>
        </p>
        <p class="register-text">
          <span class="soft">{deviationColumns.cause}:</span> <span lang="fi">{cause}</span>
        </p>
        <p class="register-text">
          <span class="soft">{deviationColumns.effect}:</span> <span lang="fi">{effect}</span>
        </p>
        <CorrectiveAction deviation={deviation} />
      </div>
      <button
        type="button"
        class="button"
        aria-label={`${open}: ${number}. ${title}`}
        onClick={onOpen}
      >
        {open}
      </button>
    </li>
  );
}

function CorrectiveAction({ deviation: { correctiveAction } }: { deviation: DeviationView }) {
  if (correctiveAction === "") {
    return <p class="register-text">{words.value.deviations.noAction}</p>;
  }
  return (
    <p class="register-text">
      <span class="soft">{riskWords().deviationColumns.correctiveAction}:</span>{" "}
      <span lang="fi">{correctiveAction}</span>
    </p>
  );
}
