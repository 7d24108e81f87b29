import { useState } from "preact/hooks";
import { Problem, send } from "../shared/api.ts";
import { refresh } from "../shared/query.ts";
import { useWrite } from "../shared/ui/use-write.ts";
import { onlyChanged } from "./shown.ts";

type Versioned = { readonly number: number; readonly version: number };

/** What is read anew once something of a register is written: all of its project. */
const projectOf = (path: string) => path.split("/").slice(0, 4).join("/");

/** Does one thing to a risk or deviation, and reads anew, also where somebody else was first. */
export function useAct(path: string, onSaid: (said: string) => void) {
  const { busy, problem, attempt } = useWrite();
  const act = async (write: () => Promise<unknown>, said: string) => {
    let isDone = false;
    await attempt(async () => {
      await write();
      isDone = true;
    });
    await refresh(projectOf(path));
    if (isDone) onSaid(said);
  };
  return { busy, problem, act };
}

/**
 * Saves a form of a risk or deviation: only what was changed in it goes to the service. Where
 * somebody else was first, `theirs` is what they made of it, and saving again keeps both.
 */
export function useSave<View extends Versioned>(
  { project, list }: { readonly project: string; readonly list: "risks" | "deviations" },
  base: View | null,
  onSaved: () => void,
) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [theirs, setTheirs] = useState<View | null>(null);
  const path = `/api/projects/${project}/${list}`;
  const write = async (fields: object) => {
    if (!base) return send("POST", path, { body: fields });
    const body = onlyChanged(fields, base);
    if (Object.keys(body).length === 0) return null;
    const { version } = theirs ?? base;
    return send("PATCH", `${path}/${base.number}`, { body, version });
  };
  const save = async (fields: object) => {
    setBusy(true);
    setProblem(null);
    try {
      await write(fields);
      await refresh(`/api/projects/${project}`);
      onSaved();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      // What the service tells of a stale write is the view itself.
      if (error.code === "stale") setTheirs(error.current as View);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, theirs, save };
}
