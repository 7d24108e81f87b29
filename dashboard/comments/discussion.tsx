import { useState } from "preact/hooks";
import type { Thread, ThreadList } from "../../worker/comments/contract.ts";
import { send } from "../shared/api.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { language, showNumber } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { usePages } from "../shared/pages.ts";
import { refresh, useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { ChoiceField } from "../shared/ui/field.tsx";
import { More } from "../shared/ui/more.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { Composer } from "./composer.tsx";
import { forgetDraft } from "./drafts.ts";
import { ThreadCard } from "./thread-card.tsx";
import { useDeed } from "./use-deed.ts";
import { ready, words } from "./words.ts";
import "./comments.css";

type Place = { readonly code: string; readonly name: string };
type Shown = {
  project: string;
  milestone: number;
  /** The cells that it can be about; none where the milestone has but one, or has ended. */
  places: readonly Place[];
};

/** What people say to each other of a milestone. Nothing for who may not see it. */
export function Discussion(shown: Shown) {
  if (!mayDo("comment.view", { project: shown.project })) return null;
  return (
    <Worded by={{ ready }} height="20rem">
      <Threads {...shown} />
    </Worded>
  );
}

function Threads({ project, milestone, places }: Shown) {
  const say = words.value;
  const { asOf } = useAsOf();
  const [only, setOnly] = useParameter("thread");
  const [about, setAbout] = useParameter("about");
  const [resolved, setResolved] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const path = `/api/projects/${project}/milestones/${milestone}/comments`;
  const place = about === null ? "" : `&municipality=${about}`;
  const asked = only === null ? `&resolved=${resolved}${place}` : `&thread=${only}`;
  const whole = useRead<ThreadList>(`${path}?limit=1${place}`);
  const onDone = async (told: string) => {
    setSaid(told);
    await refresh(path);
    await refresh(`/api/projects/${project}/comments`);
  };
  const counts = whole.data?.counts;
  const isPast = asOf !== null;
  const mayWrite = !isPast && mayDo("comment.write", { project });
  const placeName = places.find(({ code }) => code === about)?.name ?? about;
  return (
    <section class="card discussion" id="discussion" aria-labelledby="discussion-title">
      <div class="section-head">
        <div>
          <h2 id="discussion-title">{say.title}</h2>
          <p>{isPast ? say.past : say.intro}</p>
        </div>
        {counts && (
          <Filter
            counts={counts}
            chosen={only === null ? resolved : null}
            onResolved={(one) => {
              setOnly(null);
              setResolved(one);
            }}
          />
        )}
      </div>
      {(only ?? about) !== null && (
        <p class="row">
          {only === null ? say.onlyPlace(placeName ?? "") : say.onlyOne}
          <button
            type="button"
            class="button plain"
            onClick={() => (only === null ? setAbout(null) : setOnly(null))}
          >
            {say.showAll}
          </button>
        </p>
      )}
      <p role="status" class={said ? "notice" : "hidden-visually"}>
        {said}
      </p>
      <div class={mayWrite ? "discussion-body" : undefined}>
        <List
          path={`${path}?limit=20${asked}`}
          empty={emptyOf(counts, resolved)}
          places={places}
          isPast={isPast}
          onDone={onDone}
        />
        {mayWrite && (
          <Beginning
            key={`${about} ${counts?.open} ${counts?.resolved}`}
            project={project}
            path={path}
            places={places}
            about={about}
            onDone={onDone}
          />
        )}
      </div>
      <p>
        <a
          class="small"
          href={`/api/projects/${project}/comments/export?lang=${language.value}`}
          download
        >
          {say.exportCsv}
        </a>
      </p>
    </section>
  );
}

type Counts = ThreadList["counts"];

/** What is said where no thread is shown. */
function emptyOf(counts: Counts | undefined, resolved: boolean): string {
  const say = words.value;
  if (counts && counts.open + counts.resolved === 0) return say.empty;
  return resolved ? say.emptyResolved : say.emptyOpen;
}

/** Open or resolved threads, and how many there are of each. */
function Filter({
  counts,
  chosen,
  onResolved,
}: {
  counts: Counts;
  /** Whether the resolved ones are shown; null where it is one alone. */
  chosen: boolean | null;
  onResolved: (resolved: boolean) => void;
}) {
  const say = words.value;
  return (
    <div class="row" role="group" aria-label={say.choose}>
      {(["open", "resolved"] as const).map((one) => (
        <button
          key={one}
          type="button"
          class="button"
          aria-pressed={chosen === (one === "resolved")}
          onClick={() => onResolved(one === "resolved")}
        >
          {say.filters[one]} <strong>{showNumber(counts[one])}</strong>
        </button>
      ))}
    </div>
  );
}

/** A page of threads, and more of them on demand. */
function List({
  path,
  empty,
  places,
  isPast,
  onDone,
}: {
  path: string;
  empty: string;
  places: readonly Place[];
  isPast: boolean;
  onDone: (said: string) => Promise<void>;
}) {
  const { more } = useAsOf();
  const threads = usePages<Thread>(path);
  const placeOf = ({ project, milestone, municipality }: Thread) => {
    const found = places.find(({ code }) => code === municipality);
    const href = `/projects/${project}/milestones/${milestone}?cell=${milestone}-${municipality}`;
    return found ? { name: found.name, href: `${href}${more}` } : null;
  };
  return (
    <Reading of={threads} height="8rem">
      {(found) =>
        found.length === 0 ? (
          <p class="soft">{empty}</p>
        ) : (
          <div>
            <ul class="threads">
              {found.map((thread) => (
                <ThreadCard
                  key={thread.id}
                  thread={thread}
                  place={placeOf(thread)}
                  isPast={isPast}
                  onDone={onDone}
                />
              ))}
            </ul>
            <More of={threads} label={words.value.more} />
          </div>
        )
      }
    </Reading>
  );
}

const whole = "";

/** Where a thread begins: what it is about, and its words. */
function Beginning({
  project,
  path,
  places,
  about,
  onDone,
}: Pick<Shown, "project" | "places"> & {
  path: string;
  about: string | null;
  onDone: (said: string) => Promise<void>;
}) {
  const say = words.value;
  const { busy, problem, attempt } = useDeed(onDone);
  const [place, setPlace] = useState(places.some(({ code }) => code === about) ? about : null);
  // With a space before it a code stays in its place among the keys of an object.
  const choices = Object.fromEntries(places.map(({ code, name }) => [` ${code}`, name] as const));
  return (
    <div class="discussion-begin">
      <h3>{say.begin}</h3>
      <Composer
        project={project}
        label={say.text}
        busy={busy}
        problem={problem}
        submit={say.write}
        draft={path}
        onSend={(text) =>
          void attempt(async () => {
            await send("POST", path, { body: { text, municipality: place } });
            forgetDraft(path);
            return say.saved.written;
          })
        }
      >
        {places.length > 0 && (
          <ChoiceField
            label={say.about}
            name="municipality"
            value={place === null ? whole : ` ${place}`}
            choices={{ [whole]: say.wholeMilestone, ...choices }}
            problem={problem}
            onChoose={(value) => setPlace(value === whole ? null : value.trim())}
          />
        )}
      </Composer>
    </div>
  );
}
