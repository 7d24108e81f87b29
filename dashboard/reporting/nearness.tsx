import { plural, today } from "../shared/i18n.ts";
import { words } from "./words.ts";

const dayMs = 86_400_000;

/** How many days there are left, or how many it is late. */
export function Nearness({ dueOn }: { dueOn: string }) {
  const say = words.value;
  const days = Math.round((Date.parse(dueOn) - Date.parse(today())) / dayMs);
  if (days < 0) return <span class="chip late">{plural(-days, say.lateBy)}</span>;
  return <span class="soft small">{days === 0 ? say.dueToday : plural(days, say.dueIn)}</span>;
}
