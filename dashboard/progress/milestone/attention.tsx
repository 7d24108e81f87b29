import type { AttentionView } from "../../../worker/progress/contract/attention.ts";
import { WORDS } from "../../../worker/progress/words/attention.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { language, messages } from "../../shared/i18n.ts";
import { useRead } from "../../shared/query.ts";
import { Reading } from "../../shared/ui/state.tsx";
import { words } from "./words.ts";

/** What of a milestone needs a look, the weightiest first. */
export function MilestoneAttention({ project, number }: { project: string; number: number }) {
  const say = words.value;
  const { wholeProject } = messages.value;
  const { more } = useAsOf();
  const home = `/projects/${project}/milestones/${number}`;
  const view = useRead<AttentionView>(`/api/projects/${project}/attention?limit=500${more}`, true);
  return (
    <section class="card" aria-labelledby="attention-title">
      <h2 id="attention-title">{say.attention}</h2>
      <Reading of={view} height="5rem">
        {({ items }) => {
          const own = items.filter(({ milestone }) => milestone === number);
          return own.length === 0 ? (
            <p class="soft">{say.attentionNone}</p>
          ) : (
            <ul class="milestone-attention">
              {own.map(({ kind, municipality, name, why }) => (
                <li key={`${kind} ${municipality}`}>
                  <p class="row small">
                    <span class={`chip ${kind}`}>{WORDS[language.value].kinds[kind]}</span>
                    <a href={`${home}?cell=${number}-${municipality}${more}`}>
                      {name || wholeProject}
                    </a>
                  </p>
                  <p class="small">{why}</p>
                </li>
              ))}
            </ul>
          );
        }}
      </Reading>
    </section>
  );
}
