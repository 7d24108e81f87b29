import type { ComponentChildren } from "preact";
import { countOfSign, type PortfolioOrder, SIGNS } from "../../worker/progress/terms.ts";
import type { ProgrammeView } from "../../worker/projects/contract/programmes.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages, showDate, showNumber, showPercent, showYears } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { Percent } from "../shared/ui/percent.tsx";
import { Region } from "../shared/ui/region.tsx";
import { useAsked } from "./asked.ts";
import { Composition } from "./composition.tsx";
import { isSoon, type Item } from "./items.ts";
import { useSignPath } from "./signs.tsx";
import { words } from "./words.ts";
import "./table-form.css";

type Props = { items: readonly Item[]; programmes: readonly ProgrammeView[]; asOf: string };

/** The portfolio in little room: how the projects compare, and a line of figures for each. */
export function TableForm({ items, programmes, asOf }: Props) {
  const say = words.value;
  return (
    <div class="portfolio-groups">
      <section class="card">
        <Composition items={items} asOf={asOf} />
      </section>
      <section class="card long" aria-labelledby="sorted-title">
        <h2 id="sorted-title">{say.sorted}</h2>
        <Region label={say.sorted}>
          <table class="plain-table portfolio-table">
            <caption class="hidden-visually">{say.caption}</caption>
            <Heads />
            <tbody>
              {items.map((item) => (
                <Line
                  key={item.project.slug}
                  item={item}
                  asOf={asOf}
                  programme={programmes.find(({ slug }) => slug === item.project.programme)?.name}
                />
              ))}
            </tbody>
          </table>
        </Region>
      </section>
    </div>
  );
}

function Heads() {
  const { columns, signNames, stage } = words.value;
  return (
    <thead>
      <tr>
        <Head order="name">{columns.name}</Head>
        <Head order="percent" numeric>
          {columns.percent}
        </Head>
        {SIGNS.map((sign) => (
          <Head key={sign} order={sign} numeric falling>
            {signNames[sign]}
          </Head>
        ))}
        <Head order="next">{columns.next}</Head>
        <Head order="ends">{columns.ends}</Head>
        <th scope="col">{stage}</th>
        <th scope="col" class="number">
          {columns.municipalities}
        </th>
      </tr>
    </thead>
  );
}

/** A heading that orders the lines by its column. */
function Head({
  order,
  numeric = false,
  falling = false,
  children,
}: {
  order: PortfolioOrder;
  numeric?: boolean;
  /** Whether the largest comes first. */
  falling?: boolean;
  children: ComponentChildren;
}) {
  const [, setOrder] = useParameter("order");
  const { asked } = useAsked();
  const isOrdered = asked.order === order;
  return (
    <th
      scope="col"
      class={numeric ? "number" : ""}
      aria-sort={isOrdered ? (falling ? "descending" : "ascending") : undefined}
    >
      <button type="button" onClick={() => setOrder(isOrdered ? null : order)}>
        {children}
        <span aria-hidden="true">{isOrdered ? (falling ? " ▼" : " ▲") : ""}</span>
      </button>
    </th>
  );
}

function Line({
  item: { project, total, nextDates, municipalities },
  programme,
  asOf,
}: {
  item: Item;
  programme: string | undefined;
  asOf: string;
}) {
  const { signNames } = words.value;
  const { stages } = messages.value;
  const { first } = useAsOf();
  const pathOf = useSignPath();
  const [next] = nextDates;
  return (
    <tr>
      <th scope="row" lang="fi">
        <a href={`/projects/${project.slug}${first}`}>{project.name}</a>
        <span class="soft small">{programme}</span>
      </th>
      <td class="number">
        <Percent project={project.slug}>{showPercent(total.percent)}</Percent>
      </td>
      {SIGNS.map((sign) => {
        const count = countOfSign(total, sign);
        return (
          <td key={sign} class="number">
            {count === 0 ? (
              <span class="soft">0</span>
            ) : (
              <a
                class={`sign-${sign}`}
                href={pathOf(project.slug, sign)}
                aria-label={`${signNames[sign]} ${showNumber(count)}: ${project.name}`}
              >
                {showNumber(count)}
              </a>
            )}
          </td>
        );
      })}
      <td class={next && isSoon(next, asOf) ? "soon" : ""}>{next ? showDate(next.on) : "–"}</td>
      <td>{showYears(project.startsOn, project.endsOn)}</td>
      <td>{stages[project.stage]}</td>
      <td class="number">{showNumber(municipalities)}</td>
    </tr>
  );
}
