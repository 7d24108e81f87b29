import { useEffect, useState } from "preact/hooks";
import { queries } from "../shared/query.ts";
import { words } from "./words.ts";

const toldMs = 5000;

/** Says when the connection is gone, and that all was read anew when it is back. */
export function ConnectionBar() {
  const [state, setState] = useState<"fine" | "gone" | "back">(navigator.onLine ? "fine" : "gone");
  useEffect(() => {
    let timer = 0;
    const leave = () => {
      clearTimeout(timer);
      setState("gone");
    };
    const comeBack = async () => {
      await queries.refetchQueries({ type: "active" });
      if (!navigator.onLine) return;
      setState("back");
      timer = window.setTimeout(() => setState("fine"), toldMs);
    };
    addEventListener("offline", leave);
    const returned = () => void comeBack();
    addEventListener("online", returned);
    return () => {
      clearTimeout(timer);
      removeEventListener("offline", leave);
      removeEventListener("online", returned);
    };
  }, []);
  return (
    <div role="status" class="bar-place">
      {state !== "fine" && (
        <p class="connection">{state === "gone" ? words.value.offline : words.value.online}</p>
      )}
    </div>
  );
}
