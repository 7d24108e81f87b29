import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Problem } from "../api.ts";
import { messages } from "../i18n.ts";

/** A form that says what is wrong at its head, saves, and can be left. */
export function Form({
  busy,
  problem,
  submit,
  onSubmit,
  onCancel,
  children,
}: {
  busy: boolean;
  problem: Problem | null;
  /** What is done by it, where it is not saving. */
  submit?: string;
  onSubmit: (form: FormData) => void;
  onCancel?: () => void;
  children: ComponentChildren;
}) {
  const say = messages.value;
  const form = useRef<HTMLFormElement>(null);
  // As long as something is typed and not saved, no read takes the page away.
  useEffect(() => {
    if (!busy && !problem) delete form.current?.dataset["typed"];
  }, [busy, problem]);
  return (
    <form
      ref={form}
      class="fields"
      onInput={({ currentTarget }) => {
        currentTarget.dataset["typed"] = "";
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget));
      }}
    >
      {problem && (
        <p class="notice bad" role="alert">
          {problem.code === "offline" ? say.offline : problem.message}
        </p>
      )}
      {children}
      <div class="row">
        <button type="submit" class="button primary" disabled={busy}>
          {submit ?? (busy ? say.saving : say.save)}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {say.cancel}
          </button>
        )}
      </div>
    </form>
  );
}

/** What a form field holds, trimmed; null when it is empty or not there. */
export function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

export function numberOf(form: FormData, name: string): number | null {
  const text = textOf(form, name);
  return text === null ? null : Number(text);
}

/** A list written with commas. */
export function listOf(form: FormData, name: string): string[] {
  return (textOf(form, name) ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
