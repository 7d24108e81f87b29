import { useState } from "preact/hooks";
import { session } from "../../shared/session.ts";
import { keep, keptKey, keptOf } from "./kept.ts";
import { Prose } from "./prose.tsx";
import { words } from "./words.ts";

/** The texts that this device kept and that were not saved before the report was locked. */
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
  const [left, setLeft] = useState(() => keptOf(keptKey(person, { project, number, section })));
  if (left.length === 0) return null;
  return (
    <details class="notice">
      <summary>{say.title}</summary>
      {left.map(({ key, kept }) => (
        <div key={key}>
          <Prose text={kept.text} />
          <button
            type="button"
            class="button"
            onClick={() => {
              keep(key, null);
              setLeft(left.filter((one) => one.key !== key));
            }}
          >
            {say.forget}
          </button>
        </div>
      ))}
    </details>
  );
}
