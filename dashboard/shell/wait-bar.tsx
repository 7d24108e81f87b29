import { computed } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { waiting } from "../shared/asked.ts";
import { words } from "./words.ts";

const patienceMs = 1000;
const isWaiting = computed(() => waiting.value > 0);

/** A thin bar at the top of what takes longer than a second. */
export function WaitBar() {
  const [isLong, setLong] = useState(false);
  const waits = isWaiting.value;
  useEffect(() => {
    if (!waits) return setLong(false);
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, [waits]);
  return (
    <div role="status" class="bar-place">
      {isLong && <div class="wait-bar" role="progressbar" aria-label={words.value.waiting} />}
    </div>
  );
}
