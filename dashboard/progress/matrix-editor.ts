import { lazy } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { mayDo } from "../shared/session.ts";

/** What lets one edit in the matrix. It is drawn only where `useEditor` holds. */
export const Editor = lazy(async () => (await import("./editing/editor.tsx")).Editor);

/** Whether one may edit here and now; it becomes so once the editor has come, after the matrix. */
export function useEditor({ project: { slug }, municipalities }: MatrixView): boolean {
  const [isThere, setThere] = useState(false);
  const mayEdit =
    useAsOf().asOf === null &&
    municipalities.some(({ code }) =>
      mayDo("progress.declare", { project: slug, municipality: code }),
    );
  useEffect(() => {
    if (mayEdit) void Editor.preload().then(() => setThere(true));
  }, [mayEdit]);
  return mayEdit && isThere;
}
