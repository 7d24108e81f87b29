import { useState } from "preact/hooks";
import type { PersonView } from "../../worker/identity/contract/account.ts";
import { useParameter } from "../shared/location.ts";
import { usePages } from "../shared/pages.ts";
import { mayDo } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { More } from "../shared/ui/more.tsx";
import { NotFound, Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { PeopleTable } from "./people-table.tsx";
import { type Deed, PersonDeed } from "./person-deed.tsx";
import { ready, words } from "./words.ts";

/** For the county's administrator: everyone with access, and what can be done about it. */
export function PeoplePage() {
  if (!mayDo("person.manage")) return <NotFound />;
  return (
    <Worded by={{ ready }} height="80vh">
      <People />
    </Worded>
  );
}

type Doing = { readonly person: PersonView; readonly deed: Deed };

function People() {
  const { people: say } = words.value;
  useTitle(say.title);
  const [search, setSearch] = useParameter("q");
  const people = usePages<PersonView>(`/api/people?q=${encodeURIComponent(search ?? "")}`);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<Deed | null>(null);
  return (
    <>
      <div>
        <h1>{say.title}</h1>
        <p class="lead">{say.intro}</p>
      </div>
      <section class="card fields" aria-label={say.title}>
        <Search search={search ?? ""} onSearch={(text) => setSearch(text === "" ? null : text)} />
        <p role="status">{done && say.done[done]}</p>
        <Reading of={people} height="50vh">
          {(items) =>
            items.length === 0 ? (
              <p class="soft">{say.empty}</p>
            ) : (
              <>
                <PeopleTable
                  people={items}
                  onDo={(person, deed) => {
                    setDone(null);
                    setDoing({ person, deed });
                  }}
                />
                <More of={people} label={say.more} />
              </>
            )
          }
        </Reading>
      </section>
      {doing && (
        <PersonDeed
          person={doing.person}
          deed={doing.deed}
          onDone={() => setDone(doing.deed)}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}

function Search({ search, onSearch }: { search: string; onSearch: (text: string) => void }) {
  const { people: say } = words.value;
  return (
    <search>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get("q");
          onSearch(typeof text === "string" ? text.trim() : "");
        }}
      >
        <input
          type="search"
          name="q"
          defaultValue={search}
          aria-label={say.search}
          placeholder={say.search}
          size={40}
        />
        <button type="submit" class="button">
          {say.find}
        </button>
      </form>
    </search>
  );
}
