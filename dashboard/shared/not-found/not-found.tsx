import { useLocation } from "preact-iso";
import type { SearchView } from "../../../worker/search/contract.ts";
import { asked } from "../asked.ts";
import { linksOf, searchPath } from "../found.ts";
import { messages } from "../i18n.ts";
import { useRead } from "../query.ts";
import { session } from "../session.ts";
import { useTitle } from "../title.ts";
import { Worded } from "../ui/worded.tsx";
import { ready, words } from "./words.ts";
import "./not-found.css";

/** Words of addresses that name no thing. */
const PLACES = /^(projects|municipalities|milestones|[a-z]{1,2})$/;
const offeredMax = 6;

/** Where there is no page: what may have been meant by what stands in the address, and ways on. */
export function NotFound() {
  return (
    <Worded by={{ ready }} height="15rem">
      <Lost />
    </Worded>
  );
}

function Lost() {
  const say = words.value;
  const { nav, toProjects } = messages.value;
  useTitle(say.title);
  const isKnown = Boolean(session.value?.actor);
  return (
    <div class="card not-found">
      <h1>{say.title}</h1>
      <p class="lead">{say.text}</p>
      {isKnown && <Meant />}
      <div class="row">
        <a class="button primary" href="/">
          {toProjects}
        </a>
        {isKnown && (
          <>
            <button
              type="button"
              class="button"
              aria-haspopup="dialog"
              onClick={() => {
                asked.value = "search";
              }}
            >
              {say.search}
            </button>
            <a href="/account">{nav.account}</a>
          </>
        )}
      </div>
    </div>
  );
}

/** The things whose names are nearest to the words of the address, its last word first. */
function Meant() {
  const say = words.value;
  const { path } = useLocation();
  const [last, before] = path
    .split("/")
    .map(readable)
    .filter((word) => word !== "" && !PLACES.test(word))
    .toReversed();
  const read = (word: string | undefined) => (word ? searchPath(word, offeredMax) : null);
  const found = [useRead<SearchView>(read(last)), useRead<SearchView>(read(before))];
  const links = found
    .flatMap(({ data }) => data?.items ?? [])
    .flatMap((one) => linksOf(one, before ?? null).slice(0, 1));
  const different = [...new Map(links.map((link) => [link.href, link])).values()]
    .filter(({ href }) => href !== path)
    .slice(0, offeredMax);
  if (different.length === 0) return null;
  return (
    <nav aria-labelledby="meant-title">
      <h2 id="meant-title">{say.meant}</h2>
      <ul>
        {different.map(({ href, title, detail, isFinnish }) => (
          <li key={href}>
            <a href={href} lang={isFinnish ? "fi" : undefined}>
              {title}
            </a>{" "}
            <span class="soft small">{detail}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A part of an address as words; what cannot be decoded stays as it is. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll(/[-_]/g, " ").slice(0, 100).trim();
  } catch {
    return part.slice(0, 100);
  }
}
