import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A part of a page that is loaded after it. Until it has come, nothing stands in its place. */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  return function Later(props) {
    const [Part, setPart] = useState<FunctionComponent<Props>>();
    useEffect(() => void load().then((part) => setPart(() => part)), []);
    return Part ? <Part {...props} /> : null;
  };
}
