import { ready, words } from "./words.ts";

/** The way from the reports to how they are handed out. */
export function DeliveryLink({ project }: { project: string }) {
  if (!ready.value) return null;
  return (
    <p>
      <a href={`/projects/${project}/delivery`}>{words.value.open}</a>
    </p>
  );
}
