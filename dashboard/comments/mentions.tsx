import { useEffect, useRef } from "preact/hooks";
import type { MentionList, MentionView } from "../../worker/comments/contract.ts";
import { send } from "../shared/api.ts";
import { plural, showMoment } from "../shared/i18n.ts";
import { usePages } from "../shared/pages.ts";
import { refresh, useRead } from "../shared/query.ts";
import { useTitle } from "../shared/title.ts";
import { More } from "../shared/ui/more.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { authorOf } from "./comment-card.tsx";
import { Said } from "./said.tsx";
import { ready, words } from "./words.ts";
import "./comments.css";

const newest = "/api/mentions?limit=1";

/** How many times one was named anew, and the way there; nothing where there is nothing new. */
export function NewMentions() {
  const found = useRead<MentionList>(newest);
  if (!ready.value || !found.data || found.data.unseen === 0) return null;
  return (
    <a class="chip fresh" href="/mentions">
      {plural(found.data.unseen, words.value.mentions.unseen)}
    </a>
  );
}

/** All comments that name who looks. Looking takes the marks of what is new away. */
export function MentionsPage() {
  return (
    <Worded by={{ ready }}>
      <List />
    </Worded>
  );
}

function List() {
  const say = words.value.mentions;
  const all = usePages<MentionView>("/api/mentions?limit=20");
  const isTold = useRef(false);
  useTitle(say.title);
  const isNew = all.data?.some(({ seenAt }) => seenAt === null) ?? false;
  useEffect(() => {
    if (!isNew || isTold.current) return;
    isTold.current = true;
    // This page goes on to show what was new until it is read again; the first page does not.
    void send("POST", "/api/mentions/seen")
      .then(() => refresh(newest))
      .catch(() => undefined);
  }, [isNew]);
  return (
    <section class="mentions-page" aria-labelledby="mentions-title">
      <h1 id="mentions-title">{say.title}</h1>
      <p class="lead">{say.intro}</p>
      <Reading of={all} height="40vh">
        {(found) =>
          found.length === 0 ? (
            <p class="card">{say.empty}</p>
          ) : (
            <div class="card mentions">
              <ul class="threads">
                {found.map((mention) => (
                  <Mention key={mention.comment.id} mention={mention} />
                ))}
              </ul>
              <More of={all} label={words.value.more} />
            </div>
          )
        }
      </Reading>
    </section>
  );
}

function Mention({
  mention: { comment, milestoneTitle, projectName, seenAt },
}: {
  mention: MentionView;
}) {
  const say = words.value;
  const { project, milestone, text, mentions, state } = comment;
  const thread = comment.thread ?? comment.id;
  return (
    <li class={seenAt === null ? "thread fresh" : "thread"}>
      <h2>
        <a
          href={`/projects/${project}/milestones/${milestone}?thread=${thread}#discussion`}
          lang="fi"
        >
          {milestone}. {milestoneTitle}
        </a>
      </h2>
      <p class="row small">
        {seenAt === null && <span class="chip fresh">{say.mentions.fresh}</span>}
        <span class="soft" lang="fi">
          {projectName}
        </span>
        <strong>{authorOf(comment)}</strong>
        <span class="soft">{showMoment(comment.writtenAt)}</span>
      </p>
      {text === null ? (
        <p class="soft">{say.states[state](comment.removedBecause ?? "")}</p>
      ) : (
        <Said text={text} mentions={mentions} />
      )}
    </li>
  );
}
