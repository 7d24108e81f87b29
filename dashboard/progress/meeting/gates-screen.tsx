import { showDate, showNumber, showPercent } from "../../shared/i18n.ts";
import { Percent } from "../../shared/ui/percent.tsx";
import { type Gate, gatesOf, type Open } from "../steering/figures.ts";
import { leftBefore, placesOf } from "../steering/finding.ts";
import { gateDays } from "../steering/gate-days.ts";
import type { Standing } from "../steering/use-steering.ts";
import { words } from "../steering/words.ts";
import { Fitting } from "./fitting.tsx";
import { Head } from "./head.tsx";

/** The phases with their gates, and what is open before the next one. */
export function GatesScreen({ standing: { matrix, summary, day } }: { standing: Standing }) {
  const say = words.value;
  const gates = gatesOf(matrix, summary, day);
  const next = gates.find(({ when }) => when === "next");
  // Before the next gate also what the ones before it have left open has to be done.
  const before = gates.filter(({ when }) => when === "passed" || when === "next");
  const asked = next ? before : gates;
  const open = asked.flatMap((gate) => gate.open);
  const left = leftBefore(asked);
  return (
    <section class="screen gates-screen">
      <Head
        name={say.screens.gates}
        finding={next ? say.gateNext(showNumber(next.number), left) : say.gatesPassed(left)}
      />
      <ol class="gate-cards">{gates.map((gate) => card(gate, matrix.project.slug))}</ol>
      <h2>{next ? say.openBefore : say.openAfter}</h2>
      <Fitting
        class="gate-open"
        items={open.map((one) => line(one, matrix.municipalities.length))}
      />
      <p class="gate-decisions soft">{say.noDecisions}</p>
    </section>
  );
}

function card(gate: Gate, project: string) {
  const say = words.value;
  const { number, name, startsOn, endsOn, percent, when, late } = gate;
  return (
    <li key={number} class={when} aria-current={when === "next" ? "step" : undefined}>
      <p>
        <strong>
          {number}. <span lang="fi">{name}</span>
        </strong>
      </p>
      <p class="gate-percent">
        <strong>
          <Percent project={project} part={`phase-${number}`}>
            {showPercent(percent)}
          </Percent>
        </strong>{" "}
        {say.done}
      </p>
      <p class="soft">
        {showDate(startsOn)}–{showDate(endsOn)}
      </p>
      <p>
        ◆ {say.gate} {gateDays(gate)}
      </p>
      <p>
        {leftBefore([gate])}
        {late > 0 && <span class="late-words">, {say.ofWhichLate(showNumber(late))}</span>}
      </p>
    </li>
  );
}

function line({ milestone, places, late }: Open, all: number) {
  const say = words.value;
  return (
    <li key={milestone.number}>
      <p>
        <span lang="fi">
          {milestone.number}. {milestone.title}
        </span>{" "}
        {late > 0 && <strong class="late-words">! {say.ofWhichLate(showNumber(late))}</strong>}
      </p>
      <p class="soft">{placesOf(places, all)}</p>
    </li>
  );
}
