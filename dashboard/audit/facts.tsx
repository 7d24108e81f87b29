import type { FactChange, FactView, Value } from "../../worker/audit/contract/history.ts";
import { fieldInWords, WORDS } from "../../worker/audit/words/history.ts";
import {
  language,
  plural,
  showDate,
  showMoment,
  showNumber,
  words as status,
} from "../shared/i18n.ts";
import type { Things } from "./things.ts";
import { words } from "./words.ts";

/** Said by the moment itself, or by the sentence. */
const UNSAID = [
  "confirmedAt",
  "person",
  "project",
  "slug",
  "number",
  "id",
  "createdAt",
  "addedBy",
  "addedAt",
  "reviewedBy",
  "reviewedAt",
];
const fewMax = 6;

type Shown = { readonly things: Things; readonly onPerson: (person: string) => void };

/** What happened, newest first; what was done together is told together. */
export function Facts({ facts, ...rest }: Shown & { facts: readonly FactView[] }) {
  return (
    <ol class="facts">
      {togetherOf(facts).map((group) => (
        <Deed key={group[0].seq} facts={group} {...rest} />
      ))}
    </ol>
  );
}

type Group = readonly [FactView, ...FactView[]];

function togetherOf(facts: readonly FactView[]): Group[] {
  const groups: Group[] = [];
  for (const fact of facts) {
    const last = groups.at(-1);
    if (last && deedOf(last[0]) === deedOf(fact)) groups.splice(-1, 1, [...last, fact]);
    else groups.push([fact]);
  }
  return groups;
}

const deedOf = ({ at, actor, role, kind, reason }: FactView) =>
  [at, actor, role, kind, kind.startsWith("progress.") ? "" : reason].join(" ");

function Deed({ facts, things, onPerson }: Shown & { facts: Group }) {
  const say = words.value;
  const { kinds, roles } = WORDS[language.value];
  const [{ at, actor, actorName, role, kind }] = facts;
  const name = actorName || actor;
  return (
    <li>
      <p class="soft small">
        <time dateTime={at}>{showMoment(at)}</time>
      </p>
      <p>
        <button
          type="button"
          class="button plain"
          aria-label={`${name}: ${say.onlyPerson}`}
          title={say.onlyPerson}
          onClick={() => onPerson(actor)}
        >
          {name}
        </button>{" "}
        <span class="soft">({roles[role]})</span> {kinds[kind]}
        {facts.length > 1 && `: ${plural(facts.length, say.together)}`}
      </p>
      <ul class="fact-things">
        {facts.map((fact) => (
          <Thing key={fact.seq} fact={fact} things={things} />
        ))}
      </ul>
    </li>
  );
}

function Thing({ fact, things }: { fact: FactView; things: Things }) {
  const { href, label } = things.thingOf(fact);
  const { reasons } = WORDS[language.value];
  const changes = fact.changes.filter(({ field }) => !UNSAID.includes(field));
  const isSaid = changes.some(({ field, after }) => field === "reason" && after === fact.reason);
  const reason = isSaid ? null : fact.reason;
  const coded = reason === null ? undefined : reasons[reason];
  return (
    <li>
      <a href={href} lang="fi">
        {label}
      </a>
      {changes.length <= fewMax ? (
        <Changes changes={changes} things={things} />
      ) : (
        <details>
          <summary>{plural(changes.length, words.value.allChanges)}</summary>
          <Changes changes={changes} things={things} />
        </details>
      )}
      {reason !== null && <p {...(!coded && { lang: "fi" })}>{coded ?? reason}</p>}
    </li>
  );
}

function Changes({ changes, things }: { changes: readonly FactChange[]; things: Things }) {
  if (changes.length === 0) return null;
  const named = WORDS[language.value];
  return (
    <ul class="fact-changes">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span class="soft">{fieldInWords(field, named, things.nameOf)}: </span>
          {before !== null && (
            <>
              <span class="soft">{shown(field, before, things)}</span> →{" "}
            </>
          )}
          {after === null ? "–" : shown(field, after, things)}
        </li>
      ))}
    </ul>
  );
}

/** A value in the reader's words: statuses, dates, numbers, municipalities. */
function shown(field: string, value: Value, { nameOf }: Things): string {
  const { values, roles } = WORDS[language.value];
  const { declared, evidence } = status.value;
  const name = field.split(".").at(-1) ?? "";
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...values,
    declared,
    evidence,
    role: roles,
  };
  const wordFor = (code: string) => tables[name]?.[code];
  if (Array.isArray(value)) return value.map((one) => wordFor(one) ?? nameOf(one)).join(", ");
  if (typeof value === "number") return showNumber(value);
  if (typeof value !== "string") return value === null ? "–" : String(value);
  const word = wordFor(value);
  if (word !== undefined) return word;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return showDate(value);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? showMoment(value) : value;
}
