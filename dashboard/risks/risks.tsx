import { useState } from "preact/hooks";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import type { DeviationView, RiskView } from "../../worker/risks/contract.ts";
import { language, showDate } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { Empty } from "../shared/ui/empty.tsx";
import { Filter } from "./filter.tsx";
import { HeatMap, LevelMark, squareOf } from "./heat-map.tsx";
import { RiskDrawer } from "./risk-drawer.tsx";
import { NewRisk } from "./risk-form.tsx";
import { riskWords } from "./shown.ts";
import { words } from "./words.ts";

/** The map of open risks, and the list of all, the highest first. */
export function Risks({
  matrix,
  risks,
  deviations,
  manages,
  file,
}: {
  matrix: MatrixView;
  risks: readonly RiskView[];
  deviations: readonly DeviationView[];
  manages: boolean;
  file: string;
}) {
  const say = words.value;
  const [open, setOpen] = useParameter("risk");
  const [square, setSquare] = useParameter("square");
  const [adding, setAdding] = useState(false);
  const risk = risks.find(({ number }) => String(number) === open);
  return (
    <section aria-labelledby="risks-title" class="register-part">
      <div class="section-head">
        <div>
          <h2 id="risks-title">{say.title}</h2>
          <p>{say.intro}</p>
        </div>
        <div class="row">
          {manages && (
            <button type="button" class="button primary" onClick={() => setAdding(true)}>
              {say.add}
            </button>
          )}
          <a class="button" href={fileIn(file)} download aria-describedby="risks-title">
            {say.exportCsv}
          </a>
        </div>
      </div>
      <HeatMap
        risks={risks.filter(({ state }) => state === "open")}
        square={square}
        onSquare={setSquare}
      />
      <List
        risks={risks}
        square={square}
        onAll={() => setSquare(null)}
        onOpen={({ number }) => setOpen(String(number), "in history")}
      />
      <p class="soft small">{say.inReports}</p>
      {risk && (
        <RiskDrawer
          key={risk.number}
          matrix={matrix}
          risk={risk}
          deviations={deviations.filter((one) => one.risk === risk.number)}
          manages={manages}
          onClose={() => setOpen(null)}
        />
      )}
      {adding && <NewRisk matrix={matrix} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** The address of a file in the language of the reader. */
export const fileIn = (path: string) =>
  `${path}${path.includes("?") ? "&" : "?"}lang=${language.value}`;

function List({
  risks,
  square,
  onAll,
  onOpen,
}: {
  risks: readonly RiskView[];
  square: string | null;
  onAll: () => void;
  onOpen: (risk: RiskView) => void;
}) {
  const say = words.value;
  const [asked, setState] = useParameter("state");
  const chosen = asked === "closed" || asked === "all" ? asked : "open";
  const count = (state: RiskView["state"]) => risks.filter((one) => one.state === state).length;
  const shown =
    square === null
      ? risks.filter(({ state }) => chosen === "all" || state === chosen)
      : risks.filter((risk) => risk.state === "open" && squareOf(risk) === square);
  const [likelihood, significance] = (square ?? "").split("-").map(Number);
  return (
    <>
      {square === null ? (
        <Filter
          label={say.title}
          choices={say.filters}
          counts={{ open: count("open"), closed: count("closed"), all: risks.length }}
          chosen={chosen}
          onChoose={(state) => setState(state === "open" ? null : state)}
        />
      ) : (
        <p class="row" role="status">
          {say.map.only(say.map.square(likelihood ?? 0, significance ?? 0))}
          <button type="button" class="button" onClick={onAll}>
            {say.map.all}
          </button>
        </p>
      )}
      {shown.length === 0 ? (
        <Empty said={risks.length === 0 ? say.empty : say.emptyFilter}>
          {risks.length > 0 && (
            <button type="button" class="button" onClick={() => setState("all")}>
              {say.filters.all}
            </button>
          )}
        </Empty>
      ) : (
        <ol class="card long register-list" aria-label={say.title}>
          {shown.toSorted(highestFirst).map((risk) => (
            <Line key={risk.number} risk={risk} onOpen={() => onOpen(risk)} />
          ))}
        </ol>
      )}
    </>
  );
}

const highestFirst = (one: RiskView, other: RiskView) =>
  other.level - one.level || one.number - other.number;

function Line({ risk, onOpen }: { risk: RiskView; onOpen: () => void }) {
  const say = words.value;
  const { number, title, description, likelihood, significance, owner } = risk;
  const { mitigation, closedBecause } = risk;
  return (
    <li class="register-line">
      <LevelMark level={risk.level} />
      <div>
        <h3 lang="fi">
          {number}. {title}
        </h3>
        <p class="row small soft">
          <span>
            {say.likelihood} {likelihood} × {say.significance.toLocaleLowerCase()} {significance}
          </span>
          <span lang="fi">{owner}</span>
          <span>{say.reviewed(showDate(risk.reviewedOn))}</span>
          {risk.reviewOverdue && <span class="chip late">{say.overdue}</span>}
        </p>
        {description !== "" && (
          <p lang="fi" class="register-text">
            {description}
          </p>
        )}
        <p class="register-text">
          <span class="soft">{riskWords().riskColumns.mitigation}:</span>{" "}
          <span lang="fi">{mitigation}</span>
        </p>
        {closedBecause !== null && (
          <p class="small" lang="fi">
            {say.closed(closedBecause)}
          </p>
        )}
      </div>
      <button
        type="button"
        class="button"
        aria-label={`${say.open}: ${number}. ${title}`}
        onClick={onOpen}
      >
        {say.open}
      </button>
    </li>
  );
}
