import { useId } from "preact/hooks";
import { WORDS } from "../../worker/audit/words/history.ts";
import { FACT_GROUPS } from "../../worker/history/terms.ts";
import { ROLES } from "../../worker/kernel/permissions.ts";
import type { MemberList } from "../../worker/members/contract.ts";
import { language } from "../shared/i18n.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { TextField } from "../shared/ui/field.tsx";
import { textOf } from "../shared/ui/form.tsx";
import type { Things } from "./things.ts";
import { words } from "./words.ts";

const FILTERS = ["kind", "actor", "role", "municipality", "milestone", "since", "until"] as const;
export type Filters = Readonly<Partial<Record<string, string>>>;

/** The filters that are set, as the query of an address. */
export function queryOf(filters: Filters): string {
  return new URLSearchParams(
    FILTERS.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])),
  ).toString();
}

type Asked = {
  readonly project: string | null;
  readonly filters: Filters;
  readonly things: Things;
  /** Whose changes are shown, by pseudonym. */
  readonly actors: ReadonlyMap<string, string>;
  readonly onFilter: (filters: Filters) => void;
};

export function HistoryFilter({ onFilter, ...asked }: Asked) {
  const say = words.value;
  const { since, until } = asked.filters;
  return (
    <search>
      <form
        class="card history-filter"
        aria-label={say.filters}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          onFilter(Object.fromEntries(FILTERS.map((name) => [name, textOf(form, name) ?? ""])));
        }}
      >
        <Choices {...asked} />
        {(["since", "until"] as const).map((name) => (
          <TextField
            key={name}
            label={say[name]}
            name={name}
            type="date"
            value={name === "since" ? since : until}
            problem={null}
            optional={false}
          />
        ))}
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

function Choices({ project, filters, things, actors }: Omit<Asked, "onFilter">) {
  const say = words.value;
  const { roles } = WORDS[language.value];
  const groups: Readonly<Record<string, string>> = say.groups;
  const people = usePeople(project, actors);
  const mine = FACT_GROUPS.filter((group) =>
    project === null ? ["programme", "member"].includes(group) : group !== "programme",
  );
  return (
    <>
      <Choice
        label={say.group}
        name="kind"
        value={filters["kind"]}
        all={say.allGroups}
        options={mine.map((value) => ({ value, label: groups[value] ?? value }))}
      />
      <Choice
        label={say.person}
        name="actor"
        value={filters["actor"]}
        all={say.anybody}
        options={people}
      />
      <Choice
        label={say.role}
        name="role"
        value={filters["role"]}
        all={say.anyRole}
        options={ROLES.map((value) => ({ value, label: roles[value] }))}
      />
      {project !== null && (
        <>
          <Choice
            label={say.municipality}
            name="municipality"
            value={filters["municipality"]}
            all={say.anyMunicipality}
            options={byLabel(
              things.municipalities.map((value) => ({ value, label: things.nameOf(value) })),
            )}
          />
          <Choice
            label={say.milestone}
            name="milestone"
            value={filters["milestone"]}
            all={say.anyMilestone}
            options={things.milestones.map(({ number, title }) => ({
              value: String(number),
              label: `${number}. ${title}`,
            }))}
          />
        </>
      )}
    </>
  );
}

type Option = { readonly value: string; readonly label: string };

const byLabel = (options: readonly Option[]) =>
  options.toSorted((one, other) => one.label.localeCompare(other.label, language.value));

/** Those who have a role now, and whoever else has done something that is shown. */
function usePeople(project: string | null, actors: ReadonlyMap<string, string>): Option[] {
  const sees = project !== null && mayDo("member.view", { project });
  const members = useRead<MemberList>(sees ? `/api/projects/${project}/members` : null);
  const named = new Map(members.data?.items.map(({ person, name }) => [person, name]));
  return byLabel(
    [...new Map([...actors, ...named])].map(([value, name]) => ({ value, label: name || value })),
  );
}

/** One of many, or all. */
function Choice({
  label,
  name,
  value = "",
  all,
  options,
}: {
  label: string;
  name: string;
  value: string | undefined;
  all: string;
  options: readonly Option[];
}) {
  const id = useId();
  const isKnown = value === "" || options.some((option) => option.value === value);
  const shown = isKnown ? options : [...options, { value, label: value }];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        <option value="">{all}</option>
        {shown.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
