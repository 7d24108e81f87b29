import { useRef, useState } from "preact/hooks";
import type { EvidenceView } from "../../worker/evidence/contract.ts";
import { WORDS } from "../../worker/evidence/words.ts";
import { type EvidenceKind, WHOLE_PROJECT } from "../../worker/projects/terms.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import type { CellSection } from "../shared/cell-sections.ts";
import { language } from "../shared/i18n.ts";
import { usePages } from "../shared/pages.ts";
import { refresh } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { Glyph } from "../shared/ui/glyph.tsx";
import { later } from "../shared/ui/later.tsx";
import { More } from "../shared/ui/more.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { AddDialog, type Where } from "./add-dialog.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import { ready, words } from "./words.ts";
import "./evidence.css";

const Retention = later(async () => (await import("../shared/retention/retention.tsx")).Retention);

/** What shows that a cell is where people say: its items, and how to add to them. */
export function CellEvidence(section: CellSection) {
  return (
    <Worded by={{ ready }}>
      <Section {...section} />
    </Worded>
  );
}

function Section({ matrix, cell: { milestone: number, municipality } }: CellSection) {
  const say = words.value;
  const { asOf, more } = useAsOf();
  const project = matrix.project.slug;
  const path = `/api/projects/${project}/evidence`;
  const items = usePages<EvidenceView>(
    `${path}?milestone=${number}&municipality=${municipality}${more}`,
  );
  const [said, setSaid] = useState<string | null>(null);
  const milestone = matrix.milestones.find((one) => one.number === number);
  if (!milestone) return null;
  const isPast = asOf !== null;
  const mayAdd = !isPast && mayDo("evidence.add", { project, municipality });
  const onSaved = async (told: string) => {
    setSaid(told);
    await refreshAll(project);
  };
  return (
    <section class="evidence-section" aria-labelledby="cell-evidence-title">
      <h3 id="cell-evidence-title">{say.inCell}</h3>
      <Asked kinds={milestone.evidenceKinds} items={items.data ?? []} />
      <Reading of={items} height="4rem">
        {(found) =>
          found.length === 0 ? (
            <p class="soft">{say.emptyHere}</p>
          ) : (
            <>
              <ul class="evidence-list">
                {found.map((item) => (
                  <EvidenceCard
                    key={item.id}
                    item={item}
                    heading="h4"
                    isPast={isPast}
                    onSaved={onSaved}
                  />
                ))}
              </ul>
              <More of={items} label={say.more} />
              <Retention project={project} />
            </>
          )
        }
      </Reading>
      <p role="status" class={said ? "notice" : "hidden-visually"}>
        {said}
      </p>
      {mayAdd && (
        <Adding
          where={{ project, milestone, municipality, places: placesOf(matrix, municipality) }}
          kind={missingOf(milestone.evidenceKinds, items.data ?? [])[0] ?? "file"}
          onAdded={({ title }) => onSaved(say.added(title))}
        />
      )}
    </section>
  );
}

/** What the views of a project say of evidence has changed. */
export async function refreshAll(project: string): Promise<void> {
  await refresh(`/api/projects/${project}`);
  await refresh("/api/portfolio");
}

/** The municipalities that who looks may add for. The whole project has no other. */
function placesOf({ project: { slug }, municipalities }: CellSection["matrix"], own: string) {
  if (own === WHOLE_PROJECT) return [];
  return municipalities.filter(({ code }) =>
    mayDo("evidence.add", { project: slug, municipality: code }),
  );
}

const isStanding = ({ state }: EvidenceView) => state === "submitted" || state === "accepted";

const missingOf = (asked: readonly EvidenceKind[], items: readonly EvidenceView[]) =>
  asked.filter((kind) => !items.some((item) => item.kind === kind && isStanding(item)));

/** The kinds that the milestone asks for, and whether each is there. */
function Asked({
  kinds,
  items,
}: {
  kinds: readonly EvidenceKind[];
  items: readonly EvidenceView[];
}) {
  const say = words.value;
  if (kinds.length === 0) return null;
  const missing = missingOf(kinds, items);
  return (
    <p class="row">
      <span>{say.asked}</span>
      {kinds.map((kind) => (
        <span key={kind} class="chip">
          <Glyph status={missing.includes(kind) ? "not_started" : "done"} size={14} />
          {WORDS[language.value].kinds[kind]}{" "}
          <span class="soft">{missing.includes(kind) ? say.missing : say.there}</span>
        </span>
      ))}
    </p>
  );
}

/** The button that adds, which also takes a file that is dropped on it. */
function Adding({
  where,
  kind,
  onAdded,
}: {
  where: Where;
  kind: EvidenceKind;
  onAdded: (item: EvidenceView) => Promise<void>;
}) {
  const say = words.value;
  const [open, setOpen] = useState(false);
  const [isOver, setOver] = useState(false);
  const dropped = useRef<File | null>(null);
  return (
    <div
      class={`evidence-drop${isOver ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        dropped.current = event.dataTransfer?.files[0] ?? null;
        setOpen(true);
      }}
    >
      <button
        type="button"
        class="button"
        onClick={() => {
          dropped.current = null;
          setOpen(true);
        }}
      >
        {say.add}
      </button>
      <span class="soft small" aria-hidden="true">
        {isOver ? say.dropHere : say.drop}
      </span>
      {open && (
        <AddDialog
          where={where}
          kind={dropped.current ? "file" : kind}
          dropped={dropped.current}
          onAdded={onAdded}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
