import { useState } from "preact/hooks";
import type { EvidenceList, EvidenceView } from "../../worker/evidence/contract.ts";
import { EVIDENCE_STATES, type EvidenceState } from "../../worker/evidence/terms.ts";
import { WORDS } from "../../worker/evidence/words.ts";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { WHOLE_PROJECT } from "../../worker/projects/terms.ts";
import { AsOf } from "../shared/as-of/as-of.tsx";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { language, messages, showNumber } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { usePages } from "../shared/pages.ts";
import { useRead } from "../shared/query.ts";
import { Empty } from "../shared/ui/empty.tsx";
import { ChoiceField } from "../shared/ui/field.tsx";
import { later } from "../shared/ui/later.tsx";
import { More } from "../shared/ui/more.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { Belongs } from "./belongs.tsx";
import { refreshAll } from "./cell-evidence.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import { ready, words } from "./words.ts";
import "./evidence.css";

const Retention = later(async () => (await import("../shared/retention/retention.tsx")).Retention);

/** All that shows where a project's milestones are, what waits for a review first. */
export function EvidencePage({ project }: { project: string }) {
  return (
    <Worded by={{ ready }}>
      <List project={project} />
    </Worded>
  );
}

const all = "all";
const unchosen = "";

function List({ project }: { project: string }) {
  const say = words.value;
  const { asOf, first, more } = useAsOf();
  const [asked, setState] = useParameter("state");
  const [milestone, setMilestone] = useParameter("milestone");
  const [municipality, setMunicipality] = useParameter("municipality");
  const [said, setSaid] = useState<string | null>(null);
  const state =
    EVIDENCE_STATES.find((one) => one === asked) ?? (asked === all ? null : "submitted");
  const path = `/api/projects/${project}/evidence`;
  const place = new URLSearchParams({
    ...(milestone !== null && { milestone }),
    ...(municipality !== null && { municipality }),
  });
  const matrix = useRead<MatrixView>(`/api/projects/${project}/progress${first}`);
  const whole = useRead<EvidenceList>(`${path}?limit=1&${place}${more}`);
  const items = usePages<EvidenceView>(`${path}?${place}${state ? `&state=${state}` : ""}${more}`);
  const onSaved = async (told: string) => {
    setSaid(told);
    await refreshAll(project);
  };
  return (
    <section class="evidence-page" aria-labelledby="evidence-title">
      {matrix.data && <AsOf project={matrix.data.project} />}
      <div class="section-head">
        <div>
          <h2 id="evidence-title">{say.title}</h2>
          <p>{say.intro}</p>
          <Retention project={project} />
        </div>
        <a class="button" href={`${path}/export?lang=${language.value}${more}`} download>
          {say.exportCsv}
        </a>
      </div>
      <Reading of={whole} height="5rem">
        {({ counts }) => <States counts={counts} state={state} onState={setState} />}
      </Reading>
      <Reading of={matrix} height="4rem">
        {(found) => (
          <Places
            matrix={found}
            milestone={milestone}
            municipality={municipality}
            onMilestone={setMilestone}
            onMunicipality={setMunicipality}
          />
        )}
      </Reading>
      <p role="status" class={said ? "notice" : "hidden-visually"}>
        {said}
      </p>
      <Reading of={items} height="40vh">
        {(found) =>
          found.length === 0 ? (
            <Nothing project={project} isAll={state === null} onAll={() => setState("all")} />
          ) : (
            <div class="card long">
              <ul class="evidence-list">
                {found.map((item) => (
                  <EvidenceCard
                    key={item.id}
                    item={item}
                    heading="h3"
                    isPast={asOf !== null}
                    onSaved={onSaved}
                  >
                    <Belongs item={item} matrix={matrix.data} />
                  </EvidenceCard>
                ))}
              </ul>
              <More of={items} label={say.more} />
            </div>
          )
        }
      </Reading>
    </section>
  );
}

function Nothing({
  project,
  isAll,
  onAll,
}: {
  project: string;
  isAll: boolean;
  onAll: () => void;
}) {
  const say = words.value;
  return (
    <Empty said={isAll ? say.empty : say.emptyState}>
      {isAll ? (
        <a class="button" href={`/projects/${project}`}>
          {say.toStatus}
        </a>
      ) : (
        <button type="button" class="button" onClick={onAll}>
          {say.toAll}
        </button>
      )}
    </Empty>
  );
}

function States({
  counts,
  state,
  onState,
}: {
  counts: EvidenceList["counts"];
  state: EvidenceState | null;
  onState: (state: string | null) => void;
}) {
  const say = words.value;
  const { states } = WORDS[language.value];
  const sum = EVIDENCE_STATES.reduce((total, one) => total + counts[one], 0);
  const choices = [
    ...EVIDENCE_STATES.map((one) => ({ one, label: states[one], count: counts[one] })),
    { one: null, label: say.all, count: sum },
  ];
  return (
    <ul class="evidence-states" aria-label={say.choose}>
      {choices.map(({ one, label, count }) => (
        <li key={label}>
          <button
            type="button"
            class="button"
            aria-pressed={state === one}
            onClick={() => onState(one === "submitted" ? null : (one ?? all))}
          >
            {label} <strong>{showNumber(count)}</strong>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Places({
  matrix,
  milestone,
  municipality,
  onMilestone,
  onMunicipality,
}: {
  matrix: MatrixView;
  milestone: string | null;
  municipality: string | null;
  onMilestone: (value: string | null) => void;
  onMunicipality: (value: string | null) => void;
}) {
  const say = words.value;
  const milestones = Object.fromEntries(
    matrix.milestones.map(({ number, title }) => [` ${number}`, `${number}. ${title}`] as const),
  );
  const municipalities = Object.fromEntries(
    matrix.municipalities.map(({ code, name }) => [` ${code}`, name] as const),
  );
  // With a space before it a number stays in its place among the keys of an object.
  const chosen = (value: string | null) => (value === null ? unchosen : ` ${value}`);
  const told = (value: string) => (value === unchosen ? null : value.trim());
  return (
    <div class="fields two evidence-places">
      <ChoiceField
        label={say.milestone}
        name="milestone"
        value={chosen(milestone)}
        choices={{ [unchosen]: say.anyMilestone, ...milestones }}
        problem={null}
        onChoose={(value) => onMilestone(told(value))}
      />
      <ChoiceField
        label={say.municipality}
        name="municipality"
        value={chosen(municipality)}
        choices={{
          [unchosen]: say.anyMunicipality,
          [` ${WHOLE_PROJECT}`]: messages.value.wholeProject,
          ...municipalities,
        }}
        problem={null}
        onChoose={(value) => onMunicipality(told(value))}
      />
    </div>
  );
}
