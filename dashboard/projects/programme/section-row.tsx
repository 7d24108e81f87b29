import { useId } from "preact/hooks";
import {
  nameLengthMax,
  REPORT_SECTIONS,
  sectionGuidanceLengthMax,
} from "../../../worker/projects/terms.ts";
import { WORDS } from "../../../worker/reporting/words/report.ts";
import type { Problem } from "../../shared/api.ts";
import { language, LANGUAGES, messages } from "../../shared/i18n.ts";
import { ChoiceField, LongField, TextField } from "../../shared/ui/field.tsx";
import type { Row } from "./sections.ts";
import { words } from "./words.ts";

type Props = {
  row: Row;
  index: number;
  isLast: boolean;
  problem: Problem | null;
  onChange: (changes: Partial<Pick<Row, "kind" | "shown">>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One section: its title and what is done with it, and behind the title all that it says. */
export function SectionRow({ row, index, problem, onChange, ...tools }: Props) {
  const { sections: say } = words.value;
  const { kinds } = WORDS[language.value];
  const path = `reportSections.${index}`;
  const wrong = problem?.errors.find((error) => error.path.startsWith(`${path}.`));
  const title = row.shown || (row.isNew && row.kind === "other" ? say.newTitle : kinds[row.kind]);
  return (
    <li
      class="section-row"
      onKeyDown={(event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (!event.altKey || (by !== -1 && by !== 1)) return;
        event.preventDefault();
        tools.onMove(by);
      }}
    >
      <details open={row.isNew || wrong !== undefined}>
        <summary>
          {index + 1}. {title}
        </summary>
        <Fields
          row={row}
          path={path}
          problem={problem}
          onChange={onChange}
          wrong={
            wrong && [`${path}.title`, `${path}.key`].includes(wrong.path) ? wrong.message : ""
          }
        />
      </details>
      <Tools {...tools} title={title} index={index} />
    </li>
  );
}

function Tools({
  title,
  index,
  isLast,
  onMove,
  onRemove,
}: Pick<Props, "index" | "isLast" | "onMove" | "onRemove"> & { title: string }) {
  const { sections: say } = words.value;
  return (
    <div class="row-tools">
      <button
        type="button"
        class="icon-button"
        aria-label={say.up(title)}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={say.down(title)}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        ↓
      </button>
      <button type="button" class="icon-button" aria-label={say.remove(title)} onClick={onRemove}>
        ×
      </button>
    </div>
  );
}

function Fields({
  row: { section, kind },
  path,
  wrong,
  problem,
  onChange,
}: Pick<Props, "row" | "problem" | "onChange"> & { path: string; wrong: string }) {
  const { sections: say } = words.value;
  const { languageNames } = messages.value;
  const { kinds } = WORDS[language.value];
  const help = useId();
  return (
    <div
      class="fields"
      onInput={({ target }) => {
        const isTitle =
          target instanceof HTMLInputElement && target.name.endsWith(".title." + language.value);
        if (isTitle) onChange({ shown: target.value });
      }}
    >
      {wrong && <p class="wrong">{wrong}</p>}
      <ChoiceField
        label={say.kind}
        name={`${path}.kind`}
        value={kind}
        choices={kinds}
        problem={problem}
        onChoose={(chosen) => {
          const found = REPORT_SECTIONS.find((one) => one === chosen);
          if (found) onChange({ kind: found });
        }}
      />
      <p class="soft small">{say.kindHelp}</p>
      <label class="check-line" aria-describedby={help}>
        <input type="checkbox" name={`${path}.required`} defaultChecked={section.required} />
        <span id={help}>{say.requiredHelp}</span>
      </label>
      <p class="soft small">{say.titleHelp}</p>
      <div class="fields two">
        {LANGUAGES.map((one) => (
          <TextField
            key={one}
            label={`${say.ownTitle}, ${languageNames[one]}`}
            name={`${path}.title.${one}`}
            value={section.title?.[one]}
            problem={problem}
            lengthMax={nameLengthMax}
          />
        ))}
      </div>
      {LANGUAGES.map((one) => (
        <LongField
          key={one}
          label={`${say.guidance}, ${languageNames[one]}`}
          name={`${path}.guidance.${one}`}
          value={section.guidance?.[one]}
          problem={problem}
          lengthMax={sectionGuidanceLengthMax}
        />
      ))}
    </div>
  );
}
