import { useEffect, useId, useState } from "preact/hooks";
import type { CheckedView } from "../../../worker/audit/contract/fingerprints.ts";
import { checkedFileMax } from "../../../worker/audit/terms.ts";
import { isLanguage } from "../../../worker/kernel/language.ts";
import { chooseLanguage, language, showNumber } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { useRead } from "../../shared/query.ts";
import { useTitle } from "../../shared/title.ts";
import { Failure } from "../../shared/ui/state.tsx";
import { Worded } from "../../shared/ui/worded.tsx";
import { fingerprintIn, reckon, type Reckoned } from "./file.ts";
import { Unknown, Verdict } from "./verdict.tsx";
import { ready, words } from "./words.ts";
import "./check.css";

/** Whether a report is genuine and in force: for everybody, also signed out. */
export function CheckPage() {
  useEffect(() => {
    // Reports lead here with their language.
    const asked = new URLSearchParams(location.search).get("lang");
    if (isLanguage(asked) && asked !== language.value) void chooseLanguage(asked);
  }, []);
  return (
    <Worded by={{ ready }} height="80vh">
      <Check />
    </Worded>
  );
}

function Check() {
  const say = words.value;
  useTitle(say.title);
  const [asked, setAsked] = useParameter("f");
  const [file, setFile] = useState<Reckoned | null>(null);
  const fingerprint = fingerprintIn(asked ?? "");
  return (
    <div class="check-page">
      <div>
        <h1>{say.title}</h1>
        <p class="lead">{say.intro}</p>
      </div>
      <div class="card check-ways">
        <FileWay
          onFile={(reckoned) => {
            setFile(reckoned);
            setAsked(reckoned.fingerprint);
          }}
        />
        <TextWay key={asked} asked={asked ?? ""} onAsk={setAsked} />
      </div>
      <div role="status">
        {fingerprint !== null && (
          <Answer
            key={fingerprint}
            fingerprint={fingerprint}
            file={file?.fingerprint === fingerprint ? file : null}
          />
        )}
      </div>
    </div>
  );
}

const mebibyte = 1024 * 1024;
const largest = () => `${showNumber(checkedFileMax / mebibyte)} MB`;

/** A file that is chosen or dropped; its fingerprint is reckoned here. */
function FileWay({ onFile }: { onFile: (reckoned: Reckoned) => void }) {
  const say = words.value;
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [reading, setReading] = useState<{ name: string; share: number } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    if (!file || reading) return;
    setWrong(null);
    if (file.size > checkedFileMax) return setWrong(say.tooLarge(largest()));
    setReading({ name: file.name, share: 0 });
    try {
      onFile(await reckon(file, (share) => setReading({ name: file.name, share })));
    } catch {
      setWrong(say.unreadable);
    }
    setReading(null);
  };
  return (
    <div
      class={`field check-file${isOver ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <label for={id}>{say.file}</label>
      <input
        id={id}
        type="file"
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong !== null}
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0]);
          // Else the same file, saved anew, would be no change.
          currentTarget.value = "";
        }}
      />
      <div id={`${id}-hint`}>
        <span class="hint">{say.fileHelp(largest())}</span>
        <p class="wrong" role="alert">
          {wrong}
        </p>
      </div>
      {reading && (
        <div class="check-progress">
          <label for={`${id}-read`}>{say.reading(reading.name)}</label>
          <progress id={`${id}-read`} value={reading.share} />
        </div>
      )}
    </div>
  );
}

/** A fingerprint that is typed or pasted. */
function TextWay({ asked, onAsk }: { asked: string; onAsk: (fingerprint: string) => void }) {
  const say = words.value;
  const id = useId();
  const [typed, setTyped] = useState(asked);
  const [isWrong, setWrong] = useState(asked !== "" && fingerprintIn(asked) === null);
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        const found = fingerprintIn(typed);
        setWrong(found === null);
        if (found !== null) onAsk(found);
      }}
    >
      <label for={id}>{say.fingerprint}</label>
      <div class="row check-typed">
        <input
          id={id}
          value={typed}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={200}
          aria-describedby={`${id}-hint`}
          aria-invalid={isWrong}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit" class="button primary">
          {say.check}
        </button>
      </div>
      <div id={`${id}-hint`}>
        <span class="hint">{say.fingerprintHelp}</span>
        <p class="wrong" role="alert">
          {isWrong && say.notFingerprint}
        </p>
      </div>
    </form>
  );
}

const pathOf = (fingerprint: string) => `/api/fingerprints/${fingerprint}`;

/** What the service says; of JSON in another form, what it says of the canonical one. */
function Answer({ fingerprint, file }: { fingerprint: string; file: Reckoned | null }) {
  const say = words.value;
  const bytes = useRead<CheckedView>(pathOf(fingerprint));
  const isUnknown = bytes.error?.code === "not_found";
  const other = isUnknown ? (file?.canonical ?? null) : null;
  const form = useRead<CheckedView>(other === null ? null : pathOf(other));
  const view = bytes.data ?? form.data;
  if (view) return <Verdict view={view} file={file} sameMeaning={bytes.data === undefined} />;
  const isSettled = isUnknown && (other === null || form.error?.code === "not_found");
  if (isSettled) return <Unknown fingerprint={fingerprint} file={file} />;
  const error = isUnknown ? form.error : bytes.error;
  return error ? <Failure error={error} /> : <p class="soft">{say.asking}</p>;
}
