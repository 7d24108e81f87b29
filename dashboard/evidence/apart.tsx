import type { ComponentChildren } from "preact";

/** Keeps what is typed in a dialog from counting as typed in the drawer that it stands in. */
export function Apart({ children }: { children: ComponentChildren }) {
  return <div onInput={(event) => event.stopPropagation()}>{children}</div>;
}
