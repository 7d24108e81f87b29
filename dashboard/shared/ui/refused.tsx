import type { Problem } from "../api.ts";
import { messages } from "../i18n.ts";

/** What the service said no to, where there is no form to say it. */
export function Refused({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <p class="notice bad" role="alert">
      {problem.code === "offline" ? messages.value.offline : problem.message}
    </p>
  );
}
