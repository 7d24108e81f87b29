import type { CellChange, CellDetail } from "../../worker/progress/contract/progress.ts";
import { DECLARABLE, type Declared } from "../../worker/progress/terms.ts";

/** What the form says that is not known already. A field that is not shown says nothing. */
export function changeFrom(form: FormData, cell: CellDetail, declared: Declared): CellChange {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() || null : undefined;
  };
  const value = text("value");
  const said = {
    value: value === undefined ? undefined : value === null ? null : Number(value),
    forecastOn: text("forecastOn"),
    doneOn: text("doneOn") ?? undefined,
    reason: text("reason"),
    unblock: text("unblock"),
    note: text("note"),
  };
  const known = declared === cell.declared ? cell : { ...cell, reason: null, unblock: null };
  const news = Object.entries(said).filter(
    ([name, one]) => one !== undefined && one !== Reflect.get(known, name),
  );
  const status = DECLARABLE.find((one) => one === declared);
  return { ...(status && { declared: status }), ...Object.fromEntries(news) };
}
