import { useState } from "preact/hooks";
import { session } from "../../shared/session.ts";
import { unsentKey } from "../../shared/unsent.ts";
import { keep, keptIn } from "./kept.ts";
import { Prose } from "./prose.tsx";
import { words } from "./words.ts";

/** A text that this device kept and that was not saved before the report was locked. */
export function Left({
  project,
  number,
  section,
}: {
  project: string;
  number: number;
  section: string;
}) {
  const { left: say } = words.value;
  const person = session.value?.actor?.id ?? "";
  const key = unsentKey(person, `${project}.report.${number}.${section}`);
  const [kept, setKept] = useState(() => keptIn(key));
  if (!kept) return null;
  return (
    <details class="notice">
      <summary>{say.title}</summary>
      <Prose text={kept.text} />
      <button
        type="button"
        class="button"
        onClick={() => {
          keep(key, null);
          setKept(null);
        }}
      >
        {say.forget}
      </button>
    </details>
  );
}
