import { signal } from "@preact/signals";

export type Density = "compact" | "roomy";

const kept = "etappi.density";

/** As it was left on this device; to begin with, higher rows where fingers press them. */
function first(): Density {
  const found = localStorage.getItem(kept);
  if (found === "compact" || found === "roomy") return found;
  return matchMedia("(pointer: coarse)").matches ? "roomy" : "compact";
}

/** How high the rows of the matrix are. */
export const density = signal<Density>(first());

export function chooseDensity(chosen: Density): void {
  localStorage.setItem(kept, chosen);
  density.value = chosen;
}
