import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ENDINGS } from "../../worker/kernel/media.ts";
import { fileSizeMax } from "../../worker/kernel/sizes.ts";
import type { Problem } from "../shared/api.ts";
import { showNumber } from "../shared/i18n.ts";
import { wrongAt } from "../shared/ui/field.tsx";
import { words } from "./words.ts";

const mebibytes = fileSizeMax / (1024 * 1024);
const dotted = ENDINGS.map((ending) => `.${ending}`);

/** A file that is chosen, or dropped on the field. `dropped`: on the page, before the field was there. */
export function FileField({
  label,
  dropped,
  problem,
  required,
}: {
  label: string;
  dropped: File | null;
  problem: Problem | null;
  required: boolean;
}) {
  const say = words.value;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<File | null>(null);
  const [isOver, setOver] = useState(false);
  const put = (file: File | undefined) => {
    if (!file || !input.current) return;
    const transfer = new DataTransfer();
    transfer.items.add(file);
    input.current.files = transfer.files;
    input.current.dispatchEvent(new Event("input", { bubbles: true }));
    setChosen(file);
  };
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the field appears
  useEffect(() => put(dropped ?? undefined), []);
  const wrong = wrongAt(problem, "file");
  return (
    <div
      class={`field file-field${isOver ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        put(event.dataTransfer?.files[0]);
      }}
    >
      <label for={id}>{label}</label>
      <span class="hint">{say.drop}</span>
      <input
        ref={input}
        id={id}
        type="file"
        name="file"
        required={required}
        accept={dotted.join(",")}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong !== undefined}
        onChange={({ currentTarget }) => setChosen(currentTarget.files?.[0] ?? null)}
      />
      <div id={`${id}-hint`}>
        {chosen && (
          <p role="status">
            {chosen.name} <span class="soft small">{say.size(chosen.size, showNumber)}</span>
          </p>
        )}
        <span class="hint">{say.fileHelp(dotted.join(", "), mebibytes)}</span>
        {wrong && <p class="wrong">{wrong}</p>}
      </div>
    </div>
  );
}

/** What can be seen to be wrong with a file before it is sent, or null. */
export function wrongWith({ name, size }: File): string | null {
  const say = words.value;
  if (size > fileSizeMax) return say.tooLarge(mebibytes);
  const fits = dotted.some((ending) => name.toLowerCase().endsWith(ending));
  return fits ? null : say.wrongEnding(dotted.join(", "));
}
