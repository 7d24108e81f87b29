import type { ChangesView, Standing } from "../../../worker/progress/contract/changes.ts";
import { showNumber, showPercent } from "../../shared/i18n.ts";
import { words } from "./words.ts";

type Row = { readonly name: string; readonly before: string | null; readonly after: string };

/** The figures before and after, as the reader writes them. */
export function standingsOf({ before, after }: ChangesView): readonly Row[] {
  const { figures } = words.value;
  const row = (name: keyof Standing): Row => ({
    name: figures[name],
    before: before && shown(name, before),
    after: shown(name, after),
  });
  return [row("percent"), row("done"), row("late"), row("atRisk"), row("stale")];
}

function shown(name: keyof Standing, standing: Standing): string {
  return name === "percent" ? showPercent(standing.percent) : showNumber(standing[name]);
}
