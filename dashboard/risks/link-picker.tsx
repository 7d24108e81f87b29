import { useState } from "preact/hooks";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { WHOLE_PROJECT } from "../../worker/projects/terms.ts";
import type { CellLink } from "../../worker/risks/contract.ts";
import { messages } from "../shared/i18n.ts";
import { ChoiceField } from "../shared/ui/field.tsx";
import { nameCell } from "./shown.ts";
import { useNames } from "./use-names.ts";
import { words } from "./words.ts";

const every = "every";
const keyOf = ({ milestone, municipality }: CellLink) => `${milestone}-${municipality}`;

/** The cells that a risk or deviation concerns: chosen by milestone and municipality. */
export function LinkPicker({
  matrix,
  links,
  wrong,
  onLinks,
}: {
  matrix: MatrixView;
  links: readonly CellLink[];
  wrong: string | undefined;
  onLinks: (links: readonly CellLink[]) => void;
}) {
  const { cells: say } = words.value;
  const { milestones, municipalities } = matrix;
  const names = useNames(matrix, links);
  const [milestone, setMilestone] = useState(milestones[0]?.number ?? 0);
  const [municipality, setMunicipality] = useState(every);
  const scope = milestones.find(({ number }) => number === milestone)?.scope;
  const places: Readonly<Record<string, string>> =
    scope === "project"
      ? { [WHOLE_PROJECT]: messages.value.wholeProject }
      : {
          [every]: say.every,
          // A name in front: keys that are numbers would come in their own order.
          ...Object.fromEntries(municipalities.map(({ code, name }) => [`m${code}`, name])),
        };
  const codes = () => {
    if (scope === "project") return [WHOLE_PROJECT];
    if (municipality === every) return municipalities.map(({ code }) => code);
    return [municipality.slice(1)];
  };
  const add = () => {
    const known = new Set(links.map(keyOf));
    const chosen = codes().map((code) => ({ milestone, municipality: code }));
    onLinks([...links, ...chosen.filter((link) => !known.has(keyOf(link)))]);
  };
  if (milestones.length === 0) return null;
  return (
    <fieldset class="link-picker">
      <legend>{say.title}</legend>
      {links.length === 0 && <p class="soft small">{say.none}</p>}
      <ul class="link-picker-chosen">
        {links.map((link) => (
          <li key={keyOf(link)}>
            <span lang="fi">{nameCell(names, link)}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={say.remove(nameCell(names, link))}
              onClick={() => onLinks(links.filter((one) => one !== link))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <div class="fields two">
        <ChoiceField
          label={say.milestone}
          name="linkedMilestone"
          value={String(milestone)}
          choices={Object.fromEntries(
            milestones.map(({ number, title }) => [String(number), `${number}. ${title}`]),
          )}
          problem={null}
          onChoose={(value) => setMilestone(Number(value))}
        />
        <ChoiceField
          key={scope}
          label={say.municipality}
          name="linkedMunicipality"
          value={scope === "project" ? WHOLE_PROJECT : municipality}
          choices={places}
          problem={null}
          onChoose={setMunicipality}
        />
      </div>
      <p>
        <button type="button" class="button" onClick={add}>
          {say.add}
        </button>
      </p>
      {wrong && <p class="wrong">{wrong}</p>}
    </fieldset>
  );
}
