import type { Sign } from "../../worker/progress/terms.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { plural } from "../shared/i18n.ts";
import { type Item, signsOf } from "./items.ts";
import { words } from "./words.ts";

/** Where one sees which cells of a project carry a sign. */
export function useSignPath() {
  const { more } = useAsOf();
  return (project: string, sign: Sign) => `/projects/${project}?mark=${sign}${more}`;
}

/** What needs a look in a project, each with the way to its cells. */
export function Signs({ item }: { item: Item }) {
  const say = words.value;
  const pathOf = useSignPath();
  const signs = signsOf(item);
  return (
    <ul class="row project-card-signs">
      {signs.length === 0 && <li class="chip">{say.calm}</li>}
      {signs.map(({ sign, count }) => (
        <li key={sign}>
          <a
            class={`chip sign-${sign}`}
            href={pathOf(item.project.slug, sign)}
            aria-label={`${plural(count, say.signs[sign])}: ${item.project.name}`}
          >
            {plural(count, say.signs[sign])}
          </a>
        </li>
      ))}
    </ul>
  );
}
