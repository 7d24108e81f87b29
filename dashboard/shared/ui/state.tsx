import type { ComponentChildren } from "preact";
import type { Problem } from "../api.ts";
import { useAsOf } from "../as-of/use-as-of.ts";
import { messages } from "../i18n.ts";
import { queries } from "../query.ts";
import { later } from "./later.tsx";
import { Skeleton } from "./skeleton.tsx";

/** What stands where something could not be read, and the way out. */
export function Failure({ error }: { error: Problem }) {
  const say = messages.value;
  const { asOf } = useAsOf();
  const isOfMoment = asOf !== null && (error.code === "not_found" || error.code === "invalid");
  if (isOfMoment) return <NoSuchMoment />;
  if (error.code === "not_found") return <NotFound />;
  return (
    <div class="notice bad" role="alert">
      <p>{error.code === "offline" ? say.offline : error.message || say.failed}</p>
      <button type="button" class="button plain" onClick={() => void queries.refetchQueries()}>
        {say.again}
      </button>
    </div>
  );
}

const NoSuchMoment = later(async () => (await import("../as-of/no-such-moment.tsx")).NoSuchMoment);

/** What stands where there is nothing, and what may have been meant. */
export const NotFound = later(async () => (await import("../not-found/not-found.tsx")).NotFound);

/** A view that is read: skeleton, failure, or what the reader makes of it. */
export function Reading<View>({
  of: { data, error },
  height,
  children,
}: {
  of: { readonly data: View | undefined; readonly error: Problem | null };
  height: string;
  children: (view: View) => ComponentChildren;
}) {
  if (data !== undefined) return <>{children(data)}</>;
  return error ? <Failure error={error} /> : <Skeleton height={height} />;
}
