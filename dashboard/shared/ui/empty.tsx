import type { ComponentChildren } from "preact";
import "./empty.css";

/** What stands where a list has nothing: that it has not, and what comes next. */
export function Empty({ said, children }: { said: string; children?: ComponentChildren }) {
  return (
    <div class="card empty">
      <p>{said}</p>
      {children && <div class="row">{children}</div>}
    </div>
  );
}
