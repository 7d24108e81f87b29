import { messages } from "../i18n.ts";

/** What stands where something is being read, as high as what will come. */
export function Skeleton({ height }: { height: string }) {
  return (
    <div role="status">
      <span class="hidden-visually">{messages.value.loading}</span>
      <div class="skeleton" style={{ height }} />
    </div>
  );
}
