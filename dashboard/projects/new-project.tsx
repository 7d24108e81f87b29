import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import type { MunicipalityView } from "../../worker/municipalities/contract.ts";
import type { ProgrammeView } from "../../worker/projects/contract/programmes.ts";
import type { ProjectView } from "../../worker/projects/contract/projects.ts";
import { send } from "../shared/api.ts";
import { language } from "../shared/i18n.ts";
import { refresh, useRead } from "../shared/query.ts";
import { mayDo, startSession } from "../shared/session.ts";
import { useTitle } from "../shared/title.ts";
import { ChoiceField, wrongAt } from "../shared/ui/field.tsx";
import { Form, textOf } from "../shared/ui/form.tsx";
import { NotFound, Reading } from "../shared/ui/state.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { Worded } from "../shared/ui/worded.tsx";
import { Beginning, beginningOf } from "./plan/beginning.tsx";
import { ready as planReady } from "./plan/words.ts";
import { ProjectFields, projectOf } from "./project-fields.tsx";
import { ready, words } from "./words.ts";

/** Where the county begins with; the register has all of them. */
const homeCounty = "08";

/** Sets up a project: who pays, when, in which phases, with which municipalities. */
export function NewProjectPage() {
  if (!mayDo("project.create")) return <NotFound />;
  return (
    <Worded by={{ ready }}>
      <Worded by={{ ready: planReady }}>
        <Setup />
      </Worded>
    </Worded>
  );
}

function Setup() {
  const { about: say } = words.value;
  useTitle(say.createTitle);
  const programmes = useRead<{ items: ProgrammeView[] }>("/api/programmes?limit=500");
  const register = useRead<{ items: MunicipalityView[] }>("/api/municipalities?limit=500");
  return (
    <>
      <h1>{say.createTitle}</h1>
      <div class="card">
        <Reading of={programmes} height="60vh">
          {(known) => (
            <Reading of={register} height="60vh">
              {({ items }) => <NewProject programmes={known.items} register={items} />}
            </Reading>
          )}
        </Reading>
      </div>
    </>
  );
}

function NewProject({
  programmes,
  register,
}: {
  programmes: readonly ProgrammeView[];
  register: readonly MunicipalityView[];
}) {
  const { about: say } = words.value;
  const { route } = useLocation();
  const { busy, problem, attempt } = useWrite();
  const [county, setCounty] = useState(homeCounty);
  const save = (form: FormData) =>
    attempt(async () => {
      const municipalities = form.getAll("municipalities").map(String);
      const created = await send<ProjectView>("POST", "/api/projects", {
        body: {
          ...projectOf(form),
          ...beginningOf(form),
          programme: textOf(form, "programme"),
          county,
          municipalities,
        },
      });
      await startSession();
      await refresh("/api/");
      route(`/projects/${created.slug}/plan`);
    });
  return (
    <Form busy={busy} problem={problem} onSubmit={save}>
      <ChoiceField
        label={say.programme}
        name="programme"
        value={programmes[0]?.slug ?? ""}
        choices={Object.fromEntries(programmes.map(({ slug, name }) => [slug, name]))}
        problem={problem}
      />
      <ProjectFields project={{}} problem={problem}>
        <Beginning problem={problem} />
      </ProjectFields>
      <Municipalities register={register} county={county} onCounty={setCounty} />
      {wrongAt(problem, "municipalities") && (
        <p class="wrong">{wrongAt(problem, "municipalities")}</p>
      )}
    </Form>
  );
}

const byCode = ([a]: [string, string], [b]: [string, string]) => a.localeCompare(b);

function Municipalities({
  register,
  county,
  onCounty,
}: {
  register: readonly MunicipalityView[];
  county: string;
  onCounty: (county: string) => void;
}) {
  const { about: say } = words.value;
  const names = { fi: "nameFi", sv: "nameSv", en: "nameEn" } as const;
  const counties = new Map(
    register.map((one) => [one.county.code, one.county[names[language.value]]]),
  );
  const own = register.filter((one) => one.county.code === county && one.validTo === null);
  return (
    <fieldset class="phase-fields">
      <legend>{say.municipalities}</legend>
      <label class="row">
        {say.county}
        <select value={county} onChange={({ currentTarget }) => onCounty(currentTarget.value)}>
          {[...counties].toSorted(byCode).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p class="hint soft">{say.municipalitiesHelp}</p>
      <div class="statuses" key={county}>
        {own.map(({ code, nameFi, nameSv }) => (
          <label key={code} class="row">
            <input type="checkbox" name="municipalities" value={code} defaultChecked />
            {language.value === "sv" ? nameSv : nameFi}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
