import { messages } from "../shared/i18n.ts";
import { Copy } from "../shared/ui/copy.tsx";
import { words } from "./words.ts";

/** What is shown once, to be taken along; null where it was shown before. */
export function Secret({
  label,
  text,
  help,
  onClose,
}: {
  label: string;
  text: string | null;
  help: string;
  onClose: () => void;
}) {
  return (
    <>
      <p class="notice" role="status">
        {help}
      </p>
      {text !== null && <Copy label={label} text={text} say={words.value} />}
      <p>
        <button type="button" class="button primary" onClick={onClose}>
          {messages.value.close}
        </button>
      </p>
    </>
  );
}
