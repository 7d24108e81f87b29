import type { ComponentChildren } from "preact";
import { messages } from "../i18n.ts";

/** A table that may be wider than a phone: it scrolls sideways by itself, also by the keyboard. */
export function Region({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={messages.value.tableOf(label)}>
      {children}
    </div>
  );
}
