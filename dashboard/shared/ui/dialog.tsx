import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { messages } from "../i18n.ts";

export type Draft = ReturnType<typeof useDraft>;

/** Whether something has been typed that is not saved. */
export function useDraft() {
  const typed = useRef(false);
  return {
    isTyped: () => typed.current,
    type: () => {
      typed.current = true;
    },
    settle: () => {
      typed.current = false;
    },
  };
}

/** A modal dialog by the browser's own element: it keeps the focus and gives it back. */
export function Dialog({
  title,
  kind,
  draft,
  onClose,
  children,
}: {
  title: ComponentChildren;
  kind: "drawer" | "window";
  /** What is typed inside; as long as there is something, closing asks first. */
  draft?: Draft;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const element = useRef<HTMLDialogElement>(null);
  // Its own name: a dialog can stand on another.
  const titleId = useId();
  const own = useDraft();
  const { isTyped, type } = draft ?? own;
  const mayClose = () => !isTyped() || window.confirm(messages.value.discard);
  const close = () => {
    if (mayClose()) element.current?.close();
  };
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => {
      const known = before instanceof HTMLElement && before !== document.body && before.isConnected;
      (known ? before : document.getElementById("content"))?.focus({ preventScroll: true });
    };
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Escape closes it by itself
    <dialog
      ref={element}
      class={kind}
      aria-labelledby={titleId}
      onClose={onClose}
      onCancel={(event) => {
        if (!mayClose()) event.preventDefault();
      }}
      onInput={type}
      onClick={(event) => {
        if (event.target === element.current) close();
      }}
    >
      <div class="dialog-head">
        <div id={titleId}>{title}</div>
        <button type="button" class="icon-button" aria-label={messages.value.close} onClick={close}>
          ×
        </button>
      </div>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
