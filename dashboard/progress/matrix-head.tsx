import type { ComponentChildren } from "preact";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages } from "../shared/i18n.ts";
import { type Column, directionOf, type Order } from "./matrix-order.ts";
import { words } from "./status/words.ts";

type Props = {
  matrix: MatrixView;
  columns: readonly Column[];
  order: Order;
  onOrder: (order: Order) => void;
  onFold: (phase: number) => void;
};

/** The phases and their milestones: phases fold, titles lead to their page, all of them sort. */
export function MatrixHead({ matrix, columns, order, onOrder, onFold }: Props) {
  const { matrix: say } = words.value;
  const { first } = useAsOf();
  const sort = (by: Order["by"], label: string, shown: ComponentChildren = label) => (
    <Sort by={by} label={label} order={order} onOrder={onOrder}>
      {shown}
    </Sort>
  );
  return (
    <thead>
      <tr>
        <td class="matrix-corner" />
        <Phases matrix={matrix} columns={columns} onFold={onFold} />
        <td colSpan={3} class="first-of-phase" />
      </tr>
      <tr>
        <th scope="col" class="matrix-corner low" aria-sort={sortOf(order, "name")}>
          {sort("name", say.municipality)}
        </th>
        {columns.map(({ phase, milestone }, index) => {
          const edge = columns[index - 1]?.phase === phase ? "" : " first-of-phase";
          if (!milestone) {
            return (
              <th key={`phase ${phase}`} scope="col" class={`matrix-milestone${edge}`}>
                <span class="matrix-milestone-title" lang="fi">
                  {matrix.phases.find(({ number }) => number === phase)?.name}
                </span>
                <span class="matrix-sort">%</span>
              </th>
            );
          }
          const { number, title } = milestone;
          return (
            <th
              key={number}
              scope="col"
              class={`matrix-milestone${edge}`}
              aria-sort={sortOf(order, number)}
            >
              <a
                class="matrix-milestone-title"
                lang="fi"
                title={title}
                href={`/projects/${matrix.project.slug}/milestones/${number}${first}`}
              >
                <span>{title}</span>
              </a>
              {sort(number, `${number}. ${title}`, number)}
            </th>
          );
        })}
        <th scope="col" class="matrix-figure first-of-phase" aria-sort={sortOf(order, "percent")}>
          {sort("percent", say.total)}
        </th>
        <th scope="col" class="matrix-figure" aria-sort={sortOf(order, "late")}>
          {sort("late", say.late)}
        </th>
        <th scope="col" class="matrix-figure" aria-sort={sortOf(order, "freshness")}>
          {sort("freshness", say.confirmedFull, say.confirmed)}
        </th>
      </tr>
    </thead>
  );
}

const sortOf = (order: Order, by: Order["by"]) =>
  order.by === by ? directionOf(order) : undefined;

function Sort({
  by,
  label,
  order,
  onOrder,
  children,
}: {
  by: Order["by"];
  label: string;
  order: Order;
  onOrder: (order: Order) => void;
  children: ComponentChildren;
}) {
  const isHere = order.by === by;
  const direction = isHere ? directionOf(order) : "none";
  return (
    <button
      type="button"
      class={`matrix-sort ${direction}`}
      aria-label={words.value.matrix.sortBy(label)}
      title={words.value.matrix.sortBy(label)}
      onClick={() => onOrder({ by, isTurned: isHere && !order.isTurned })}
    >
      {children}
    </button>
  );
}

function Phases({ matrix, columns, onFold }: Pick<Props, "matrix" | "columns" | "onFold">) {
  const { matrix: say } = words.value;
  const { phases } = messages.value;
  return matrix.phases.map(({ number, name }) => {
    const own = columns.filter(({ phase }) => phase === number);
    const [first] = own;
    if (!first) return null;
    const isFolded = first.milestone === null;
    const label = isFolded ? say.unfold(number) : say.fold(number);
    return (
      <th
        key={number}
        scope="colgroup"
        colSpan={own.length}
        class={`matrix-phase first-of-phase${isFolded ? " folded" : ""}`}
      >
        <div>
          {" "}
          <button
            type="button"
            aria-expanded={!isFolded}
            aria-label={label}
            title={label}
            onClick={() => onFold(number)}
          >
            <span class="fold-sign" aria-hidden="true" />
          </button>
          {!isFolded && (
            <span class="matrix-phase-name">
              <span>{phases.phase(number)}</span>{" "}
              <span lang="fi" title={name}>
                {name}
              </span>
            </span>
          )}
        </div>{" "}
      </th>
    );
  });
}
