import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Skeleton } from "./skeleton.tsx";

/** Waits for the words that its children say. */
export function Worded({
  by: { ready },
  height = "60vh",
  children,
}: {
  by: { readonly ready: ReadonlySignal<boolean> };
  height?: string;
  children: ComponentChildren;
}) {
  return ready.value ? <>{children}</> : <Skeleton height={height} />;
}
