import { useLocation } from "preact-iso";
import { useEffect, useRef } from "preact/hooks";
import { asked } from "../shared/asked.ts";
import { session } from "../shared/session.ts";
import { later } from "../shared/ui/later.tsx";
import { fetchAhead } from "./ahead.ts";
import { commandsOf } from "./commands.ts";
import { ConnectionBar } from "./connection-bar.tsx";
import { pagesOfCounty, pagesOfProject, projectIn } from "./destinations.ts";
import { isGoing, listenToKeys } from "./keys.ts";
import { WaitBar } from "./wait-bar.tsx";
import { ready, words } from "./words.ts";
import "./bars.css";

const Palette = later(async () => (await import("../search/palette.tsx")).Palette);
const KeysHelp = later(async () => (await import("./keys-help.tsx")).KeysHelp);

/** What helps on every page: search and commands, keys, bars that tell, and pages fetched ahead. */
export function Aids() {
  useEffect(fetchAhead, []);
  if (!ready.value) return null;
  return (
    <>
      <WaitBar />
      <ConnectionBar />
      {session.value?.actor && <Keyed />}
    </>
  );
}

function Keyed() {
  const { path, query, route } = useLocation();
  const project = projectIn(path);
  const latest = useRef({ project, route });
  latest.current = { project, route };
  useEffect(
    () =>
      listenToKeys({
        destinations: () => {
          const here = latest.current.project;
          const own = here === null ? [] : pagesOfProject(here);
          return [...own, ...pagesOfCounty(words.value.commands)];
        },
        go: (href) => latest.current.route(href),
      }),
    [],
  );
  return (
    <>
      {isGoing.value && (
        <p class="going" role="status">
          <kbd>G</kbd> {words.value.keys.pending}
        </p>
      )}
      {asked.value === "search" && (
        <Palette
          commands={commandsOf({ project, asOf: query["asOf"] ?? null, go: route })}
          project={project}
          onClose={close("search")}
        />
      )}
      {asked.value === "keys" && <KeysHelp project={project} onClose={close("keys")} />}
    </>
  );
}

/** Closes what was open, unless something else was asked for as it closed: the search opens the keys. */
const close = (what: typeof asked.value) => () => {
  if (asked.value === what) asked.value = null;
};
