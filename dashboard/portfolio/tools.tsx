import { useId, useState } from "preact/hooks";
import { PORTFOLIO_ONLY, searchLengthMax } from "../../worker/progress/terms.ts";
import type { ProgrammeView } from "../../worker/projects/contract/programmes.ts";
import { STAGES } from "../../worker/projects/terms.ts";
import { DayInput } from "../shared/as-of/day-input.tsx";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { language, messages } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { parametersOf, useAsked } from "./asked.ts";
import { words } from "./words.ts";

const ORDERS = ["next", "name", "percent", "ends"] as const;

/** What is shown of the portfolio, of which day and in which order: kept in the address. */
export function Tools({ programmes }: { programmes: readonly ProgrammeView[] }) {
  const say = words.value;
  const { stages, asOf: asOfWords } = messages.value;
  const id = useId();
  const [search, setSearch] = useParameter("search");
  const { isNarrowed } = useAsked();
  const { asOf } = useAsOf();
  // Where there is little room they stand behind a button, unless they are in use.
  const [isOpen, setOpen] = useState(isNarrowed || asOf !== null);
  return (
    <div class="portfolio-tools">
      <button
        type="button"
        class="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {say.tools}
      </button>
      <form
        id={id}
        class={isOpen ? "open" : ""}
        role="search"
        aria-label={say.tools}
        onSubmit={(event) => event.preventDefault()}
      >
        <label>
          <span>{say.search}</span>
          <input
            type="search"
            value={search ?? ""}
            maxLength={searchLengthMax}
            onInput={({ currentTarget }) => setSearch(currentTarget.value || null)}
          />
        </label>
        <Choice name="programme" label={say.programme} all={say.all}>
          {programmes.map(({ slug, name }) => [slug, name])}
        </Choice>
        <Choice name="stage" label={say.stage} all={say.all}>
          {STAGES.map((stage) => [stage, stages[stage]])}
        </Choice>
        <Choice name="only" label={say.only} all={say.all}>
          {PORTFOLIO_ONLY.map((only) => [only, say.onlies[only]])}
        </Choice>
        <Choice name="order" label={say.order} all={say.orders.attention}>
          {ORDERS.map((order) => [order, say.orders[order]])}
        </Choice>
        <label>
          <span>{asOfWords.label}</span>
          <DayInput />
        </label>
      </form>
    </div>
  );
}

/** Whether the projects are shown as cards or as a table, and the file of what is shown. */
export function Forms() {
  const say = words.value;
  const [view, setView] = useParameter("view");
  const { asked } = useAsked();
  const { asOf } = useAsOf();
  const parameters = parametersOf(asked, { lang: language.value, ...(asOf && { asOf }) });
  const form = (value: string | null, label: string) => (
    <button
      type="button"
      aria-pressed={(view === "table") === (value === "table")}
      onClick={() => setView(value)}
    >
      {label}
    </button>
  );
  return (
    <div class="row portfolio-forms">
      <div class="portfolio-form" role="group" aria-label={say.view}>
        {form(null, say.cards)}
        {form("table", say.table)}
      </div>
      <a class="button" href="/reports">
        {say.reportCalendar}
      </a>
      <a class="button" href={`/api/portfolio/export?${parameters}`} download>
        {say.exportCsv}
      </a>
    </div>
  );
}

/** One parameter of the address, chosen from a list; the first of it takes the parameter away. */
function Choice({
  name,
  label,
  all,
  children,
}: {
  name: string;
  label: string;
  all: string;
  children: readonly (readonly [value: string, label: string])[];
}) {
  const [value, setValue] = useParameter(name);
  const known = children.some(([one]) => one === value) ? value : null;
  return (
    <label>
      <span>{label}</span>
      <select
        value={known ?? ""}
        onChange={({ currentTarget }) => setValue(currentTarget.value || null)}
      >
        <option value="">{all}</option>
        {children.map(([one, text]) => (
          <option key={one} value={one} selected={one === known}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
