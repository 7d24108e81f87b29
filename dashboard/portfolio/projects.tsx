import type { PortfolioView } from "../../worker/progress/contract/portfolio.ts";
import { chosenOf } from "../../worker/progress/terms.ts";
import type { ProgrammeView } from "../../worker/projects/contract/programmes.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { language, messages, plural, showDate, showNumber } from "../shared/i18n.ts";
import { Emblem } from "../shared/ui/emblem.tsx";
import { later } from "../shared/ui/later.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { AheadList, FirstList } from "./across.tsx";
import { useAsked } from "./asked.ts";
import { aheadOf, isSoon, type Item, signsOfAll } from "./items.ts";
import { ProjectCard } from "./project-card.tsx";
import { Forms, Tools } from "./tools.tsx";
import { ready, words } from "./words.ts";
import "./projects.css";

const TableForm = later(async () => (await import("./table-form.tsx")).TableForm, "80vh");

type Props = { view: PortfolioView; programmes: readonly ProgrammeView[] };

/** The projects as they are asked for, and what is first and next among all of them. */
export function Projects(props: Props) {
  return (
    <Worded by={{ ready }} height="80vh">
      <Shown {...props} />
    </Worded>
  );
}

function Shown({ view, programmes }: Props) {
  const say = words.value;
  const { asOf: past } = messages.value;
  const { asOf, setAsOf } = useAsOf();
  const { asked, isNarrowed, isTable, clear } = useAsked();
  const items = chosenOf(view.items, asked);
  return (
    <>
      <div class="portfolio-summary">
        <Total items={items} all={view.items.length} asOf={view.asOf} />
        <Forms />
      </div>
      <Tools programmes={programmes.filter(({ slug }) => hasProject(view, slug))} />
      {asOf && (
        <div class="notice row">
          <p>{past.past(showDate(asOf.slice(0, 10)))}</p>
          <button type="button" class="button" onClick={() => setAsOf(null)}>
            {past.now}
          </button>
        </div>
      )}
      {view.nextCursor !== null && <p class="notice">{say.cut}</p>}
      {items.length === 0 ? (
        <div class="card row">
          <p>{isNarrowed ? say.noneChosen : say.noneThen}</p>
          {isNarrowed && (
            <button type="button" class="button" onClick={clear}>
              {say.clear}
            </button>
          )}
        </div>
      ) : (
        <div class={isTable ? "portfolio-parts" : "portfolio-parts beside"}>
          {isTable ? (
            <TableForm items={items} programmes={programmes} asOf={view.asOf} />
          ) : (
            <Groups items={items} programmes={programmes} asOf={view.asOf} />
          )}
          <div class="portfolio-across">
            <FirstList items={items} />
            <AheadList items={items} asOf={view.asOf} />
          </div>
        </div>
      )}
    </>
  );
}

const hasProject = ({ items }: PortfolioView, programme: string) =>
  items.some(({ project }) => project.programme === programme);

/** All that is shown in one sentence; it is said again when the choice changes. */
function Total({ items, all, asOf }: { items: readonly Item[]; all: number; asOf: string }) {
  const say = words.value;
  const soon = aheadOf(items).filter((next) => isSoon(next, asOf)).length;
  const projects = plural(items.length, say.projects);
  const signs = signsOfAll(items);
  return (
    <p class="portfolio-total" role="status">
      <strong>{items.length === all ? projects : say.of(projects, showNumber(all))}</strong>
      {items.length > 0 && (
        <>
          {": "}
          {signs.length === 0 && say.calm}
          {signs.map(({ sign, count }, index) => (
            <>
              {index > 0 && ", "}
              <span class={`sign-${sign}`}>{plural(count, say.signs[sign])}</span>
            </>
          ))}
          {". "}
          {soon === 0 ? say.noneSoon : plural(soon, say.soon)}.
        </>
      )}
    </p>
  );
}

/** The projects of each programme under its name and who pays, in the order of their first. */
function Groups({
  items,
  programmes,
  asOf,
}: {
  items: readonly Item[];
  programmes: readonly ProgrammeView[];
  asOf: string;
}) {
  return (
    <div class="portfolio-groups">
      {[...Map.groupBy(items, ({ project }) => project.programme)].map(([slug, group]) => {
        const programme = programmes.find((one) => one.slug === slug);
        return (
          <section key={slug} aria-labelledby={`programme-${slug}`}>
            <header class="portfolio-programme">
              <h2 id={`programme-${slug}`} lang="fi">
                {programme?.name ?? slug}
              </h2>
              {programme && (
                <p class="soft small">
                  {programme.emblem === "eu" && <Emblem />}
                  <span lang="fi">{programme.funder}</span>
                  <span>{programme.visibilityText[language.value]}</span>
                </p>
              )}
            </header>
            <ul class="portfolio">
              {group.map((item) => (
                <ProjectCard key={item.project.slug} item={item} asOf={asOf} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
