import { useEffect } from "preact/hooks";
import type { FingerprintView } from "../../../worker/progress/contract/fingerprint.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { showMoment, today } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { useRead } from "../../shared/query.ts";
import { useTitle } from "../../shared/title.ts";
import { Skeleton } from "../../shared/ui/skeleton.tsx";
import { Reading } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { type Since, type Standing, useSince, useStanding } from "../steering/use-steering.ts";
import { words as steering } from "../steering/words.ts";
import { AttentionPart } from "./attention-part.tsx";
import { ChangesPart } from "./changes-part.tsx";
import { Choices } from "./choices.tsx";
import { Contents } from "./contents.tsx";
import { Cover } from "./cover.tsx";
import { DatesPart } from "./dates-part.tsx";
import { foundIn } from "./findings.ts";
import { MatrixPart } from "./matrix-part.tsx";
import { OverviewPart } from "./overview-part.tsx";
import { RisksPart } from "./risks-part.tsx";
import { TargetsPart } from "./targets-part.tsx";
import { grouped, type Part, partsIn, rowsMax } from "./terms.ts";
import { useRegister } from "./use-register.ts";
import { ready, words } from "./words.ts";
import "./pack.css";
import "./pack-print.css";

/** What a steering group gets on paper: the status of one moment, which its address names. */
export function PackPage({ project }: { project: string }) {
  return (
    <Worded by={{ ready }} height="90vh">
      <Fixed project={project} />
    </Worded>
  );
}

/**
 * Fixes the moment: an address without one, or with today's date, would show other figures later.
 * The service says which moment it is, by its own clock.
 */
function Fixed({ project }: { project: string }) {
  const { asOf, setAsOf } = useAsOf();
  const isFixed = asOf !== null && asOf !== today();
  const path = `/api/projects/${project}/fingerprint${isFixed ? `?asOf=${asOf}` : ""}`;
  const found = useRead<FingerprintView>(path);
  const moment = found.data?.asOf;
  useEffect(() => {
    if (!isFixed && moment !== undefined) setAsOf(moment);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the moment is known
  }, [isFixed, moment]);
  return (
    <Reading of={found} height="80vh">
      {(told) =>
        isFixed ? <Pack project={project} asOf={asOf} told={told} /> : <Skeleton height="80vh" />
      }
    </Reading>
  );
}

type Moment = {
  readonly project: string;
  readonly asOf: string;
  readonly told: FingerprintView;
};

function Pack({ project, asOf, told }: Moment) {
  const standing = useStanding(project, asOf, rowsMax);
  useTitle(`${told.cover.project.name}: ${steering.value.pack}`);
  useFoot(standing.data, told.fingerprint);
  return (
    <Reading of={standing} height="80vh">
      {(known) => <Bound project={project} standing={known} asOf={asOf} told={told} />}
    </Reading>
  );
}

/** What stands at the foot of every printed page; the style sheet puts it there. */
function useFoot(standing: Standing | undefined, fingerprint: string): void {
  const name = standing?.matrix.project.name;
  const date = standing && words.value.page(showMoment(standing.matrix.asOf));
  useEffect(() => {
    const { style } = document.documentElement;
    const texts = { name, date, fingerprint: grouped(fingerprint) };
    for (const [key, text] of Object.entries(texts)) {
      style.setProperty(`--pack-${key}`, JSON.stringify(text ?? ""));
    }
    return () => {
      for (const key of Object.keys(texts)) style.removeProperty(`--pack-${key}`);
    };
  }, [name, date, fingerprint]);
}

function Bound({ project, standing, asOf, told }: Moment & { standing: Standing }) {
  const [asked] = useParameter("parts");
  const [sinceAsked, setSince] = useParameter("since");
  const since = useSince(project, asOf, sinceAsked);
  const register = useRegister(project, asOf);
  const parts = partsIn(asked);
  const found = { standing, since, register: register.data };
  return (
    <div class="pack-page">
      <Choices
        standing={standing}
        since={since}
        onSince={setSince}
        parts={parts}
        fingerprint={told.fingerprint}
      />
      <article class="pack paper" aria-label={words.value.preview}>
        <Cover standing={standing} told={told} />
        <Contents parts={parts} found={found} />
        {parts.map((part, index) => (
          <section
            key={part}
            class={`pack-sheet pack-part-${part}`}
            aria-labelledby={`pack-${part}`}
          >
            <header class="pack-head">
              <h2 id={`pack-${part}`} tabIndex={-1}>
                <span class="pack-number">{index + 1}</span> {words.value.parts[part]}
              </h2>
              <p class="pack-finding">{foundIn(part, found)}</p>
            </header>
            <Body part={part} standing={standing} since={since} register={register} />
          </section>
        ))}
      </article>
    </div>
  );
}

function Body({
  part,
  standing,
  since,
  register,
}: {
  part: Part;
  standing: Standing;
  since: Since;
  register: ReturnType<typeof useRegister>;
}) {
  switch (part) {
    case "overview":
      return <OverviewPart standing={standing} />;
    case "matrix":
      return <MatrixPart standing={standing} />;
    case "attention":
      return <AttentionPart standing={standing} />;
    case "changes":
      return <ChangesPart standing={standing} since={since} />;
    case "targets":
      return <TargetsPart standing={standing} />;
    case "risks":
      return <RisksPart register={register} />;
    case "dates":
      return <DatesPart standing={standing} />;
  }
}
