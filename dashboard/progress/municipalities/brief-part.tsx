import type { ComponentChildren } from "preact";
import { plural } from "../../shared/i18n.ts";
import { words } from "./words.ts";

/** A part of the page under its heading. */
export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** How much there is beyond what fits. */
export function Beyond({ all, shown }: { all: number; shown: number }) {
  return all > shown ? (
    <p class="brief-beyond">{plural(all - shown, words.value.brief.more)}</p>
  ) : null;
}
