import type { SectionVersion } from "../../../worker/reporting/contract/reports.ts";
import { messages, showMoment } from "../../shared/i18n.ts";
import { usePages } from "../../shared/pages.ts";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { More } from "../../shared/ui/more.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { Prose } from "./prose.tsx";
import { draftOf } from "./section-draft.ts";
import { words } from "./words.ts";

/** The texts that a section had: when and by whom; one can be put back, as a new version. */
export function VersionsDialog({
  project,
  number,
  section,
  title,
  onClose,
}: {
  project: string;
  number: number;
  section: string;
  title: string;
  onClose: () => void;
}) {
  const { versions: say } = words.value;
  const path = `/api/projects/${project}/reports/${number}/sections/${section}/versions`;
  const versions = usePages<SectionVersion>(path);
  const putBack = (text: string, saved: SectionVersion) => {
    const draft = draftOf({ project, number, section }, saved);
    draft.type(text);
    void draft.flush();
    onClose();
  };
  return (
    <Dialog kind="drawer" title={<h2>{say.title(title)}</h2>} onClose={onClose}>
      <Reading of={versions} height="40vh">
        {([newest, ...older]) =>
          newest === undefined ? (
            <p>{say.none}</p>
          ) : (
            <>
              <ol class="report-versions">
                <li>
                  <VersionHead version={newest} note={say.newest} />
                  <Prose text={newest.text} />
                </li>
                {older.map((one) => (
                  <li key={one.version}>
                    <details>
                      <summary>
                        <VersionHead version={one} />
                      </summary>
                      <Prose text={one.text} />
                      <button
                        type="button"
                        class="button"
                        aria-label={`${say.back}: ${say.version(one.version)}`}
                        onClick={() => putBack(one.text, newest)}
                      >
                        {say.back}
                      </button>
                    </details>
                  </li>
                ))}
              </ol>
              <More of={versions} label={say.more} />
            </>
          )
        }
      </Reading>
    </Dialog>
  );
}

function VersionHead({ version, note }: { version: SectionVersion; note?: string }) {
  const { versions: say } = words.value;
  const { at, actorName, role } = version;
  return (
    <span>
      <strong>{say.version(version.version)}</strong>
      {note && ` (${note})`} · <time dateTime={at}>{showMoment(at)}</time> ·{" "}
      {actorName || say.erased} ({messages.value.roles[role]})
    </span>
  );
}
