import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { messages } from "../i18n.ts";

/** A modal dialog by the browser's own element: it keeps the focus and gives it back. */
export function Dialog({
  title,
  kind,
  onClose,
  children,
}: {
  title: ComponentChildren;
  kind: "drawer" | "window";
  onClose: () => void;
  children: ComponentChildren;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Escape closes it by itself
    <dialog
      ref={element}
      class={kind}
      aria-labelledby="dialog-title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) element.current?.close();
      }}
    >
      <div class="dialog-head">
        <div id="dialog-title">{title}</div>
        <button
          type="button"
          class="icon-button"
          aria-label={messages.value.close}
          onClick={() => element.current?.close()}
        >
          ×
        </button>
      </div>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
