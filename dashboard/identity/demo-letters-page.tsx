import type { DemoLetters } from "../../worker/identity/contract/session.ts";
import { showMoment } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { useTitle } from "../shared/title.ts";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { ready, words } from "./words.ts";
import "./sign-in-page.css";

type Letter = DemoLetters["items"][number];

/** In a demonstration: the letters that would have been mailed, newest first. */
export function DemoLettersPage() {
  return (
    <Worded by={{ ready }}>
      <Letters />
    </Worded>
  );
}

function Letters() {
  const { letters: say } = words.value;
  useTitle(say.title);
  const letters = useRead<DemoLetters>("/api/demo/letters");
  return (
    <>
      <div>
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
      </div>
      <Reading of={letters} height="50vh">
        {({ items }) =>
          items.length === 0 ? (
            <p class="card">{say.empty}</p>
          ) : (
            <ol class="letters">
              {items
                .toSorted((a, b) => b.number - a.number)
                .map((letter) => (
                  <LetterCard key={letter.number} letter={letter} />
                ))}
            </ol>
          )
        }
      </Reading>
    </>
  );
}

function LetterCard({ letter: { recipient, subject, body, at } }: { letter: Letter }) {
  const { letters: say } = words.value;
  return (
    <li class="card">
      <h2>{subject}</h2>
      <p class="soft small">
        {showMoment(at)} · {say.to}: {recipient}
      </p>
      <pre>{linked(body)}</pre>
    </li>
  );
}

/** The text with its links to this site made into links. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part) => {
    if (!URL.canParse(part)) return part;
    const { origin, href } = new URL(part);
    if (origin !== location.origin) return part;
    return (
      <a key={part} href={href}>
        {part}
      </a>
    );
  });
}
