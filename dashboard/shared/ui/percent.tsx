import type { ComponentChildren } from "preact";
import { useAsOf } from "../as-of/use-as-of.ts";
import { messages } from "../i18n.ts";
import { useParameter } from "../location.ts";
import "./percent.css";

/**
 * A percentage that opens how it came about. `part` is what it is the percentage of: `total`,
 * `phase-2` or a municipality's code. It holds for the page's moment, unless another is named.
 */
export function Percent({
  project,
  part = "total",
  moment,
  children,
}: {
  project: string;
  part?: string;
  moment?: string;
  children: ComponentChildren;
}) {
  const [, explain] = useParameter("explain");
  const { asOf } = useAsOf();
  const then = moment ?? asOf;
  return (
    <button
      type="button"
      class="percent"
      aria-haspopup="dialog"
      title={messages.value.project.explain}
      onClick={() => explain(`${project}.${part}${then ? `@${then}` : ""}`, "in history")}
    >
      {children}
    </button>
  );
}
