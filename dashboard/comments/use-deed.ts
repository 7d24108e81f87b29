import { Problem } from "../shared/api.ts";
import { useWrite } from "../shared/ui/use-write.ts";
import { words } from "./words.ts";

/** A write that answers what the page says of it; where somebody else was first, it says that. */
export function useDeed(onDone: (said: string) => Promise<void>) {
  const { busy, problem, attempt } = useWrite();
  return {
    busy,
    problem,
    attempt: (write: () => Promise<string>) =>
      attempt(async () => {
        let said: string;
        try {
          said = await write();
        } catch (error) {
          if (!(error instanceof Problem) || error.code !== "stale") throw error;
          said = words.value.stale;
        }
        await onDone(said);
      }),
  };
}
