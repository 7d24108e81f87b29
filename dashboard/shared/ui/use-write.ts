import { useState } from "preact/hooks";
import { Problem } from "../api.ts";

/** A write in the making: whether it is under way, and what the service said no to. */
export function useWrite() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = async (write: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await write();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, attempt };
}
