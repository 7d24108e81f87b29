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
  const { asOf, more } = useAsOf();
  const [only, setOnly] = useParameter("thread");
  const [about, setAbout] = useParameter("about");
  const [resolved, setResolved] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const home = `/projects/${project}/milestones/${milestone}`;
  const path = `/api${home}/comments`;
  const place = about === null ? "" : `&municipality=${about}`;
  const asked = only === null ? `&resolved=${resolved}${place}` : `&thread=${only}`;
  const threads = usePages<Thread>(`${path}?limit=20${asked}`);
  const whole = useRead<ThreadList>(`${path}?limit=1${place}`);
  const onDone = async (told: string) => {
    setSaid(told);
    await refresh(path);
    await refresh(`/api/projects/${project}/comments`);
  };
  const nameOf = (code: string | null) => places.find((one) => one.code === code)?.name ?? code;
  const counts = whole.data?.counts;
  const isPast = asOf !== null;
  const mayWrite = !isPast && mayDo("comment.write", { project });
  const empty =
    counts && counts.open + counts.resolved === 0
      ? say.empty
      : resolved
        ? say.emptyResolved
        : say.emptyOpen;
  return (
    <section class="card discussion" id="discussion" aria-labelledby="discussion-title">
      <div class="section-head">
        <div>
          <h2 id="discussion-title">{say.title}</h2>
          <p>{isPast ? say.past : say.intro}</p>
        </div>
        {counts && (
          <div class="row" role="group" aria-label={say.choose}>
            {(["open", "resolved"] as const).map((one) => (
              <button
                key={one}
                type="button"
                class="button"
                aria-pressed={only === null && resolved === (one === "resolved")}
                onClick={() => {
                  setOnly(null);
                  setResolved(one === "resolved");
                }}
              >
                {say.filters[one]} <strong>{showNumber(counts[one])}</strong>
              </button>
            ))}
          </div>
        )}
      </div>
      {(only ?? about) !== null && (
        <p class="row">
          {only === null ? say.onlyPlace(nameOf(about) ?? "") : say.onlyOne}
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
        <div>
          <Reading of={threads} height="8rem">
            {(found) =>
              found.length === 0 ? (
                <p class="soft">{empty}</p>
              ) : (
                <>
                  <ul class="threads">
                    {found.map((thread) => (
                      <ThreadCard
                        key={thread.id}
                        thread={thread}
                        place={
                          thread.municipality === null || places.length === 0
                            ? null
                            : {
                                name: nameOf(thread.municipality) ?? "",
                                href: `${home}?cell=${milestone}-${thread.municipality}${more}`,
                              }
                        }
                        isPast={isPast}
                        onDone={onDone}
                      />
                    ))}
                  </ul>
                  <More of={threads} label={say.more} />
                </>
              )
            }
          </Reading>
        </div>
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
        onSend={(text) =>
          void attempt(async () => {
            await send("POST", path, { body: { text, municipality: place } });
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
