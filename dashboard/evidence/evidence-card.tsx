import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { EvidenceView } from "../../worker/evidence/contract.ts";
import type { EvidenceState } from "../../worker/evidence/terms.ts";
import { WORDS } from "../../worker/evidence/words.ts";
import type { Declared } from "../../worker/progress/terms.ts";
import { language, showMoment, showNumber } from "../shared/i18n.ts";
import { mayDo, session } from "../shared/session.ts";
import { Glyph } from "../shared/ui/glyph.tsx";
import { type Review, ReviewDialog } from "./review-dialog.tsx";
import { words } from "./words.ts";
import "./evidence.css";

/** Signs that mean the same as the words beside them. */
const SIGNS: Readonly<Record<EvidenceState, Declared>> = {
  submitted: "in_progress",
  accepted: "done",
  rejected: "cancelled",
  withdrawn: "not_applicable",
};

/** One item: what it is, what has been said of it, and what who looks may do with it. */
export function EvidenceCard({
  item,
  heading: Heading,
  isPast,
  onSaved,
  children,
}: {
  item: EvidenceView;
  /** One below what stands above the list. */
  heading: "h3" | "h4";
  /** Whether a past day is looked at: nothing can be done then. */
  isPast: boolean;
  onSaved: (said: string) => Promise<void>;
  /** Where it belongs, where the page does not say so. */
  children?: ComponentChildren;
}) {
  const say = words.value;
  const { states, kinds } = WORDS[language.value];
  const reviewer = say.reviewedBy[item.state];
  return (
    <li class={`evidence ${item.state}`}>
      <div class="evidence-head">
        <Heading lang="fi">{item.title}</Heading>
        <span class={`chip ${item.state === "rejected" ? "late" : ""}`}>
          <Glyph status={SIGNS[item.state]} size={14} /> {states[item.state]}
        </span>
      </div>
      {children}
      <p class="soft small">
        {kinds[item.kind]} · {say.addedBy(item.addedByName, showMoment(item.addedAt))}
      </p>
      <Shown item={item} />
      {item.reviewedAt && (
        <p class="small">
          <span class="soft">
            {reviewer(item.reviewedByName ?? "", showMoment(item.reviewedAt))}
          </span>
          {item.review !== "" && (
            <>
              {": "}
              <span lang="fi">{item.review}</span>
            </>
          )}
        </p>
      )}
      {!isPast && <Deeds item={item} onSaved={onSaved} />}
    </li>
  );
}

/** What the item leads to: its file, its address or its record; and what it says of it. */
function Shown({ item }: { item: EvidenceView }) {
  const say = words.value;
  const { records } = WORDS[language.value];
  const { id, url, fileName, size, digest, record, note } = item;
  const known = Object.entries(records).find(([kind]) => kind === record?.kind)?.[1];
  return (
    <>
      {fileName !== null && size !== null && (
        <p>
          <a class="evidence-link" href={`/api/evidence/${id}/file`} download>
            {say.download(fileName)}
          </a>{" "}
          <span class="soft small">{say.size(size, showNumber)}</span>
        </p>
      )}
      {url !== null && (
        <p>
          <a class="evidence-link" href={url} target="_blank" rel="noopener noreferrer">
            {url}
            <span class="hidden-visually"> ({say.opens})</span>
          </a>
        </p>
      )}
      {record && (
        <p>
          {known ?? record.kind}{" "}
          <span class="soft small">{say.recordOf(showMoment(record.at))}</span>
        </p>
      )}
      {note !== "" && <p lang="fi">{note}</p>}
      {(digest ?? record?.hash) && (
        <details class="small">
          <summary>{say.digest}</summary>
          <code class="evidence-digest">{digest ?? record?.hash}</code>
        </details>
      )}
    </>
  );
}

function Deeds({
  item,
  onSaved,
}: {
  item: EvidenceView;
  onSaved: (said: string) => Promise<void>;
}) {
  const say = words.value;
  const [asked, setAsked] = useState<Review | null>(null);
  const deeds = deedsOf(item);
  const isOwn = item.addedBy === session.value?.actor?.id;
  const waits = item.state === "submitted" && mayDo("evidence.review", { project: item.project });
  return (
    <>
      {isOwn && waits && <p class="soft small">{say.own}</p>}
      {deeds.length > 0 && (
        <div class="row">
          {deeds.map((deed) => (
            <button
              key={deed}
              type="button"
              class="button"
              aria-label={`${say[deed]}: ${item.title}`}
              onClick={() => setAsked(deed)}
            >
              {say[deed]}
            </button>
          ))}
        </div>
      )}
      {asked && (
        <ReviewDialog item={item} deed={asked} onSaved={onSaved} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

/** As the service decides it. */
function deedsOf(item: EvidenceView): Review[] {
  const { project, state, addedBy, municipalities } = item;
  if (state === "withdrawn") return [];
  const isOwn = addedBy === session.value?.actor?.id;
  const reviews = !isOwn && mayDo("evidence.review", { project });
  const leads = mayDo("plan.change", { project });
  const owns =
    isOwn &&
    municipalities.every((municipality) => mayDo("evidence.add", { project, municipality }));
  return [
    ...(reviews && state !== "accepted" ? (["accept"] as const) : []),
    ...(reviews && state !== "rejected" ? (["reject"] as const) : []),
    ...(leads || (owns && state !== "accepted") ? (["withdraw"] as const) : []),
  ];
}
