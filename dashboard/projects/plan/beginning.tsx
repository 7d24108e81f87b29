import { useState } from "preact/hooks";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import type { Problem } from "../../shared/api.ts";
import { useRead } from "../../shared/query.ts";
import { mayDo } from "../../shared/session.ts";
import { ChoiceField, TextField, wrongAt } from "../../shared/ui/field.tsx";
import { textOf } from "../../shared/ui/form.tsx";
import { Period, periodOf } from "../project-fields.tsx";
import { words as projectWords } from "../words.ts";
import { useTemplates } from "./template-dialog.tsx";
import { words } from "./words.ts";

const template = "template:";
const copy = "copy:";

/** What the plan of a new project begins with: nothing, a template, or the plan of another. */
export function Beginning({ problem }: { problem: Problem | null }) {
  const say = words.value;
  const { about } = projectWords.value;
  const [begin, setBegin] = useState("");
  const templates = useTemplates().data?.items ?? [];
  const projects = useRead<{ items: ProjectView[] }>("/api/projects?limit=500").data?.items ?? [];
  const seen = projects.filter(({ slug }) => mayDo("plan.view", { project: slug }));
  const isCopy = begin.startsWith(copy);
  const wrong = wrongAt(problem, "copyFrom") ?? wrongAt(problem, "template");
  return (
    <>
      <ChoiceField
        label={say.begin}
        name="begin"
        value={begin}
        choices={{
          "": say.beginEmpty,
          ...Object.fromEntries(
            templates.map((one) => [`${template}${one.template}`, say.beginTemplate(one.name)]),
          ),
          ...Object.fromEntries(
            seen.map(({ slug, name }) => [`${copy}${slug}`, say.beginCopy(name)]),
          ),
        }}
        problem={problem}
        onChoose={setBegin}
      />
      {wrong && <p class="wrong">{wrong}</p>}
      {begin === "" ? (
        <Period project={{}} problem={problem} />
      ) : (
        <>
          <p class="soft small">{isCopy ? say.beginCopyHelp : say.beginTemplateHelp}</p>
          <div class="fields two">
            <TextField
              label={about.startsOn}
              name="startsOn"
              type="date"
              problem={problem}
              required
            />
            <TextField
              label={about.endsOn}
              name="endsOn"
              type="date"
              hint={isCopy ? say.endsOnCopied : undefined}
              problem={problem}
              required={!isCopy}
            />
          </div>
        </>
      )}
    </>
  );
}

/** What `Beginning` holds, as the service takes it. */
export function beginningOf(form: FormData) {
  const begin = textOf(form, "begin") ?? "";
  if (begin === "") return periodOf(form);
  const endsOn = textOf(form, "endsOn");
  return {
    startsOn: textOf(form, "startsOn") ?? "",
    ...(endsOn && { endsOn }),
    ...(begin.startsWith(copy)
      ? { copyFrom: begin.slice(copy.length) }
      : { template: begin.slice(template.length) }),
  };
}
