import { useLocation } from "preact-iso";
import type { UseView } from "../../worker/identity/contract/uses.ts";
import { USE_KINDS, type UseKind } from "../../worker/use-log/terms.ts";
import { usePages } from "../shared/pages.ts";
import { mayDo } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { ChoiceField, TextField } from "../shared/ui/field.tsx";
import { textOf } from "../shared/ui/form.tsx";
import { More } from "../shared/ui/more.tsx";
import { NotFound, Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { UseTable } from "./use-table.tsx";
import { ready, words } from "./words.ts";

/** For the county's administrator: who has used the service for what. */
export function LogPage() {
  if (!mayDo("use.view")) return <NotFound />;
  return (
    <Worded by={{ ready }} height="80vh">
      <Log />
    </Worded>
  );
}

const FILTERS = ["kind", "person", "since", "until"] as const;
type Filters = Readonly<Partial<Record<string, string>>>;

function Log() {
  const say = words.value;
  useTitle(say.title);
  const { path, query, route } = useLocation();
  const uses = usePages<UseView>(`/api/uses?${queryOf(query)}`);
  const filter = (filters: Filters) => {
    const next = queryOf(filters);
    route(next ? `${path}?${next}` : path);
  };
  return (
    <>
      <div>
        <h1>{say.title}</h1>
        <p class="lead">{say.intro}</p>
        <p>
          <a href="/history">{say.history}</a>
        </p>
      </div>
      <section class="card fields" aria-label={say.title}>
        <LogFilter key={JSON.stringify(query)} filters={query} onFilter={filter} />
        <Reading of={uses} height="50vh">
          {(items) =>
            items.length === 0 ? (
              <p class="soft">{say.empty}</p>
            ) : (
              <>
                <UseTable uses={items} onPerson={(person) => filter({ ...query, person })} />
                <More of={uses} label={say.more} />
              </>
            )
          }
        </Reading>
      </section>
    </>
  );
}

/** The filters that are set, as the query of an address. */
function queryOf(filters: Filters): string {
  return new URLSearchParams(
    FILTERS.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])),
  ).toString();
}

function LogFilter({
  filters,
  onFilter,
}: {
  filters: Filters;
  onFilter: (filters: Filters) => void;
}) {
  const say = words.value;
  const choices: Readonly<Record<UseKind | "", string>> = { "": say.allKinds, ...say.kinds };
  return (
    <search>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          onFilter(Object.fromEntries(FILTERS.map((name) => [name, textOf(form, name) ?? ""])));
        }}
      >
        <div class="fields two">
          <ChoiceField
            label={say.kind}
            name="kind"
            value={USE_KINDS.find((kind) => kind === filters["kind"]) ?? ""}
            choices={choices}
            problem={null}
          />
          <TextField
            label={say.person}
            name="person"
            hint={say.personHelp}
            value={filters["person"]}
            problem={null}
            optional={false}
            lengthMax={60}
          />
          <TextField
            label={say.since}
            name="since"
            type="date"
            value={filters["since"]}
            problem={null}
            optional={false}
          />
          <TextField
            label={say.until}
            name="until"
            type="date"
            value={filters["until"]}
            problem={null}
            optional={false}
          />
        </div>
        <div class="row">
          <button type="submit" class="button primary">
            {say.filter}
          </button>
          <button type="button" class="button" onClick={() => onFilter({})}>
            {say.clear}
          </button>
        </div>
      </form>
    </search>
  );
}
