import { useLocation } from "preact-iso";
import { useEffect, useRef } from "preact/hooks";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { useParameter } from "../../shared/location.ts";
import { useTitle } from "../../shared/title.ts";
import { Reading } from "../../shared/ui/state.tsx";
import { SCREENS } from "../steering/terms.ts";
import { type Since, type Standing, useSince, useStanding } from "../steering/use-steering.ts";
import { words } from "../steering/words.ts";
import { AttentionScreen } from "./attention-screen.tsx";
import { Bar } from "./bar.tsx";
import { ChangesScreen } from "./changes-screen.tsx";
import { GatesScreen } from "./gates-screen.tsx";
import { OverviewScreen } from "./overview-screen.tsx";
import { StepsScreen } from "./steps-screen.tsx";
import { TargetsScreen } from "./targets-screen.tsx";
import { useKeys } from "./use-keys.ts";
import { useWakefulness } from "./use-wakefulness.ts";
import "./meeting.css";

/** So many rows of what needs a look are gathered into lines. */
const rowsMax = 500;

/** The status of a project on a wall: one screen at a time, by keys, buttons or hand. */
export function MeetingPage({ project }: { project: string }) {
  const say = words.value;
  const { asOf, first } = useAsOf();
  const { route } = useLocation();
  const [asked, setScreen] = useParameter("screen");
  const page = useRef<HTMLElement>(null);
  const standing = useStanding(project, asOf, rowsMax);
  const [sinceAsked, setSince] = useParameter("since");
  // Read before its screen is opened, so that no screen of a meeting has to wait.
  const since = useSince(project, asOf, sinceAsked);
  const number = Math.min(SCREENS.length, Math.max(1, Math.floor(Number(asked)) || 1));
  const name = say.screens[SCREENS[number - 1] ?? "overview"];
  const go = (next: number) => {
    if (next < 1 || next > SCREENS.length || next === number) return;
    setScreen(next === 1 ? null : `${next}`);
    page.current?.focus({ preventScroll: true });
  };
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    route(`/projects/${project}${first}`);
  };
  useKeys(page, { number, count: SCREENS.length, go, leave });
  useWakefulness();
  useEffect(() => page.current?.focus({ preventScroll: true }), []);
  useTitle(standing.data && `${standing.data.matrix.project.name}: ${name}`);
  return (
    <article class="meeting" aria-label={say.meeting} ref={page} tabIndex={-1}>
      <p class="hidden-visually" role="status">
        {say.at(`${number}`, `${SCREENS.length}`, name)}
      </p>
      <Reading of={standing} height="80vh">
        {(known) => (
          <>
            <Screen
              key={number}
              number={number}
              standing={known}
              since={since}
              onSince={setSince}
            />
            <Bar standing={known} number={number} count={SCREENS.length} go={go} leave={leave} />
          </>
        )}
      </Reading>
    </article>
  );
}

function Screen({
  number,
  standing,
  since,
  onSince,
}: {
  number: number;
  standing: Standing;
  since: Since;
  onSince: (since: string) => void;
}) {
  switch (SCREENS[number - 1]) {
    case "attention":
      return <AttentionScreen standing={standing} />;
    case "gates":
      return <GatesScreen standing={standing} />;
    case "changes":
      return <ChangesScreen standing={standing} since={since} onSince={onSince} />;
    case "targets":
      return <TargetsScreen standing={standing} />;
    case "steps":
      return <StepsScreen standing={standing} />;
    default:
      return <OverviewScreen standing={standing} />;
  }
}
