import { type Found, foundIn } from "./findings.ts";
import type { Part } from "./terms.ts";
import { words } from "./words.ts";

/** What the pack holds, each part with what it has found: the whole on one page. */
export function Contents({ parts, found }: { parts: readonly Part[]; found: Found }) {
  const say = words.value;
  return (
    <nav class="pack-sheet pack-contents" aria-labelledby="pack-contents">
      <h2 id="pack-contents">{say.contents}</h2>
      <ol>
        {parts.map((part, index) => (
          <li key={part}>
            <span class="pack-number">{index + 1}</span>
            <div>
              <a href={`#pack-${part}`}>{say.parts[part]}</a>
              <p>{foundIn(part, found)}</p>
            </div>
          </li>
        ))}
      </ol>
    </nav>
  );
}
