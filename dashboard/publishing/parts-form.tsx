import { useState } from "preact/hooks";
import { PUBLIC_PARTS, type PublicPart } from "../../worker/projects/terms.ts";
import type { PublicationView } from "../../worker/publishing/contract.ts";
import { language } from "../shared/i18n.ts";
import { Form } from "../shared/ui/form.tsx";
import { useWrite } from "../shared/ui/use-write.ts";
import { changePublication } from "./change.ts";
import { words } from "./words.ts";

/** Chooses what the public page shows: looked at before, and published by the same press. */
export function PartsForm({
  project,
  publication,
  onSaved,
}: {
  project: string;
  publication: PublicationView;
  onSaved: () => void;
}) {
  const say = words.value;
  const { busy, problem, attempt } = useWrite();
  const [parts, setParts] = useState<readonly PublicPart[]>(publication.parts);
  const isPublic = publication.visibility === "public";
  const toggle = (part: PublicPart) =>
    setParts(parts.includes(part) ? parts.filter((one) => one !== part) : [...parts, part]);
  const save = () =>
    attempt(async () => {
      const change = { visibility: "public" as const, parts: [...parts] };
      await changePublication(project, publication.version, change);
      onSaved();
    });
  const asked = PUBLIC_PARTS.filter((part) => parts.includes(part)).join(",");
  return (
    <Form
      busy={busy}
      problem={problem}
      submit={isPublic ? say.save : say.publish}
      onSubmit={() => void save()}
    >
      <fieldset class="publication-parts">
        <legend>
          <h3>{say.choose}</h3>
        </legend>
        {PUBLIC_PARTS.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              name="parts"
              value={part}
              checked={parts.includes(part)}
              onChange={() => toggle(part)}
            />
            {say.parts[part].name}
            <small>{say.parts[part].shows}</small>
          </label>
        ))}
      </fieldset>
      <p>
        <a
          href={`/public/${project}/preview?parts=${asked}&lang=${language.value}`}
          target="_blank"
          rel="noopener"
        >
          {say.preview} <span class="soft small">{say.newTab}</span>
        </a>
      </p>
    </Form>
  );
}

/** What was chosen, for those who may not choose. */
export function Chosen({ parts }: { parts: readonly PublicPart[] }) {
  const say = words.value;
  return (
    <ul class="publication-parts" aria-label={say.choose}>
      {PUBLIC_PARTS.map((part) => (
        <li key={part}>
          <span aria-hidden="true">{parts.includes(part) ? "✓" : "–"}</span>
          <span>
            {say.parts[part].name}
            <span class="hidden-visually">: {parts.includes(part) ? say.shown : say.hidden}</span>
          </span>
          <small>{say.parts[part].shows}</small>
        </li>
      ))}
    </ul>
  );
}
