import { useRef, useState } from "preact/hooks";
import type { ImportView, Mapping } from "../../worker/imports/contract.ts";
import type { ImportKind } from "../../worker/imports/terms.ts";
import { Problem } from "../shared/api.ts";
import { language } from "../shared/i18n.ts";
import { refresh } from "../shared/query.ts";
import { upload } from "../shared/upload.ts";

/** What a file is read by: its sheet and what is said of its columns. */
export type Choice = { readonly sheet: string | null; readonly mapping: Mapping };

const NO_CHOICE: Choice = { sheet: null, mapping: {} };

type Stage = {
  readonly file: File | null;
  readonly choice: Choice;
  /** What the file would change, or has changed. */
  readonly view: ImportView | null;
  readonly busy: "reading" | "writing" | null;
  readonly problem: Problem | null;
};

const START: Stage = { file: null, choice: NO_CHOICE, view: null, busy: null, problem: null };

/**
 * A file that is being brought in: each choice is previewed at once, and what is written is what
 * the last preview showed.
 */
export function useImport(project: string, kind: ImportKind) {
  const [stage, setStage] = useState(START);
  const path = (dryRun: boolean) =>
    `/api/projects/${project}/import?kind=${kind}&dryRun=${dryRun}&lang=${language.value}`;

  const asked = useRef(0);
  async function attempt(next: Stage, dryRun: boolean): Promise<void> {
    asked.current += 1;
    const number = asked.current;
    // An answer that a newer question has overtaken is passed over.
    const show = (shown: Stage) => number === asked.current && setStage(shown);
    setStage(next);
    try {
      const form = formOf(next, dryRun);
      const view = await upload<ImportView>(path(dryRun), form, () => undefined);
      show({ ...next, view, busy: null });
      if (!dryRun) await refresh(`/api/projects/${project}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // What is stale is answered with a preview of now.
      const isStale = error.code === "stale" && isView(error.current);
      const view = isStale ? error.current : dryRun ? null : next.view;
      show({ ...next, view, busy: null, problem: error });
    }
  }

  const read = (file: File, choice: Choice, view: ImportView | null) =>
    attempt({ file, choice, view, busy: "reading", problem: null }, true);
  return {
    ...stage,
    choose: (file: File) => read(file, NO_CHOICE, null),
    /** Reads the same file another way. What is shown stays until the answer is there. */
    correct: (choice: Choice) => (stage.file ? read(stage.file, choice, stage.view) : undefined),
    write: () => attempt({ ...stage, busy: "writing", problem: null }, false),
    restart: () => setStage(START),
  };
}

export type Importing = ReturnType<typeof useImport>;

function formOf({ file, choice: { sheet, mapping }, view }: Stage, dryRun: boolean): FormData {
  const form = new FormData();
  if (file) form.append("file", file);
  if (sheet !== null) form.append("sheet", sheet);
  form.append("mapping", JSON.stringify(mapping));
  if (!dryRun && view) form.append("fingerprint", view.fingerprint);
  return form;
}

const isView = (current: unknown): current is ImportView =>
  typeof current === "object" && current !== null && "fingerprint" in current;
