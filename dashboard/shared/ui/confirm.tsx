import type { ComponentChildren } from "preact";
import { Dialog } from "./dialog.tsx";
import { Form } from "./form.tsx";
import { useWrite } from "./use-write.ts";

/** Says what would happen, and does it only when that is confirmed. */
export function Confirm({
  title,
  submit,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  submit: string;
  /** The dialog closes after it, unless the service refuses or it answers false. */
  onConfirm: (form: FormData) => Promise<boolean | void>;
  onClose: () => void;
  children?: ComponentChildren;
}) {
  const { busy, problem, attempt } = useWrite();
  const confirm = (form: FormData) =>
    attempt(async () => {
      if ((await onConfirm(form)) !== false) onClose();
    });
  return (
    <Dialog kind="window" title={<h2>{title}</h2>} onClose={onClose}>
      <Form
        busy={busy}
        problem={problem}
        submit={submit}
        onSubmit={(form) => void confirm(form)}
        onCancel={onClose}
      >
        {children}
      </Form>
    </Dialog>
  );
}
