import { useState } from "preact/hooks";
import type { StandingPlace, StandingsView } from "../../../worker/progress/contract/standing.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { language, plural, showPercent } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { useRead } from "../../shared/query.ts";
import { useTitle } from "../../shared/title.ts";
import { Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { Day } from "./day.tsx";
import { PlacesMap } from "./places-map.tsx";
import { PlacesTable } from "./places-table.tsx";
import { Rules } from "./standing-page.tsx";
import { ready, words } from "./words.ts";
import "./municipalities.css";

/** All municipalities over all projects that the reader may see. */
export function MunicipalitiesPage() {
  return (
    <Worded by={{ ready }}>
      <Page />
    </Worded>
  );
}

function Page() {
  const say = words.value;
  const { first } = useAsOf();
  useTitle(say.title);
  const view = useRead<StandingsView>(`/api/municipalities/standings${first}`, true);
  return (
    <>
      <div>
        <h1>{say.title}</h1>
        <p class="lead">{say.intro}</p>
      </div>
      <Day />
      <Reading of={view} height="70vh">
        {(found) =>
          found.places.length === 0 ? <p class="card">{say.empty}</p> : <Places view={found} />
        }
      </Reading>
    </>
  );
}

const SORTS = ["name", "percent", "late"] as const;
type Sort = (typeof SORTS)[number];

/** What has no percentage comes after what has. */
function sorted(places: readonly StandingPlace[], sort: Sort): readonly StandingPlace[] {
  switch (sort) {
    case "name":
      return places;
    case "percent":
      return places.toSorted((a, b) => (a.percent ?? 101) - (b.percent ?? 101));
    case "late":
      return places.toSorted((a, b) => b.late - a.late);
  }
}

function Places({ view: { places, medians, projects, hasMore } }: { view: StandingsView }) {
  const say = words.value;
  const [asked, setSort] = useParameter("sort");
  const [search, setSearch] = useState("");
  const sort = SORTS.find((one) => one === asked) ?? "name";
  const wanted = search.trim().toLocaleLowerCase(language.value);
  const found = places.filter(({ name }) =>
    name.toLocaleLowerCase(language.value).includes(wanted),
  );
  const late = places.reduce((sum, place) => sum + place.late, 0);
  return (
    <>
      <section class="card" aria-labelledby="places-title">
        <div class="section-head">
          <div>
            <h2 id="places-title">
              {medians.percent === null
                ? say.overviewUnknown
                : say.overview(showPercent(medians.percent), plural(late, say.things))}
            </h2>
            <p>
              {plural(places.length, say.municipalities)} · {plural(projects, say.projects)} ·{" "}
              {say.mapHelp}
            </p>
          </div>
          <label class="row small">
            {say.search}
            <input
              type="search"
              value={search}
              maxLength={60}
              onInput={({ currentTarget }) => setSearch(currentTarget.value)}
            />
          </label>
        </div>
        <p role="status" class={found.length === 0 ? "notice" : "hidden-visually"}>
          {wanted === ""
            ? ""
            : found.length === 0
              ? say.noneFound
              : plural(found.length, say.found)}
        </p>
        <PlacesMap places={places} found={found} />
      </section>
      <section class="card long" aria-labelledby="list-title">
        <div class="section-head">
          <h2 id="list-title">{say.list}</h2>
          <label class="row small">
            {say.sort}
            <select value={sort} onChange={({ currentTarget }) => setSort(currentTarget.value)}>
              {SORTS.map((one) => (
                <option key={one} value={one}>
                  {say.sorts[one]}
                </option>
              ))}
            </select>
          </label>
        </div>
        <PlacesTable places={sorted(found, sort)} medians={medians} />
        {hasMore && <p class="notice">{say.truncated}</p>}
      </section>
      <Rules />
    </>
  );
}
