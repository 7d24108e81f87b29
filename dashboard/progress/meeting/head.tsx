import type { ComponentChildren } from "preact";

/** The head of a screen: which it is, and what it has found. */
export function Head({
  name,
  finding,
  children,
}: {
  name: string;
  finding: string;
  children?: ComponentChildren;
}) {
  return (
    <header class="meeting-head">
      <div>
        <p>{name}</p>
        <h1>{finding}</h1>
      </div>
      {children}
    </header>
  );
}
