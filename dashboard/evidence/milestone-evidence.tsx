import { useState } from "preact/hooks";
import type { EvidenceView } from "../../worker/evidence/contract.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import type { MilestoneSection } from "../shared/cell-sections.ts";
import { usePages } from "../shared/pages.ts";
import { mayDo } from "../shared/session.ts";
import { More } from "../shared/ui/more.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { Belongs } from "./belongs.tsx";
import { refreshAll } from "./cell-evidence.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import { ready, words } from "./words.ts";
import "./evidence.css";

/** What shows where a milestone is, in all municipalities, the newest first. */
export function MilestoneEvidence(shown: MilestoneSection) {
  if (!mayDo("evidence.view", { project: shown.matrix.project.slug })) return null;
  return (
    <Worded by={{ ready }} height="10rem">
      <Items {...shown} />
    </Worded>
  );
}

function Items({ matrix, milestone: { number } }: MilestoneSection) {
  const say = words.value;
  const { asOf, more } = useAsOf();
  const project = matrix.project.slug;
  const path = `/api/projects/${project}/evidence?milestone=${number}&limit=10${more}`;
  const items = usePages<EvidenceView>(path);
  const [said, setSaid] = useState<string | null>(null);
  const onSaved = async (told: string) => {
    setSaid(told);
    await refreshAll(project);
  };
  return (
    <section class="card long" aria-labelledby="milestone-evidence-title">
      <div class="section-head">
        <h2 id="milestone-evidence-title">{say.title}</h2>
        <a href={`/projects/${project}/evidence?state=all&milestone=${number}${more}`}>{say.all}</a>
      </div>
      <p role="status" class={said ? "notice" : "hidden-visually"}>
        {said}
      </p>
      <Reading of={items} height="6rem">
        {(found) =>
          found.length === 0 ? (
            <p class="soft">{say.emptyHere}</p>
          ) : (
            <>
              <ul class="evidence-list">
                {found.map((item) => (
                  <EvidenceCard
                    key={item.id}
                    item={item}
                    heading="h3"
                    isPast={asOf !== null}
                    onSaved={onSaved}
                  >
                    <Belongs item={item} matrix={matrix} named={false} />
                  </EvidenceCard>
                ))}
              </ul>
              <More of={items} label={say.more} />
            </>
          )
        }
      </Reading>
    </section>
  );
}
