import { SIGNS } from "../../worker/progress/terms.ts";
import { plural } from "../shared/i18n.ts";
import { DateLine } from "./date-line.tsx";
import { aheadOf, type DateOfProject, type Item, signsOf } from "./items.ts";
import { useSignPath } from "./signs.tsx";
import { words } from "./words.ts";

const firstShown = 8;
const aheadAtOnce = 8;
const aheadShown = 20;

/** What needs a look in any of the projects, the weightiest sign first and the most of it. */
export function FirstList({ items }: { items: readonly Item[] }) {
  const say = words.value;
  const pathOf = useSignPath();
  const found = items
    .flatMap((item) => signsOf(item).map((one) => ({ ...one, project: item.project })))
    .toSorted(
      (one, other) =>
        SIGNS.indexOf(one.sign) - SIGNS.indexOf(other.sign) || other.count - one.count,
    );
  return (
    <section class="card" aria-labelledby="first-title">
      <h2 id="first-title">{say.first}</h2>
      {found.length === 0 ? (
        <p>{say.nothingFirst}</p>
      ) : (
        <>
          <p class="soft small">{say.firstHelp}</p>
          <ol class="first-list">
            {found.slice(0, firstShown).map(({ sign, count, project }) => (
              <li key={`${sign} ${project.slug}`}>
                <span class="one-line" lang="fi" title={project.name} aria-hidden="true">
                  {project.name}
                </span>
                <a class={`chip sign-${sign}`} href={pathOf(project.slug, sign)}>
                  {plural(count, say.signs[sign])}
                  <span class="hidden-visually">, {project.name}</span>
                </a>
              </li>
            ))}
          </ol>
          {found.length > firstShown && (
            <p class="soft small">{plural(found.length - firstShown, say.others)}</p>
          )}
        </>
      )}
    </section>
  );
}

/** What lies ahead of all of the projects together. */
export function AheadList({ items, asOf }: { items: readonly Item[]; asOf: string }) {
  const say = words.value;
  const ahead = aheadOf(items);
  return (
    <section class="card" aria-labelledby="ahead-title">
      <h2 id="ahead-title">{say.ahead}</h2>
      {ahead.length === 0 ? (
        <p>{say.nothingNext}</p>
      ) : (
        <>
          <p class="soft small">{say.aheadHelp}</p>
          <DateList ahead={ahead.slice(0, aheadAtOnce)} asOf={asOf} />
          {ahead.length > aheadAtOnce && (
            <details>
              <summary>
                {plural(Math.min(ahead.length, aheadShown) - aheadAtOnce, say.rest)}
              </summary>
              <DateList ahead={ahead.slice(aheadAtOnce, aheadShown)} asOf={asOf} />
            </details>
          )}
          {ahead.length > aheadShown && (
            <p class="soft small">{plural(ahead.length - aheadShown, say.later)}</p>
          )}
        </>
      )}
    </section>
  );
}

function DateList({ ahead, asOf }: { ahead: readonly DateOfProject[]; asOf: string }) {
  return (
    <ol class="ahead-list">
      {ahead.map((next) => (
        <li key={`${next.project.slug} ${next.kind} ${next.on} ${next.milestone ?? next.phase}`}>
          <DateLine next={next} project={next.project} asOf={asOf} />
          <p class="soft small one-line" lang="fi" title={next.project.name}>
            {next.project.name}
          </p>
        </li>
      ))}
    </ol>
  );
}
