import { Refusal } from "../kernel/refusal.ts";

/** Refuses with `stale`, and with what the thing is now, when another version was read. */
export function assertVersion(current: { readonly version: number }, expected: number): void {
  if (current.version === expected) return;
  const { ...shown } = current;
  Reflect.deleteProperty(shown, "hash");
  throw new Refusal("stale", (say) => say.stale(), { current: shown });
}
