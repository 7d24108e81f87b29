import { lazy, useLocation } from "preact-iso";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { Worded } from "../../shared/ui/worded.tsx";
import { ready, words } from "./words.ts";

const MeetingPage = lazy(async () => (await import("../meeting/meeting-page.tsx")).MeetingPage);
const PackPage = lazy(async () => (await import("../pack/pack-page.tsx")).PackPage);

/**
 * The pages of a meeting: the status on the wall, or on paper. They load behind one door, so that
 * the first load of the dashboard knows of one file instead of all of theirs.
 */
export function SteeringPage({ project }: { project: string }) {
  const { path } = useLocation();
  const Page = path.endsWith("/pack") ? PackPage : MeetingPage;
  return (
    <Worded by={{ ready }} height="90vh">
      <Page project={project} />
    </Worded>
  );
}

/** The ways to both. */
export function MeetingLinks({ project }: { project: string }) {
  const { first } = useAsOf();
  if (!ready.value) return null;
  const { meeting, pack } = words.value;
  return (
    <>
      <a class="button" href={`/projects/${project}/meeting${first}`}>
        {meeting}
      </a>
      <a class="button" href={`/projects/${project}/pack${first}`}>
        {pack}
      </a>
    </>
  );
}
