import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Broken } from "./broken.tsx";

/**
 * A part of a page that is loaded after it. Until it has come, nothing stands in its place, and
 * what cannot be loaded says so there.
 */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  return function Later(props) {
    const [Part, setPart] = useState<FunctionComponent<Props>>();
    useEffect(() => {
      const show = (part: FunctionComponent<Props>) => setPart(() => part);
      void load().then(show, () => show(Broken));
    }, []);
    return Part ? <Part {...props} /> : null;
  };
}
