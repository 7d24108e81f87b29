import { sessionCookie, sessionHoursMax } from "../../worker/identity/terms.ts";
import { LANGUAGES } from "../../worker/kernel/language.ts";
import { Prose, SchemaLink } from "./schema-text.tsx";

const RULES: readonly (readonly [name: string, text: string])[] = [
  [
    "Signing in",
    `A session is a cookie, \`${sessionCookie}\`, that lasts at most ${sessionHoursMax} hours. A program sends an API token instead, made on the account page, as \`Authorization: Bearer\`; it reaches as far as its scope. A demonstration opens a session with \`POST /api/demo/session\`.`,
  ],
  [
    "Versions",
    "What can be changed carries a version, also in `ETag`. A `PATCH` names the version that it changes in `If-Match`: without it the answer is 428, and 412 when somebody was faster.",
  ],
  [
    "Sending again",
    "Give a `POST` or `PATCH` an `Idempotency-Key` of your own. Should the answer get lost, send the same once more: you are told what the first did, with `Idempotent-Replayed: true`.",
  ],
  [
    "Pages",
    "A list answers `items` and `nextCursor`. Ask again with that as `cursor` until it is null; `limit` says how many come at once.",
  ],
  [
    "Languages",
    `Names and sentences come in the language of \`Accept-Language\`, or of \`lang=\` in the address: ${LANGUAGES.map((one) => `\`${one}\``).join(", ")}. Names of fields and codes are the same in all.`,
  ],
];

/** What holds for every operation. */
export function Introduction() {
  return (
    <section class="card api-card" id="rules" aria-labelledby="rules-name">
      <h2 id="rules-name">What holds everywhere</h2>
      <dl class="api-rules">
        {RULES.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Prose text={text} />
            </dd>
          </div>
        ))}
        <div>
          <dt>Refusals</dt>
          <dd>
            A refusal is a problem document (RFC 9457), <SchemaLink name="Problem" />:{" "}
            <code>code</code> is for programs, <code>detail</code> is a sentence for people, and{" "}
            <code>errors</code> names each field that is wrong.
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Commands that can be run as they stand: against this deployment, if it is a demonstration. */
export function Example() {
  return (
    <section class="card api-card" id="example" aria-labelledby="example-name">
      <h2 id="example-name">Try it</h2>
      <p>
        Where this is the demonstration, these commands sign in as a member of the steering group,
        keep the cookie in a file, and fetch a project's matrix and its status as a table for
        machines.
      </p>
      <div class="scroll-x api-example" role="region" aria-label="Example commands" tabIndex={0}>
        <pre>
          <code>{exampleAt(window.location.origin)}</code>
        </pre>
      </div>
    </section>
  );
}

const exampleAt = (origin: string) => `curl -c etappi.cookies '${origin}/api/demo/session' \\
  -H 'Content-Type: application/json' -d '{"person":"steering"}'

curl -b etappi.cookies '${origin}/api/projects/hoppu/progress'

curl -b etappi.cookies -o hoppu.csv \\
  '${origin}/api/projects/hoppu/export?format=csv&delimiter=comma'`;
