import { useId, useRef, useState } from "preact/hooks";
import { fileSizeMax, type ImportKind, rowsMax } from "../../worker/imports/terms.ts";
import { language, showNumber } from "../shared/i18n.ts";
import type { Importing } from "./use-import.ts";
import { words } from "./words.ts";

const mebibytes = fileSizeMax / (1024 * 1024);

/** What kind of sheet it is, and the file: chosen, or dropped anywhere on the card. */
export function FileCard({
  project,
  kind,
  kinds,
  importing,
  onKind,
}: {
  project: string;
  kind: ImportKind;
  kinds: readonly ImportKind[];
  importing: Importing;
  onKind: (kind: ImportKind) => void;
}) {
  const say = words.value;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isLarge, setLarge] = useState(false);
  const choose = (file: File | undefined) => {
    if (!file) return;
    setLarge(file.size > fileSizeMax);
    if (file.size <= fileSizeMax) void importing.choose(file);
    // The same file is chosen again when it has been corrected.
    if (input.current) input.current.value = "";
  };
  const template = { progress: "export?format=xlsx&", plan: "import/template?" }[kind];
  return (
    <div
      class={`card import-file${isOver ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        choose(event.dataTransfer?.files[0]);
      }}
    >
      {kinds.length > 1 && (
        <fieldset class="import-kinds">
          <legend>{say.kind}</legend>
          {kinds.map((one) => (
            <label key={one}>
              <input type="radio" name="kind" checked={one === kind} onChange={() => onKind(one)} />{" "}
              {say.kinds[one]}
            </label>
          ))}
        </fieldset>
      )}
      <div class="field">
        <span class="label">{say.file}</span>
        <div class="row import-choose">
          <input
            ref={input}
            id={id}
            class="hidden-visually"
            type="file"
            accept=".xlsx,.csv,.json,text/csv"
            aria-describedby={`${id}-help`}
            onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
          />
          <label for={id} class="button primary">
            {say.choose}
          </label>
          <span class="import-chosen">
            {importing.file ? <strong>{importing.file.name}</strong> : say.none}
            {importing.busy === "reading" && ` · ${say.reading}`}
          </span>
        </div>
        <div id={`${id}-help`}>
          <span class="hint">{say.fileHelp(showNumber(rowsMax), mebibytes)}</span>
          {isLarge && (
            <p class="wrong" role="alert">
              {say.tooLarge(mebibytes)}
            </p>
          )}
        </div>
      </div>
      <p class="small">
        <a href={`/api/projects/${project}/${template}lang=${language.value}`} download>
          {say.template[kind]}
        </a>{" "}
        <span class="soft">{say.templateHelp}</span>
      </p>
      {kind === "progress" && <p class="small soft">{say.forms}</p>}
    </div>
  );
}
