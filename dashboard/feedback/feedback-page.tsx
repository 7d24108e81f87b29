import { useState } from "preact/hooks";
import type { FeedbackList, FeedbackView } from "../../worker/feedback/contract/feedback.ts";
import { answerDays, FEEDBACK_STATES } from "../../worker/feedback/terms.ts";
import { WORDS } from "../../worker/feedback/words/file.ts";
import { language, plural } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { usePages } from "../shared/pages.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { More } from "../shared/ui/more.tsx";
import { NotFound, Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { FeedbackCard } from "./feedback-card.tsx";
import { type Deed, FeedbackDeed } from "./feedback-deed.tsx";
import { ready, words } from "./words.ts";
import "./feedback.css";

/** For the county's administrator: what people wrote of the service, and what is still to answer. */
export function FeedbackPage() {
  if (!mayDo("feedback.manage")) return <NotFound />;
  return (
    <Worded by={{ ready }} height="80vh">
      <Feedback />
    </Worded>
  );
}

type Doing = { readonly feedback: FeedbackView; readonly deed: Deed };

function Feedback() {
  const { list: say } = words.value;
  useTitle(say.title);
  const [asked] = useParameter("state");
  const state = FEEDBACK_STATES.find((one) => one === asked) ?? "new";
  const path = `/api/feedback?state=${state}`;
  const pages = usePages<FeedbackView>(path);
  const [doing, setDoing] = useState<Doing | null>(null);
  return (
    <>
      <div class="section-head">
        <div>
          <h1>{say.title}</h1>
          <p class="lead">{say.intro(answerDays)}</p>
          <Waiting path={path} />
        </div>
        <a class="button" href={`/api/feedback/export?lang=${language.value}`} download>
          {say.export}
        </a>
      </div>
      <nav class="tabs" aria-label={say.states}>
        {FEEDBACK_STATES.map((one) => (
          <a
            key={one}
            href={one === "new" ? "/feedback" : `/feedback?state=${one}`}
            aria-current={one === state ? "page" : undefined}
          >
            {WORDS[language.value].states[one]}
          </a>
        ))}
      </nav>
      <Reading of={pages} height="50vh">
        {(items) =>
          items.length === 0 ? (
            <p class="card">{say.empty[state]}</p>
          ) : (
            <>
              <ul class="feedback-list">
                {items.map((feedback) => (
                  <FeedbackCard
                    key={feedback.id}
                    feedback={feedback}
                    onDo={(deed) => setDoing({ feedback, deed })}
                  />
                ))}
              </ul>
              <More of={pages} label={say.more} />
            </>
          )
        }
      </Reading>
      {doing && <FeedbackDeed {...doing} onClose={() => setDoing(null)} />}
    </>
  );
}

/** How much waits, and how much of it is late; the same answer as that of the list. */
function Waiting({ path }: { path: string }) {
  const { list: say } = words.value;
  const { data } = useRead<FeedbackList>(path);
  if (!data) return null;
  return (
    <p role="status" class="row">
      <strong>{plural(data.waiting, say.waiting)}</strong>
      {data.late > 0 && (
        <span class="chip late">
          <span aria-hidden="true">!</span>
          {plural(data.late, say.late)}
        </span>
      )}
    </p>
  );
}
