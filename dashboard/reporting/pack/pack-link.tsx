import { useState } from "preact/hooks";
import type { PackContents } from "../../../worker/audit/contract/packs.ts";
import { showNumber } from "../../shared/i18n.ts";
import { useRead } from "../../shared/query.ts";
import { mayDo } from "../../shared/session.ts";
import { Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { ready, words } from "./words.ts";
import "./pack.css";

type Of = { project: string; report: number; edition: number };

/** Whether who looks may take the pack: it holds internal notes. */
const mayTake = (project: string) =>
  (["evidence.view", "history.view", "progress.notes"] as const).every((action) =>
    mayDo(action, { project }),
  );

/** The evidence pack of an edition, to be saved; nothing for who may not take it. */
export function PackLink({ project, report, edition }: Of) {
  if (edition === 0 || !mayTake(project)) return null;
  return (
    <Worded by={{ ready }} height="4rem">
      <Pack project={project} report={report} edition={edition} />
    </Worded>
  );
}

const kilobyte = 1000;

const sizeOf = (bytes: number) =>
  bytes < kilobyte * kilobyte
    ? `${showNumber(Math.ceil(bytes / kilobyte))} kB`
    : `${showNumber(Math.round(bytes / kilobyte / 100) / 10)} MB`;

/** What it holds is asked for once it is opened: a list can have many. */
function Pack({ project, report, edition }: Of) {
  const say = words.value;
  const [isOpen, setOpen] = useState(false);
  const path = `/api/projects/${project}/reports/${report}/pack`;
  const read = useRead<PackContents>(isOpen ? `${path}/contents?edition=${edition}` : null);
  return (
    <details class="card pack-link" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say.title}</summary>
      <p class="small">{say.intro}</p>
      {isOpen && (
        <Reading of={read} height="4rem">
          {({ facts, items, parts }) => (
            <>
              <p class="small soft">
                {say.holds(
                  showNumber(facts),
                  showNumber(items),
                  sizeOf(parts.reduce((sum, { size }) => sum + size, 0)),
                )}
              </p>
              <ul class="row">
                {parts.map(({ part }) => (
                  <li key={part}>
                    <a class="button" href={`${path}?edition=${edition}&part=${part}`} download>
                      {parts.length === 1 ? say.download : say.part(part, parts.length)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Reading>
      )}
    </details>
  );
}
