import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Skeleton } from "./state.tsx";

/** A part of a page that is loaded after it. Until it has come, a skeleton of its height stands there. */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  height: string | null = null,
): FunctionComponent<Props> {
  return function Later(props) {
    const [Part, setPart] = useState<FunctionComponent<Props>>();
    useEffect(() => void load().then((part) => setPart(() => part)), []);
    if (Part) return <Part {...props} />;
    return height === null ? null : <Skeleton height={height} />;
  };
}
