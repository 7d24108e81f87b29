import { Worded } from "../ui/worded.tsx";
import { useAsOf } from "./use-as-of.ts";
import { ready, words } from "./words.ts";

/** What stands where the page's day is one of which nothing is known, and the way back to now. */
export function NoSuchMoment() {
  return (
    <Worded by={{ ready }} height="8rem">
      <Said />
    </Worded>
  );
}

function Said() {
  const { setAsOf } = useAsOf();
  const say = words.value;
  return (
    <div class="notice" role="alert">
      <p>{say.absent}</p>
      <button type="button" class="button" onClick={() => setAsOf(null)}>
        {say.toNow}
      </button>
    </div>
  );
}
