import { useState } from "preact/hooks";
import type { ChainProblem, VerifyView } from "../../worker/audit/contract/history.ts";
import { get } from "../shared/api.ts";
import { plural, showNumber } from "../shared/i18n.ts";
import { Copy } from "../shared/ui/copy.tsx";
import { Refused } from "../shared/ui/refused.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

type Outcome = {
  readonly facts: number;
  readonly subjects: number;
  readonly problems: readonly ChainProblem[];
  readonly seal: string;
  readonly isDone: boolean;
};

const NOTHING: Outcome = { facts: 0, subjects: 0, problems: [], seal: "", isDone: false };
const shownMax = 50;

/** Whether the history is whole: checked here page by page, or in a file by whoever takes it. */
export function VerifyPanel({ path, whole }: { path: string; whole: string }) {
  const { verify: say, exportWhole, exportHelp } = words.value;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { busy, problem, attempt } = useWrite();
  const check = () =>
    attempt(async () => {
      setOutcome(NOTHING);
      for await (const so of outcomes(path)) setOutcome(so);
    });
  return (
    <details class="card verify">
      <summary>{say.title}</summary>
      <div class="fields">
        <p class="soft">{say.intro}</p>
        <div class="row">
          <button type="button" class="button primary" disabled={busy} onClick={check}>
            {outcome?.isDone ? say.again : say.begin}
          </button>
          <a class="button" href={whole} download>
            {exportWhole}
          </a>
        </div>
        <p class="soft small">{exportHelp}</p>
        <Refused problem={problem} />
        <div role="status">{outcome && !problem && <Told outcome={outcome} />}</div>
      </div>
    </details>
  );
}

async function* outcomes(path: string): AsyncGenerator<Outcome> {
  let so = NOTHING;
  let next: number | null = 0;
  while (next !== null) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins with the seal of the one before
    const page: VerifyView = await get<VerifyView>(`${path}&after=${next}&seal=${so.seal}`);
    next = page.next;
    so = {
      facts: so.facts + page.facts,
      subjects: so.subjects + page.subjects,
      problems: [...so.problems, ...page.problems],
      seal: page.seal,
      isDone: next === null,
    };
    yield so;
  }
}

function Told({ outcome: { facts, subjects, problems, seal, isDone } }: { outcome: Outcome }) {
  const { verify: say } = words.value;
  if (!isDone) return <p>{say.progress(showNumber(facts))}</p>;
  if (problems.length > 0) {
    return (
      <div class="notice bad">
        <p>
          <strong>{plural(problems.length, say.broken)}</strong>
        </p>
        <ul>
          {problems.slice(0, shownMax).map(({ subject, version, problem }) => (
            <li key={`${subject} ${version} ${problem}`}>
              <code>{version === null ? subject : say.at(subject, String(version))}</code>{" "}
              {say.problems[problem]}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <>
      <p>
        <strong>✓ {say.holds(showNumber(facts), showNumber(subjects))}</strong>
      </p>
      <Copy label={say.seal} text={seal} say={say} />
      <p class="soft small">{say.sealHelp}</p>
    </>
  );
}
