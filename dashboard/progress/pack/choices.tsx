import { useId, useState } from "preact/hooks";
import { AsOf } from "../../shared/as-of/as-of.tsx";
import { useParameter } from "../../shared/location.ts";
import { SinceChoice } from "../steering/since-choice.tsx";
import type { Since, Standing } from "../steering/use-steering.ts";
import { words as steering } from "../steering/words.ts";
import {
  audienceLengthMax,
  fingerprintLength,
  fingerprintLengthMin,
  type Part,
  PARTS,
} from "./terms.ts";
import { words } from "./words.ts";

type Props = {
  standing: Standing;
  since: Since;
  onSince: (since: string) => void;
  parts: readonly Part[];
  fingerprint: string;
};

/** What the pack is made of, above its preview; it is not printed. */
export function Choices({ standing, since, onSince, parts, fingerprint }: Props) {
  const say = words.value;
  const { project } = standing.matrix;
  const [audience, setAudience] = useParameter("for");
  return (
    <section class="pack-choices" aria-label={say.choices}>
      <div class="pack-choices-head">
        <div>
          <p>
            <a href={`/projects/${project.slug}`}>← {say.back}</a>
          </p>
          <p class="pack-choices-title">{steering.value.pack}</p>
          <p class="soft">{say.intro}</p>
        </div>
        <div>
          <button type="button" class="button primary" onClick={() => window.print()}>
            {say.print}
          </button>
          <p class="soft small">{say.printHelp}</p>
        </div>
      </div>
      <AsOf project={project} />
      <div class="card pack-choices-card">
        <PartChoice parts={parts} />
        <fieldset>
          <legend>{say.sinceTitle}</legend>
          <SinceChoice standing={standing} since={since} onSince={onSince} />
        </fieldset>
        <div class="field">
          <label for="pack-for">{say.audience}</label>
          <input
            id="pack-for"
            value={audience ?? ""}
            maxLength={audienceLengthMax}
            aria-describedby="pack-for-hint"
            onChange={({ currentTarget }) => setAudience(currentTarget.value.trim() || null)}
          />
          <span id="pack-for-hint" class="hint">
            {say.audienceHint}
          </span>
        </div>
        <Check fingerprint={fingerprint} />
      </div>
    </section>
  );
}

function PartChoice({ parts }: Pick<Props, "parts">) {
  const say = words.value;
  const [, setParts] = useParameter("parts");
  const choose = (part: Part, isIn: boolean) => {
    const next = PARTS.filter((one) => (one === part ? isIn : parts.includes(one)));
    setParts(next.length === PARTS.length ? null : next.join(","));
  };
  return (
    <fieldset class="pack-parts">
      <legend>{say.which}</legend>
      {PARTS.map((part) => (
        <label key={part}>
          <input
            type="checkbox"
            checked={parts.includes(part)}
            onChange={({ currentTarget }) => choose(part, currentTarget.checked)}
          />{" "}
          {say.parts[part]}
        </label>
      ))}
    </fieldset>
  );
}

/** Whether a fingerprint that somebody types from paper is that of the moment shown. */
function Check({ fingerprint }: Pick<Props, "fingerprint">) {
  const say = words.value;
  const id = useId();
  const [typed, setTyped] = useState("");
  const digits = typed.toLowerCase().replaceAll(/\s/g, "");
  const isFingerprint =
    /^[0-9a-f]+$/.test(digits) &&
    digits.length >= fingerprintLengthMin &&
    digits.length <= fingerprintLength;
  const isSame = fingerprint.startsWith(digits);
  return (
    <div class="field">
      <label for={id}>{say.check}</label>
      <input
        id={id}
        value={typed}
        autocomplete="off"
        spellcheck={false}
        // With a space after each group of four.
        maxLength={2 * fingerprintLength}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <span id={`${id}-hint`} class="hint">
        {say.checkHint}
      </span>
      <p role="status" class={isFingerprint ? `pack-checked ${isSame ? "same" : "other"}` : "hint"}>
        {digits === "" ? "" : !isFingerprint ? say.tooShort : isSame ? say.matches : say.differs}
      </p>
    </div>
  );
}
