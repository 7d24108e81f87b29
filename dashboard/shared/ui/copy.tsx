import { useId, useRef, useState } from "preact/hooks";
import "./copy.css";

/** A text to take along: shown whole, and copied at a press. */
export function Copy({
  label,
  text,
  say,
}: {
  label: string;
  text: string;
  say: { readonly copy: string; readonly copied: string };
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    // Without leave to use the clipboard the text stands selected, to be copied by hand.
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="copy">
        <input ref={field} id={id} value={text} readOnly />
        <button type="button" class="button" onClick={copy}>
          {say.copy}
        </button>
      </div>
      <p class="soft small" role="status">
        {copied && say.copied}
      </p>
    </div>
  );
}
