import { useLocation } from "preact-iso";
import type { ImportKind } from "../../worker/imports/terms.ts";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { plural } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo, session } from "../shared/session.ts";
import { Refused } from "../shared/ui/refused.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { ChangesCard } from "./changes-card.tsx";
import { ColumnsCard } from "./columns-card.tsx";
import { FileCard } from "./file-card.tsx";
import { Findings } from "./findings.tsx";
import type { Across } from "./labels.ts";
import { useImport } from "./use-import.ts";
import { ready, words } from "./words.ts";
import "./imports.css";

/** Bringing a spreadsheet in: the file, what its columns tell, what is wrong, what would change. */
export function ImportPage({ project }: { project: string }) {
  const matrix = useRead<MatrixView>(`/api/projects/${project}/progress`);
  return (
    <Worded by={{ ready }}>
      <Reading of={matrix} height="60vh">
        {(across) => (
          <Choosing project={project} across={across} grantedOn={across.project.grantedOn} />
        )}
      </Reading>
    </Worded>
  );
}

/** Whether somebody may say something of a project, be it of one municipality. */
function mayDeclare(project: string): boolean {
  const memberships = session.value?.actor?.memberships ?? [];
  return (
    mayDo("progress.declare", { project }) ||
    memberships.some(
      (one) =>
        one.project === project &&
        [...one.municipalities, ...one.deputyFor].some((municipality) =>
          mayDo("progress.declare", { project, municipality }),
        ),
    )
  );
}

type Choice = {
  readonly project: string;
  readonly across: Across;
  /** A plan that is granted is changed by amendments alone. */
  readonly grantedOn: string | null;
};

function Choosing({ project, across, grantedOn }: Choice) {
  const say = words.value;
  const { path, query, route } = useLocation();
  const kinds: readonly ImportKind[] = [
    ...(mayDeclare(project) ? (["progress"] as const) : []),
    ...(mayDo("plan.change", { project }) && grantedOn === null ? (["plan"] as const) : []),
  ];
  const kind = kinds.find((one) => one === query["kind"]) ?? kinds[0];
  return (
    <section class="import" aria-labelledby="import-title">
      <div class="section-head">
        <div>
          <h2 id="import-title">{say.title}</h2>
          <p>{kind ? say.intro : say.notAllowed}</p>
        </div>
      </div>
      {kind && (
        <Importing
          key={kind}
          project={project}
          kind={kind}
          kinds={kinds}
          across={across}
          onKind={(chosen) => route(`${path}?kind=${chosen}`, true)}
        />
      )}
    </section>
  );
}

type Props = {
  readonly project: string;
  readonly kind: ImportKind;
  readonly kinds: readonly ImportKind[];
  readonly across: Across;
  readonly onKind: (kind: ImportKind) => void;
};

/** The button that was pressed is gone: the keyboard goes on from what it has led to. */
const focusOn = (card: HTMLElement | null) => card?.focus();

function Importing({ project, kind, kinds, across, onKind }: Props) {
  const say = words.value;
  const importing = useImport(project, kind);
  const { view, busy, problem } = importing;
  if (view?.written) {
    return (
      <div class="card import-done" tabIndex={-1} ref={focusOn}>
        <p role="status">
          <strong>{plural(view.toChange, say.written)}</strong>
        </p>
        <p class="row">
          <a class="button primary" href={`/projects/${project}${kind === "plan" ? "/plan" : ""}`}>
            {say.see[kind]}
          </a>
          <button type="button" class="button" onClick={importing.restart}>
            {say.another}
          </button>
        </p>
      </div>
    );
  }
  const found = view && [
    plural(view.rows, say.rows),
    view.problemCount > 0 ? `${plural(view.problemCount, say.problems)}.` : "",
    `${plural(view.toChange, say.changes)}.`,
  ];
  return (
    <>
      <FileCard project={project} kind={kind} kinds={kinds} importing={importing} onKind={onKind} />
      <p role="status" class="hidden-visually">
        {busy === "reading" ? say.reading : found?.join(" ")}
      </p>
      <Refused problem={problem} />
      {view && (
        <>
          <ColumnsCard kind={kind} across={across} importing={importing} view={view} />
          <Findings view={view} />
          <ChangesCard kind={kind} importing={importing} view={view} />
        </>
      )}
    </>
  );
}
