import type { Pages } from "../pages.ts";
import { Refused } from "./refused.tsx";

/** Reads on in a list, as long as there is more. */
export function More({
  of: { hasMore, busy, problem, more },
  label,
}: {
  of: Omit<Pages<unknown>, "data">;
  label: string;
}) {
  return (
    <>
      <Refused problem={problem} />
      {hasMore && (
        <p>
          <button type="button" class="button" disabled={busy} onClick={more}>
            {label}
          </button>
        </p>
      )}
    </>
  );
}
