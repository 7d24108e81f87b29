import type { ComponentChildren } from "preact";
import type { AttentionItem, AttentionView } from "../../worker/progress/contract/attention.ts";
import { ATTENTION, type Attention } from "../../worker/progress/terms.ts";
import { WORDS } from "../../worker/progress/words/attention.ts";
import { language, messages, showNumber } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { usePages } from "../shared/pages.ts";
import { useRead } from "../shared/query.ts";
import { mayDo } from "../shared/session.ts";
import { Empty } from "../shared/ui/empty.tsx";
import { More } from "../shared/ui/more.tsx";
import { Reading } from "../shared/ui/state.tsx";
import { Worded } from "../shared/ui/worded.tsx";
import { ready, words } from "./words.ts";
import "./attention-page.css";
import "../shared/ui/figure.css";

/** What needs a look in a project, with the reason for each row and the way to put it right. */
export function AttentionPage({ project }: { project: string }) {
  return (
    <Worded by={{ ready }}>
      <List project={project} />
    </Worded>
  );
}

function List({ project }: { project: string }) {
  const say = words.value;
  const [asked, setKind] = useParameter("kind");
  const kind = ATTENTION.find((one) => one === asked) ?? null;
  const path = `/api/projects/${project}/attention`;
  const whole = useRead<AttentionView>(path);
  const rows = usePages<AttentionItem>(kind === null ? path : `${path}?kind=${kind}`);
  return (
    <section aria-labelledby="attention-title">
      <div class="section-head">
        <div>
          <h2 id="attention-title">{say.title}</h2>
          <p class="soft">{say.intro}</p>
        </div>
        <a class="button" href={`${path}/export?lang=${language.value}`} download>
          {say.exportCsv}
        </a>
      </div>
      <Reading of={whole} height="6rem">
        {({ counts }) => <Kinds counts={counts} kind={kind} onKind={setKind} />}
      </Reading>
      <Reading of={rows} height="50vh">
        {(items) =>
          items.length === 0 ? (
            <Empty said={kind === null ? say.empty : say.emptyKind}>
              {kind === null ? (
                <a class="button" href={`/projects/${project}/changes`}>
                  {say.toChanges}
                </a>
              ) : (
                <button type="button" class="button" onClick={() => setKind(null)}>
                  {say.toAll}
                </button>
              )}
            </Empty>
          ) : (
            <div class="card long">
              <ul class="attention">
                {items.map((item) => (
                  <Row key={keyOf(item)} project={project} item={item} />
                ))}
              </ul>
              <More of={rows} label={say.more} />
            </div>
          )
        }
      </Reading>
    </section>
  );
}

const keyOf = ({ kind, milestone, municipality, risk, deviation, why }: AttentionItem) =>
  `${kind} ${milestone} ${municipality} ${risk} ${deviation} ${why}`;

function Kinds({
  counts,
  kind,
  onKind,
}: {
  counts: AttentionView["counts"];
  kind: Attention | null;
  onKind: (kind: Attention | null) => void;
}) {
  const say = words.value;
  const { kinds } = WORDS[language.value];
  const all = ATTENTION.reduce((sum, one) => sum + counts[one], 0);
  const choices = [
    { one: null, label: say.all, count: all },
    ...ATTENTION.map((one) => ({ one, label: kinds[one], count: counts[one] })),
  ];
  return (
    <ul class="attention-kinds" aria-label={say.choose}>
      {choices.map(({ one, label, count }) => (
        <li key={label}>
          <button
            type="button"
            class={`figure mark-${one}`}
            aria-pressed={kind === one}
            onClick={() => onKind(one)}
          >
            <span class="figure-number">{showNumber(count)}</span>
            <span>{label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Row({ project, item }: { project: string; item: AttentionItem }) {
  const say = words.value;
  const { wholeProject } = messages.value;
  const { kind, milestone, title, name, why, unblock } = item;
  const number = milestone ?? item.risk ?? item.deviation;
  const what = number === null ? name : `${number}. ${title}`;
  return (
    <li>
      <span class={`chip ${kind}`}>{WORDS[language.value].kinds[kind]}</span>
      <div>
        <p class="attention-what" lang="fi">
          {what}
          {milestone !== null && <span class="soft"> · {name || wholeProject}</span>}
        </p>
        <p>{why}</p>
        {unblock && (
          <p class="soft">
            {say.unblock}: <span lang="fi">{unblock}</span>
          </p>
        )}
      </div>
      <Fix project={project} item={item}>
        <span class="hidden-visually">
          {what} {name}
        </span>
      </Fix>
    </li>
  );
}

/** The way to where the row can be put right. */
function Fix({
  project,
  item: { kind, milestone, municipality, risk, deviation },
  children,
}: {
  project: string;
  item: AttentionItem;
  children: ComponentChildren;
}) {
  const say = words.value;
  const home = `/projects/${project}`;
  const [href, label] =
    milestone !== null
      ? [`${home}?cell=${milestone}-${municipality}`, say.openCell]
      : risk !== null
        ? [`${home}/risks?risk=${risk}`, say.openRisk]
        : deviation !== null
          ? [`${home}/risks?deviation=${deviation}`, say.openDeviation]
          : kind === "without_contact" && mayDo("member.manage", { project })
            ? [`${home}/members`, say.openMembers]
            : [`${home}/municipalities/${municipality}`, say.openMunicipality];
  return (
    <a class="button" href={href}>
      {label} {children}
    </a>
  );
}
