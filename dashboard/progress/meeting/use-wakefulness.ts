import { useEffect } from "preact/hooks";

/** Keeps the screen from going dark while it is looked at, where the browser can. */
export function useWakefulness(): void {
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const take = async () => {
      const held = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (isOver) void held?.release();
      else lock = held;
    };
    const hold = () => {
      if (document.visibilityState === "visible") void take();
    };
    hold();
    // The browser lets go of it whenever the page is out of sight.
    document.addEventListener("visibilitychange", hold);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, []);
}
